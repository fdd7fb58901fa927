"""`antechamber participants erase`: erase a person for good."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated
from uuid import UUID

import typer
from sqlmodel import select

from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened
from antechamber.documents import store
from antechamber.erasure import service
from antechamber.erasure.report import Report
from antechamber.office import Office
from antechamber.tables import ParticipantRow, SessionRow

app = typer.Typer(help="The people in the office's files.", no_args_is_help=True)
States = Mapping[UUID, str]
WHERE = "The convener finds it in GET /v1/initiatives/INITIATIVE/participants, as `id`."


@app.callback()
def people() -> None:
    """Take what is done to one person by their id, which HTTP shows; never by a name."""


@app.command()
def erase(
    participant: Annotated[
        str, typer.Argument(help="The id in GET /v1/initiatives/INITIATIVE/participants.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The report as JSON.")] = False,
) -> None:
    """Destroy the keys of a person, take them off every session, and report what is left.

    What the law obliges you to keep about them must be exported before: nobody can undo this.
    """
    with opened() as office:
        row = _row(office, participant)
        if not (yes or row.erased):
            _ask(office, row)
        before = _states(office, row)
        found = service.erase(office, ACTOR, row.id)
        changed = _changed(before, _states(office, row))
    if as_json:
        typer.echo(json.dumps(asdict(found) | {"sessions": changed}, indent=2, default=str))
        return
    for line in _shown(found, changed, again=row.erased):
        typer.echo(line)


def _row(office: Office, participant: str) -> ParticipantRow:
    try:
        by_id = UUID(participant)
    except ValueError:
        stop("That is no id. " + WHERE)
    with office.reading(ACTOR) as work:
        row = work.session.get(ParticipantRow, by_id)
    if row is None:
        stop("This office has no participant of this id. " + WHERE, code=1)
    return row


def _ask(office: Office, row: ParticipantRow) -> None:
    """Show who it is, as far as anybody may see it, and ask."""
    with office.reading(ACTOR) as work:
        file = store.load_file(work, row)
    typer.echo(f"{file.ref}, {file.pseudonym}, in the initiative {row.initiative_id}.")
    typer.confirm("Nobody can undo this. Erase this person?", abort=True)


def _states(office: Office, row: ParticipantRow) -> States:
    sessions = select(SessionRow).where(SessionRow.initiative_id == row.initiative_id)
    with office.reading(ACTOR) as work:
        return {each.id: each.state.value for each in work.session.exec(sessions)}


def _changed(before: States, after: States) -> list[dict[str, str]]:
    return [
        {"session": str(each), "before": state, "now": after[each]}
        for each, state in before.items()
        if after[each] != state
    ]


def _shown(found: Report, changed: list[dict[str, str]], *, again: bool) -> list[str]:
    gone, on = found.destroyed, f"{found.at:%Y-%m-%d %H:%M} UTC"
    counted = (
        _count(gone.seats, "seat"),
        _count(gone.signoffs, "sign-off"),
        _count(gone.messages, "message"),
        _count(gone.requests, "remembered request"),
    )
    return [
        f"{found.participant} was erased already, on {on}."
        if again
        else f"Erased {found.participant} on {on}.",
        *([] if again else [f"Destroyed with key and file: {', '.join(counted)}."]),
        *(
            f"Session {each['session']} was {each['before']}, now {each['now']}."
            for each in changed
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


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
