"""T1: no confidential value is in the database's files, in a backup or beside them."""

import base64
import gzip
from collections.abc import Callable
from pathlib import Path

from antechamber.office import Office
from planting import plant
from processes import run_all
from scanning import canaries, scanned

NAMES = {"office.db", "office.db-wal", "office.db-shm", "office.backup", "process.log"}


def test_no_confidential_value_is_in_the_files_of_sqlcipher(
    sqlcipher_office: Office,
    tmp_path: Path,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    names = canaries(figure(50, 1000))
    plant(sqlcipher_office, names)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    # A second process backs up what this one has open.
    commands = [("backup", tmp_path / "office.backup"), ("audit", "verify")]
    places = {"TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary)}
    run_all(sqlcipher_office.settings, commands, tmp_path / "process.log", **places)
    found = scanned(tmp_path, names)
    came_out(
        "T1",
        f"{len(names):,} names in UTF-8, UTF-16, base64, hex, packed or not: database, journal, "
        f"backup, temporary files, output of commands ({found['bytes']:,} bytes)",
        f"{found['found']} found; {found['control']:,} of {len(names):,} in a plain file",
    )
    assert set(found["files"]) >= NAMES
    assert (found["found"], found["control"], found["opens"]) == (0, len(names), False)
    assert list(temporary.iterdir()) == []


def test_the_search_finds_each_name_in_each_encoding(tmp_path: Path) -> None:
    (name,) = canaries(1)
    for number, leak in enumerate(
        (
            name.encode(),
            name.encode("utf-16-be"),
            name.encode("utf-16-le"),
            *(base64.b64encode(b"x" * before + name.encode()) for before in range(3)),
            name.encode().hex().encode(),
            gzip.compress(f"to {name}".encode()),
        )
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "leak").write_bytes(b"\x00" * 50 + leak + b"\x00" * 50)
        assert scanned(folder, [name])["found"]
