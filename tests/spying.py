"""All that PostgreSQL was told, noted by triggers: what its WAL says, row by row and in order.

Of a sealed value is kept what tells without a key: its size, and whether it is the one before;
of a row, whose ids are spelt in it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import Any, TypeAlias
from uuid import UUID

import numpy as np
import psycopg
from sqlalchemy import LargeBinary, Table

from antechamber.crypto.keys import KEY_ID_BYTES
from antechamber.crypto.sealing import KEY_ID_AT
from antechamber.tables import metadata

Row: TypeAlias = dict[str, Any]

SEEN = """
    CREATE SCHEMA spy;
    CREATE UNLOGGED TABLE spy.seen (
        number bigserial, xid text, kind text, op text, open jsonb, sealed bytea[]
    );
    ALTER TABLE spy.seen ALTER COLUMN sealed SET STORAGE EXTERNAL;
"""
WATCH = """
    CREATE FUNCTION spy.look_{table}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
        INSERT INTO spy.seen (xid, kind, op, open, sealed) VALUES (
            pg_current_xact_id()::text, TG_TABLE_NAME, TG_OP,
            jsonb_build_object({open}), ARRAY[{sealed}]::bytea[]
        );
        RETURN NULL;
    END $$;
    CREATE TRIGGER spy AFTER INSERT OR UPDATE ON {table}
        FOR EACH ROW EXECUTE FUNCTION spy.look_{table}();
"""
WATCHED = (
    *("participant", "organisation", "session", "decision", "signoff", "key", "outbox"),
    *("idempotency", "audit_entry", "initiative"),
)


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


def size(value: object) -> int:
    """Return the size of a value as the database holds it."""
    return value.size if isinstance(value, Blob) else len(str(value))


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


def begin(thief: psycopg.Connection[Any]) -> None:
    """Note every row that is written from now on."""
    thief.execute(SEEN.encode())
    for name in WATCHED:
        table = metadata.tables[name]
        open_ones = ", ".join(f"'{c}', NEW.{c}" for c in _open(table))
        sealed = ", ".join(f"NEW.{c}" for c in _sealed(table))
        watch = WATCH.format(table=name, open=open_ones, sealed=sealed)
        thief.execute(watch.encode())


def seen(thief: psycopg.Connection[Any], people: list[str]) -> list[Write]:
    """Return what was noted."""
    spelling = Spelling()
    before: dict[tuple[str, str], Row] = {}
    found = []
    for number, xid, kind, op, opened, blobs in _noted(thief):
        table = metadata.tables[kind]
        sealed = dict(zip(_sealed(table), blobs, strict=True))
        if kind == "participant" and op == "INSERT" and opened["id"] in people:
            spelling.add(opened["id"], opened, sealed["identity"])
        spelt = spelling.in_row([*sealed.values(), *opened.values()])
        new = opened | {name: _blob(text) for name, text in sealed.items()}
        name = (kind, str([opened.get(c.name) for c in table.primary_key]))
        found.append(Write(number, xid, kind, op, before.get(name, {}), new, spelt))
        before[name] = new
    return found


def _noted(thief: psycopg.Connection[Any]) -> Iterator[tuple[Any, ...]]:
    asked = "SELECT number, xid, kind, op, open, sealed FROM spy.seen ORDER BY number"
    with thief.transaction(), thief.cursor("noted", binary=True) as cursor:
        cursor.itersize = 50
        yield from cursor.execute(asked)


def _blob(text: bytes | None) -> Blob | None:
    return None if text is None else Blob(len(text), sha256(text).digest())


def _open(table: Table) -> list[str]:
    return [c.name for c in table.columns if not isinstance(_plain(c.type), LargeBinary)]


def _sealed(table: Table) -> list[str]:
    return [c.name for c in table.columns if isinstance(_plain(c.type), LargeBinary)]


def _plain(kind: Any) -> Any:
    return getattr(kind, "impl_instance", kind)
