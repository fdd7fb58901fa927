"""`antechamber rules check`: say what in the policies cannot be obeyed, or is due for review."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from antechamber.cli.faults import stop
from antechamber.cli.rules.reading import Folder, rulebook_in
from antechamber.policies import read_files
from antechamber.shipped import policies_folder
from antechamber_compliance.rulebook import REVISION, faults

On = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The day that review dates are held against."),
]


def check(policies: Folder = None, on: On = None) -> None:
    """Say in every policy file what cannot be obeyed, and which references are due for review."""
    folder = policies or policies_folder()
    if not folder.is_dir():
        stop(f"{folder} is no folder of policies.")
    _check_place(folder)
    found = faults(read_files(folder), (on or datetime.now(UTC)).date())
    for fault in found:
        typer.echo(f"{fault}\n", err=True)
    if found:
        stop(f"{len(found)} faulty file{'s' * (len(found) > 1)}.", code=1)
    rulebook = rulebook_in(policies)
    if not rulebook.rules:
        stop(f"{folder} holds no policy.")
    requirements = sum(len(rule.requirements) for rule in rulebook.rules)
    typer.echo(f"{len(rulebook.rules)} rules, {requirements} requirements: all can be obeyed.")
    typer.echo(f"rulebook {rulebook.version}")
    typer.echo(f"digest   {rulebook.digest}")


def _check_place(folder: Path) -> None:
    """Stop at a folder that is not one of rules: each file in it would be called faulty."""
    empty = not any(folder.glob("*"))
    if empty or (folder / REVISION).is_file() or any(folder.glob("*/pack.toml")):
        return
    meant = sorted(folder.glob(f"*/{REVISION}"))
    hint = f"; did you mean {meant[0].parent}?" if meant else "."
    stop(f"{folder} is no rulebook: there is no {REVISION} in it{hint}")
