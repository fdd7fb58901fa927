"""T20: a full disk damages nothing.

The limit of the size of a file stands for the end of the disk: it needs no rights, and it can be
put before each single write. What was acknowledged must be there, and nothing else.
"""

import os
import resource
import shutil
import signal
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
from databases import NOW, SqlCipher, fixed_clock
from planting import plant
from scanning import canaries

STEP = 4096 + 24  # a page and the head of its frame in the journal
WRITES = 30


def limited(what: Callable[[], int], size: int) -> int | None:
    """Do `what` in a child none of whose files grows beyond a size; return what it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            os.write(writing, b"%d" % what())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return int(said) if said else None


def write_on(settings: Settings) -> Callable[[], int]:
    """Append entries until the disk is full; count those that were acknowledged."""

    def writing() -> int:
        office, done = Office.open(settings, clock=fixed_clock), 0
        try:
            for _ in range(WRITES):
                with office.work("writer") as work:
                    audit.append(work, "test.written", "x", payload={"text": "x" * 2000})
                done += 1
        except (OperationalError, Busy):
            pass
        return done

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
        done = limited(write_on(settings), (number * 2 + 1) * STEP)
        after = entries(settings)
        # The last one may have reached the disk and not been acknowledged: one at most.
        assert 0 <= after - before - (done or 0) <= 1
        seen["full" if (done or 0) < WRITES else "room"] += 1
        shutil.rmtree(settings.home)
    came_out(
        "T20",
        f"{places} offices whose journal may grow no further, each at another write",
        f"{seen['full']} came to the end of the disk; 0 damaged, 0 acknowledged entries lost",
    )
    assert seen["full"]


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
        making.make(Source(office.engine, office.keys, closed, NOW), out)
        return 1

    for number in range(places := figure(3, 20)):
        done = limited(backing_up, whole * (number + 1) // places)
        assert out.exists() == bool(done)
        seen["made" if done else "no room"] += 1
        assert entries(closed) == before
        assert not list(tmp_path.glob(".office.backup*"))
        out.unlink(missing_ok=True)
    came_out(
        "T20",
        f"{places} backups onto disks of different sizes",
        f"{seen['no room']} found no room and left no file, {seen['made']} were made whole",
    )
    assert seen["no room"]


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
