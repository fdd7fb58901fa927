"""`antechamber rules coverage`: say what of the rules no scenario exercises."""

import typer

from antechamber.cli.rules.reading import Folder, rulebook_in
from antechamber.cli.rules.suite import holding
from antechamber_compliance.coverage import measure


def show_coverage(policies: Folder = None) -> None:
    """Say which outcomes, conditions and missing facts no scenario exercises."""
    rulebook = rulebook_in(policies)
    coverage = measure(holding(policies, rulebook), rulebook)
    for line in coverage.uncovered():
        typer.echo(line)
    typer.echo(coverage.counts())
    if not coverage.all_outcomes:
        raise typer.Exit(1)
