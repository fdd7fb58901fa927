"""Sessions and seats over HTTP; what moves a session is in `clearance`."""

from uuid import UUID

from fastapi import Response
from sqlmodel import col, select

from antechamber.deps import ActorDep, BodyDep, IfMatchDep, OfficeDep, PageDep, RepeatDep
from antechamber.http import idempotency
from antechamber.http.bodies import api_router
from antechamber.http.etag import require_match, tag_of
from antechamber.http.openapi import answers
from antechamber.http.pages import page
from antechamber.http.reach import reach
from antechamber.http.schemas import Listing
from antechamber.identity.access import may
from antechamber.identity.actor import Actor
from antechamber.participants.service import find_in
from antechamber.sessions import service
from antechamber.sessions.schemas import (
    ChangedSession,
    DeterminationIn,
    NewSession,
    SeatIn,
    SessionOut,
)
from antechamber.sessions.service import Closed, SameReader, TooMany
from antechamber.sessions.views import shown
from antechamber.tables import SessionRow
from antechamber.work import Work

router = api_router("sessions", "/v1")
SEAT = "/sessions/{session_id}/seats/{participant_id}"


def _answer(work: Work, row: SessionRow, actor: Actor, response: Response) -> SessionOut:
    response.headers["ETag"] = tag_of(row, actor)
    return shown(work, row, actor)


@router.post("/initiatives/{initiative_id}/sessions", status_code=201)
def draft(
    initiative_id: UUID,
    ask: BodyDep[NewSession],
    office: OfficeDep,
    actor: ActorDep,
    repeat: RepeatDep,
    response: Response,
) -> SessionOut:
    """Draft a session."""
    with office.work(actor) as work:
        may(work, actor, "session.write", initiative_id)
        earlier = idempotency.earlier(work, repeat)
        if earlier:
            row = reach(work, actor, "session.read", SessionRow, earlier.id)
        else:
            new = ask.read()
            row = service.draft(work, initiative_id, new.title, new.plan)
            idempotency.keep(work, repeat, row.id)
        response.headers["Location"] = f"/v1/sessions/{row.id}"
        return _answer(work, row, actor, response)


@router.get("/initiatives/{initiative_id}/sessions")
def listing(
    initiative_id: UUID, ask: PageDep, office: OfficeDep, actor: ActorDep, response: Response
) -> Listing[SessionOut]:
    """List the sessions of an initiative."""
    with office.reading(actor) as work:
        may(work, actor, "session.read", initiative_id)
        rows = select(SessionRow).where(SessionRow.initiative_id == initiative_id)
        found = page(work, ask, rows, by=col(SessionRow.id))
        found.announce(response)
        return Listing(items=[shown(work, row, actor) for row in found.rows])


@router.get("/sessions/{session_id}")
def read(session_id: UUID, office: OfficeDep, actor: ActorDep, response: Response) -> SessionOut:
    """Show a session."""
    with office.reading(actor) as work:
        row = reach(work, actor, "session.read", SessionRow, session_id)
        return _answer(work, row, actor, response)


@router.patch("/sessions/{session_id}", responses=answers(Closed))
def replan(
    session_id: UUID,
    ask: BodyDep[ChangedSession],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    response: Response,
) -> SessionOut:
    """Change the plan; the sessions of the initiative are decided again."""
    with office.work(actor) as work:
        row = reach(work, actor, "session.write", SessionRow, session_id)
        require_match(work, if_match, row, actor, row.initiative_id)
        return _answer(work, service.replan(work, row, ask.read().plan), actor, response)


@router.patch(SEAT, responses=answers(Closed, TooMany))
def seat(
    session_id: UUID,
    participant_id: UUID,
    ask: BodyDep[SeatIn],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    response: Response,
) -> SessionOut:
    """Seat a participant, or change their seat by a merge patch."""
    with office.work(actor) as work:
        row = reach(work, actor, "session.write", SessionRow, session_id)
        person = find_in(work, row.initiative_id, participant_id)
        require_match(work, if_match, row, actor, row.initiative_id)
        row = service.seat(work, row, person, ask.read().facts)
        return _answer(work, row, actor, response)


@router.delete(SEAT, responses=answers(Closed))
def unseat(
    session_id: UUID,
    participant_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    response: Response,
) -> SessionOut:
    """Take a participant off the session."""
    with office.work(actor) as work:
        row = reach(work, actor, "session.write", SessionRow, session_id)
        person = find_in(work, row.initiative_id, participant_id)
        require_match(work, if_match, row, actor, row.initiative_id)
        return _answer(work, service.unseat(work, row, person), actor, response)


@router.put(SEAT + "/determinations/{actor_ref}", responses=answers(Closed))
def determine(
    session_id: UUID,
    participant_id: UUID,
    actor_ref: str,
    ask: BodyDep[DeterminationIn],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    response: Response,
) -> SessionOut:
    """Determine whether a seated person belongs to an actor of the conflict."""
    with office.work(actor) as work:
        row = reach(work, actor, "determination.write", SessionRow, session_id)
        person = find_in(work, row.initiative_id, participant_id)
        require_match(work, if_match, row, actor, row.initiative_id)
        said = ask.read()
        row = service.determine(work, row, person, actor, actor_ref, said.basis, said.reason)
        return _answer(work, row, actor, response)


@router.post(
    SEAT + "/determinations/{actor_ref}/second-reading", responses=answers(Closed, SameReader)
)
def second_read(
    session_id: UUID,
    participant_id: UUID,
    actor_ref: str,
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> SessionOut:
    """Confirm a determination as its second reader."""
    with office.work(actor) as work:
        row = reach(work, actor, "determination.write", SessionRow, session_id)
        person = find_in(work, row.initiative_id, participant_id)
        if not idempotency.earlier(work, repeat):
            require_match(work, if_match, row, actor, row.initiative_id)
            row = service.second_read(work, row, person, actor, actor_ref)
            idempotency.keep(work, repeat, row.id, 200)
        return _answer(work, row, actor, response)
