"""Participants over HTTP: by pseudonym, and by name only through a reveal."""

from uuid import UUID

from fastapi import Response
from sqlmodel import col, select

from antechamber.deps import ActorDep, BodyDep, IfMatchDep, OfficeDep, PageDep, RepeatDep
from antechamber.documents import store
from antechamber.documents.participant import Identity
from antechamber.http import idempotency
from antechamber.http.bodies import api_router
from antechamber.http.etag import require_match, tag_of
from antechamber.http.openapi import answers
from antechamber.http.pages import page
from antechamber.http.reach import reach
from antechamber.http.schemas import Listing
from antechamber.identity.access import may
from antechamber.identity.actor import Actor
from antechamber.participants import service
from antechamber.participants.schemas import (
    ChangedListings,
    ChangedParticipant,
    IdentityIn,
    IdentityOut,
    NewParticipant,
    ParticipantOut,
    Purpose,
)
from antechamber.participants.service import RefTaken
from antechamber.participants.views import shown
from antechamber.tables import ParticipantRow
from antechamber.work import Work

router = api_router("participants", "/v1")


def _answer(work: Work, row: ParticipantRow, actor: Actor, response: Response) -> ParticipantOut:
    response.headers["ETag"] = tag_of(row, actor)
    return shown(row, store.load_file(work, row), actor)


@router.post(
    "/initiatives/{initiative_id}/participants", status_code=201, responses=answers(RefTaken)
)
def register(
    initiative_id: UUID,
    ask: BodyDep[NewParticipant],
    office: OfficeDep,
    actor: ActorDep,
    repeat: RepeatDep,
    response: Response,
) -> ParticipantOut:
    """Register a participant of an initiative."""
    with office.work(actor) as work:
        may(work, actor, "participant.write", initiative_id)
        earlier = idempotency.earlier(work, repeat)
        if earlier:
            row = service.find(work, earlier.id)
        else:
            new = ask.read()
            identity = Identity(**new.identity.model_dump())
            row = service.register(work, initiative_id, new.ref, new.pseudonym, identity, new.facts)
            idempotency.keep(work, repeat, row.id)
        response.headers["Location"] = f"/v1/participants/{row.id}"
        return _answer(work, row, actor, response)


@router.get("/initiatives/{initiative_id}/participants")
def listing(
    initiative_id: UUID, ask: PageDep, office: OfficeDep, actor: ActorDep, response: Response
) -> Listing[ParticipantOut]:
    """List the participants of an initiative."""
    with office.reading(actor) as work:
        may(work, actor, "participant.read", initiative_id)
        work.vault.preload(initiative_id)
        rows = select(ParticipantRow).where(
            ParticipantRow.initiative_id == initiative_id, col(ParticipantRow.erased).is_(False)
        )
        found = page(work, ask, rows, by=col(ParticipantRow.id))
        found.announce(response)
        return Listing(items=[shown(row, store.load_file(work, row), actor) for row in found.rows])


@router.get("/participants/{participant_id}")
def read(
    participant_id: UUID, office: OfficeDep, actor: ActorDep, response: Response
) -> ParticipantOut:
    """Show a participant, without their name."""
    with office.reading(actor) as work:
        reach(work, actor, "participant.read", ParticipantRow, participant_id)
        return _answer(work, service.find(work, participant_id), actor, response)


@router.patch("/participants/{participant_id}")
def change(
    participant_id: UUID,
    ask: BodyDep[ChangedParticipant],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    response: Response,
) -> ParticipantOut:
    """Record personal facts; sessions of the initiative are decided again."""
    with office.work(actor) as work:
        reach(work, actor, "participant.write", ParticipantRow, participant_id)
        row = service.find(work, participant_id)
        require_match(work, if_match, row, actor, row.initiative_id)
        return _answer(work, service.update(work, row, ask.read().facts), actor, response)


@router.put("/participants/{participant_id}/identity")
def rename(
    participant_id: UUID,
    ask: BodyDep[IdentityIn],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    response: Response,
) -> ParticipantOut:
    """Record who a person is anew; they must be screened again."""
    with office.work(actor) as work:
        reach(work, actor, "participant.write", ParticipantRow, participant_id)
        row = service.find(work, participant_id)
        require_match(work, if_match, row, actor, row.initiative_id)
        identity = Identity(**ask.read().model_dump())
        return _answer(work, service.rename(work, row, identity), actor, response)


@router.post("/participants/{participant_id}/identity/reveal")
def reveal(
    participant_id: UUID,
    ask: BodyDep[Purpose],
    office: OfficeDep,
    actor: ActorDep,
    repeat: RepeatDep,
) -> IdentityOut:
    """Open who a person is, for a stated purpose; each time is an entry in the audit log."""
    with office.work(actor) as work:
        reach(work, actor, "identity.read", ParticipantRow, participant_id)
        row = service.find(work, participant_id)
        earlier = idempotency.earlier(work, repeat)
        # A repetition is a reading like the first, and noted like it.
        identity = service.reveal(work, row, purpose=ask.read().purpose)
        if not earlier:
            idempotency.keep(work, repeat, row.id, 200)
    # Committed: no name leaves before its entry is there.
    return IdentityOut.model_validate(identity)


@router.patch("/participants/{participant_id}/listings")
def record_listings(
    participant_id: UUID,
    ask: BodyDep[ChangedListings],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    response: Response,
) -> ParticipantOut:
    """Record a person's own listings; sessions of the initiative are decided again."""
    with office.work(actor) as work:
        reach(work, actor, "listing.write", ParticipantRow, participant_id)
        row = service.find(work, participant_id)
        require_match(work, if_match, row, actor, row.initiative_id)
        row = service.record_listings(work, row, ask.read().listings)
        return _answer(work, row, actor, response)
