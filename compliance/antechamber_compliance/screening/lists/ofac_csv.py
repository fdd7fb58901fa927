"""Read OFAC's Specially Designated Nationals list as its set of four CSV files.

The files have no header and no identifying name; the width of their rows tells them apart:
sdn.csv 12 cells, add.csv 6, alt.csv 5, sdn_comments.csv 2. Birth dates, identifiers and weak
aliases stand in the remarks, and sdn_comments.csv goes on where remarks end at 1,000
characters.
"""

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from antechamber_compliance.screening.entry import Document, Entry, Link, ListedName
from antechamber_compliance.screening.lists import ofac
from antechamber_compliance.screening.lists.badlist import BadList, distinct, one_line
from antechamber_compliance.screening.lists.collecting import Record, checked, primary_first
from antechamber_compliance.screening.lists.countries import codes
from antechamber_compliance.screening.lists.csvrows import rows
from antechamber_compliance.screening.lists.written_dates import birth_dates

FILES = {12: "sdn", 6: "add", 5: "alt", 2: "sdn_comments"}
EMPTY = "-0-"
BETWEEN_PROGRAMMES = "] ["
WEAK_ALIAS = re.compile(r"(?:a\.k\.a\.|f\.k\.a\.|n\.k\.a\.),? '(.+)'$")
NUMBERED = re.compile(
    r"(?P<kind>.*(?:No\.|Number|#|Passport|\bID|Code|Card|Identification|MMSI|SWIFT/BIC|C\.U\.R\.P\."
    r"|R\.F\.C\.|D\.N\.I\.|License|\(MSN\)|F/N\))) (?P<number>(?=[^()]*\d|[A-Z]{8})[^()]+?)"
    r"(?: \((?P<country>[^()]*)\))?(?: (?:issued|expires) .*)?"
)


def read(streams: Sequence[BinaryIO]) -> Iterator[Record]:
    """Yield each line of sdn.csv, identified by its ent_num, with what the others add to it."""
    files = _told_apart(streams)
    beside = {name: _by_entry(files[name]) for name in ("add", "alt", "sdn_comments")}
    known = {row[0] for row in files["sdn"]}
    for name, lines in beside.items():
        if not lines.keys() <= known:
            raise BadList("lines about an entry that is not in sdn: files of different days", name)
    for ordinal, row in enumerate(files["sdn"], 1):
        addresses, aliases, comments = (beside[name].get(row[0], []) for name in beside)
        remarks = row[11] + "".join(line[1] for line in comments)
        yield checked(_entry(row, addresses, aliases, remarks, f"entry {ordinal}"), ordinal)


def _told_apart(streams: Sequence[BinaryIO]) -> dict[str, list[list[str]]]:
    files: dict[str, list[list[str]]] = {}
    for stream in streams:
        lines = [[_cell(text) for text in row] for row in rows(stream)]
        if not lines:
            raise BadList("one of the files has no entries")
        name = FILES.get(len(lines[0]))
        if name is None or any(len(line) != len(lines[0]) for line in lines):
            raise BadList("rows of no known width: not a file of this set", name or "")
        if name in files:
            raise BadList("two files of the same kind", name)
        files[name] = lines
    if missing := sorted(set(FILES.values()) - files.keys()):
        raise BadList(f"the set is not whole: {', '.join(missing)} missing")
    return files


def _by_entry(lines: list[list[str]]) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for line in lines:
        found.setdefault(line[0], []).append(line)
    return found


def _cell(text: str) -> str:
    # Remarks go on in another file in the middle of a word: their white space counts.
    return "" if text.strip() == EMPTY else text


def _entry(
    row: list[str],
    addresses: list[list[str]],
    aliases: list[list[str]],
    remarks: str,
    place: str,
) -> Entry:
    said = remarks.strip().removesuffix(".").split(";")
    facts = [one_line(part).removeprefix("alt. ") for part in said]
    schema = ofac.schema_of(row[2].strip() or "entity", place)
    person = schema == "Person"
    other = [ListedName(_in_order(alias[3], person)) for alias in aliases]
    countries = [*_after(facts, "nationality "), *_after(facts, "citizen "), row[9].strip()]
    return Entry(
        entry_id=row[0].strip(),
        schema=schema,
        names=primary_first(_in_order(row[1], person), [*other, *_weak_aliases(facts)]),
        birth_dates=distinct(d for text in _after(facts, "DOB ") for d in birth_dates(text)),
        countries=codes([*countries, *(address[4].strip() for address in addresses)]),
        programmes=distinct(map(str.strip, row[3].split(BETWEEN_PROGRAMMES))),
        documents=tuple(document for fact in facts for document in _documents(fact)),
        birth_places=distinct(_after(facts, "POB ")),
        links=(*_owner(row[10]), *ofac.links(remarks)),
    )


def _in_order(name: str, person: bool) -> str:
    """Return "LAST, First" as "First LAST", the way the XML has it."""
    text = one_line(name)
    if not person:
        return text
    last, _, first = text.partition(", ")
    return f"{first} {last}".strip()


def _after(facts: list[str], word: str) -> list[str]:
    return [fact.removeprefix(word) for fact in facts if fact.startswith(word)]


def _weak_aliases(facts: list[str]) -> Iterator[ListedName]:
    for fact in facts:
        if found := WEAK_ALIAS.match(fact):
            yield ListedName(_in_order(found[1], person=True), "weak")


def _documents(fact: str) -> Iterator[Document]:
    if found := NUMBERED.fullmatch(fact):
        yield from ofac.identifier(found["kind"], found["number"], found["country"] or "")


def _owner(cell: str) -> Iterator[Link]:
    if owner := one_line(cell):
        yield Link("Vessel owner", owner)
