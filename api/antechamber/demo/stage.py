"""The throwaway office of the demonstration, and what its people do in it, by the services."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.consents import service as consents
from antechamber.demo.clock import StoryClock
from antechamber.demo.data import Facts, Gathering, Initiative, Person, Story
from antechamber.documents.participant import Identity
from antechamber.documents.screening import DispositionKind
from antechamber.identity import users
from antechamber.identity.actor import Actor
from antechamber.initiatives import service as initiatives
from antechamber.office import Office
from antechamber.participants import organisations
from antechamber.participants import service as participants
from antechamber.screening import service as screening
from antechamber.screening.index import Indexes
from antechamber.sessions import service as sessions
from antechamber.signoffs import service as signoffs
from antechamber.work import Everywhere, Work
from antechamber_compliance.lifecycle import legal

NO_ASSESSMENT_YET = {"at": "none", "residual": "high", "trigger_event_after": False}

ITSELF: tuple[DispositionKind, str] = ("confirmed", "This is the actor on record.")
ANOTHER: tuple[DispositionKind, str] = ("false_positive", "Place and registration differ.")


@dataclass(slots=True)
class Stage:
    """An office with its clock, and the ids behind the story's handles and references."""

    office: Office
    clock: StoryClock
    story: Story
    indexes: Indexes = field(default_factory=Indexes)
    users: dict[str, UUID] = field(default_factory=dict)
    initiatives: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)
    sessions: dict[str, UUID] = field(default_factory=dict)
    signoffs: dict[tuple[str, str, str, str], UUID] = field(default_factory=dict)

    def actor(self, handle: str, role: str) -> Actor:
        """Return a member of the staff in one of their roles."""
        return Actor(self.users[handle], handle, role, None)

    def convener(self, initiative: Initiative) -> Actor:
        """Return who convenes an initiative."""
        return self.actor(initiative.conveners[0], "convener")

    def officer(self, initiative: Initiative) -> Actor:
        """Return a compliance officer of an initiative."""
        return self.actor(next(h for r, h in initiative.staff if r == "compliance"), "compliance")

    def hire(self) -> None:
        """Register the staff with their office-wide roles."""
        with self.office.work(Everywhere("administrator")) as work:
            for role, handles in self.story.holders.items():
                for handle in handles:
                    if handle not in self.users:
                        self.users[handle] = users.register(work, handle, f"Staff {handle}").id
                    users.hold(work, self.users[handle], role)
            audit.append(work, "staff.registered", self.office.id)

    def begin(self, initiative: Initiative) -> None:
        """Make an initiative with its members; two people review which laws apply."""
        convener = self.convener(initiative)
        with self.office.work(Everywhere(convener.handle)) as work:
            made = initiatives.create(work, convener, initiative.code_name).id
            for role, handle in initiative.staff:
                initiatives.add_member(work, made, handle, role)
        self.initiatives[initiative.id] = made
        legal_part = {k: initiative.facts[k] for k in initiatives.NEXUS}
        with self.office.work(Everywhere(self.officer(initiative).handle)) as work:
            initiatives.update(work, made, legal_part, nexus=True)
        for role, handle in initiative.reviewers:
            with self.office.work(Everywhere(handle)) as work:
                initiatives.review_nexus(work, self.actor(handle, role), made)

    def record(self, initiative: Initiative, facts: Facts) -> None:
        """Record ordinary facts of an initiative."""
        with self.office.work(Everywhere(self.convener(initiative).handle)) as work:
            initiatives.update(work, self.initiatives[initiative.id], facts)

    def admit(self, initiative: Initiative) -> None:
        """Record the bodies and the people of an initiative, with listings and consents."""
        within = self.initiatives[initiative.id]
        for ref, name in initiative.bodies.items():
            with self.office.work(Everywhere(self.convener(initiative).handle)) as work:
                organisations.record(work, within, ref, [name])
        for ref, actor in initiative.actors.items():
            with self.office.work(Everywhere(self.officer(initiative).handle)) as work:
                row = organisations.record(work, within, ref, [actor["name"]], actor["kind"])
                organisations.record_listings(work, row, actor["listings"])
        for person in initiative.people.values():
            self._register(initiative, person)

    def _register(self, initiative: Initiative, person: Person) -> None:
        convener, officer = self.convener(initiative), self.officer(initiative)
        within = self.initiatives[initiative.id]
        identity = Identity(names=[person.name])
        with self.office.work(Everywhere(convener.handle)) as work:
            row = participants.register(
                work, within, person.ref, person.pseudonym, identity, person.personal
            )
            consents.record(work, row, convener, person.consent)
        self.people[person.ref] = row.id
        if person.listings:
            with self.office.work(Everywhere(officer.handle)) as work:
                row = participants.find(work, row.id)
                participants.record_listings(work, row, person.listings)

    def draft(self, initiative: Initiative, gathering: Gathering) -> None:
        """Draft a session and seat its people; compliance determines their ties."""
        plan, today = gathering.plan, self.clock().date()
        if date.fromisoformat(plan["risk"]["at"]) > today:
            plan = {**plan, "risk": NO_ASSESSMENT_YET}
        convener = self.convener(initiative)
        with self.office.work(Everywhere(convener.handle)) as work:
            row = sessions.draft(work, self.initiatives[initiative.id], gathering.title, plan)
        self.sessions[gathering.id] = row.id
        for person in (initiative.people[ref] for ref in gathering.seats):
            with self.office.work(Everywhere(convener.handle)) as work:
                self._seat(work, gathering, person)

    def _seat(self, work: Work, gathering: Gathering, person: Person) -> None:
        session = clearance.find_session(work, self.sessions[gathering.id])
        row = participants.find(work, self.people[person.ref])
        sessions.seat(work, session, row, gathering.seat_facts(person))
        for ref, said in person.determinations.items():
            first = self.actor(said["by"], "compliance")
            second = self.actor(said["second_reader"], "compliance")
            sessions.determine(work, session, row, first, ref, said["basis"], said["reason"])
            sessions.second_read(work, session, row, second, ref)

    def assess(self, initiative: Initiative, gathering: Gathering) -> None:
        """Record the do-no-harm assessment of a session that was drafted before it."""
        with self.office.work(Everywhere(self.convener(initiative).handle)) as work:
            row = clearance.find_session(work, self.sessions[gathering.id])
            sessions.replan(work, row, {"risk": gathering.plan["risk"]})

    def request(self, gathering: Gathering, wanted: Facts) -> None:
        """Ask for a sign-off."""
        asker = self.actor(wanted["requested_by"], "convener")
        asked = signoffs.Request(
            rule=wanted["rule"],
            code=wanted["code"],
            subject=wanted["subject"],
            reason=wanted["reason"],
            mitigation="" if wanted["mitigation"] == "none" else wanted["mitigation"],
            memo=wanted["memo"] == "attached",
            expires=wanted["expires"],
        )
        with self.office.work(Everywhere(asker.handle)) as work:
            session = clearance.find_session(work, self.sessions[gathering.id])
            row = signoffs.request(work, session, asker, asked)
        self.signoffs[_key(gathering, wanted)] = row.id

    def sign(self, gathering: Gathering, wanted: Facts) -> None:
        """Sign what was asked for, each signer with their own role."""
        signoff = self.signoffs[_key(gathering, wanted)]
        for word in wanted["by"]:
            role, _, handle = word.partition(":")
            with self.office.work(Everywhere(handle)) as work:
                signoffs.sign(work, signoffs.find(work, signoff), self.actor(handle, role))

    def screen(self, initiative: Initiative) -> None:
        """Screen everybody in an initiative; compliance settles what resembles a body."""
        officer, within = self.officer(initiative), self.initiatives[initiative.id]
        with self.office.work(Everywhere(officer.handle)) as work:
            screening.screen(work, within, self.indexes)
        with self.office.work(Everywhere(officer.handle)) as work:
            for row, body in organisations.of_initiative(work, within):
                for hit in body.hits:
                    if hit.open and hit.band == "block":
                        said = ITSELF if body.actor_kind else ANOTHER
                        screening.dispose_organisation(work, row, hit.id, officer, *said)

    def step(self, initiative: Initiative, gathering: Gathering, *events: str) -> None:
        """Take steps with a session, unless an earlier one led elsewhere."""
        for event in events:
            with self.office.work(Everywhere(self.convener(initiative).handle)) as work:
                session = clearance.find_session(work, self.sessions[gathering.id])
                if legal(session.state.value, event):
                    clearance.take_step(work, session.id, event)

    def withdraw(self, initiative: Initiative, ref: str) -> None:
        """Record that a person withdraws."""
        convener = self.convener(initiative)
        with self.office.work(Everywhere(convener.handle)) as work:
            consents.withdraw(work, participants.find(work, self.people[ref]), convener)

    def tick(self) -> None:
        """Decide again on the live sessions of every initiative, one Work each."""
        for within in self.initiatives.values():
            with self.office.work(Everywhere("jobs")) as work:
                clearance.tick(work, within)

    def remember(self, initiative: Initiative, history: Facts) -> None:
        """Record what the sessions so far leave behind."""
        with self.office.work(Everywhere(self.convener(initiative).handle)) as work:
            initiatives.record_history(work, self.initiatives[initiative.id], history)


def _key(gathering: Gathering, wanted: Facts) -> tuple[str, str, str, str]:
    return gathering.id, wanted["rule"], wanted["code"], wanted["subject"]
