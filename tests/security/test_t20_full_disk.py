"""T20: a full disk damages nothing.

Where Linux lets a process have a disk of its own it really is full; elsewhere, and where it must
be so while something else still fits, a limit of the size of a file stands for its end. What was
acknowledged must be there, and nothing else.
"""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from antechamber import audit
from antechamber.backups import making, restoring
from antechamber.backups.making import Source
from antechamber.errors import Busy, NotReady
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.work import Everywhere
from databases import NOW, SqlCipher, fixed_clock
from full_disks import in_child, limited, mount_disk
from planting import plant
from scanning import canaries

PAGE = 4096
STEP = PAGE + 24  # a page and the head of its frame in the journal
WRITES, FEW_WRITES = 30, 8
NO_DISK = -1
NO_ROOM, MADE = 0, 1


def write_on(settings: Settings, writes: int) -> Callable[[], int]:
    """Append entries until the disk is full; count those that were acknowledged."""

    def writing() -> int:
        done = 0
        try:
            office = Office.open(settings, clock=fixed_clock)
            while done < writes:
                with office.work(Everywhere("writer")) as work:
                    audit.append(work, "test.written", "x", payload={"text": "x" * 2000})
                done += 1
        except (OperationalError, Busy, NotReady):
            pass
        return done

    return writing


def on_small_disk(closed: Settings, folder: Path, room: int) -> Callable[[], int]:
    """Write on a copy of an office on a disk with so much room left; bring home what lies there."""

    def writing() -> int:
        disk = folder / "disk"
        size = sum(path.stat().st_size for path in closed.home.rglob("*") if path.is_file())
        if not mount_disk(disk, -(-size // PAGE) * PAGE + room):
            return NO_DISK
        done = in_child(write_on(copied(closed, disk), FEW_WRITES))
        shutil.copytree(disk / "home", folder / "home")
        return done or 0

    return writing


def copied(settings: Settings, folder: Path) -> Settings:
    shutil.copytree(settings.home, folder / "home")
    return Settings(home=folder / "home", key_file=settings.key_file)


@pytest.fixture
def closed(sqlcipher: SqlCipher, tmp_path: Path) -> Settings:
    """An office with people in it, closed."""
    settings = sqlcipher.office(tmp_path)
    office = Office.open(settings, clock=fixed_clock)
    plant(office, canaries(20))
    office.close()
    return settings


def entries(settings: Settings) -> int:
    office = Office.open(settings, clock=fixed_clock)
    try:
        with office.engine.connect() as connection:
            assert not connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
        return audit.verify(office).count
    finally:
        office.close()


def test_a_full_disk_keeps_what_was_acknowledged_and_nothing_else(
    closed: Settings,
    tmp_path: Path,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    before, seen = entries(closed), Counter[str]()
    for number in range(places := figure(6, 60)):
        settings = copied(closed, tmp_path / f"copy-{number}")
        done = limited(write_on(settings, WRITES), (number * 2 + 1) * STEP)
        after = entries(settings)
        # The last one may have reached the disk and not been acknowledged: one at most.
        assert 0 <= after - before - (done or 0) <= 1
        seen["full" if (done or 0) < WRITES else "room"] += 1
        shutil.rmtree(settings.home)
    came_out(
        "T20",
        f"{places} offices whose journal may grow no further, each at another page",
        f"{seen['full']} came to that end; 0 damaged, 0 acknowledged entries lost",
    )
    assert seen["full"]


def test_a_disk_full_at_any_page_keeps_what_was_acknowledged_and_nothing_else(
    closed: Settings,
    tmp_path: Path,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    before, step, sizes, done = entries(closed), figure(16, 1), 0, 0
    while done < FEW_WRITES:  # page by page, until there is room for all
        folder = tmp_path / f"full-{sizes}"
        (folder / "disk").mkdir(parents=True)
        done = in_child(on_small_disk(closed, folder, sizes * step * PAGE)) or 0
        if done == NO_DISK:
            came_out("T20", "disks that really are full", "not run: this machine lets nobody")
            pytest.skip("no process may have a disk of its own here")
        after = entries(Settings(home=folder / "home", key_file=closed.key_file))
        assert 0 <= after - before - done <= 1
        sizes += 1
        shutil.rmtree(folder)
    came_out(
        "T20",
        f"{sizes} full disks, each of a page more than the one before, from no room at all to room"
        f" for {FEW_WRITES} entries",
        "0 damaged, 0 acknowledged entries lost",
    )
    assert sizes > 3


def test_a_backup_that_finds_no_room_leaves_no_file_and_harms_nothing(
    closed: Settings,
    tmp_path: Path,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    assert closed.database_file is not None
    whole, before = closed.database_file.stat().st_size, entries(closed)
    out, seen = tmp_path / "office.backup", Counter[str]()

    def backing_up() -> int:
        office = Office.open(closed, clock=fixed_clock)
        try:
            making.make(Source(office.engine, office.keys, closed, NOW), out)
        except (OSError, OperationalError, NotReady):  # what a command tells people of
            return NO_ROOM
        return MADE

    for number in range(places := figure(3, 20)):
        done = limited(backing_up, 2 * whole * (number + 1) // places)
        assert done in (MADE, NO_ROOM)  # not None: it fails for no other reason
        assert out.exists() == (done == MADE)
        seen["made" if done == MADE else "no room"] += 1
        assert entries(closed) == before
        assert not list(tmp_path.glob(".office.backup*"))
        out.unlink(missing_ok=True)
    came_out(
        "T20",
        f"{places} backups onto disks of different sizes",
        f"{seen['no room']} found no room and left no file, {seen['made']} were made whole",
    )
    assert min(seen["no room"], seen["made"]) > 0


def test_a_restore_that_finds_no_room_puts_nothing_there(closed: Settings, tmp_path: Path) -> None:
    office = Office.open(closed, clock=fixed_clock)
    out = tmp_path / "office.backup"
    making.make(Source(office.engine, office.keys, closed, NOW), out)
    office.close()
    assert closed.database_file is not None
    size = closed.database_file.stat().st_size
    closed.database_file.unlink()

    def restoring_it() -> int:
        try:
            restoring.restore(closed, office.keys, out, fixed_clock)
        except (OperationalError, OSError, NotReady):
            return 0
        return 1

    assert not limited(restoring_it, size // 2)
    assert not closed.database_file.exists()
    assert limited(restoring_it, size * 20) == 1
    assert entries(closed) > 0
