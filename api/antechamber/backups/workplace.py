"""A folder in the office's home in which a backup or a restore is prepared."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine

from antechamber import database, schema
from antechamber.crypto.files import private_folder
from antechamber.crypto.keys import Key
from antechamber.errors import NotReady

FOLDER = "backup-work"


@contextmanager
def workplace(home: Path) -> Iterator[Path]:
    """Yield an empty folder, to one process at a time; what a killed one left is removed."""
    private_folder(home)
    handle, folder = os.open(home, os.O_RDONLY), home / FOLDER
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise NotReady(
                "Another backup or restore of this office is running; wait until it has ended."
            ) from None
        try:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(mode=0o700)
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(handle)


def new_file(path: Path, key: Key, revision: str) -> Engine:
    """Make an empty SQLCipher database of this schema."""
    database.prepare_file(path)
    engine = existing_file(path, key)
    schema.migrate(engine, revision)
    return engine


def existing_file(path: Path, key: Key) -> Engine:
    """Return the engine of a SQLCipher file in the folder."""
    return database.connect(URL.create("sqlite", database=str(path)), key)


def close_whole(engine: Engine) -> None:
    """Close a file in the folder so that all of it is in the one file, and on the disk."""
    connection = engine.raw_connection()
    try:
        connection.driver_connection.execute("PRAGMA journal_mode = DELETE")  # type: ignore[union-attr]
    finally:
        connection.close()
        engine.dispose()
