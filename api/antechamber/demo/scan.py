"""Look for names in a stolen copy of the database; run as a process of its own.

Opening the live file in the process that uses it would drop its locks, and with them
acknowledged commits. So this one copies the files and reads the copies, as a thief would.

Standard input: {"folder": ..., "names": [...]}. Standard output: what was found.
"""

import base64
import json
import os
import re
import shutil
import sqlite3
import sys
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import sqlcipher3.dbapi2 as sqlcipher
from numpy.typing import NDArray

SHORTEST_WORD = 6  # shorter ones turn up in random bytes by chance
START = 3  # bytes by which a place is chosen to be looked at
PACKED = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]")  # how gzip and zlib begin
EITHER = 32 + zlib.MAX_WBITS
MOST_UNPACKED = 16 << 20
DATABASES = (".db", ".backup")


def scan(folder: Path, names: list[str]) -> dict[str, object]:
    """Copy what lies under `folder`, search the copies for names and try to open databases."""
    wanted = {form: name for name in names for form in forms(name)}
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    with tempfile.TemporaryDirectory() as stolen:
        copies = [Path(shutil.copy(path, f"{stolen}/{i}")) for i, path in enumerate(paths)]
        contents = [copy.read_bytes() for copy in copies]
        databases = [c for c, path in zip(copies, paths, strict=True) if path.suffix in DATABASES]
        return {
            "files": [path.name for path in paths],
            "bytes": sum(map(len, contents)),
            "forms": sum(len(forms(name)) for name in names),
            "found": len(search(contents, wanted)),
            # The same search where they are: a search that finds nothing anywhere proves nothing.
            "control": len({wanted[form] for form in search([json.dumps(names).encode()], wanted)}),
            "names": len(names),
            "opens": any(_opens_plain(copy) or _opens_with_a_key(copy) for copy in databases),
        }


def search(contents: Iterable[bytes], wanted: Iterable[bytes]) -> set[bytes]:
    """Return which of the wanted byte strings are in the contents, packed ones included."""
    by_start = defaultdict(list)
    for form in wanted:
        by_start[form[:START]].append(form)
    starts = np.zeros(256**START, dtype=np.bool_)
    starts[[int.from_bytes(start, "little") for start in by_start]] = True
    found: set[bytes] = set()
    for content in contents:
        for text in (content, *unpacked(content)):
            for place in _places(text, starts):
                here = by_start[text[place : place + START]]
                found.update(form for form in here if text.startswith(form, place))
    return found


def unpacked(content: bytes) -> Iterator[bytes]:
    """Yield what gzip or zlib packed anywhere in the content."""
    for begin in PACKED.finditer(content):
        unpacking = zlib.decompressobj(EITHER)
        try:
            text = unpacking.decompress(memoryview(content)[begin.start() :], MOST_UNPACKED)
        except zlib.error:
            continue  # bytes that only looked like it
        if len(text) >= SHORTEST_WORD:
            yield text


def _places(text: bytes, starts: NDArray[np.bool_]) -> list[int]:
    """Return where one of the wanted strings may begin."""
    if len(text) < START:
        return []
    raw = np.frombuffer(text, dtype=np.uint8).astype(np.uint32)
    found: list[int] = np.flatnonzero(starts[raw[:-2] | raw[1:-1] << 8 | raw[2:] << 16]).tolist()
    return found


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
