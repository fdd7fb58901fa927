"""Look for names in a stolen copy of the database; run as a process of its own.

Opening the live file in the process that uses it would drop its locks, and with them
acknowledged commits. So this one copies the files and reads the copies, as a thief would.

Standard input: {"folder": ..., "names": [...]}. Standard output: what was found.
"""

import base64
import json
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

SHORTEST_WORD = 6  # shorter ones turn up in random bytes by chance


def scan(folder: Path, names: list[str]) -> dict[str, object]:
    """Copy what lies in `folder`, search the copies for names and try to open them."""
    with tempfile.TemporaryDirectory() as stolen:
        copies = [
            Path(shutil.copy(path, stolen)) for path in sorted(folder.iterdir()) if path.is_file()
        ]
        content = b"\n".join(path.read_bytes() for path in copies)
        database = next(path for path in copies if path.suffix == ".db")
        return {
            "files": [path.name for path in copies],
            "bytes": len(content),
            "forms": sum(len(forms(name)) for name in names),
            "found": sum(form in content for name in names for form in forms(name)),
            # The same search where they are: a search that finds nothing anywhere proves nothing.
            "control": sum(
                any(form in json.dumps(names).encode() for form in forms(name)) for name in names
            ),
            "names": len(names),
            "opens": _opens_plain(database) or _opens_with_a_key(database),
        }


def forms(name: str) -> set[bytes]:
    """Return the longer words of a name in every spelling that a leak could have.

    The whole name contains them. UTF-16 without its edges is the same in both byte orders.
    """
    found = set()
    for word in (word for word in name.split() if len(word) >= SHORTEST_WORD):
        for spelt in (word, word.upper(), word.lower()):
            found |= {spelt.encode(), spelt.encode("utf-16-le")[:-1]}
        for raw in (word.encode(), word.encode("utf-16-le")):
            found |= {raw.hex().encode(), raw.hex().upper().encode(), *_in_base64(raw)}
    return found


def _in_base64(raw: bytes) -> Iterator[bytes]:
    """Yield what base64 makes of bytes at each of its three offsets, without shared characters."""
    for offset in range(3):
        encoded = base64.b64encode(bytes(offset) + raw)
        yield encoded[(offset * 8 + 5) // 6 : (offset + len(raw)) * 8 // 6]


def _opens_plain(path: Path) -> bool:
    try:
        with sqlite3.connect(path) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError:
        return False
    return True


def _opens_with_a_key(path: Path) -> bool:
    connection = sqlcipher.connect(str(path))
    try:
        connection.execute(f"PRAGMA key = \"x'{os.urandom(32).hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError:
        return False
    finally:
        connection.close()
    return True


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    json.dump(scan(Path(asked["folder"]), asked["names"]), sys.stdout)
