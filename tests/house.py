"""An office with people in every role, two initiatives and one of everything, over HTTP."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, cast
from uuid import UUID, uuid4

from fastapi.testclient import TestClient
from sqlmodel import select

from antechamber.app import create_app
from antechamber.clearance import service as clearance
from antechamber.consents import service as consents
from antechamber.documents import store
from antechamber.documents.participant import Identity
from antechamber.http.settings import HttpSettings
from antechamber.identity import tokens, users
from antechamber.identity.actor import Actor
from antechamber.initiatives import service as initiatives
from antechamber.office import Office
from antechamber.participants import organisations
from antechamber.participants import service as participants
from antechamber.screening import service as screening
from antechamber.screening.index import Indexes
from antechamber.sessions import service as sessions
from antechamber.signoffs import service as signoffs
from antechamber.tables import MembershipRow
from antechamber.work import Everywhere, Work
from antechamber_compliance.dossier.vocabulary import ROLES
from contract import Operation, operations
from databases import NOW
from walk import INDEXES, LISTED_NAME, Walk, engagement, prepare

LISTED_BODY = "Ninth Cairn Column"  # on the fictional UK list of proscribed groups
# The first name is how the list spells it, nearly: it makes a hit, whose entry is no secret.
CANARIES = Identity(
    names=[LISTED_NAME, "Thessaly Quorrimond", "Tessalija Kvorrimondova"],
    documents=["Passport ZZQRRM7741"],
    email="zephyrlin.quorrimond@example.org",
    notes="Sister Marthelwynne lives in Brackenfold.",
)
AN_HOUR = timedelta(hours=1)
GEN_01 = signoffs.Request(
    rule="GEN-01",
    code="share",
    subject="session",
    reason="Two delegates withdrew.",
    mitigation="A caucus meets first.",
    memo=True,
    expires="2026-12-31",
)
UNLIMITED = HttpSettings(token_quota=10**9, address_quota=10**9)
CONVENER = "convener"
PARAMETER = "GEN-01.women_floor_pct"
# The document is the same for every office; none is asked for it.
OPERATIONS = {
    each.id: each
    for each in operations(create_app(cast(Office, None), indexes=Indexes()).openapi())
}


@dataclass(frozen=True)
class Plan:
    """What is the same in every copy of the office: ids by path parameter, and tokens.

    `ids` is of the first initiative, `others` of the second. `members` by role are of the
    first, `outsiders` of the second in the same role; `bound` belongs to a convener of both,
    for the second alone; `nobody` to a compliance officer of no initiative.
    """

    ids: Mapping[str, str]
    others: Mapping[str, str]
    members: Mapping[str, str]
    outsiders: Mapping[str, str]
    expired: str
    bound: str
    nobody: str


@dataclass(frozen=True)
class House:
    """The office and a client for it that checks every response against the OpenAPI document."""

    office: Office
    plan: Plan
    client: TestClient

    def send(
        self,
        operation: Operation,
        token: str | None,
        *,
        ids: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        **how: Any,
    ) -> Any:
        """Send a request as it is told, and check that the document foresees the answer."""
        sent = {**(headers or {})}
        if token:
            sent["Authorization"] = f"Bearer {token}"
        path = operation.path.format(**{**self.plan.ids, **(ids or {})})
        reply = self.client.request(operation.method, path, headers=sent, **how)
        assert operation.faults_in(reply) == [], (operation.id, reply.status_code)
        return reply

    def whole(
        self, operation: Operation, token: str, *, ids: Mapping[str, str] | None = None, **how: Any
    ) -> Any:
        """Send a request with all that belongs to it: a new key, the tag, the example body."""
        headers = self.headers(operation, token, ids=ids) | how.pop("headers", {})
        if operation.body and not {"json", "content"} & how.keys():
            how["json"] = operation.example
        return self.send(operation, token, ids=ids, headers=headers, **how)

    def headers(
        self, operation: Operation, token: str, *, ids: Mapping[str, str] | None = None
    ) -> dict[str, str]:
        """Return a new Idempotency-Key and the present ETag, where the operation asks for them."""
        found = {}
        if operation.asks("Idempotency-Key"):
            found["Idempotency-Key"] = uuid4().hex
        if operation.asks("If-Match"):
            tag = self.send(self.target(operation), token, ids=ids).headers.get("ETag", '"none"')
            found["If-Match"] = tag
        return found

    def target(self, operation: Operation) -> Operation:
        """Return the operation that reads what this one writes: the GET nearest above it."""
        readable = {each.path: each for each in OPERATIONS.values() if each.method == "GET"}
        path = operation.path
        while path not in readable or not path.endswith("}"):
            path = path.rpartition("/")[0]
        return readable[path]


@contextmanager
def living_in(office: Office, plan: Plan) -> Iterator[House]:
    """Serve an office that was furnished."""
    app = create_app(office, settings=UNLIMITED, indexes=INDEXES)
    with TestClient(app) as client:
        yield House(office, plan, client)


def furnish(office: Office) -> Plan:
    """Fill an office."""
    walk = prepare(office)
    staff = _staff(office, walk)
    others = _second_initiative(office, staff)
    ids = _first_initiative(office, walk)
    with office.work(Everywhere("administrator")) as work:
        staff["B-CONVENER"] = users.register(work, "B-CONVENER", "Staff B").id
        for where in (walk.initiative, UUID(others["initiative_id"])):
            initiatives.add_member(work, where, "B-CONVENER", CONVENER)
        staff["N-COMPLIANCE"] = users.register(work, "N-COMPLIANCE", "Staff N").id
        users.hold(work, staff["N-COMPLIANCE"], "compliance")
    walk.step("propose", "submit")
    decision = walk.step("evaluate").decision
    assert decision is not None
    earlier = replace(office, clock=lambda: NOW - 2 * AN_HOUR)
    return Plan(
        ids={**ids, "decision_id": str(decision.id)},
        others=others,
        members={role: _token(office, _handle("M", role)) for role in ROLES},
        outsiders={role: _token(office, _handle("O", role)) for role in ROLES},
        expired=_token(earlier, "M-CONVENER"),
        bound=_token(office, "B-CONVENER", UUID(others["initiative_id"])),
        nobody=_token(office, "N-COMPLIANCE"),
    )


def _handle(prefix: str, role: str) -> str:
    return f"{prefix}-{role.replace('_', '-')}".upper()


def _role(handle: str) -> str:
    return handle.partition("-")[2].replace("-", "_").lower()


def _token(office: Office, handle: str, within: UUID | None = None) -> str:
    role = _role(handle)
    with office.work(Everywhere("administrator")) as work:
        return tokens.issue(work, users.by_handle(work, handle), role, within, lifetime=AN_HOUR)


def _staff(office: Office, walk: Walk) -> dict[str, UUID]:
    found = {}
    with office.work(Everywhere("administrator")) as work:
        for handle in (_handle(prefix, role) for role in ROLES for prefix in "MO"):
            role = _role(handle)
            found[handle] = users.register(work, handle, f"Staff {handle}").id
            users.hold(work, found[handle], role)
            if handle.startswith("M"):
                initiatives.add_member(work, walk.initiative, handle, role)
    return found


def _first_initiative(office: Office, walk: Walk) -> dict[str, str]:
    """Record one of everything; the session in `session_id` is a draft with a listed person."""
    with office.work(Everywhere("officer")) as work:
        person = _listed_person(work, walk.initiative, walk.convener)
        body = organisations.record(work, walk.initiative, "ORG-2", [LISTED_BODY])
        group = organisations.record(work, walk.initiative, "ACT-1", ["Fen Guild"], "armed_group")
        organisations.record_listings(work, group, {"L1": {"regime": "UK_TA2000"}})
        draft = sessions.draft(work, walk.initiative, "Draft", engagement()["session"])
        seat = engagement()["participants"]["P3"]
        facts = {key: seat[key] for key in sessions.ORDINARY} | {"affiliation": "ACT-1"}
        sessions.seat(work, draft, participants.find(work, person), facts)
        row = participants.find(work, person)
        sessions.determine(work, draft, row, walk.officer, "ACT-1", "neither", "Left in 2019.")
        signoff = signoffs.request(work, draft, walk.convener, GEN_01)
        member = initiatives.add_member(work, walk.initiative, "U-C2", "compliance")
        screening.screen(work, walk.initiative, INDEXES)
        return _ids(work, walk.initiative, person) | {
            "organisation_id": str(body.id),
            "session_id": str(draft.id),
            "signoff_id": str(signoff.id),
            "membership_id": str(member.id),
            "actor_ref": "ACT-1",
            "name": PARAMETER,
            "slug": "not-found",
            "dataset": "default",
            "entity": "uk_proscribed:UKP-0001",
            "ready": str(walk.session),
            "body_hit": store.load_organisation(work, body).hits[0].id,
        }


def _second_initiative(office: Office, staff: Mapping[str, UUID]) -> dict[str, str]:
    convener = Actor(staff["O-CONVENER"], "O-CONVENER", CONVENER, None)
    with office.work(Everywhere("convener")) as work:
        made = initiatives.create(work, convener, "EGRET").id
        for role in ROLES:
            initiatives.add_member(work, made, _handle("O", role), role)
        person = _listed_person(work, made, convener)
        body = organisations.record(work, made, "ORG-1", [LISTED_BODY], "armed_group")
        session = sessions.draft(work, made, "Elsewhere", engagement()["session"])
        signoff = signoffs.request(work, session, convener, GEN_01)
        screening.screen(work, made, INDEXES)
        for event in ("propose", "submit", "evaluate"):
            decision = clearance.take_step(work, session.id, event).decision
        assert decision is not None
        rows = select(MembershipRow).where(MembershipRow.initiative_id == made)
        return _ids(work, made, person) | {
            "organisation_id": str(body.id),
            "session_id": str(session.id),
            "signoff_id": str(signoff.id),
            "membership_id": str(work.session.exec(rows).all()[0].id),
            "decision_id": str(decision.id),
            "actor_ref": "ORG-1",
        }


def _listed_person(work: Work, initiative: UUID, convener: Actor) -> UUID:
    facts = engagement()["participants"]["P3"]
    personal = {key: facts[key] for key in participants.ORDINARY}
    row = participants.register(work, initiative, "P9", "Heron", CANARIES, personal)
    consent = {key: value for key, value in facts["consent"].items() if key != "subject"}
    return consents.record(work, row, convener, consent).id


def _ids(work: Work, initiative: UUID, person: UUID) -> dict[str, str]:
    (hit, *_) = store.load_file(work, participants.find(work, person)).hits
    return {
        "initiative_id": str(initiative),
        "participant_id": str(person),
        "hit_id": hit.id,
    }
