"""Sign-offs over HTTP."""

from uuid import UUID

from fastapi import Response

from antechamber.deps import ActorDep, BodyDep, IfMatchDep, OfficeDep, RepeatDep
from antechamber.documents import store
from antechamber.http import idempotency
from antechamber.http.bodies import api_router
from antechamber.http.etag import require_match, tag_of
from antechamber.http.openapi import answers
from antechamber.http.reach import reach
from antechamber.http.schemas import Listing
from antechamber.identity.actor import Actor
from antechamber.signoffs import service
from antechamber.signoffs.schemas import SignoffIn, SignoffOut
from antechamber.signoffs.service import NotForeseen, NotOpen, NotYours, ValuesChanged
from antechamber.signoffs.views import shown
from antechamber.tables import SessionRow, SignoffRow
from antechamber.work import Work

router = api_router("signoffs", "/v1")


def _answer(work: Work, row: SignoffRow, actor: Actor, response: Response) -> SignoffOut:
    response.headers["ETag"] = tag_of(row, actor)
    return shown(work, row, store.load_signoff(work, row), actor)


@router.post("/sessions/{session_id}/signoffs", status_code=201, responses=answers(NotForeseen))
def request(
    session_id: UUID,
    ask: BodyDep[SignoffIn],
    office: OfficeDep,
    actor: ActorDep,
    repeat: RepeatDep,
    response: Response,
) -> SignoffOut:
    """Ask for a waiver or an approval of one finding."""
    with office.work(actor) as work:
        session = reach(work, actor, "signoff.request", SessionRow, session_id)
        earlier = idempotency.earlier(work, repeat)
        if earlier:
            row = service.find(work, earlier.id)
        else:
            asked = service.Request(**ask.read().model_dump(mode="json"))
            row = service.request(work, session, actor, asked)
            idempotency.keep(work, repeat, row.id)
        response.headers["Location"] = f"/v1/signoffs/{row.id}"
        return _answer(work, row, actor, response)


@router.get("/sessions/{session_id}/signoffs")
def listing(session_id: UUID, office: OfficeDep, actor: ActorDep) -> Listing[SignoffOut]:
    """List the sign-offs of a session."""
    with office.reading(actor) as work:
        session = reach(work, actor, "signoff.read", SessionRow, session_id)
        found = service.of_session(work, session)
        return Listing(items=[shown(work, row, document, actor) for row, document in found])


@router.get("/signoffs/{signoff_id}")
def read(signoff_id: UUID, office: OfficeDep, actor: ActorDep, response: Response) -> SignoffOut:
    """Show a sign-off."""
    with office.reading(actor) as work:
        row = reach(work, actor, "signoff.read", SignoffRow, signoff_id)
        return _answer(work, row, actor, response)


@router.post("/signoffs/{signoff_id}/sign", responses=answers(NotYours, NotOpen, ValuesChanged))
def sign(
    signoff_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> SignoffOut:
    """Sign in your role; it has effect once every named role has signed."""
    with office.work(actor) as work:
        row = reach(work, actor, "signoff.approve", SignoffRow, signoff_id)
        if not idempotency.earlier(work, repeat):
            require_match(work, if_match, row, actor, row.initiative_id)
            row = service.sign(work, row, actor)
            idempotency.keep(work, repeat, row.id, 200)
        return _answer(work, row, actor, response)


@router.post("/signoffs/{signoff_id}/refuse", responses=answers(NotYours, NotOpen))
def refuse(
    signoff_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> SignoffOut:
    """Refuse a sign-off that was asked for."""
    with office.work(actor) as work:
        row = reach(work, actor, "signoff.approve", SignoffRow, signoff_id)
        if not idempotency.earlier(work, repeat):
            require_match(work, if_match, row, actor, row.initiative_id)
            row = service.refuse(work, row, actor)
            idempotency.keep(work, repeat, row.id, 200)
        return _answer(work, row, actor, response)


@router.post("/signoffs/{signoff_id}/revoke", responses=answers(NotOpen))
def revoke(
    signoff_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    repeat: RepeatDep,
    response: Response,
) -> SignoffOut:
    """Take a sign-off back; what rested on it is decided again at once."""
    with office.work(actor) as work:
        row = reach(work, actor, "signoff.revoke", SignoffRow, signoff_id)
        if not idempotency.earlier(work, repeat):
            row = service.revoke(work, row)
            idempotency.keep(work, repeat, row.id, 200)
        return _answer(work, row, actor, response)
