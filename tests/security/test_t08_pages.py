"""T8: a damaged page of the embedded database yields no wrong row."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import DatabaseError

from antechamber import database
from antechamber.backups import copying
from antechamber.crypto.keys import Key
from antechamber.office import Office
from planting import plant
from scanning import canaries

PAGE = 4096
SEED = 8


def content(path: Path, key: Key) -> dict[str, copying.Content]:
    engine = database.connect(URL.create("sqlite", database=str(path)), key)
    try:
        with database.reading(engine).connect() as connection:
            return copying.contents(connection)
    finally:
        engine.dispose()


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
    chosen, seen, copy = random.Random(SEED), Counter[str](), tmp_path / "damaged.db"
    for number in range(rounds := figure(60, 1000)):
        copy.write_bytes((flip if number % 2 else swap)(raw, chosen))
        try:
            seen["the right rows" if content(copy, key) == right else "a wrong row"] += 1
        except DatabaseError:
            seen["an error"] += 1
        for beside in tmp_path.glob("damaged.db-*"):
            beside.unlink()
    came_out(
        "T8",
        f"{rounds:,} damaged copies: a bit flipped, or a page put in another's place",
        f"{seen['a wrong row']} wrong rows; {seen['an error']:,} refused, "
        f"{seen['the right rows']:,} read right (the page held no row)",
    )
    assert seen["a wrong row"] == 0
    assert seen["an error"] > rounds / 2
