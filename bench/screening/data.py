"""The real lists and the labelled names, as they lie beside this repository."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from antechamber.screening import folder
from antechamber_compliance.screening.entry import Entry
from antechamber_compliance.screening.match import Query

SHARED = Path(__file__).parents[3] / "shared"
HALVES = {"A": 0, "B": 1}

Record: TypeAlias = dict[str, Any]


def records(name: str, shared: Path = SHARED) -> list[Record]:
    """Return the lines of a file of labelled names."""
    text = (shared / "screening" / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def in_half(found: Iterable[Record], half: str) -> list[Record]:
    """Return the records of half A (even ids) or half B (odd ids)."""
    return [record for record in found if int(record["id"][1:]) % 2 == HALVES[half]]


def query(record: Record, *, given: bool) -> Query:
    """Return a record as a query: with its birth date and countries, or by name alone."""
    born, countries = record.get("birth_date", ""), tuple(record.get("countries", ()))
    if not given:
        born, countries = "", ()
    return Query(record["id"], record["name"], record["schema"], born, countries)


def active_lists(shared: Path = SHARED) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Read the active lists whole; say on stderr which have no reader."""
    for described in folder.active_lists(shared / "lists"):
        if folder.readable(described):
            yield described.id, folder.read_list(described).entries
        else:
            print(f"{described.id}: no reader, left out", file=sys.stderr)


def without_held_out(
    lists: Iterable[tuple[str, tuple[Entry, ...]]], queries: Iterable[Record]
) -> list[tuple[str, list[Entry]]]:
    """Take the names that the queries ask about out of every list."""
    held_out = {_normal(text) for record in queries for text in record.get("remove", ())}

    def known(entry: Entry) -> Entry:
        kept = tuple(name for name in entry.names if _normal(name.text) not in held_out)
        return entry if len(kept) == len(entry.names) else replace(entry, names=kept)

    return [(list_id, [known(entry) for entry in entries]) for list_id, entries in lists]


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
