"""The reverse delta: after a list update, find whom its changed entries may concern.

Everybody's names are opened in memory, held against the entries that differ between the copies
that each was screened against and those in force, and dropped. Whoever may be one of them, or
has a hit on anything, is screened in full against all lists; the others are spared.

A score depends on the two names alone, so that whoever is spared has just the alerts that a full
screening gives them. Only which 50 spellings are looked at depends on what else is listed; so a
delta does not make a screening younger, and PRO-01 wants a full one in time.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from antechamber.documents.screening import ScreeningRun
from antechamber.screening import subjects
from antechamber.screening.index import Indexes, ListIndex
from antechamber.screening.lists import entries_of
from antechamber.screening.planning import Plan
from antechamber.screening.service import thresholds
from antechamber.tables import InitiativeRow
from antechamber.work import Work
from antechamber_compliance.screening.changes import Changes, changes
from antechamber_compliance.screening.match import Query
from antechamber_compliance.screening.reverse import Reverse

MOST_CHANGED = 5_000  # entries; for more, asking about everybody is no slower


@dataclass(frozen=True, slots=True)
class Card:
    """What the delta needs to know of one person or body; it holds names, so it is dropped."""

    id: UUID
    queries: tuple[Query, ...]
    screening: ScreeningRun
    alerted: bool


def plan_update(work: Work, indexes: Indexes, initiatives: Iterable[UUID]) -> Plan:
    """Return whom the lists' changes cannot concern. Reads only; raises NoLists."""
    index = indexes.current(work)
    rows = [work.session.get_one(InitiativeRow, each) for each in initiatives]
    near = min((thresholds(work, row).near_score for row in rows), default=0)
    cards = list(chain.from_iterable(_cards(work, row.id) for row in rows))
    untouched: dict[UUID, ScreeningRun] = {}
    for searched, group in _by_copies(cards).items():
        found = _differences(work, index, dict(searched))
        for card in _unconcerned(index, group, found, near):
            untouched[card.id] = card.screening
    return Plan(index.snapshots, untouched)


def _cards(work: Work, initiative: UUID) -> Iterator[Card]:
    for subject in subjects.of_initiative(work, initiative):
        if subject.screening is not None:
            yield Card(subject.id, subject.queries, subject.screening, bool(subject.hits))


def _by_copies(cards: Iterable[Card]) -> dict[tuple[tuple[str, str], ...], list[Card]]:
    """Group people by the copies that they were screened against: few groups, many people."""
    groups: dict[tuple[tuple[str, str], ...], list[Card]] = {}
    for card in cards:
        groups.setdefault(tuple(sorted(card.screening.snapshots.items())), []).append(card)
    return groups


def _differences(work: Work, index: ListIndex, searched: Mapping[str, str]) -> dict[str, Changes]:
    """Compare the copies that were searched with those in force, list by list."""
    found = {}
    for name in sorted({*searched, *index.snapshots}):
        old, new = searched.get(name), index.snapshots.get(name)
        if old != new:
            before = entries_of(work, UUID(old)) if old else ()
            after = index.entries(name) if new else ()
            found[name] = changes(before, after)
    return found


def _unconcerned(
    index: ListIndex, cards: list[Card], found: Mapping[str, Changes], near: int
) -> list[Card]:
    """Return those who have no hit, and cannot have one by an entry that came or changed."""
    present = {(name, entry) for name, each in found.items() for entry in each.present()}
    if len(present) > MOST_CHANGED:
        return []
    left = [card for card in cards if not (found and card.alerted)]
    if not present:
        return left
    owners = [at for at, card in enumerate(left) for _ in card.queries]
    reverse = Reverse([query for card in left for query in card.queries])
    reached = {owners[n] for n in reverse.reached(index.index, present, near)}
    return [card for at, card in enumerate(left) if at not in reached]
