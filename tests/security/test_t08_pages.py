"""T8: a damaged page of the embedded database yields no wrong row."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from antechamber.crypto.keys import Key
from antechamber.office import Office
from planting import plant
from scanning import canaries

PAGE = 4096
SEED = 8
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"


def opened(path: Path, key: Key) -> Any:
    connection = sqlcipher.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{key.expose().hex()}'\"")
    return connection


def content(path: Path, key: Key) -> dict[str, str]:
    """Return a hash of all rows of each table."""
    with closing(opened(path, key)) as connection:
        names = [name for (name,) in connection.execute(TABLES).fetchall()]
        return {name: rows_of(connection, name) for name in names}


def rows_of(connection: Any, table: str) -> str:
    hashed = sha256()
    for row in connection.execute(f'SELECT * FROM "{table}"'):
        hashed.update(repr(row).encode())
    return hashed.hexdigest()


def complaints(path: Path, key: Key) -> Iterator[str]:
    """Yield what SQLCipher's own check of every page says, rows on it or not."""
    with closing(opened(path, key)) as connection:
        try:
            yield from (str(row) for row in connection.execute("PRAGMA cipher_integrity_check"))
        except sqlcipher.DatabaseError as fault:
            yield str(fault)


def flip(raw: bytes, chosen: random.Random) -> bytes:
    """Return the file with one bit flipped."""
    at = chosen.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ 1 << chosen.randrange(8)]) + raw[at + 1 :]


def swap(raw: bytes, chosen: random.Random) -> bytes:
    """Return the file with one page where another was."""
    into, of = (PAGE * page for page in chosen.sample(range(len(raw) // PAGE), 2))
    return raw[:into] + raw[of : of + PAGE] + raw[into + PAGE :]


def test_a_damaged_page_yields_an_error_or_the_right_rows(
    sqlcipher_office: Office,
    tmp_path: Path,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    plant(sqlcipher_office, canaries(50))
    sqlcipher_office.close()
    file, key = sqlcipher_office.settings.database_file, sqlcipher_office.keys.file_key()
    assert file is not None
    right, raw = content(file, key), file.read_bytes()
    assert len(right) > 15
    assert not list(complaints(file, key))
    chosen, seen, copy = random.Random(SEED), Counter[str](), tmp_path / "damaged.db"
    for number in range(rounds := figure(60, 1000)):
        copy.write_bytes((flip if number % 2 else swap)(raw, chosen))
        try:
            seen["the right rows" if content(copy, key) == right else "a wrong row"] += 1
        except sqlcipher.DatabaseError:
            seen["an error"] += 1
        seen["complained of"] += any(complaints(copy, key))
        for beside in tmp_path.glob("damaged.db-*"):
            beside.unlink()
    came_out(
        "T8",
        f"{rounds:,} damaged copies: a bit flipped, or a page put in another's place",
        f"{seen['a wrong row']} wrong rows: {seen['an error']:,} refused, "
        f"{seen['the right rows']:,} read right, as the page held no row; the check of all pages "
        f"finds {seen['complained of']:,}",
    )
    assert seen["a wrong row"] == 0
    assert seen["an error"] > rounds / 2
    assert seen["complained of"] == rounds
