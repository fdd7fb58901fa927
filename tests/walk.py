"""An office with one initiative whose session is ready: every fact entered by the services."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import antechamber
from antechamber.clearance import service as clearance
from antechamber.consents import service as consents
from antechamber.documents.participant import Identity
from antechamber.identity import users
from antechamber.identity.actor import Actor
from antechamber.initiatives import service as initiatives
from antechamber.office import Office
from antechamber.participants import organisations
from antechamber.participants import service as participants
from antechamber.policies import shipped_regimes
from antechamber.screening import lists
from antechamber.screening import service as screening
from antechamber.screening.folder import active_lists, read_list
from antechamber.screening.index import Indexes
from antechamber.sessions import service as sessions
from antechamber.shipped import policies_folder
from antechamber.tables import ParticipantRow, SessionRow
from antechamber.work import Everywhere
from antechamber_compliance.scenarios import build

FICTIONAL_LISTS = Path(antechamber.__file__).parent / "demo" / "lists"
# On the fictional UK list, spelt a little differently.
LISTED_NAME = "Idris Kalmen Orvane"
INDEXES = Indexes()


@cache
def engagement() -> dict[str, Any]:
    """Return the base engagement of the scenarios, at a place whose list the office keeps."""
    base = json.loads((policies_folder() / "scenarios" / "base.json").read_text())
    engagement: dict[str, Any] = build(base, {})
    engagement["session"]["country"] = "QNB"
    return engagement


@dataclass(frozen=True)
class Walk:
    """The office, who works in it, and the ids of its one initiative and session."""

    office: Office
    users: dict[str, UUID]
    initiative: UUID
    session: UUID
    people: dict[str, UUID]

    def actor(self, handle: str, role: str) -> Actor:
        return Actor(self.users[handle], handle, role, None)

    @property
    def convener(self) -> Actor:
        return self.actor("U-P1", "convener")

    @property
    def officer(self) -> Actor:
        return self.actor("U-C1", "compliance")

    def step(self, *events: str) -> clearance.Answer:
        """Take steps, each in a Work of its own, and return the last answer."""
        for event in events:
            with self.office.work(Everywhere("convener")) as work:
                answer = clearance.take_step(work, self.session, event)
        return answer

    def state(self) -> str:
        with self.office.reading(Everywhere("test")) as work:
            return clearance.find_session(work, self.session).state.value

    def withdraw(self, ref: str) -> None:
        with self.office.work(Everywhere("convener")) as work:
            row = participants.find(work, self.people[ref])
            consents.withdraw(work, row, self.convener)

    def screen(self) -> None:
        with self.office.work(Everywhere("officer")) as work:
            screening.screen(work, self.initiative, INDEXES)


def prepare(office: Office) -> Walk:
    """Fill an office up to a drafted session with eleven seats, everybody screened."""
    found = _staff(office)
    convener = Actor(found["U-P1"], "U-P1", "convener", None)
    with office.work(Everywhere("officer")) as work:
        for described in active_lists(FICTIONAL_LISTS):
            lists.put_in_force(work, described, read_list(described), shipped_regimes())
    with office.work(Everywhere("convener")) as work:
        initiative = initiatives.create(work, convener, "HARBOUR LIGHT").id
    _facts(office, found, initiative)
    people = {
        ref: register(office, initiative, convener, ref) for ref in engagement()["participants"]
    }
    session = _session(office, initiative, people)
    walk = Walk(office, found, initiative, session, people)
    walk.screen()
    return walk


def _staff(office: Office) -> dict[str, UUID]:
    found = {}
    with office.work(Everywhere("administrator")) as work:
        for role, handles in engagement()["office"]["role_holders"].items():
            for handle in handles:
                found[handle] = users.register(work, handle, f"Staff {handle}").id
                if role != "convener":
                    users.hold(work, found[handle], role)
    return found


def _facts(office: Office, staff: dict[str, UUID], initiative: UUID) -> None:
    facts = engagement()["initiative"]
    with office.work(Everywhere("convener")) as work:
        ordinary = {name: facts[name] for name in initiatives.ORDINARY}
        initiatives.update(work, initiative, ordinary)
        for ref in ("ORG-x", "ORG-local"):
            organisations.record(work, initiative, ref, [f"Lakeside Circle {ref}"])
    with office.work(Everywhere("officer")) as work:
        legal = {name: facts[name] for name in initiatives.NEXUS}
        initiatives.update(work, initiative, legal, nexus=True)
    for handle, role in (("U-C1", "compliance"), ("U-D1", "director")):
        with office.work(Everywhere(role)) as work:
            initiatives.add_member(work, initiative, handle, role)
            initiatives.review_nexus(work, Actor(staff[handle], handle, role, None), initiative)


def register(
    office: Office, initiative: UUID, actor: Actor, ref: str, name: str = "", like: str = ""
) -> UUID:
    """Register a participant of the base engagement, or one with the facts of another."""
    facts = engagement()["participants"][like or ref]
    identity = Identity(names=[name or f"Merrin Vandoral {ref}"])
    personal = {key: facts[key] for key in participants.ORDINARY}
    consent = {key: value for key, value in facts["consent"].items() if key != "subject"}
    with office.work(Everywhere("convener")) as work:
        row = participants.register(work, initiative, ref, f"Pseudonym {ref}", identity, personal)
        consents.record(work, row, actor, consent)
        return row.id


def seat(work: Any, session: SessionRow, person: ParticipantRow, like: str) -> None:
    """Seat a participant with the facts of one of the base engagement."""
    facts = engagement()["participants"][like]
    sessions.seat(work, session, person, {key: facts[key] for key in sessions.ORDINARY})


def _session(office: Office, initiative: UUID, people: dict[str, UUID]) -> UUID:
    with office.work(Everywhere("convener")) as work:
        row = sessions.draft(work, initiative, "Workshop", engagement()["session"])
        for ref, person in people.items():
            seat(work, row, participants.find(work, person), ref)
        return row.id
