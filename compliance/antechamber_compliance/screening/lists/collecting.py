"""Turn one record of a list into an entry, with the checks that every format shares."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from antechamber_compliance.screening.entry import Document, Entry, ListedName, Quality
from antechamber_compliance.screening.lists.badlist import (
    MAX_ENTRIES,
    MAX_NAME_CHARS,
    MAX_NAMES,
    MAX_RANGE_YEARS,
    BadList,
    one_line,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole list: one entry per party, in the file's order.

    `records` counts what the file holds; `united` names the identifiers that occurred more
    than once and are one party each.
    """

    entries: tuple[Entry, ...]
    records: int
    united: tuple[str, ...]


def unite(entries: Iterable[Entry]) -> Reading:
    """Drain a reader and unite records that carry the same identifier; refuse no entries."""
    parties: dict[str, Entry] = {}
    united: dict[str, None] = {}
    records = 0
    for entry in entries:
        records += 1
        if records > MAX_ENTRIES:
            raise BadList(f"more than {MAX_ENTRIES} entries")
        known = parties.get(entry.entry_id)
        if known is not None:
            united[entry.entry_id] = None
            entry = known.united_with(entry)
        parties[entry.entry_id] = entry
    if not records:
        raise BadList("the list has no entries")
    return Reading(tuple(parties.values()), records, tuple(united))


def checked(entry: Entry, ordinal: int) -> Entry:
    """Return the entry without repeated or empty names; refuse one without identifier or name.

    `ordinal` counts the records of the file from 1; it is the place that an error names.
    """
    if not entry.entry_id:
        raise BadList("an entry without identifier", f"entry {ordinal}")
    if len(entry.entry_id) > MAX_NAME_CHARS:
        raise BadList("an identifier too long to be one", f"entry {ordinal}")
    place = f"entry {ordinal} (identifier {entry.entry_id})"
    names = tuple(_unrepeated(entry.names))
    if not names:
        raise BadList("an entry without a name", place)
    if len(names) > MAX_NAMES:
        raise BadList(f"more than {MAX_NAMES} names", place)
    if any(len(name.text) > MAX_NAME_CHARS for name in names):
        raise BadList(f"a name longer than {MAX_NAME_CHARS} characters", place)
    return replace(entry, names=names)


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
        if text and best.get(text) != "strong":
            best[text] = name.quality
    yield from (ListedName(text, quality) for text, quality in best.items())
