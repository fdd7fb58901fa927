"""Copy every row from one database to another, whichever two they are.

The tables are taken as the source knows them, not as this version's classes do, so that an
office whose database is older than the code is copied too. Sealed values are copied as they
are: no key is needed. The triggers of the gate stand in the target all the while, so that
sessions which do not rest on their decisions are not copied.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CHAR,
    Column,
    Connection,
    DateTime,
    MetaData,
    Table,
    Uuid,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.types import TypeEngine

from antechamber import database
from antechamber.crypto.keys import length_prefixed
from antechamber.tables.columns import Instant

BATCH = 200
BATCHES = {"list_snapshot": 1, "rulebook": 10, "session": 25}  # a whole list; a policy pack; 64 KiB
MANIFEST = "backup_manifest"
NOT_COPIED = ("alembic_version", MANIFEST)  # the schema's own; what a backup says of itself
# In an order that the triggers accept; other tables go by their key.
ORDERED_BY = {"decision": ("session_id", "sequence")}
ASLEEP = {"state": "draft", "clearance_id": None}

Told = Callable[[int], None]  # how many more rows are done
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Content:
    """What a table holds: how many rows, and a hash (hex) over all their values in order."""

    rows: int
    sha256: str


def tables_of(connection: Connection) -> dict[str, Table]:
    """Return the tables of a database by name, in an order in which they can be filled."""
    known, found = MetaData(), MetaData()
    known.reflect(connection)
    for table in known.sorted_tables:
        if table.name not in NOT_COPIED:
            columns = [
                Column(c.name, _type(c.type), primary_key=c.primary_key) for c in table.columns
            ]
            Table(table.name, found, *columns)
    return {name: found.tables[name] for t in known.sorted_tables if (name := t.name) in found}


def see_everything(connection: Connection) -> None:
    """Let the rest of this transaction see every initiative: a backup of some would be none."""
    database.show(connection, database.EVERYTHING)


def rows_in(connection: Connection) -> int:
    """Count the rows of all tables."""
    see_everything(connection)
    counts = [
        connection.scalar(select(func.count()).select_from(table))
        for table in tables_of(connection).values()
    ]
    return sum(count or 0 for count in counts)


def copy(source: Connection, target: Connection, told: Told = lambda _: None) -> dict[str, Content]:
    """Copy all rows in one transaction each side; return what was read, by table."""
    see_everything(source)
    see_everything(target)
    there = tables_of(target)
    found = {
        name: _measured(table, source, told, into=(target, there[name]))
        for name, table in tables_of(source).items()
    }
    _wake_sessions(source, target)
    return found


def contents(connection: Connection, told: Told = lambda _: None) -> dict[str, Content]:
    """Read all rows and return what they are, by table."""
    see_everything(connection)
    return {
        name: _measured(table, connection, told) for name, table in tables_of(connection).items()
    }


def _measured(
    table: Table, source: Connection, told: Told, into: tuple[Connection, Table] | None = None
) -> Content:
    hashed, count = sha256(), 0
    for rows in _batches(table, source):
        for row in rows:
            hashed.update(sha256(length_prefixed(*map(_encoded, row.values()))).digest())
        if into:
            target, there = into
            target.execute(insert(there), [_as_inserted(table.name, row) for row in rows])
        count += len(rows)
        told(len(rows))
    return Content(count, hashed.hexdigest())


def _batches(table: Table, source: Connection) -> Iterator[list[Values]]:
    names = ORDERED_BY.get(table.name) or [c.name for c in table.primary_key]
    ordered = select(table).order_by(*(table.c[name] for name in names))
    result = (
        source.execution_options(yield_per=BATCHES.get(table.name, BATCH))
        .execute(ordered)
        .mappings()
    )
    for rows in result.partitions():
        yield [dict(row) for row in rows]


def _as_inserted(table: str, row: Values) -> dict[str, Any]:
    """Put a session in as a draft: it cannot rest on a decision that is not there yet."""
    return {**row, **ASLEEP} if table == "session" else dict(row)


def _wake_sessions(source: Connection, target: Connection) -> None:
    """Give the sessions their states, now that the decisions are there; the gate looks on."""
    session, there = tables_of(source).get("session"), tables_of(target).get("session")
    if session is None or there is None:
        return
    for rows in _batches(session, source):
        for row in rows:
            state = {name: row[name] for name in ASLEEP}
            target.execute(update(there).where(there.c.id == row["id"]).values(state))


def _type(known: TypeEngine[Any]) -> TypeEngine[Any]:
    """Return the type by which both databases understand a column."""
    if isinstance(known, CHAR):  # how SQLite keeps an id
        return Uuid()
    generic = known.as_generic()
    return Instant() if isinstance(generic, DateTime) else generic


def _encoded(value: object) -> bytes:
    match value:
        case None:
            return b"-"
        case bool():
            return b"t" if value else b"f"
        case int():
            return b"i%d" % value
        case str():
            return b"s" + value.encode()
        case bytes():
            return b"b" + value
        case UUID():
            return b"u" + value.bytes
        case datetime():
            return b"d" + value.isoformat().encode()
    raise TypeError(f"no column holds a {type(value).__name__}")
