"""T16: after an erasure nothing about the person opens, in today's database or an older copy."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlmodel import select

from antechamber import custody, database
from antechamber.backups import making, restoring
from antechamber.backups.making import Source
from antechamber.crypto.keyring import read_keyring
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.crypto.providers import FileKey
from antechamber.crypto.sealing import Unsealable
from antechamber.erasure import service as erasure
from antechamber.errors import NotReady
from antechamber.office import Office
from antechamber.policies import shipped_rulebook
from antechamber.rotation import key_of_keys
from antechamber.rulebooks.current import CurrentRules
from antechamber.settings import Settings
from antechamber.tables import KeyRow, ParticipantRow
from antechamber.work import Everywhere
from databases import NOW, OpenOffice, fixed_clock
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


def copies(walk: Walk, folder: Path, refs: Sequence[str]) -> Copies:
    with walk.office.reading(Everywhere("test")) as work:
        people = [work.session.get_one(ParticipantRow, walk.people[ref]) for ref in refs]
        known = [value for person in people for value in about(work, person)]
    return Copies(copy_of(walk, folder / "whole"), copy_of(walk, folder / "database"), known)


def opened(settings: Settings, known: list[Stored]) -> int:
    """Return how many of the values open with all that an office's folder and key file hold.

    A thief's program does not stop where ours says that keyring and database do not fit.
    """
    keyring = custody.keyring(settings)
    engine = database.connect(settings.url, keyring.keys().file_key())
    office = Office(engine, fixed_clock, keyring, settings, CurrentRules(shipped_rulebook()))
    count = 0
    with office.reading(Everywhere("thief")) as work:
        for value in known:
            try:
                value.open(work)
                count += 1
            except Unsealable:
                continue
    office.close()
    return count


def test_nothing_about_the_erased_opens_today_or_from_an_older_copy_with_todays_keys(
    walk: Walk,
    tmp_path: Path,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    refs = sorted(walk.people)[: figure(1, 8)]
    before = copies(walk, tmp_path, refs)
    found = {"the copy before, with its keys": opened(before.whole, before.known)}
    for ref in refs:
        erasure.erase(walk.office, Everywhere("officer"), walk.people[ref])
    present = walk.office.settings
    walk.office.close()
    found["today's database"] = opened(present, before.known)
    shutil.copy(present.keyring, before.database.keyring)
    found["the older copy with today's keyring"] = opened(before.database, before.known)
    with_todays_rows(walk, before.database)
    found["the same with today's wrapped keys put into it"] = opened(before.database, before.known)
    total = len(before.known)
    came_out(
        "T16",
        f"{total} values about people who were then erased, {len(refs)} in number: identity, file, "
        "seats, parts of dossiers, wrapped keys",
        f"opened {', '.join(f'{count} in {name}' for name, count in found.items())}",
    )
    assert total >= 6 * len(refs)
    assert list(found.values()) == [total, 0, 0, 0]


def with_todays_rows(walk: Walk, copy: Settings) -> None:
    """Put every key of today's database into the older copy, beside those that it has."""
    with walk.office.reading(Everywhere("test")) as work:
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
    before = copies(walk, tmp_path, ["P3"])
    office = open_office(walk.office.settings)
    erasure.erase(office, Everywhere("officer"), walk.people["P3"])
    key_of_keys.rotate(office, Everywhere("test"))
    with pytest.raises(NotReady, match="does not open this office's keyring"):
        Office.open(before.whole, clock=fixed_clock)


def test_a_backup_from_before_is_not_restored_with_todays_keys(
    walk: Walk, tmp_path: Path, came_out: Callable[[str, str, str], None]
) -> None:
    office, out = walk.office, tmp_path / "office.backup"
    making.make(Source(office.engine, office.keys, office.settings, NOW), out)
    erasure.erase(office, Everywhere("officer"), walk.people["P3"])
    todays = unlocked(office.settings)
    place = Settings(home=tmp_path / "restored", key_file=office.settings.key_file)
    place.home.mkdir(mode=0o700)
    shutil.copy(office.settings.keyring, place.keyring)
    with pytest.raises(NotReady, match="keyring does not open every initiative"):
        restoring.restore(place, todays, out, fixed_clock)
    assert [path.name for path in place.home.iterdir()] == [place.keyring.name]
    came_out("T16", "a backup from before an erasure, restored with today's keys", "refused")


def unlocked(settings: Settings) -> OfficeKeys:
    return read_keyring(settings.keyring).unlock(FileKey(settings.key_file))
