"""What somebody without keys sees of an office's work: every row written, and the rows as they lie.

Of a sealed value is kept what tells without a key: its size, and whether it is the one before;
of a row, whose ids are spelt in it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import Any, Protocol, TypeAlias
from uuid import UUID

import numpy as np
from sqlalchemy import LargeBinary, Table

from antechamber.crypto.keys import KEY_ID_BYTES
from antechamber.crypto.sealing import KEY_ID_AT
from antechamber.tables import metadata

Row: TypeAlias = dict[str, Any]
# Number, transaction, table, operation, open columns, sealed ones.
Noted: TypeAlias = tuple[int, str, str, str, Row, list[bytes | None]]
# Where a row lies, which transaction wrote it, which locked it, by which of its commands.
Spot: TypeAlias = tuple[str, int, int, str]

WATCHED = (
    *("participant", "organisation", "session", "decision", "signoff", "key", "outbox"),
    *("idempotency", "audit_entry", "initiative"),
)
LIE = ("participant", "session", "decision")


@dataclass(frozen=True)
class Blob:
    """A sealed value without what it says."""

    size: int
    digest: bytes


@dataclass(frozen=True)
class Write:
    """One row written: which transaction, table and row; its columns as they were and are."""

    number: int
    xid: str
    kind: str
    op: str
    old: Row
    new: Row
    spells: frozenset[str]  # the people of whom an id is somewhere in it

    @property
    def kept(self) -> tuple[str, ...]:
        """The columns that say what they said."""
        return tuple(name for name in self.new if self.new[name] == self.old.get(name))

    @property
    def sizes(self) -> tuple[int, ...]:
        """The size of each column."""
        return tuple(size(value) for value in self.new.values())


class Spy(Protocol):
    """Watches a database from the moment when it is made."""

    logged: Counter[tuple[str, str, str]]  # by transaction, table and kind of record in the log

    def look(self) -> None:
        """Read on in what does not stay for long."""

    def noted(self) -> Iterable[Noted]:
        """Return every row that was written, in order."""

    def lying(self) -> dict[str, dict[str, Spot]]:
        """Return how the rows lie on the disk now, by table and id."""

    def close(self) -> None:
        """Leave."""


def size(value: object) -> int:
    """Return the size of a value as the database holds it."""
    return value.size if isinstance(value, Blob) else len(str(value))


def open_columns(table: Table) -> list[str]:
    """Return the columns that can be read without a key."""
    return [c.name for c in table.columns if not _is_bytes(c.type)]


def sealed_columns(table: Table) -> list[str]:
    """Return the columns that hold bytes: what is sealed, and keyed hashes."""
    return [c.name for c in table.columns if _is_bytes(c.type)]


def _is_bytes(kind: Any) -> bool:
    return isinstance(getattr(kind, "impl_instance", kind), LargeBinary)


class Spelling:
    """Finds the ids of people, of their keys and of those in headers, however they are written."""

    def __init__(self) -> None:
        self._whose: dict[bytes, str] = {}
        self._begins = np.zeros(1 << 16, bool)  # by the first two bytes of what is looked for

    def add(self, person: str, row: Row, identity: bytes) -> None:
        """Look for a person from now on."""
        ids = [UUID(row[name]) for name in ("id", "key_id")]
        spelt = [way for i in ids for way in (i.bytes, i.hex.encode(), str(i).encode())]
        begin = KEY_ID_AT - 1
        for each in (*spelt, identity[begin : begin + KEY_ID_BYTES]):
            self._whose[each] = person
            self._begins[int.from_bytes(each[:2])] = True

    def in_row(self, values: Iterable[Any]) -> frozenset[str]:
        """Return the people of whom something is spelt in any of the values."""
        texts = [each if isinstance(each, bytes) else str(each).encode() for each in values]
        return frozenset(chain.from_iterable(map(self._found_in, texts)))

    def _found_in(self, text: bytes) -> Iterator[str]:
        lengths = {len(each) for each in self._whose}
        letters = np.frombuffer(text, np.uint8).astype(np.uint16)
        for at in np.flatnonzero(self._begins[(letters[:-1] << 8) | letters[1:]]):
            for length in lengths:
                if person := self._whose.get(text[at : at + length]):
                    yield person


def seen(spy: Spy, people: list[str]) -> list[Write]:
    """Return what a spy noted, with each row as it was before."""
    spelling = Spelling()
    before: dict[tuple[str, str], Row] = {}
    found = []
    for number, xid, kind, op, opened, blobs in spy.noted():
        table = metadata.tables[kind]
        sealed = dict(zip(sealed_columns(table), blobs, strict=True))
        if kind == "participant" and op == "INSERT" and opened["id"] in people:
            spelling.add(opened["id"], opened, sealed["identity"] or b"")
        spelt = spelling.in_row([*sealed.values(), *opened.values()])
        new = opened | {name: _blob(text) for name, text in sealed.items()}
        name = (kind, str([opened.get(c.name) for c in table.primary_key]))
        found.append(Write(number, xid, kind, op, before.get(name, {}), new, spelt))
        before[name] = new
    return found


def _blob(text: bytes | None) -> Blob | None:
    return None if text is None else Blob(len(text), sha256(text).digest())
