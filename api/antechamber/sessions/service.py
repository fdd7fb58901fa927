"""Draft sessions, keep their plan, seat people and determine their ties."""

from uuid import UUID, uuid4

from sqlmodel import col, select

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.documents import facts as shapes
from antechamber.documents import store
from antechamber.documents.facts import Facts
from antechamber.documents.session import SEATED, SeatPart, SessionDocument
from antechamber.errors import NotFound, Problem
from antechamber.identity.actor import Actor
from antechamber.participants import organisations
from antechamber.tables import ParticipantRow, SessionRow
from antechamber.vault import initiative_key
from antechamber.work import Work
from antechamber_compliance.dossier.seat import Seat
from antechamber_compliance.dossier.session import Session
from antechamber_compliance.dossier.shape import MOST_SEATS, json_name, leaves
from antechamber_compliance.lifecycle import BEFORE_THE_MEETING

PLAN = frozenset(json_name(f) for f, _ in leaves(Session))
DETERMINATIONS = "determinations"
# Whether somebody belongs to a listed group is for compliance to determine.
ORDINARY = frozenset(SEATED) - {DETERMINATIONS}
# After the meeting the record stands as it was.
OPEN = frozenset(BEFORE_THE_MEETING) | {"in_session"}


class Closed(Problem):
    """The session is over or cancelled; its plan and seats are a record now."""

    status, slug, title = 409, "session-closed", "The session is closed"


class TooMany(Problem):
    """The session has as many seats as it can hold."""

    status, slug, title = 409, "too-many-seats", "No seat is left"


class SameReader(Problem):
    """The second reader of a determination must be somebody else."""

    status, slug, title = 409, "same-reader", "Two people are needed"


def draft(work: Work, initiative_id: UUID, title: str, plan: Facts) -> SessionRow:
    """Draft a session; raise InvalidFacts."""
    work.lock(initiative_id)
    shapes.check(Session, plan, PLAN, at="/plan")
    row = SessionRow(id=uuid4(), initiative_id=initiative_id)
    store.save_session(work, row, SessionDocument(title=title, plan=plan).counted({}))
    work.session.add(row)
    _note(work, "session.drafted", row)
    clearance.changed(work, initiative_id)
    return row


def of_initiative(work: Work, initiative_id: UUID) -> list[tuple[SessionRow, SessionDocument]]:
    """Return the sessions of an initiative, ordered by id."""
    rows = work.session.exec(
        select(SessionRow)
        .where(SessionRow.initiative_id == initiative_id)
        .order_by(col(SessionRow.id))
    ).all()
    return [(row, store.load_session(work, row)) for row in rows]


def replan(work: Work, row: SessionRow, patch: Facts) -> SessionRow:
    """Change the plan by a merge patch; raise InvalidFacts, Closed."""
    document = _lock(work, row)
    shapes.check_patch(Session, patch, PLAN, at="/plan")
    document = document.model_copy(update={"plan": shapes.merged(document.plan, patch)})
    return _save(work, row, document, "session.replanned")


def seat(work: Work, row: SessionRow, person: ParticipantRow, patch: Facts) -> SessionRow:
    """Seat a participant, or change their seat by a merge patch.

    Raises InvalidFacts, Closed, TooMany, and NotFound for a person of another initiative.
    """
    document = _lock(work, row)
    _same_initiative(row, person)
    shapes.check_patch(Seat, patch, ORDINARY)
    if document.seat_of(person.id) is None and len(document.seats) >= MOST_SEATS:
        raise TooMany(f"A session holds at most {MOST_SEATS} seats.")
    facts = _facts(work, row, document, person) or {DETERMINATIONS: {}}
    document = _with_seat(work, row, document, person, shapes.merged(facts, patch))
    return _save(work, row, document, "seat.recorded")


