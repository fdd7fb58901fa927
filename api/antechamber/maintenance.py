"""Write every table anew in the order of its random ids: the disk then tells no order of time."""

from typing import Any

from sqlalchemy import Column, Connection, Engine, Integer, String, Table

from antechamber import database
from antechamber.tables import metadata
from antechamber.tables.columns import SealedBytes


def rewrite(engine: Engine) -> None:
    """Rewrite all tables, each locked until it is done; on PostgreSQL as their owner."""
    if engine.dialect.name == "sqlite":
        _in_sqlite(engine)
    else:
        with engine.begin() as connection:
            _in_postgresql(connection)


def _in_postgresql(connection: Connection) -> None:
    database.take_part(connection, alone=True)  # else writers and we would wait for one another
    database.show(connection, database.EVERYTHING)
    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    quote = connection.dialect.identifier_preparer.quote_identifier
    for table in metadata.tables.values():
        column = _rewritten(table)
        if column is None:
            continue
        name, kept = quote(table.name), quote(column.name)
        kind = column.type.compile(connection.dialect)
        connection.exec_driver_sql(f"CLUSTER {name} USING {quote(f'pk_{table.name}')}")
        # CLUSTER keeps of each row which transaction wrote it. A rewrite by ALTER TABLE does not,
        # and it gives the parts of large values new numbers, in the order that now is.
        connection.exec_driver_sql(
            f"ALTER TABLE {name} ALTER COLUMN {kept} TYPE {kind} USING {kept} || ''"
        )
    connection.exec_driver_sql("ANALYZE")


def _rewritten(table: Table) -> Column[Any] | None:
    """Return a column that can be written anew as it is: a sealed one, else a text."""
    found = [c for c in table.columns if isinstance(c.type, SealedBytes | String)]
    return next(iter(found), None)


def _in_sqlite(engine: Engine) -> None:
    with engine.begin() as connection:
        for table in metadata.tables.values():
            if _has_rowid(table):
                # Rows lie in the order of their rowid, which counts up. Halved: new rows go above
                # the largest, where there must be room.
                connection.exec_driver_sql(f'UPDATE "{table.name}" SET rowid = random() / 2')  # noqa: S608 - of the metadata
    raw = engine.raw_connection()
    try:
        # VACUUM attaches a temporary database, in memory; on this connection it may.
        raw.driver_connection.set_authorizer(None)  # type: ignore[union-attr]  # just connected
        raw.cursor().execute("VACUUM")
    finally:
        raw.invalidate()  # it forgot what it must refuse


def _has_rowid(table: Table) -> bool:
    if table.dialect_options["sqlite"]["with_rowid"] is False:
        return False  # it lies in the order of its ids
    return not any(isinstance(column.type, Integer) for column in list(table.primary_key)[:1])
