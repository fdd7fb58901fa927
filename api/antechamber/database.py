"""Engines: SQLCipher in a file, or PostgreSQL. The rest of the code does not know which."""

import os
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event

from antechamber import livefile
from antechamber.crypto.files import private_folder
from antechamber.crypto.keys import Key

BUSY_SECONDS = 5
PATIENCE = "30s"  # of one statement on PostgreSQL, waiting for locks included
READ_ONLY = "antechamber_read_only"
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "foreign_keys = ON",
    f"busy_timeout = {BUSY_SECONDS * 1000}",
)


def connect(url: URL, file_key: Key) -> Engine:
    """Build the engine for a SQLCipher file or a PostgreSQL database.

    Statements in errors never show their values. `file_key` is for SQLCipher alone.
    """
    if url.get_backend_name() != "sqlite":
        return create_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=True,
            connect_args={"options": f"-c lock_timeout={PATIENCE} -c statement_timeout={PATIENCE}"},
        )
    engine = create_engine(
        url,
        module=sqlcipher,
        poolclass=QueuePool,
        hide_parameters=True,
        # isolation_level None: the driver begins nothing by itself, `_begin` does.
        connect_args={"isolation_level": None, "check_same_thread": False},
    )

    path = str(url.database)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        # The raw key, first of all: until then the file is noise.
        connection.execute("PRAGMA cipher_log_level = NONE")  # it writes to standard error
        connection.execute(f"PRAGMA key = \"x'{file_key.expose().hex()}'\"")
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.set_authorizer(_no_second_file)
        livefile.connected(path)

    @event.listens_for(engine, "close")
    def _leave(_connection: object, _record: object) -> None:
        livefile.disconnected(path)

    event.listen(engine, "begin", _begin)
    return engine


def reading(engine: Engine) -> Engine:
    """Return the same engine for transactions that see one moment and cannot write."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{READ_ONLY: True})
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def prepare_file(path: Path) -> None:
    """Make the empty database file, mode 0600 in a folder of mode 0700, before anyone opens it."""
    private_folder(path.parent)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _begin(connection: Connection) -> None:
    read_only = connection.get_execution_options().get(READ_ONLY, False)
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if read_only else 'OFF'}")
    # A writer takes the lock at once: two that had both read first would deadlock.
    connection.exec_driver_sql("BEGIN DEFERRED" if read_only else "BEGIN IMMEDIATE")


def _no_second_file(action: int, *_: object) -> int:
    """Refuse ATTACH, by which one statement could copy the database out in the clear."""
    return int(sqlcipher.SQLITE_DENY if action == sqlcipher.SQLITE_ATTACH else sqlcipher.SQLITE_OK)
