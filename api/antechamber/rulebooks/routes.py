"""Parameters over HTTP: of the organisation, and of one initiative."""

from uuid import UUID

from fastapi import Response

from antechamber.deps import ActorDep, BodyDep, IfMatchDep, OfficeDep, RepeatDep
from antechamber.errors import NotFound
from antechamber.http import idempotency
from antechamber.http.bodies import api_router
from antechamber.http.etag import require_match, require_tag, tag_of
from antechamber.http.openapi import answers
from antechamber.http.schemas import Listing
from antechamber.identity.access import may
from antechamber.identity.actor import Actor
from antechamber.office import Office
from antechamber.rulebooks import parameters, redeciding
from antechamber.rulebooks.parameters import NothingProposed, SecondPerson
from antechamber.rulebooks.schemas import ParameterIn, ParameterOut
from antechamber.rulebooks.views import shown
from antechamber.tables import InitiativeRow, OfficeRow
from antechamber.work import Everywhere, Work

router = api_router("parameters", "/v1")


@router.get("/office/parameters")
def office_listing(office: OfficeDep, actor: ActorDep) -> Listing[ParameterOut]:
    """List the parameters of the organisation."""
    with office.reading(actor) as work:
        may(work, actor, "office-parameter.read")
        return _listed(work, _office(work))


@router.get("/office/parameters/{name}")
def read_office(name: str, office: OfficeDep, actor: ActorDep, response: Response) -> ParameterOut:
    """Show a parameter of the organisation."""
    with office.reading(actor) as work:
        may(work, actor, "office-parameter.read")
        return _answer(work, _office(work), name, actor, response)


@router.put("/office/parameters/{name}")
def put_office(
    name: str,
    ask: BodyDep[ParameterIn],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    response: Response,
) -> ParameterOut:
    """Set a parameter for the whole office; every session is decided again."""
    with office.work(actor) as work:
        may(work, actor, "office-parameter.write")
        row = _known(work, _office(work), name)
        _match(work, if_match, row, actor)
        body = ask.read()
        parameters.put(work, row, actor, name, body.value, body.reason)
    return _decided(office, name, actor, response)


@router.delete("/office/parameters/{name}", status_code=204)
def remove_office(name: str, office: OfficeDep, actor: ActorDep, if_match: IfMatchDep) -> None:
    """Remove a parameter of the organisation; every session is decided again."""
    with office.work(actor) as work:
        may(work, actor, "office-parameter.write")
        row = _known(work, _office(work), name)
        _match(work, if_match, row, actor)
        parameters.remove(work, row, name)
    redeciding.resume(office, Everywhere(str(actor.user_id)))


@router.post(
    "/office/parameters/{name}/confirmation", responses=answers(NothingProposed, SecondPerson)
)
def confirm_office(
    name: str,
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> ParameterOut:
    """Confirm a looser value of the organisation; every session is decided again."""
    with office.work(actor) as work:
        may(work, actor, "office-parameter.confirm")
        row = _known(work, _office(work), name)
        if idempotency.earlier(work, repeat):
            return _answer(work, row, name, actor, response)
        _match(work, if_match, row, actor)
        parameters.confirm(work, row, actor, name)
        idempotency.keep(work, repeat, row.id, 200)
    return _decided(office, name, actor, response)


@router.get("/initiatives/{initiative_id}/parameters")
def listing(initiative_id: UUID, office: OfficeDep, actor: ActorDep) -> Listing[ParameterOut]:
    """List the parameters of an initiative."""
    with office.reading(actor) as work:
        may(work, actor, "parameter.read", initiative_id)
        return _listed(work, _initiative(work, initiative_id))


@router.get("/initiatives/{initiative_id}/parameters/{name}")
def read(
    initiative_id: UUID, name: str, office: OfficeDep, actor: ActorDep, response: Response
) -> ParameterOut:
    """Show a parameter of an initiative."""
    with office.reading(actor) as work:
        may(work, actor, "parameter.read", initiative_id)
        return _answer(work, _initiative(work, initiative_id), name, actor, response)


@router.put("/initiatives/{initiative_id}/parameters/{name}")
def put(
    initiative_id: UUID,
    name: str,
    ask: BodyDep[ParameterIn],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    response: Response,
) -> ParameterOut:
    """Set a parameter for one initiative; its sessions are decided again."""
    with office.work(actor) as work:
        may(work, actor, "parameter.write", initiative_id)
        row = _known(work, _initiative(work, initiative_id), name)
        require_match(work, if_match, row, actor, initiative_id)
        body = ask.read()
        parameters.put(work, row, actor, name, body.value, body.reason)
        return _answer(work, row, name, actor, response)


@router.delete("/initiatives/{initiative_id}/parameters/{name}", status_code=204)
def remove(
    initiative_id: UUID, name: str, office: OfficeDep, actor: ActorDep, if_match: IfMatchDep
) -> None:
    """Remove a parameter of an initiative; its sessions are decided again."""
    with office.work(actor) as work:
        may(work, actor, "parameter.write", initiative_id)
        row = _known(work, _initiative(work, initiative_id), name)
        require_match(work, if_match, row, actor, initiative_id)
        parameters.remove(work, row, name)


@router.post(
    "/initiatives/{initiative_id}/parameters/{name}/confirmation",
    responses=answers(NothingProposed, SecondPerson),
)
def confirm(
    initiative_id: UUID,
    name: str,
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> ParameterOut:
    """Confirm a looser value of an initiative; its sessions are decided again."""
    with office.work(actor) as work:
        may(work, actor, "parameter.confirm", initiative_id)
        row = _known(work, _initiative(work, initiative_id), name)
        if not idempotency.earlier(work, repeat):
            require_match(work, if_match, row, actor, initiative_id)
            parameters.confirm(work, row, actor, name)
            idempotency.keep(work, repeat, row.id, 200)
        return _answer(work, row, name, actor, response)


def _office(work: Work) -> OfficeRow:
    return work.session.get_one(OfficeRow, work.keys.office)


def _initiative(work: Work, initiative_id: UUID) -> InitiativeRow:
    row = work.session.get(InitiativeRow, initiative_id)
    if row is None:
        raise NotFound
    return row


def _known(work: Work, row: parameters.R, name: str) -> parameters.R:
    """Return the row if it has a parameter of this name; raise NotFound."""
    parameters.standing(work, row, name)
    return row


def _match(work: Work, if_match: str | None, row: OfficeRow, actor: Actor) -> None:
    redeciding.lock_office(work)  # of two who hold the same tag only one writes
    require_tag(if_match, row, actor)


def _listed(work: Work, row: parameters.Row) -> Listing[ParameterOut]:
    found = (parameters.standing(work, row, name) for name in parameters.names(work, row))
    return Listing(items=[shown(each) for each in found])


def _answer(
    work: Work, row: parameters.Row, name: str, actor: Actor, response: Response
) -> ParameterOut:
    response.headers["ETag"] = tag_of(row, actor)
    return shown(parameters.standing(work, row, name))


def _decided(office: Office, name: str, actor: Actor, response: Response) -> ParameterOut:
    """Decide on every session again if that is due, and show what the office's row then holds."""
    redeciding.resume(office, Everywhere(str(actor.user_id)))
    with office.reading(actor) as work:
        return _answer(work, _office(work), name, actor, response)
