"""Turn one record of a list into an entry, with the checks that every format shares."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from antechamber_compliance.screening.dates import is_birth_date
from antechamber_compliance.screening.entry import Document, Entry, ListedName, Quality
from antechamber_compliance.screening.lists.badlist import (
    MAX_ENTRIES,
    MAX_LINKS,
    MAX_NAME_CHARS,
    MAX_NAMES,
    MAX_RANGE_YEARS,
    BadList,
    one_line,
)

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Incomplete:
    """A record that cannot be screened: it has no identifier or no name."""

    reason: str
    place: str


Record: TypeAlias = Entry | Incomplete


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole list: one entry per party, in the file's order.

    `records` counts what the file holds; `united` names the identifiers that occurred more
    than once and are one party each; `incomplete` says where the records stand that were
    tolerated although they have no identifier or no name.
    """

    entries: tuple[Entry, ...]
    records: int
    united: tuple[str, ...]
    incomplete: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How many incomplete records a list may hold: so many, or that share of all of them."""

    records: int = 0
    share: float = 0.0

    def allows(self, incomplete: int, records: int) -> bool:
        """Say whether a list of `records` may hold so many incomplete ones."""
        return incomplete <= max(self.records, int(self.share * records))


NONE_TOLERATED = Tolerance()


def unite(found: Iterable[Record], tolerance: Tolerance = NONE_TOLERATED) -> Reading:
    """Drain a reader and unite records that carry the same identifier; refuse no entries."""
    parties: dict[str, Entry] = {}
    united: dict[str, None] = {}
    incomplete: list[Incomplete] = []
    records = 0
    for record in found:
        records += 1
        if records > MAX_ENTRIES:
            raise BadList(f"more than {MAX_ENTRIES} entries")
        if isinstance(record, Incomplete):
            incomplete.append(record)
            continue
        known = parties.get(record.entry_id)
        if known is not None:
            united[record.entry_id] = None
            record = known.united_with(record)
        parties[record.entry_id] = record
    if incomplete and not tolerance.allows(len(incomplete), records):
        raise BadList(_worst(incomplete), incomplete[0].place)
    if not parties:
        raise BadList("the list has no entries")
    places = tuple(f"{one.place}: {one.reason}" for one in incomplete)
    return Reading(tuple(parties.values()), records, tuple(united), places)


def _worst(incomplete: list[Incomplete]) -> str:
    others = f", the first of {len(incomplete)}" if len(incomplete) > 1 else ""
    return incomplete[0].reason + others


def checked(entry: Entry, ordinal: int) -> Record:
    """Return the entry with its names and dates in order, or where and why it is incomplete.

    `ordinal` counts the records of the file from 1; it is the place that an error names.
    Repeated and empty names go, and birth dates that are none.
    """
    if not entry.entry_id:
        return Incomplete("an entry without identifier", f"entry {ordinal}")
    if len(entry.entry_id) > MAX_NAME_CHARS:
        raise BadList("an identifier too long to be one", f"entry {ordinal}")
    place = f"entry {ordinal} (identifier {entry.entry_id})"
    names = tuple(_unrepeated(entry.names))
    if not names:
        return Incomplete("an entry without a name", place)
    if len(names) > MAX_NAMES:
        raise BadList(f"more than {MAX_NAMES} names", place)
    if any(CONTROL.search(name.text) for name in names):
        raise BadList("a name with control characters", place)
    if any(len(name.text) > MAX_NAME_CHARS for name in names):
        raise BadList(f"a name longer than {MAX_NAME_CHARS} characters", place)
    if len(entry.links) > MAX_LINKS:
        raise BadList(f"more than {MAX_LINKS} links", place)
    born = tuple(filter(is_birth_date, entry.birth_dates))
    return replace(entry, names=names, birth_dates=born)


def primary_first(primary: str, aliases: Iterable[ListedName]) -> tuple[ListedName, ...]:
    """Return the primary name followed by the aliases; none when the primary is empty.

    An entry known by its aliases only has lost its main name: the caller's check refuses it.
    """
    return (ListedName(primary), *aliases) if primary else ()


def years(first: str, last: str) -> Iterator[str]:
    """Yield each year from first to last (YYYY); only the two ends of an overlong range."""
    if not (first.isdecimal() and last.isdecimal()):
        yield from filter(str.isdecimal, (first, last))
    elif int(last) - int(first) > MAX_RANGE_YEARS:
        yield from (first, last)
    else:
        yield from (f"{year:04d}" for year in range(int(first), int(last) + 1))


def document(kind: str, number: str, country: str) -> Iterator[Document]:
    """Yield one document, or none without a number."""
    if number:
        yield Document(kind, number, country)


def _unrepeated(names: Iterable[ListedName]) -> Iterator[ListedName]:
    """Yield each text once; a text published both strong and weak counts as strong."""
    best: dict[str, Quality] = {}
    for name in names:
        text = one_line(name.text)
        if any(map(str.isalnum, text)) and best.get(text) != "strong":
            best[text] = name.quality
    yield from (ListedName(text, quality) for text, quality in best.items())
