"""T21: a backup made while others write restores, and is of one moment."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from antechamber import audit
from antechamber.backups import making, restoring
from antechamber.backups.making import Backup, Source
from antechamber.errors import Busy
from antechamber.office import Office
from databases import NOW, Backend, OpenOffice, fixed_clock
from planting import plant
from scanning import canaries

WRITERS = 4
PAUSE = 0.02  # between two transactions of one writer, in seconds


class Writer(threading.Thread):
    """Plants people, one Work each, until it is told to stop."""

    def __init__(self, office: Office, stop: threading.Event) -> None:
        super().__init__()
        self._office, self._stop_asked = office, stop
        self.done = 0
        self.fault: BaseException | None = None

    def run(self) -> None:
        try:
            while not self._stop_asked.wait(PAUSE):
                try:
                    plant(self._office, canaries(1))
                    self.done += 1
                except Busy:
                    continue  # as a client is told to: try again
        except BaseException as fault:  # noqa: BLE001 - told to the test
            self.fault = fault


@contextmanager
def written_to(office: Office) -> Iterator[list[Writer]]:
    """Let all write, from when each has begun; see that none of them fails."""
    stop = threading.Event()
    writers = [Writer(office, stop) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    try:
        while not all(writer.done or writer.fault for writer in writers):
            time.sleep(PAUSE)
        yield writers
    finally:
        stop.set()
        for writer in writers:
            writer.join()
    assert [writer.fault for writer in writers] == [None] * WRITERS


def under_load(office: Office, out: Path) -> tuple[Backup, int]:
    """Make a backup while all write; return it, and how many transactions it let pass."""
    source = Source(office.engine, office.keys, office.settings, NOW)
    with written_to(office) as writers:
        before, done = audit.verify(office).count, sum(writer.done for writer in writers)
        made = making.make(source, out)
        passed = sum(writer.done for writer in writers) - done
    assert made.manifest.sequence >= before
    assert made.manifest.tables["audit_entry"].rows == made.manifest.sequence
    return made, passed


def test_a_backup_made_under_load_restores_with_all_that_was_acknowledged_before(
    backend: Backend,
    sqlcipher: Backend,
    tmp_path: Path,
    open_office: OpenOffice,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    office, backups, passed = open_office(backend.office(tmp_path)), figure(1, 5), []
    plant(office, canaries(10))
    for number in range(backups):
        made, meanwhile = under_load(office, tmp_path / f"{number}")
        passed.append(meanwhile)
        place = sqlcipher.empty(tmp_path / f"new-{number}")
        place.home.mkdir(mode=0o700, parents=True)
        shutil.copy(office.settings.keyring, place.keyring)
        shutil.copytree(office.settings.key_file.parent, place.key_file.parent)
        restoring.restore(place, office.keys, made.path, fixed_clock)
        log = audit.verify(open_office(place))
        assert log.count == made.manifest.sequence + 1
    kind = office.engine.dialect.name
    came_out(
        "T21",
        f"{backups} backups of {kind} while {WRITERS} writers wrote, {sum(passed):,} transactions"
        " while they were made",
        f"{backups} of {kind} restored and verified, with all that was acknowledged before each",
    )
    assert all(passed)
    assert audit.verify(office).count > made.manifest.sequence
