"""`antechamber rules check`: say what in the policies cannot be obeyed."""

import typer

from antechamber.cli.faults import stop
from antechamber.cli.rules.reading import Folder, rulebook_in
from antechamber.policies import shipped_regimes
from antechamber.shipped import policies_folder
from antechamber_compliance.screening.regimes import BadTable


def check(policies: Folder = None) -> None:
    """Load every policy file and say what cannot be obeyed."""
    rulebook = rulebook_in(policies)
    if policies is None:
        try:
            shipped_regimes()
        except BadTable as bad:
            stop(f"tables/programme_regimes.csv: {bad}", code=1)
    if not rulebook.rules:
        stop(f"{policies or policies_folder()} holds no policy.")
    requirements = sum(len(rule.requirements) for rule in rulebook.rules)
    typer.echo(f"{len(rulebook.rules)} rules, {requirements} requirements: all can be obeyed.")
    typer.echo(f"rulebook {rulebook.version}")
    typer.echo(f"digest   {rulebook.digest}")
