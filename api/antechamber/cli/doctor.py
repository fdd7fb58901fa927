"""`antechamber doctor`: whether all is in order."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from antechamber.cli.offices import settings
from antechamber.doctor import Finding, examine
from antechamber.office import utc_now


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check keys, database, log, clock, lists, backups and machine, and say what to do.

    The exit code is 1 if any check fails; a warning alone leaves it 0.
    """
    found = examine(settings(), utc_now)
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in found], indent=2))
    else:
        for finding in found:
            _show(finding)
    if any(finding.status == "fail" for finding in found):
        raise typer.Exit(1)


def _show(finding: Finding) -> None:
    typer.echo(f"{finding.status:5} {finding.check:12} {finding.says}")
    if finding.cure:
        typer.echo(f"{'':18} -> {finding.cure}")
