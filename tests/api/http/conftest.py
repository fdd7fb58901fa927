"""A small slice over real tables, an office with people in it, and clients that are signed in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi import Response
from fastapi.testclient import TestClient
from pydantic import Field
from sqlmodel import col, select

from antechamber import health
from antechamber.app import create_app
from antechamber.deps import ActorDep, BodyDep, IfMatchDep, OfficeDep, PageDep, RepeatDep
from antechamber.errors import NotFound
from antechamber.http import idempotency
from antechamber.http.bodies import api_router
from antechamber.http.etag import require_match, tag_of
from antechamber.http.openapi import answers
from antechamber.http.pages import page
from antechamber.http.problems import RepeatInFlight
from antechamber.http.schemas import Incoming, Listing, Outgoing
from antechamber.http.settings import HttpSettings
from antechamber.identity.access import may
from antechamber.identity.tokens import issue
from antechamber.identity.users import hold, register
from antechamber.office import Office
from antechamber.tables import InitiativeRow, OrganisationRow
from antechamber.vault import initiative_key
from antechamber.work import Everywhere, Work

Json = dict[str, Any]
Client = Callable[..., TestClient]


class Seat(Incoming):
    number: int = Field(ge=1)
    note: str = Field(default="", max_length=20)


class BodyOfPeople(Incoming):
    """Something that was founded."""

    name: str = Field(min_length=1, max_length=40)
    seats: list[Seat] = []
    notes: dict[str, Seat] = {}


class Shown(Outgoing):
    id: UUID
    name: str


router = api_router("organisations", "/v1/initiatives/{initiative_id}/organisations")


def shown(work: Work, row: OrganisationRow) -> Shown:
    document = work.open_json(row, "document", key=initiative_key(row.initiative_id))
    return Shown(id=row.id, name=document["name"])


def write(work: Work, row: OrganisationRow, ask: BodyOfPeople) -> None:
    value = ask.model_dump(mode="json")
    work.seal_json(row, "document", value, key=initiative_key(row.initiative_id))
    work.session.add(row)
    work.session.flush()


def find(work: Work, initiative_id: UUID, row_id: UUID) -> OrganisationRow:
    row = work.session.get(OrganisationRow, row_id)
    if row is None or row.initiative_id != initiative_id:
        raise NotFound("No organisation with this id that you may see.")
    return row


@router.post("", status_code=201, responses=answers(RepeatInFlight))
def create(
    initiative_id: UUID,
    ask: BodyDep[BodyOfPeople],
    office: OfficeDep,
    actor: ActorDep,
    repeat: RepeatDep,
    response: Response,
) -> Shown:
    """Add an organisation."""
    with office.work(actor) as work:
        may(work, actor, "organisation.write", initiative_id)
        earlier = idempotency.earlier(work, repeat)
        if earlier:
            row = find(work, initiative_id, earlier.id)
        else:
            row = OrganisationRow(initiative_id=initiative_id)
            write(work, row, ask.read())
            idempotency.keep(work, repeat, row.id)
        response.headers["ETag"] = tag_of(row, actor)
        return shown(work, row)


@router.put("/{organisation_id}")
def change(
    initiative_id: UUID,
    organisation_id: UUID,
    ask: BodyDep[BodyOfPeople],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    response: Response,
) -> Shown:
    """Change an organisation."""
    with office.work(actor) as work:
        may(work, actor, "organisation.write", initiative_id)
        row = find(work, initiative_id, organisation_id)
        require_match(work, if_match, row, actor, row.initiative_id)
        work.settle(initiative_id)  # no session of this office rests on it
        write(work, row, ask.read())
        response.headers["ETag"] = tag_of(row, actor)
        return shown(work, row)


@router.get("/{organisation_id}")
def read(
    initiative_id: UUID,
    organisation_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    response: Response,
) -> Shown:
    """Show an organisation."""
    with office.reading(actor) as work:
        may(work, actor, "organisation.read", initiative_id)
        row = find(work, initiative_id, organisation_id)
        response.headers["ETag"] = tag_of(row, actor)
        return shown(work, row)


@router.get("")
def listing(
    initiative_id: UUID, ask: PageDep, office: OfficeDep, actor: ActorDep, response: Response
) -> Listing[Shown]:
    """List the organisations."""
    with office.reading(actor) as work:
        may(work, actor, "organisation.read", initiative_id)
        rows = select(OrganisationRow).where(OrganisationRow.initiative_id == initiative_id)
        found = page(work, ask, rows, by=col(OrganisationRow.id))
        found.announce(response)
        return Listing(items=[shown(work, row) for row in found.rows])


@router.post("/break")
def break_down(initiative_id: UUID, ask: BodyDep[BodyOfPeople], q: str = "") -> Shown:
    """Fail, with the input in the exception's text."""
    raise RuntimeError(f"no {ask.read().name} {q}")


@dataclass(frozen=True)
class House:
    """An office, two initiatives, and tokens by role: ann convenes the first, eve the second."""

    office: Office
    initiative: UUID
    other: UUID
    tokens: dict[str, str]

    @property
    def path(self) -> str:
        return f"/v1/initiatives/{self.initiative}/organisations"


@pytest.fixture
def house(sqlcipher_office: Office) -> House:
    return furnish(sqlcipher_office)


def furnish(office: Office) -> House:
    with office.work(Everywhere("test")) as work:
        first, second = initiative(work), initiative(work)
        people = (
            ("U-P1", "convener", first),
            ("U-F1", "facilitator", first),
            ("U-C1", "compliance", first),
            ("U-P2", "convener", second),
        )
        tokens = {}
        for handle, role, where in people:
            user = register(work, handle, "A Fictional Name")
            hold(work, user.id, role)
            hold(work, user.id, role, where)
            work.settle(where)  # nothing is decided here
            tokens[handle] = issue(work, user, role, lifetime=timedelta(hours=1))
    return House(office, first, second, tokens)


def initiative(work: Work) -> UUID:
    row = InitiativeRow()
    key = work.new_initiative_key(row.id)
    work.seal_json(row, "document", {"code_name": "HERON"}, key=key)
    work.session.add(row)
    work.session.flush()
    return row.id


@pytest.fixture
def client(house: House) -> Client:
    """Make a client for whoever has this handle; None is a stranger."""

    def make(
        handle: str | None = "U-P1",
        *,
        settings: HttpSettings | None = None,
        office: Office | None = None,
    ) -> TestClient:
        headers = {"Authorization": f"Bearer {house.tokens[handle]}"} if handle else {}
        app = create_app(office or house.office, settings=settings, routers=(health.router, router))
        return TestClient(app, headers=headers)

    return make


@pytest.fixture
def post(client: Client, house: House) -> Callable[..., Any]:
    """POST an organisation as U-P1, each time with a new key unless one is given."""
    keys = iter(range(1000))

    def send(name: str = "Heron Forum", *, key: str | None = None, handle: str = "U-P1") -> Any:
        headers = {"Idempotency-Key": key or f"key-{next(keys)}"}
        return client(handle).post(house.path, json={"name": name}, headers=headers)

    return send
