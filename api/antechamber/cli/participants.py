"""`antechamber participants erase`: erase a person for good."""

import json
from dataclasses import asdict
from typing import Annotated
from uuid import UUID

import typer

from antechamber.cli.offices import ACTOR, opened
from antechamber.erasure import service
from antechamber.erasure.report import Report

app = typer.Typer(help="The people in the office's files.", no_args_is_help=True)


@app.callback()
def people() -> None:
    """Take what is done to one person by their id, which HTTP shows; never by a name."""


@app.command()
def erase(
    participant: Annotated[UUID, typer.Argument(help="The participant's id.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The report as JSON.")] = False,
) -> None:
    """Destroy the keys of a person, take them off every session, and report what is left.

    What the law obliges you to keep about them must be exported before: nobody can undo this.
    """
    if not yes:
        typer.confirm("Nobody can undo this. Erase this person?", abort=True)
    with opened() as office:
        found = service.erase(office, ACTOR, participant)
    if as_json:
        typer.echo(json.dumps(asdict(found), indent=2, default=str))
        return
    for line in _shown(found):
        typer.echo(line)


def _shown(found: Report) -> list[str]:
    gone = found.destroyed
    return [
        f"Erased {found.participant} on {found.at:%Y-%m-%d %H:%M} UTC.",
        (
            f"Destroyed with key and file: {gone.seats} seats, {gone.signoffs} sign-offs, "
            f"{gone.messages} messages, {gone.requests} remembered requests."
        ),
        "Left:",
        *(
            f"  {left.where}{'' if left.count is None else f' ({left.count})'}: {left.what}"
            for left in found.left
        ),
        (
            f"Backups are kept {found.backup_days} days (ANTECHAMBER_BACKUP_DAYS), so the last that "
            f"was made before is destroyed by {found.final:%Y-%m-%d %H:%M} UTC:"
        ),
        *(f"  {line}" for line in found.backups),
    ]
