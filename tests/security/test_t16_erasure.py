"""T16: after an erasure nothing about the person opens, in today's database or an older copy."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlmodel import select

from antechamber.crypto.sealing import Unsealable
from antechamber.erasure import service as erasure
from antechamber.errors import NotReady
from antechamber.office import Office
from antechamber.rotation import key_of_keys
from antechamber.settings import Settings
from antechamber.tables import KeyRow, ParticipantRow
from databases import OpenOffice, fixed_clock
from stored import Stored, about
from walk import Walk, prepare


@dataclass(frozen=True)
class Copies:
    """Two copies of an office from before the erasure, and what was known of the person."""

    whole: Settings
    database: Settings
    known: list[Stored]


@pytest.fixture
def walk(sqlcipher_office: Office) -> Walk:
    walk = prepare(sqlcipher_office)
    walk.step("propose", "submit", "evaluate", "schedule")
    return walk


def copy_of(walk: Walk, folder: Path) -> Settings:
    source = walk.office.settings
    assert source.database_file
    walk.office.close()  # nobody holds a lock on what is copied
    target = Settings(home=folder / "home", key_file=source.key_file)
    shutil.copytree(source.home, target.home)
    return target


def copies(walk: Walk, folder: Path, ref: str) -> Copies:
    with walk.office.reading("test") as work:
        known = about(work, work.session.get_one(ParticipantRow, walk.people[ref]))
    return Copies(copy_of(walk, folder / "whole"), copy_of(walk, folder / "database"), known)


def opened(settings: Settings, known: list[Stored]) -> int:
    """Return how many of the values open with all that an office's folder and key file hold."""
    office = Office.open(settings, clock=fixed_clock)
    count = 0
    with office.reading("thief") as work:
        for value in known:
            try:
                value.open(work)
                count += 1
            except Unsealable:
                continue
    office.close()
    return count


def test_nothing_about_the_erased_opens_today_or_from_an_older_copy_with_todays_keys(
    walk: Walk, tmp_path: Path, came_out: Callable[[str, str, str], None]
) -> None:
    before = copies(walk, tmp_path, "P3")
    found = {"the copy before, with its keys": opened(before.whole, before.known)}
    erasure.erase(walk.office, "officer", walk.people["P3"])
    present = walk.office.settings
    walk.office.close()
    found["today's database"] = opened(present, before.known)
    shutil.copy(present.keyring, before.database.keyring)
    found["the older copy with today's keyring"] = opened(before.database, before.known)
    with_todays_rows(walk, before.database)
    found["and with today's keys of initiatives put into it"] = opened(
        before.database, before.known
    )
    total = len(before.known)
    came_out(
        "T16",
        f"{total} values about a person (identity, file, seat, dossier parts) tried after erasure",
        "; ".join(f"{name}: {count}" for name, count in found.items()),
    )
    assert total >= 5
    assert list(found.values()) == [total, 0, 0, 0]


def with_todays_rows(walk: Walk, copy: Settings) -> None:
    """Put every key of today's database into the older copy, beside those that it has."""
    with walk.office.reading("test") as work:
        rows = work.session.exec(select(KeyRow)).all()
    assert copy.database_file
    connection = sqlcipher.connect(str(copy.database_file), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{walk.office.keys.file_key().expose().hex()}'\"")
    for row in rows:
        connection.execute(
            "INSERT OR REPLACE INTO key (id, version, initiative_id, kcv, wrapped)"
            " VALUES (?, ?, ?, ?, ?)",
            (
                row.id.hex,
                row.version,
                row.initiative_id.hex if row.initiative_id else None,
                row.kcv,
                row.wrapped.blob,
            ),
        )
    connection.close()


def test_the_older_keyring_opens_nothing_with_a_key_that_was_rotated_since(
    walk: Walk, tmp_path: Path, open_office: OpenOffice
) -> None:
    """What makes an erasure final before the backups are gone, as the report says."""
    before = copies(walk, tmp_path, "P3")
    office = open_office(walk.office.settings)
    erasure.erase(office, "officer", walk.people["P3"])
    key_of_keys.rotate(office, "test")
    with pytest.raises(NotReady, match="does not open this office's keyring"):
        Office.open(before.whole, clock=fixed_clock)
