"""Engines: SQLCipher in a file, or PostgreSQL. The rest of the code does not know which."""

import os
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, text

from antechamber.crypto.files import private_folder
from antechamber.crypto.keys import Key

BUSY_SECONDS = 5
# On PostgreSQL: of one statement, of waiting for a lock, and of a transaction that does nothing.
TIME_OUTS = {
    "statement_timeout": "30s",
    "lock_timeout": "30s",
    "idle_in_transaction_session_timeout": "60s",
}
# FastAPI runs 40 requests at once: those beyond the pool wait, and are refused after POOL_SECONDS.
POOL_SIZE, POOL_OVERFLOW, POOL_SECONDS, POOL_RECYCLE_SECONDS = 5, 15, 10, 1800
APPLICATION = "antechamber"  # what the server's lists and logs show of us, and all they show
EVERYTHING = "*"
SHOW = text("SELECT set_config('antechamber.initiatives', :seen, true)")
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
        return _postgresql(url)
    engine = create_engine(
        url,
        module=sqlcipher,
        poolclass=QueuePool,
        hide_parameters=True,
        # isolation_level None: the driver begins nothing by itself, `_begin` does.
        connect_args={"isolation_level": None, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        # The raw key, first of all: until then the file is noise.
        connection.execute("PRAGMA cipher_log_level = NONE")  # it writes to standard error
        connection.execute(f"PRAGMA key = \"x'{file_key.expose().hex()}'\"")
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.set_authorizer(_no_second_file)

    event.listen(engine, "begin", _begin)
    return engine


def show(connection: Connection, seen: str) -> None:
    """Say which initiatives the rest of this transaction sees: ids with commas, or EVERYTHING.

    PostgreSQL keeps the rows of all others from it, whatever it asks; SQLite has no such wall.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(SHOW, {"seen": seen})


def reading(engine: Engine) -> Engine:
    """Return the same engine for transactions that see one moment and cannot write."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{READ_ONLY: True})
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def prepare_file(path: Path) -> None:
    """Make the empty database file, mode 0600 in a folder of mode 0700, before anyone opens it."""
    private_folder(path.parent)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _postgresql(url: URL) -> Engine:
    return create_engine(
        url,
        hide_parameters=True,
        pool_size=POOL_SIZE,
        max_overflow=POOL_OVERFLOW,
        pool_timeout=POOL_SECONDS,
        pool_recycle=POOL_RECYCLE_SECONDS,
        pool_pre_ping=True,
        connect_args={
            "application_name": APPLICATION,
            "options": " ".join(f"-c {name}={value}" for name, value in TIME_OUTS.items()),
        },
    )


def _begin(connection: Connection) -> None:
    read_only = connection.get_execution_options().get(READ_ONLY, False)
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if read_only else 'OFF'}")
    # A writer takes the lock at once: two that had both read first would deadlock.
    connection.exec_driver_sql("BEGIN DEFERRED" if read_only else "BEGIN IMMEDIATE")


def _no_second_file(action: int, *_: object) -> int:
    """Refuse ATTACH, by which one statement could copy the database out in the clear."""
    return int(sqlcipher.SQLITE_DENY if action == sqlcipher.SQLITE_ATTACH else sqlcipher.SQLITE_OK)
