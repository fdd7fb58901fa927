"""`antechamber decisions`: take the decisions on record out of the office, to be replayed."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, BinaryIO
from uuid import UUID

import typer
from rich.console import Console
from sqlmodel import col, select

from antechamber import audit
from antechamber.clearance.decisions import Forged, open_record, verified
from antechamber.clearance.dossiers import Damaged, NotReplayable, open_dossier
from antechamber.cli.again import bars
from antechamber.cli.faults import stop
from antechamber.cli.offices import opened
from antechamber.documents import store
from antechamber.errors import NotFound
from antechamber.identity import users
from antechamber.identity.access import ALLOWED, may
from antechamber.identity.actor import Actor
from antechamber.office import Office
from antechamber.tables import DecisionRow, InitiativeRow
from antechamber.vault import initiative_key
from antechamber.work import Everywhere, Work
from antechamber_compliance.replay import Stored

app = typer.Typer(help="The decisions on record.", no_args_is_help=True)
DAY = ["%Y-%m-%d"]
READ = "dossier.read"


@app.callback()
def _group() -> None:
    """Keep 'export' a command of its own."""


@app.command()
def export(
    out: Annotated[Path, typer.Option(help="The file to make; it must not exist.")],
    user: Annotated[str, typer.Option(help="For whom: compliance or auditor of the initiatives.")],
    since: Annotated[
        datetime | None, typer.Option("--from", formats=DAY, help="First day, in UTC.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--to", formats=DAY, help="Last day, in UTC.")
    ] = None,
    initiative: Annotated[
        str | None, typer.Option(help="Code name or id: this initiative alone.")
    ] = None,
) -> None:
    """Write decisions with what they were made on to a file, one JSON object a line.

    Of the initiatives alone in which the user is compliance or auditor, each with an entry in
    the audit log. The file is pseudonymous, and readable by its owner only. Where a person
    was erased since, the dossier is null.
    """
    first, last = since.date() if since else None, until.date() if until else None
    with opened() as office, new_private(out) as file:
        found = _log_export(office, user, initiative, first, last)
        with office.reading(Everywhere(user)) as work:
            count = 0
            for stored in _shown(work, decision_ids(work, found)):
                if _within(stored, first, last):
                    file.write(stored.to_line())
                    count += 1
    typer.echo(f"{count} decisions of {len(found)} initiatives in {out}.", err=True)
    typer.echo(
        "It tells who met whom and why it was withheld: keep it as you keep the key.", err=True
    )


def _log_export(
    office: Office, handle: str, wanted: str | None, first: date | None, last: date | None
) -> list[UUID]:
    """Write the audit entries and return the initiatives; before anything is read.

    What was logged and then not read is harmless; the reverse is not.
    """
    with office.reading(Everywhere(handle)) as work:
        user = users.by_handle(work, handle)
        user_id = user.id
    if user.disabled:
        raise NotFound(users.NOBODY)
    with office.work(Everywhere(str(user_id))) as work:
        found = list(_readable(work, user_id, handle))
        if wanted is not None:
            found = [each for each in found if _is(work, each, wanted)]
        if not found:
            raise NotFound("No initiative whose decisions this user may read.")
        payload = {"from": str(first or ""), "to": str(last or ""), "through": "command-line"}
        for each in found:
            key = initiative_key(each)
            audit.append(work, "decisions.exported", each, payload=payload, key=key)
    return found


def _readable(work: Work, user_id: UUID, handle: str) -> Iterator[UUID]:
    """Yield the initiatives whose dossiers a user may read: none else seems to exist."""
    for initiative in work.session.exec(select(InitiativeRow.id).order_by(col(InitiativeRow.id))):
        for role in sorted(ALLOWED[READ]):
            try:
                may(work, Actor(user_id, handle, role, None), READ, initiative)
            except NotFound:
                continue
            yield initiative
            break


def _is(work: Work, initiative: UUID, wanted: str) -> bool:
    row = work.session.get_one(InitiativeRow, initiative)
    return wanted in (str(initiative), store.load_initiative(work, row).code_name)


def _within(stored: Stored, first: date | None, last: date | None) -> bool:
    # The instant is RFC 3339 in UTC, so its first ten characters are the day.
    day = str(stored.verdict["as_of"])[:10] if stored.verdict else ""
    return (first is None or day >= str(first)) and (last is None or day <= str(last))


def decision_ids(work: Work, initiatives: Iterable[UUID] | None = None) -> list[UUID]:
    """Return the ids of all decisions, or of those of some initiatives, in a fixed order."""
    rows = select(DecisionRow.id)
    if initiatives is not None:
        rows = rows.where(col(DecisionRow.initiative_id).in_(list(initiatives)))
    ordered = rows.order_by(col(DecisionRow.session_id), col(DecisionRow.sequence))
    return list(work.session.exec(ordered))


def stored_decisions(work: Work, ids: Iterable[UUID]) -> Iterator[Stored]:
    """Open decisions one by one; raise Forged or Damaged at one that is not as it was made."""
    for decision in ids:
        row = verified(work, work.session.get_one(DecisionRow, decision))
        try:
            dossier = open_dossier(work, row)
        except NotReplayable:
            dossier = None
        verdict = open_record(work, row).verdict
        yield Stored(str(row.id), str(row.session_id), dossier, verdict)
        work.session.expunge(row)  # years of decisions must not fill the memory


def _shown(work: Work, ids: list[UUID]) -> Iterator[Stored]:
    console = Console(stderr=True, highlight=False)
    try:
        with bars(console) as shown:
            yield from shown.track(
                stored_decisions(work, ids), total=len(ids), description="Exporting"
            )
    except (Forged, Damaged) as fault:
        stop(f"{fault}. Keep this database as it is, and compare it with a backup.", code=1)


@contextmanager
def new_private(path: Path) -> Iterator[BinaryIO]:
    """Make a file that only its owner can read; it is removed if it is not finished."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        stop(f"{path} exists already and is not overwritten; give another name.")
    except OSError:
        stop(f"{path} cannot be written; check the path and its permissions.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
    except BaseException:  # half of it must not pass for all, whatever went wrong
        path.unlink(missing_ok=True)
        raise
