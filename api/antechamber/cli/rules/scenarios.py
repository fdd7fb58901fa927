"""`antechamber rules test`: run scenarios against the rules."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from antechamber.cli.faults import stop
from antechamber.cli.rules.reading import Folder, base_in, cases_in, rulebook_in
from antechamber.cli.rules.suite import scenarios_of
from antechamber_compliance.scenarios import Result, Sheet, run


def run_scenarios(
    base: Annotated[Path | None, typer.Option(help="The base engagement, as JSON.")] = None,
    cases: Annotated[Path | None, typer.Option(help="Scenarios, one JSON object a line.")] = None,
    policies: Folder = None,
) -> None:
    """Run scenarios against the rules; without options, all that the policies come with."""
    if (base is None) != (cases is None):
        stop("Give --base and --cases together, or neither.")
    rulebook = rulebook_in(policies)
    if base is None or cases is None:
        sheet = scenarios_of(policies)
    else:
        sheet = Sheet(base_in(base), tuple(cases_in(cases)))
    counted = Counter(_show(run(sheet.base, case, rulebook)) for case in sheet.cases)
    tail = f", {counted['skipped']} skipped" if counted["skipped"] else ""
    typer.echo(f"{counted['passed']} passed, {counted['failed']} failed{tail}")
    if counted["failed"] or not counted["passed"]:
        raise typer.Exit(1)


def _show(result: Result) -> str:
    """Print what did not go as expected, and return how it went."""
    if result.absent:
        absent = ", ".join(result.absent)
        typer.echo(f"SKIP {result.id} {result.title}: not in this rulebook: {absent}")
        _hints(result)
        return "skipped"
    if result.faults:
        typer.echo(f"FAIL {result.id} {result.title}")
        for fault in result.faults:
            typer.echo(f"     {fault}")
        _hints(result)
        return "failed"
    return "passed"


def _hints(result: Result) -> None:
    for hint in result.hints:
        typer.echo(f"     hint: {hint}")
