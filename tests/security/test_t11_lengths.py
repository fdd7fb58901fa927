"""T11: the length of a sealed value does not tell what is in it."""

import random
from collections import Counter
from collections.abc import Callable
from math import log2

from sqlalchemy import text

from antechamber.office import Office
from antechamber.tables import metadata
from antechamber.tables.columns import SealedBytes
from antechamber.work import Everywhere
from databases import NOW
from varied import SEATS, identity, meetings, others, people, staff
from walk import prepare

MOST_BITS = 0.1
# Public texts: their size may tell which list or rulebook it is, see docs/data-at-rest.md.
PUBLIC = {("list_snapshot", "content"), ("rulebook", "content")}
# An office has one of each: there is no other to tell it from.
SINGLE = {("office", "document"), ("rulebook", "document")}
FEWEST = 12


def lengths(office: Office) -> dict[tuple[str, str], Counter[int]]:
    """Return how often each length occurs, by sealed column."""
    found = {}
    with office.reading(Everywhere("test")) as work:
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
    meetings(walk, chance, people(walk, chance, count))
    staff(walk, chance)
    others(walk, chance)
    found = {k: v for k, v in lengths(walk.office).items() if k not in PUBLIC | SINGLE}
    told = {place: bits(counts) for place, counts in found.items()}
    worst, fewest = max(told.values()), min(counts.total() for counts in found.values())
    came_out(
        "T11",
        f"the lengths in {len(told)} sealed columns, {fewest} rows in the least: {count} people of"
        f" differing files, sessions of 1 to {SEATS} seats with decisions and sign-offs",
        f"at most {worst:.2f} bits in any column",
    )
    assert fewest >= FEWEST
    assert worst <= MOST_BITS, {k: v for k, v in told.items() if v > MOST_BITS}


def test_without_buckets_the_same_lengths_would_tell() -> None:
    chance = random.Random(1)
    assert bits(Counter(len(identity(chance).model_dump_json()) // 64 for _ in range(200))) > 2
