"""An office whose contents differ in all in which contents of one kind do differ."""

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args
from uuid import UUID

from antechamber import audit
from antechamber.clearance import outbox
from antechamber.clearance import service as clearance
from antechamber.consents import service as consents
from antechamber.documents import store
from antechamber.documents.participant import Identity
from antechamber.documents.screening import HitRecord
from antechamber.http import idempotency
from antechamber.identity import tokens, users
from antechamber.identity.actor import Actor
from antechamber.initiatives import service as initiatives
from antechamber.participants import organisations
from antechamber.participants import service as participants
from antechamber.sessions import service as sessions
from antechamber.signoffs import service as signoffs
from antechamber.tables import SessionRow
from antechamber.work import Everywhere, Work
from house import AN_HOUR, GEN_01
from walk import Walk, engagement

SEATS = 16
SYLLABLES = ("mer", "an", "do", "shira", "vel", "tho", "qui", "bar", "el", "nassim", "o")


def names(chance: random.Random, most: int) -> list[str]:
    return [
        " ".join(
            "".join(chance.choices(SYLLABLES, k=chance.randint(1, 5))).title()
            for _ in range(chance.randint(1, 4))
        )
        for _ in range(chance.randint(1, most))
    ]


def identity(chance: random.Random) -> Identity:
    return Identity(
        names=names(chance, 5),
        birth_date=chance.choice([None, "1961", "1974-03", "1958-11-02"]),
        countries=chance.sample(["QNA", "QNB", "QNC"], chance.randint(0, 3)),
        documents=[f"Passport {chance.randint(10**6, 10**9)}" for _ in range(chance.randint(0, 2))],
        email=chance.choice([None, f"{chance.choice(SYLLABLES)}@example.org"]),
        notes="Speaks with the elders. " * chance.randint(0, 20),
    )


def hits(chance: random.Random) -> Iterator[HitRecord]:
    for number in range(chance.choice([0] * 12 + [1, 1, 2, 3])):
        yield HitRecord(
            id=f"hit-{number}",
            list_id="uk_sanctions",
            entry_id=f"UKS-{chance.randint(1, 9999)}",
            entry_name=names(chance, 1)[0],
            score=chance.randint(70, 100),
            band="review",
            corroborated=False,
            entry_regimes=["UK_TA2000"],
            entry_digest="0" * 64,
            subject_digest="0" * 64,
            explanation="x" * chance.randint(300, 600),
            late=False,
        )


def people(walk: Walk, chance: random.Random, count: int) -> list[UUID]:
    """Register people who differ in all that differs: names, notes, consents, hits."""
    facts = engagement()["participants"]["P3"]
    consent = {key: value for key, value in facts["consent"].items() if key != "subject"}
    made = []
    for number in range(count):
        with walk.office.work(Everywhere("convener")) as work:
            personal = {key: facts[key] for key in participants.ORDINARY}
            row = participants.register(
                work, walk.initiative, f"R{number}", names(chance, 1)[0], identity(chance), personal
            )
            for _ in range(chance.randint(1, 4)):
                consents.record(work, row, walk.convener, consent)
            file = store.load_file(work, row)
            store.save_file(work, row, file.model_copy(update={"hits": list(hits(chance))}))
            made.append(row.id)
    return made


def meetings(walk: Walk, chance: random.Random, found: list[UUID]) -> None:
    """Draft sessions of 1 to 16 seats, with more or less support for each; then decide on them."""
    # In this order: whatever is recorded is decided on again for each session that is not a draft.
    drafted = [_drafted(walk, chance, chance.sample(found, n)) for n in range(1, SEATS + 1)]
    for session in drafted:
        for event in ("propose", "submit", "evaluate"):
            with walk.office.work(Everywhere("convener")) as work:
                clearance.take_step(work, session, event)


def _drafted(walk: Walk, chance: random.Random, seated: list[UUID]) -> UUID:
    base = engagement()
    with walk.office.work(Everywhere("convener")) as work:
        row = sessions.draft(work, walk.initiative, names(chance, 1)[0], base["session"])
        for person in seated:
            seat = base["participants"][chance.choice(sorted(base["participants"]))]
            facts = {key: seat[key] for key in sessions.ORDINARY}
            facts["support"] = dict(support(chance))
            sessions.seat(work, row, participants.find(work, person), facts)
        asked_for(work, walk, chance, row)
        outbox.announce(work, row, chance.choice(["schedule", "suspend", "cancel", "hold"]))
        return row.id


def asked_for(work: Work, walk: Walk, chance: random.Random, row: SessionRow) -> None:
    """Ask for sign-offs with more or less reason; some are signed, some refused."""
    signer = Actor(walk.users["U-D1"], "U-D1", "director", None)
    for _ in range(chance.randint(1, 3)):
        reason, mitigation = (sentences(chance, most) for most in (20, 20))
        asked = replace(GEN_01, reason=reason, mitigation=mitigation)
        signoff = signoffs.request(work, row, walk.convener, asked)
        work.session.flush()
        deed = chance.choice([signoffs.sign, signoffs.refuse, None])
        if deed:
            deed(work, signoff, signer)


def sentences(chance: random.Random, most: int) -> str:
    return "Two of the delegates withdrew in the week before it, and others may. " * chance.randint(
        1, most
    )


def others(walk: Walk, chance: random.Random) -> None:
    """Make initiatives with more or less in them, and repeat requests; reveal people to some."""
    facts = engagement()["initiative"]
    ordinary = sorted(initiatives.ORDINARY & facts.keys())
    for number in range(12):
        with walk.office.work(Everywhere("convener")) as work:
            made = initiatives.create(work, walk.convener, names(chance, 1)[0])
            told = chance.sample(ordinary, chance.randint(1, len(ordinary)))
            initiatives.update(work, made.id, {name: facts[name] for name in told})
            repeat = idempotency.Repeat(f"key-{number}", walk.convener, "POST /x", b"x" * number)
            idempotency.keep(work, repeat, made.id)
    with walk.office.work(Everywhere("convener")) as work:
        for person in walk.people.values():
            purpose = chance.choice(get_args(audit.Purpose))
            participants.reveal(work, participants.find(work, person), purpose=purpose)


def support(chance: random.Random) -> Iterator[tuple[str, dict[str, object]]]:
    for number in range(chance.randint(0, 4)):
        yield (
            f"l{number}",
            {
                "type": chance.choice(["travel", "lodging"]),
                "amount": chance.randint(50, 5000),
                "currency": "EUR",
                "payer": "own_funds",
                "activity": "dialogue",
                "auth": [],
            },
        )


def staff(walk: Walk, chance: random.Random) -> None:
    with walk.office.work(Everywhere("administrator")) as work:
        for number in range(20):
            user = users.register(work, f"U-Y{number}", names(chance, 1)[0])
            users.hold(work, user.id, "facilitator", walk.initiative)
            within = walk.initiative if number % 2 else None
            tokens.issue(work, user, "facilitator", within, lifetime=AN_HOUR)
        clearance.changed(work, walk.initiative)
    with walk.office.work(Everywhere("officer")) as work:
        for number in range(12):
            organisations.record(work, walk.initiative, f"B{number}", names(chance, 3))
        history = {"gender_waiver_run": 0}
        initiatives.record_history(
            work,
            walk.initiative,
            {**history, "phase": {"sessions": 3, "voice_seats": 9, "women": 4, "undisclosed": 0}},
        )
