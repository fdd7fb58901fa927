"""The thief's search finds what lies open, in whatever spelling."""

import base64
import gzip
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from antechamber.demo.clock import StoryClock
from antechamber.demo.scan import forms, search
from antechamber.office import Office
from databases import NOW
from scanning import scanned

NAME = "Velasca Thornmarrow"


def leaks(content: bytes) -> bool:
    return bool(search([content], forms(NAME)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [NAME, NAME.upper(), "THORNMARROW, Velasca", "x Thornmarrow"])
def test_a_name_is_found_in_each_encoding(text: str, encoding: str) -> None:
    assert leaks(b"\x00\x01" + text.encode(encoding) + b"\xff")


@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_name_is_found_within_base64_at_every_offset(before: str, encoding: str) -> None:
    raw = before.encode() + NAME.encode(encoding) + b" and more"
    assert leaks(base64.b64encode(raw))


def test_a_name_is_found_in_hexadecimal() -> None:
    assert leaks(NAME.encode().hex().encode())
    assert leaks(NAME.encode().hex().upper().encode())


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_a_name_is_found_in_what_was_packed(pack: Callable[[bytes], bytes]) -> None:
    assert leaks(b"before" + pack(f"a letter to {NAME}".encode()) + b"after")


def test_another_name_is_not_found() -> None:
    assert not leaks(b"Ambrel Quistholm, Odrik Fennewharf")


def test_the_files_of_an_office_give_nothing_and_do_not_open(sqlcipher_office: Office) -> None:
    found = scanned(sqlcipher_office.settings.home, [NAME])
    assert (found["found"], found["control"], found["opens"]) == (0, 1, False)


def test_a_name_left_beside_the_database_is_found(sqlcipher_office: Office) -> None:
    home = sqlcipher_office.settings.home
    (home / "notes.txt").write_text(f"tell {NAME}", "utf-8")
    assert scanned(home, [NAME])["found"]


def test_a_database_that_is_not_encrypted_is_told_from_one_that_is(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "office.db")
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert scanned(tmp_path, [NAME])["opens"] is True


def test_the_storys_clock_stands_and_never_goes_back() -> None:
    clock = StoryClock(NOW)
    assert clock() == clock() == NOW
    with pytest.raises(ValueError, match="order"):
        clock.move(NOW.replace(year=2025))


def test_the_storys_clock_goes_on_once_it_is_let_run() -> None:
    clock = StoryClock(NOW)
    clock.run()
    assert clock() > NOW
