"""Organisations and actors over HTTP."""

from uuid import UUID

from fastapi import Response
from sqlmodel import col, select

from antechamber.deps import ActorDep, BodyDep, IfMatchDep, OfficeDep, PageDep, RepeatDep
from antechamber.documents import store
from antechamber.http import idempotency
from antechamber.http.bodies import api_router
from antechamber.http.etag import require_match, tag_of
from antechamber.http.openapi import answers
from antechamber.http.pages import page
from antechamber.http.reach import reach
from antechamber.http.schemas import Listing
from antechamber.identity.access import may
from antechamber.identity.actor import Actor
from antechamber.participants import organisations as service
from antechamber.participants.schemas import (
    ChangedActorListings,
    NewOrganisation,
    OrganisationOut,
)
from antechamber.participants.service import RefTaken
from antechamber.participants.views import shown_organisation
from antechamber.tables import OrganisationRow
from antechamber.work import Work

router = api_router("organisations", "/v1")


def _answer(work: Work, row: OrganisationRow, actor: Actor, response: Response) -> OrganisationOut:
    response.headers["ETag"] = tag_of(row, actor)
    return shown_organisation(row, store.load_organisation(work, row), actor)


@router.post(
    "/initiatives/{initiative_id}/organisations", status_code=201, responses=answers(RefTaken)
)
def record(
    initiative_id: UUID,
    ask: BodyDep[NewOrganisation],
    office: OfficeDep,
    actor: ActorDep,
    repeat: RepeatDep,
    response: Response,
) -> OrganisationOut:
    """Record an organisation, or an actor of the conflict."""
    with office.work(actor) as work:
        may(work, actor, "organisation.write", initiative_id)
        earlier = idempotency.earlier(work, repeat)
        if earlier:
            row = service.find(work, earlier.id)
        else:
            new = ask.read()
            row = service.record(work, initiative_id, new.ref, new.names, new.actor_kind)
            idempotency.keep(work, repeat, row.id)
        response.headers["Location"] = f"/v1/organisations/{row.id}"
        return _answer(work, row, actor, response)


@router.get("/initiatives/{initiative_id}/organisations")
def listing(
    initiative_id: UUID, ask: PageDep, office: OfficeDep, actor: ActorDep, response: Response
) -> Listing[OrganisationOut]:
    """List the organisations and actors of an initiative."""
    with office.reading(actor) as work:
        may(work, actor, "organisation.read", initiative_id)
        rows = select(OrganisationRow).where(OrganisationRow.initiative_id == initiative_id)
        found = page(work, ask, rows, by=col(OrganisationRow.id))
        found.announce(response)
        opened = [(row, store.load_organisation(work, row)) for row in found.rows]
        return Listing(items=[shown_organisation(row, each, actor) for row, each in opened])


@router.get("/organisations/{organisation_id}")
def read(
    organisation_id: UUID, office: OfficeDep, actor: ActorDep, response: Response
) -> OrganisationOut:
    """Show an organisation."""
    with office.reading(actor) as work:
        row = reach(work, actor, "organisation.read", OrganisationRow, organisation_id)
        return _answer(work, row, actor, response)


@router.patch("/organisations/{organisation_id}/listings")
def record_listings(
    organisation_id: UUID,
    ask: BodyDep[ChangedActorListings],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    response: Response,
) -> OrganisationOut:
    """Record an actor's listings; sessions of the initiative are decided again."""
    with office.work(actor) as work:
        row = reach(work, actor, "listing.write", OrganisationRow, organisation_id)
        require_match(work, if_match, row, actor, row.initiative_id)
        row = service.record_listings(work, row, ask.read().listings)
        return _answer(work, row, actor, response)
