"""Initiatives and their members over HTTP."""

from uuid import UUID

from fastapi import Response
from sqlmodel import col, select

from antechamber.deps import ActorDep, BodyDep, IfMatchDep, OfficeDep, PageDep, RepeatDep
from antechamber.documents import store
from antechamber.errors import NotFound
from antechamber.http import idempotency
from antechamber.http.bodies import api_router
from antechamber.http.etag import require_match, tag_of
from antechamber.http.openapi import answers
from antechamber.http.pages import page
from antechamber.http.schemas import Listing
from antechamber.identity import memberships
from antechamber.identity.access import may
from antechamber.identity.actor import Actor
from antechamber.identity.problems import IncompatibleRoles, NotAppointed
from antechamber.identity.users import handles
from antechamber.initiatives import service
from antechamber.initiatives.schemas import (
    ChangedInitiative,
    ChangedNexus,
    InitiativeOut,
    MemberOut,
    NewInitiative,
    NewMember,
)
from antechamber.initiatives.views import shown
from antechamber.tables import InitiativeRow, MembershipRow
from antechamber.work import Work

router = api_router("initiatives", "/v1/initiatives")


def _answer(work: Work, row: InitiativeRow, actor: Actor, response: Response) -> InitiativeOut:
    response.headers["ETag"] = tag_of(row, actor)
    return shown(row, store.load_initiative(work, row), actor)


@router.post("", status_code=201)
def create(
    ask: BodyDep[NewInitiative],
    office: OfficeDep,
    actor: ActorDep,
    repeat: RepeatDep,
    response: Response,
) -> InitiativeOut:
    """Make an initiative; whoever makes it becomes its convener."""
    with office.work(actor) as work:
        may(work, actor, "initiative.create")
        earlier = idempotency.earlier(work, repeat)
        if earlier:
            row, _ = service.find(work, earlier.id)
        else:
            row = service.create(work, actor, ask.read().code_name)
            idempotency.keep(work, repeat, row.id)
        response.headers["Location"] = f"/v1/initiatives/{row.id}"
        return _answer(work, row, actor, response)


@router.get("")
def listing(
    ask: PageDep, office: OfficeDep, actor: ActorDep, response: Response
) -> Listing[InitiativeOut]:
    """List the initiatives in which you hold your present role."""
    with office.reading(actor) as work:
        may(work, actor, "initiative.list")
        found = page(work, ask, service.of_member(work, actor), by=col(InitiativeRow.id))
        found.announce(response)
        opened = [(row, store.load_initiative(work, row)) for row in found.rows]
        return Listing(items=[shown(row, document, actor) for row, document in opened])


@router.get("/{initiative_id}")
def read(
    initiative_id: UUID, office: OfficeDep, actor: ActorDep, response: Response
) -> InitiativeOut:
    """Show an initiative."""
    with office.reading(actor) as work:
        may(work, actor, "initiative.read", initiative_id)
        row, _ = service.find(work, initiative_id)
        return _answer(work, row, actor, response)


@router.patch("/{initiative_id}")
def change(
    initiative_id: UUID,
    ask: BodyDep[ChangedInitiative],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    response: Response,
) -> InitiativeOut:
    """Record facts of an initiative; its sessions are decided again."""
    with office.work(actor) as work:
        may(work, actor, "initiative.write", initiative_id)
        require_match(
            work, if_match, work.session.get_one(InitiativeRow, initiative_id), actor, initiative_id
        )
        row = service.update(work, initiative_id, ask.read().facts)
        return _answer(work, row, actor, response)


@router.patch("/{initiative_id}/nexus")
def change_nexus(
    initiative_id: UUID,
    ask: BodyDep[ChangedNexus],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    response: Response,
) -> InitiativeOut:
    """Record which regimes apply and which authorisations are on file."""
    with office.work(actor) as work:
        may(work, actor, "nexus.write", initiative_id)
        require_match(
            work, if_match, work.session.get_one(InitiativeRow, initiative_id), actor, initiative_id
        )
        row = service.update(work, initiative_id, ask.read().facts, nexus=True)
        return _answer(work, row, actor, response)


@router.post("/{initiative_id}/nexus/review")
def review_nexus(
    initiative_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> InitiativeOut:
    """Review the nexus as it stands; compliance and director both, on one day."""
    with office.work(actor) as work:
        may(work, actor, "nexus.write", initiative_id)
        row, _ = service.find(work, initiative_id)
        if not idempotency.earlier(work, repeat):
            require_match(work, if_match, row, actor, initiative_id)
            row = service.review_nexus(work, actor, initiative_id)
            idempotency.keep(work, repeat, row.id, 200)
        return _answer(work, row, actor, response)


@router.get("/{initiative_id}/memberships")
def members(
    initiative_id: UUID, ask: PageDep, office: OfficeDep, actor: ActorDep, response: Response
) -> Listing[MemberOut]:
    """List who holds which role in an initiative."""
    with office.reading(actor) as work:
        may(work, actor, "membership.read", initiative_id)
        rows = select(MembershipRow).where(MembershipRow.initiative_id == initiative_id)
        found = page(work, ask, rows, by=col(MembershipRow.id))
        found.announce(response)
        known = handles(work)
        given = (row for row in found.rows if memberships.given(work, row))
        return Listing(items=[_member(row, known) for row in given])


@router.post(
    "/{initiative_id}/memberships",
    status_code=201,
    responses=answers(IncompatibleRoles, NotAppointed),
)
def add_member(
    initiative_id: UUID,
    ask: BodyDep[NewMember],
    office: OfficeDep,
    actor: ActorDep,
    repeat: RepeatDep,
    response: Response,
) -> MemberOut:
    """Give a user a role in an initiative; its sessions are decided again."""
    with office.work(actor) as work:
        may(work, actor, "membership.write", initiative_id)
        earlier = idempotency.earlier(work, repeat)
        if earlier:
            row = _membership(work, initiative_id, earlier.id)
        else:
            body = ask.read()
            row = service.add_member(work, initiative_id, body.user, body.role)
            idempotency.keep(work, repeat, row.id)
        response.headers["Location"] = f"/v1/initiatives/{initiative_id}/memberships/{row.id}"
        response.headers["ETag"] = tag_of(row, actor)
        return _member(row, handles(work))


@router.delete("/{initiative_id}/memberships/{membership_id}", status_code=204)
def remove_member(
    initiative_id: UUID,
    membership_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
) -> None:
    """Take a role in an initiative back; its sessions are decided again."""
    with office.work(actor) as work:
        may(work, actor, "membership.write", initiative_id)
        require_match(
            work, if_match, _membership(work, initiative_id, membership_id), actor, initiative_id
        )
        service.remove_member(work, initiative_id, membership_id)


@router.get("/{initiative_id}/memberships/{membership_id}")
def read_member(
    initiative_id: UUID,
    membership_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    response: Response,
) -> MemberOut:
    """Show one membership."""
    with office.reading(actor) as work:
        may(work, actor, "membership.read", initiative_id)
        row = _membership(work, initiative_id, membership_id)
        response.headers["ETag"] = tag_of(row, actor)
        return _member(row, handles(work))


def _membership(work: Work, initiative_id: UUID, membership_id: UUID) -> MembershipRow:
    row = work.session.get(MembershipRow, membership_id)
    if row is None or row.initiative_id != initiative_id or not memberships.given(work, row):
        raise NotFound("No membership with this id that you may see.")
    return row


def _member(row: MembershipRow, known: dict[UUID, str]) -> MemberOut:
    return MemberOut(id=row.id, user=known[row.user_id], role=row.role)
