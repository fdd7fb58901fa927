"""T11: the length of a sealed value does not tell what is in it."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from math import log2
from uuid import UUID

from sqlalchemy import text

from antechamber.clearance import service as clearance
from antechamber.consents import service as consents
from antechamber.documents import store
from antechamber.documents.participant import Identity
from antechamber.documents.screening import HitRecord
from antechamber.identity import tokens, users
from antechamber.initiatives import service as initiatives
from antechamber.office import Office
from antechamber.participants import organisations
from antechamber.participants import service as participants
from antechamber.sessions import service as sessions
from antechamber.tables import metadata
from antechamber.tables.columns import SealedBytes
from databases import NOW
from house import AN_HOUR
from walk import Walk, engagement, prepare

MOST_BITS = 0.1
# Public texts: their size may tell which list or rulebook it is, see docs/data-at-rest.md.
PUBLIC = {("list_snapshot", "content"), ("rulebook", "content")}
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
        with walk.office.work("convener") as work:
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
    """Draft and decide on sessions of 1 to 16 seats, with more or less support for each."""
    base = engagement()
    for count in range(1, SEATS + 1):
        with walk.office.work("convener") as work:
            title = names(chance, 1)[0]
            row = sessions.draft(work, walk.initiative, title, base["session"])
            for person in chance.sample(found, count):
                seat = base["participants"][chance.choice(sorted(base["participants"]))]
                facts = {key: seat[key] for key in sessions.ORDINARY}
                facts["support"] = dict(support(chance))
                sessions.seat(work, row, participants.find(work, person), facts)
        for event in ("propose", "submit", "evaluate"):
            with walk.office.work("convener") as work:
                clearance.take_step(work, row.id, event)


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
    with walk.office.work("administrator") as work:
        for number in range(20):
            user = users.register(work, f"U-Y{number}", names(chance, 1)[0])
            users.hold(work, user.id, "facilitator", walk.initiative)
            within = walk.initiative if number % 2 else None
            tokens.issue(work, user, "facilitator", within, lifetime=AN_HOUR)
        clearance.changed(work, walk.initiative)
    with walk.office.work("officer") as work:
        for number in range(12):
            organisations.record(work, walk.initiative, f"B{number}", names(chance, 3))
        history = {"gender_waiver_run": 0}
        initiatives.record_history(
            work,
            walk.initiative,
            {**history, "phase": {"sessions": 3, "voice_seats": 9, "women": 4, "undisclosed": 0}},
        )


def lengths(office: Office) -> dict[tuple[str, str], Counter[int]]:
    """Return how often each length occurs, by sealed column."""
    found = {}
    with office.reading("test") as work:
        for table in metadata.tables.values():
            for column in (c for c in table.columns if isinstance(c.type, SealedBytes)):
                question = f'SELECT length({column.name}) FROM "{table.name}"'
                rows = work.session.connection().execute(text(question))
                found[table.name, column.name] = Counter(row[0] for row in rows)
    return found


def bits(counts: Counter[int]) -> float:
    total = sum(counts.values())
    return sum(count / total * log2(total / count) for count in counts.values())


def test_the_lengths_of_sealed_values_carry_at_most_a_tenth_of_a_bit(
    sqlcipher_office: Office,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    chance, count = random.Random(NOW.isoformat()), figure(24, 150)
    walk = prepare(sqlcipher_office)
    found = people(walk, chance, count)
    meetings(walk, chance, found)
    staff(walk, chance)
    counted = {place: counts for place, counts in lengths(walk.office).items() if counts}
    told = {place: bits(counts) for place, counts in counted.items()}
    worst = max(told[place] for place in told.keys() - PUBLIC)
    came_out(
        "T11",
        f"{len(told.keys() - PUBLIC)} sealed columns; {count} people of differing files, sessions of"
        f" 1 to {SEATS} seats with their decisions",
        f"at most {worst:.2f} bits in any column",
    )
    assert worst <= MOST_BITS, {k: v for k, v in told.items() if v > MOST_BITS}


def test_without_buckets_the_same_lengths_would_tell() -> None:
    chance = random.Random(1)
    assert bits(Counter(len(identity(chance).model_dump_json()) // 64 for _ in range(200))) > 2
