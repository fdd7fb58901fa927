"""Refuse to open the live database file beside the database.

SQLite's locks belong to the process: when it closes any descriptor of the file, all its locks on
it are gone, and commits that were acknowledged are lost in the next crash (measured: 100 of 300).
Not seen is a file that is opened relative to another folder's descriptor (`dir_fd`): Python tells
its name alone. Nothing of ours opens any so.
"""

import os
import sys
from collections import Counter
from threading import Lock

BESIDE = ("-wal", "-shm")  # the journal, and the index of it that carries its locks

_connections: Counter[str] = Counter()
_changing = Lock()
_watching: list[bool] = []


class LiveFile(Exception):
    """A fault in the code: it opened the file that the database has open."""


def connected(path: str) -> None:
    """Count a connection of this process to the SQLCipher file; the file is guarded from now on."""
    with _changing:
        _connections[path] += 1
        if not _watching:
            _watching.append(True)
            sys.addaudithook(_look)


def disconnected(path: str) -> None:
    """Count a connection less; the file is guarded until there is none."""
    with _changing:
        _connections[path] -= 1
        if _connections[path] <= 0:
            del _connections[path]


def _look(event: str, arguments: tuple[object, ...]) -> None:
    # Python's own sqlite3 is another library than ours: its descriptors drop our locks, too.
    if (
        event in ("open", "sqlite3.connect")
        and _connections
        and isinstance(arguments[0], str | bytes)
    ):
        _refuse_live(os.fsdecode(arguments[0]))


def _refuse_live(opened: str) -> None:
    try:
        found = os.stat(opened)
    except (OSError, ValueError):
        return  # there is nothing yet that a lock could be on
    for path in list(_connections):
        for end in ("", *BESIDE):
            try:
                live = os.stat(path + end)
            except OSError:
                continue
            if os.path.samestat(found, live):  # by whatever name it was opened
                raise LiveFile("the live database file is not opened beside the database")
