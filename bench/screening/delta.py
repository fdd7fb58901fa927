"""How long it takes to find, among many people, those whom a list update may concern."""

import random
import time
from dataclasses import dataclass

from bench.screening.data import records
from bench.screening.speed import SHIPPED

from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.match import Query, match_many
from antechamber_compliance.screening.reverse import Reverse

PEOPLE, CHANGED = 100_000, 100
SEED = 5


@dataclass(frozen=True, slots=True)
class Delta:
    """Seconds of processor time: to read the people's names, to hold the changed entries
    against them, and to ask about those whom they reach. `alerts` are on the changed entries."""

    names_seconds: float
    reverse_seconds: float
    forward_seconds: float
    reached: int
    alerts: int


def people(count: int = PEOPLE) -> list[Query]:
    """Make people up from the given names and family names of the ordinary names."""
    chance = random.Random(SEED)
    ordinary = (r["name"].split() for r in records("negatives.jsonl") if r["schema"] == "Person")
    parts = [words for words in ordinary if len(words) > 1]
    found = []
    for number in range(count):
        first, last = chance.choice(parts), chance.choice(parts)
        found.append(Query(str(number), " ".join([*first[:-1], last[-1]]), "Person"))
    return found


def delta(index: Index, asked: list[Query]) -> Delta:
    """Let a hundred entries have changed, from all lists."""
    known = [(party.list_id, party.entry.entry_id) for party in index.parties]
    changed = set(random.Random(SEED).sample(known, CHANGED))
    begun = time.process_time()
    reverse = Reverse(asked)
    read = time.process_time()
    reached = reverse.reached(index, changed, SHIPPED.near_score)
    held = time.process_time()
    screened = match_many(index, [asked[number] for number in sorted(reached)], SHIPPED)
    found = [(one.list_id, one.entry_id) for each in screened for one in each.matches]
    alerts = sum(entry in changed for entry in found)
    done = time.process_time()
    return Delta(read - begun, held - read, done - held, len(reached), alerts)