def unseat(work: Work, row: SessionRow, person: ParticipantRow) -> SessionRow:
    """Take a participant off the session; raise NotFound, Closed."""
    document = _lock(work, row)
    if document.seat_of(person.id) is None:
        raise NotFound("No such seat that you may see.")
    seats = [each for each in document.seats if each.participant != person.id]
    document = document.model_copy(update={"seats": seats})
    return _save(work, row, document, "seat.removed")


def determine(
    work: Work,
    row: SessionRow,
    person: ParticipantRow,
    actor: Actor,
    ref: str,
    basis: str,
    reason: str,
) -> SessionRow:
    """Record whether a seated person belongs to the actor `ref`; a second reader confirms it.

    Raises Closed, and NotFound where the seat or the actor is not on record.
    """
    if ref not in {body.ref for _, body in organisations.actors_of(work, row.initiative_id)}:
        raise NotFound("No actor with this reference is on record.")
    said = {"basis": basis, "reason": reason, "by": actor.handle, "second_reader": "none"}
    return _determination(work, row, person, ref, said, "determination.recorded")


def second_read(
    work: Work, row: SessionRow, person: ParticipantRow, actor: Actor, ref: str
) -> SessionRow:
    """Confirm a determination as its second reader; raise SameReader, NotFound."""
    document = _lock(work, row)
    facts = _facts(work, row, document, person) or {}
    said = facts.get(DETERMINATIONS, {}).get(ref)
    if said is None:
        raise NotFound("No such determination that you may see.")
    if said["by"] == actor.handle:
        raise SameReader("Somebody other than the first reader must confirm it.")
    said = {**said, "second_reader": actor.handle}
    return _determination(work, row, person, ref, said, "determination.confirmed")


def _determination(
    work: Work, row: SessionRow, person: ParticipantRow, ref: str, said: Facts, action: str
) -> SessionRow:
    document = _lock(work, row)
    shapes.check(Seat, {DETERMINATIONS: {ref: said}}, (DETERMINATIONS,), at="")
    facts = _facts(work, row, document, person)
    if facts is None:
        raise NotFound("No such seat that you may see.")
    facts = {**facts, DETERMINATIONS: {**facts.get(DETERMINATIONS, {}), ref: said}}
    return _save(work, row, _with_seat(work, row, document, person, facts), action)


def _lock(work: Work, row: SessionRow) -> SessionDocument:
    work.lock_row(row)
    # Read anew after the wait, all of them at once (`store.people_of`).
    work.vault.preload(row.initiative_id)
    store.people_of(work, row.initiative_id)
    if row.state.value not in OPEN:
        raise Closed(f"A session that is {row.state.value} is not changed any more.")
    return store.load_session(work, row)


def _same_initiative(row: SessionRow, person: ParticipantRow) -> None:
    if person.initiative_id != row.initiative_id:
        raise NotFound("No participant with this id that you may see.")


def _facts(
    work: Work, row: SessionRow, document: SessionDocument, person: ParticipantRow
) -> Facts | None:
    entry = document.seat_of(person.id)
    return store.open_seat(work, row, entry, person).facts if entry else None


def _with_seat(
    work: Work, row: SessionRow, document: SessionDocument, person: ParticipantRow, facts: Facts
) -> SessionDocument:
    entry = store.seal_seat(work, row, person, SeatPart(facts=facts))
    others = [each for each in document.seats if each.participant != person.id]
    return document.model_copy(update={"seats": [*others, entry]})


def _save(work: Work, row: SessionRow, document: SessionDocument, action: str) -> SessionRow:
    parts = {key: part for key, (_, part) in store.open_seats(work, row, document).items()}
    store.save_session(work, row, document.counted(parts))
    work.session.add(row)
    _note(work, action, row)
    clearance.changed(work, row.initiative_id)
    return row


def _note(work: Work, action: str, row: SessionRow) -> None:
    work.session.flush()  # the entry is about a row that must be there
    audit.append(work, action, row.id, key=initiative_key(row.initiative_id))
