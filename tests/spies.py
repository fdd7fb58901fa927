"""Spies in both databases: triggers that note every row; in PostgreSQL its log and files as well.

They see more than a thief: all that was ever written, in order, with its transaction.
"""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import Any
from uuid import UUID

import psycopg
from sqlalchemy import Connection, Table, Uuid, event

from antechamber.office import Office
from antechamber.tables import metadata
from attacker import superuser_url
from spying import LIE, WATCHED, Noted, Spot, Spy, open_columns, sealed_columns

SEEN = """
    CREATE EXTENSION pg_walinspect;
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
NOTED = "SELECT number, xid, kind, op, open, sealed FROM spy.seen ORDER BY number"
LYING = "SELECT id::text, ctid::text, xmin::text::bigint, xmax::text::bigint, cmin::text FROM {}"
# A record once, though it may touch two pages. Those of other managers are of pages, not of rows.
LOGGED = """
    SELECT DISTINCT ON (start_lsn)
        xid::text, relname::text, regexp_replace(record_type, 'HOT_|[+]INIT', '', 'g')
    FROM pg_get_wal_block_info(%s, %s, false) JOIN pg_class USING (relfilenode)
    WHERE reldatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND relname = ANY (%s) AND resource_manager = 'Heap'
"""
WATCH_FILE = """
    CREATE TRIGGER spy_{table}_{op} AFTER {op} ON {table} BEGIN
        INSERT INTO spy_seen VALUES (
            NULL, spied_transaction(), '{table}', '{op}', json_object({open}), {sealed}
        );
    END
"""
MOST_SEALED = max(len(sealed_columns(metadata.tables[name])) for name in WATCHED)
SEALED_SEEN = [f"sealed_{n}" for n in range(MOST_SEALED)]


class PostgreSqlSpy:
    """A superuser of the server, who reads the write-ahead log too."""

    def __init__(self, office: Office) -> None:
        self._thief = psycopg.connect(superuser_url(office.settings), autocommit=True)
        self._thief.execute(SEEN.encode())
        for name in WATCHED:
            watch = WATCH.format(table=name, **_columns(metadata.tables[name], "NEW.{}"))
            self._thief.execute(watch.encode())
        self.logged: Counter[tuple[str, str, str]] = Counter()
        self._read_to = self._end_of_log()

    def look(self) -> None:
        begin, self._read_to = self._read_to, self._end_of_log()
        self.logged.update(self._thief.execute(LOGGED, (begin, self._read_to, list(WATCHED))))

    def noted(self) -> Iterator[Noted]:
        with self._thief.transaction(), self._thief.cursor("noted", binary=True) as cursor:
            cursor.itersize = 50
            yield from cursor.execute(NOTED)

    def lying(self) -> dict[str, dict[str, Spot]]:
        found: dict[str, dict[str, Spot]] = {}
        for table in LIE:
            rows = self._thief.execute(LYING.format(table).encode())
            found[table] = {row: (ctid, xmin, xmax, cmin) for row, ctid, xmin, xmax, cmin in rows}
        return found

    def close(self) -> None:
        self._thief.close()

    def _end_of_log(self) -> Any:
        return self._thief.execute("SELECT pg_current_wal_flush_lsn()").fetchall()[0][0]


class SqlCipherSpy:
    """Somebody who has the key of the file, and reads it after each transaction."""

    def __init__(self, office: Office) -> None:
        self.logged: Counter[tuple[str, str, str]] = Counter()  # its log holds pages, not rows
        self._engine, self._now, numbers = office.engine, 0, count(1)

        def begun(_: Connection) -> None:
            self._now = next(numbers)

        def connected(connection: Any, _: object) -> None:
            connection.create_function("spied_transaction", 0, lambda: str(self._now))

        event.listen(self._engine, "begin", begun)
        event.listen(self._engine, "connect", connected)
        self._engine.dispose()
        self._watch()

    def look(self) -> None:
        """Do nothing: what is noted stays."""

    def noted(self) -> Iterator[Noted]:
        with self._engine.begin() as connection:
            rows = connection.exec_driver_sql("SELECT * FROM spy_seen ORDER BY number")
            for number, xid, kind, op, opened, *sealed in rows:
                table = metadata.tables[kind]
                values = _read(table, json.loads(opened))
                yield number, xid, kind, op, values, sealed[: len(sealed_columns(table))]

    def lying(self) -> dict[str, dict[str, Spot]]:
        found: dict[str, dict[str, Spot]] = {}
        with self._engine.begin() as connection:
            for table in LIE:
                rows = connection.exec_driver_sql(f"SELECT id FROM {table}")
                found[table] = {
                    str(UUID(row)): (f"(0,{n})", 0, 0, "0") for n, (row,) in enumerate(rows)
                }
        return found

    def close(self) -> None:
        """Do nothing: the office's own connections are used."""

    def _watch(self) -> None:
        with self._engine.begin() as connection:
            columns = ", ".join(["xid", "kind", "op", "open", *SEALED_SEEN])
            connection.exec_driver_sql(
                f"CREATE TABLE spy_seen (number INTEGER PRIMARY KEY, {columns})"
            )
            for name in WATCHED:
                spelt = _columns(metadata.tables[name], "NEW.{}", MOST_SEALED)
                for op in ("INSERT", "UPDATE"):
                    watch = WATCH_FILE.format(table=name, op=op, **spelt)
                    connection.exec_driver_sql(watch)


def spy_on(office: Office) -> Spy:
    """Return a spy in the office's database."""
    kind = office.engine.dialect.name
    return SqlCipherSpy(office) if kind == "sqlite" else PostgreSqlSpy(office)


def _columns(table: Table, spelt: str, most: int = 0) -> dict[str, str]:
    sealed = [spelt.format(c) for c in sealed_columns(table)]
    return {
        "open": ", ".join(f"'{c}', {spelt.format(c)}" for c in open_columns(table)),
        "sealed": ", ".join(sealed + ["NULL"] * (most - len(sealed))),
    }


def _read(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """Write ids as PostgreSQL does."""
    ids = {c.name for c in table.columns if isinstance(c.type, Uuid)}
    return {n: str(UUID(v)) if n in ids and v else v for n, v in row.items()}
