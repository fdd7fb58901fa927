"""Engines: SQLCipher in a file, or PostgreSQL. The rest of the code does not know which."""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import sqlcipher3.dbapi2 as sqlcipher
from psycopg.errors import LockNotAvailable
from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, text
from sqlalchemy.exc import DBAPIError, OperationalError

from antechamber import livefile
from antechamber.crypto.files import private_folder
from antechamber.crypto.keys import Key
from antechamber.errors import NotReady

LOCK_SECONDS = 30  # of waiting for somebody else who writes, on both databases
# On PostgreSQL: of one statement, of waiting for a lock, and of a transaction that does nothing.
TIME_OUTS = {
    "statement_timeout": "30s",
    "lock_timeout": f"{LOCK_SECONDS}s",
    "idle_in_transaction_session_timeout": "60s",
}
# On PostgreSQL: how long somebody who must be alone waits, try by try. Whoever comes meanwhile
# waits behind, and gets in between two tries.
ALONE_SECONDS: tuple[float, ...] = (1, 2, 4, 8, 15, 25, 25)
LET_IN_SECONDS = 0.2
# FastAPI runs 40 requests at once: those beyond the pool wait, and are refused after POOL_SECONDS.
POOL_SIZE, POOL_OVERFLOW, POOL_SECONDS, POOL_RECYCLE_SECONDS = 5, 15, 10, 1800
APPLICATION = "antechamber"  # what the server's lists and logs show of us, and all they show
EVERYTHING = "*"
SHOW = text("SELECT set_config('antechamber.initiatives', :seen, true)")
READ_ONLY = "antechamber_read_only"
UNREACHABLE = (
    "The database cannot be reached. Check that its server runs, that the database exists, and "
    "ANTECHAMBER_DATABASE_URL."
)
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "foreign_keys = ON",
    f"busy_timeout = {LOCK_SECONDS * 1000}",
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
        pool_size=POOL_SIZE,
        max_overflow=POOL_OVERFLOW,
        pool_timeout=POOL_SECONDS,
        # isolation_level None: the driver begins nothing by itself, `_begin` does.
        connect_args={"isolation_level": None, "check_same_thread": False},
    )

    path = str(url.database)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        _unlock(connection, file_key)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.set_authorizer(_no_second_file)
        livefile.connected(path)

    @event.listens_for(engine, "close")
    def _leave(_connection: object, _record: object) -> None:
        livefile.disconnected(path)

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


def one_writer(engine: Engine) -> bool:
    """Tell whether the database has one writer at a time, for whom all others wait."""
    return engine.dialect.name == "sqlite"


def take_part(connection: Connection, *, alone: bool) -> None:
    """Keep whoever changes keys from doing so until this transaction ends; `alone`: everybody.

    SQLite has one writer at a time as it is. On PostgreSQL whoever is alone has waited for
    the writers before, and those after wait: none goes on with keys that have been replaced.
    A table is locked that nobody but the office may: an advisory lock is anybody's who connects.
    """
    if connection.dialect.name == "sqlite":
        return
    if alone:
        _wait_to_be_alone(connection)
    else:
        connection.exec_driver_sql("LOCK TABLE office IN ROW EXCLUSIVE MODE")


def see_one_moment(connection: Connection) -> None:
    """Fix the moment that a reading transaction sees: at its first look, not at its begin."""
    tables = "pg_class" if connection.dialect.name != "sqlite" else "sqlite_master"
    connection.exec_driver_sql(f"SELECT 1 FROM {tables} LIMIT 1")  # noqa: S608 - of two names


def prepare_file(path: Path) -> None:
    """Make the empty database file, mode 0600 in a folder of mode 0700, before anyone opens it."""
    private_folder(path.parent)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _wait_to_be_alone(connection: Connection) -> None:
    *earlier, last = ALONE_SECONDS
    for seconds in earlier:
        try:
            _be_alone(connection, seconds)
        except OperationalError as fault:
            if not isinstance(fault.orig, LockNotAvailable):
                raise
            time.sleep(LET_IN_SECONDS)
        else:
            return
    _be_alone(connection, last)


def _be_alone(connection: Connection, within: float) -> None:
    with connection.begin_nested():
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{within}s'")
        connection.exec_driver_sql("LOCK TABLE office IN SHARE ROW EXCLUSIVE MODE")
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{TIME_OUTS['lock_timeout']}'")


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


def has_gone(fault: Exception) -> bool:
    """Tell whether a fault is that the database's server cannot be reached, or ended meanwhile."""
    return isinstance(fault, DBAPIError) and (
        fault.connection_invalidated
        or (isinstance(fault.orig, psycopg.OperationalError) and fault.orig.sqlstate is None)
    )


def key_that_opens(path: Path, keys: Sequence[Key]) -> Key:
    """Return which of the keys opens the file: two while a change of its key is under way.

    Raises NotReady where it cannot be read now, whichever is right.
    """
    for key in keys[:-1]:
        connection = sqlcipher.connect(str(path), isolation_level=None)
        try:
            _unlock(connection, key)
            connection.execute("SELECT count(*) FROM sqlite_master")
        except sqlcipher.OperationalError as fault:  # in use, or its disk: that tells of no key
            raise NotReady(
                f"{path} cannot be read now ({fault}). Give the command again."
            ) from None
        except sqlcipher.DatabaseError:
            continue
        finally:
            connection.close()
        return key
    return keys[-1]


def change_file_key(path: Path, old: Key, new: Key) -> None:
    """Encrypt a SQLCipher file by another key; raise NotReady while anybody has it open.

    It is one transaction: whoever is killed in it leaves the file under the old key.
    """
    with _alone(path, old) as connection:
        connection.execute(f"PRAGMA rekey = \"x'{new.expose().hex()}'\"")


def must_be_unused(path: Path, keys: Sequence[Key]) -> None:
    """Raise NotReady while anybody has a SQLCipher file open, by whichever of the keys it is."""
    with _alone(path, key_that_opens(path, keys)):
        pass


@contextmanager
def _alone(path: Path, key: Key) -> Iterator[Any]:
    """Open a SQLCipher file for nobody else; raise NotReady while anybody has it open."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    try:
        _unlock(connection, key)
        _have_it_alone(connection)
        yield connection
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlcipher.OperationalError as fault:
        raise NotReady(
            f"The database cannot be written anew ({fault}): it is as it was. Look at the disk, "
            "which needs room for it twice, then give the command again."
        ) from None
    finally:
        connection.close()


def _have_it_alone(connection: Any) -> None:
    """Let no other hold pages of the old key; SQLite grants this to nobody who is not alone."""
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlcipher.OperationalError:
        raise NotReady(
            "The database is in use. Stop the server, then give the command again."
        ) from None


def _unlock(connection: Any, key: Key) -> None:
    # The raw key, first of all: until then the file is noise.
    connection.execute("PRAGMA cipher_log_level = NONE")  # it writes to standard error
    connection.execute(f"PRAGMA key = \"x'{key.expose().hex()}'\"")


def _begin(connection: Connection) -> None:
    read_only = connection.get_execution_options().get(READ_ONLY, False)
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if read_only else 'OFF'}")
    # A writer takes the lock at once: two that had both read first would deadlock.
    connection.exec_driver_sql("BEGIN DEFERRED" if read_only else "BEGIN IMMEDIATE")


def _no_second_file(action: int, *_: object) -> int:
    """Refuse ATTACH, by which one statement could copy the database out in the clear."""
    return int(sqlcipher.SQLITE_DENY if action == sqlcipher.SQLITE_ATTACH else sqlcipher.SQLITE_OK)
