"""`antechamber rules test`: run scenarios against the rules."""

from pathlib import Path
from typing import Annotated

import typer

from antechamber.cli.faults import stop
from antechamber.cli.rules.reading import Folder, base_in, cases_in, rulebook_in
from antechamber.policies import SCENARIOS
from antechamber.shipped import policies_folder
from antechamber_compliance.scenarios import run


def run_scenarios(
    base: Annotated[Path | None, typer.Option(help="The base engagement, as JSON.")] = None,
    cases: Annotated[Path | None, typer.Option(help="Scenarios, one JSON object a line.")] = None,
    policies: Folder = None,
) -> None:
    """Run scenarios against the rules; without options, those that the policies ship with."""
    if (base is None) != (cases is None):
        stop("Give --base and --cases together, or neither.")
    folder = policies_folder() / SCENARIOS
    rulebook = rulebook_in(policies)
    engagement = base_in(base or folder / "base.json")
    counted = {"passed": 0, "failed": 0, "skipped": 0}
    for case in cases_in(cases or folder / "cases.jsonl"):
        result = run(engagement, case, rulebook)
        if result.absent:
            counted["skipped"] += 1
            typer.echo(
                f"SKIP {result.id} {result.title}: not in this rulebook: {', '.join(result.absent)}"
            )
        elif result.faults:
            counted["failed"] += 1
            typer.echo(f"FAIL {result.id} {result.title}")
            for fault in result.faults:
                typer.echo(f"     {fault}")
        else:
            counted["passed"] += 1
    tail = f", {counted['skipped']} skipped" if counted["skipped"] else ""
    typer.echo(f"{counted['passed']} passed, {counted['failed']} failed{tail}")
    if counted["failed"] or not counted["passed"]:
        raise typer.Exit(1)
