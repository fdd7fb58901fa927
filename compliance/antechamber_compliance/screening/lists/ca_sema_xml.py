"""Read Canada's consolidated autonomous sanctions list (SEMA and JVCFOA, XML)."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.lists.badlist import distinct
from antechamber_compliance.screening.lists.collecting import (
    Record,
    checked,
    document,
    primary_first,
)
from antechamber_compliance.screening.lists.countries import codes
from antechamber_compliance.screening.lists.written_dates import birth_dates, day
from antechamber_compliance.screening.lists.xmlstream import Node, records

# The publisher separates aliases in several ways and names the language before some.
CERTAIN = re.compile(r";| / |(?<=[^\x00-\x7f]) (?:and|or) (?=[^\x00-\x7f])")
LANGUAGE = re.compile(r"^[A-Z][a-z]+: +")
LEGAL_FORMS = frozenset({
    "ltd", "llc", "inc", "co", "corp", "gmbh", "jsc", "ojsc", "pjsc", "ao", "oao", "pao", "zao",
    "ooo", "ао", "оао", "пао", "зао", "нао", "сао", "ооо", "мк",
})  # fmt: skip
ALSO_KNOWN = re.compile(r"\(also known as ([^()]*)\)")


def read(stream: BinaryIO) -> Iterator[Record]:
    """Yield each record, identified as country|schedule|item: the list has no numbers."""
    for ordinal, node in enumerate(records(stream, "data-set", {"record"}), 1):
        yield checked(_entry(node), ordinal)


def _entry(node: Node) -> Entry:
    programme = node.child_text("Country").partition(" / ")[0].strip()
    ship = node.child_text("ShipIMONumber")
    person = " ".join(filter(None, map(node.child_text, ("GivenName", "LastName"))))
    body = node.child_text("EntityOrShip")
    born = birth_dates(node.child_text("DateOfBirthOrShipBuildDate")) if person else ()
    return Entry(
        entry_id=_identifier(programme, node),
        schema="Vessel" if ship else "Organization" if body else "Person",
        names=primary_first(body or person, _others(body, node.child_text("Aliases"))),
        birth_dates=distinct(born),
        countries=codes([programme.partition(" (")[0]]),
        programmes=distinct([programme]),
        documents=tuple(document("IMO number", ship, "")),
        listed_on=day(node.child_text("DateOfListing")),
    )


def _identifier(programme: str, node: Node) -> str:
    """Return what identifies a record, or nothing where all of it is missing."""
    parts = (programme, node.child_text("Schedule"), node.child_text("Item"))
    return "|".join(parts) if any(parts) else ""


def _others(body: str, aliases: str) -> Iterator[ListedName]:
    """Yield the names beside the primary one.

    One word is weak: of a person it is part of a name, between commas it may be part of one.
    """
    if ALSO_KNOWN.search(body):
        yield ListedName(ALSO_KNOWN.sub(" ", body))
        yield from map(ListedName, ALSO_KNOWN.findall(body))
    for alias in CERTAIN.split(aliases):
        for piece in _read_twice(alias):
            name = LANGUAGE.sub("", piece.strip())
            whole = " " in name or (body and piece == alias)
            yield ListedName(name, "strong" if whole else "weak")


def _read_twice(alias: str) -> list[str]:
    """Return the pieces between commas; of two, the whole as well ("Vigstar, JSC")."""
    pieces = [
        piece for piece in alias.split(",") if piece.strip(" .").casefold() not in LEGAL_FORMS
    ]
    return [alias, *pieces] if alias.count(",") == 1 else pieces
