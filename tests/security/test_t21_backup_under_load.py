"""T21: a backup made while others write restores, and is of one moment."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from antechamber import audit
from antechamber.backups import making, restoring
from antechamber.backups.making import Source
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
    stop = threading.Event()
    writers = [Writer(office, stop) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    try:
        yield writers
    finally:
        stop.set()
        for writer in writers:
            writer.join()


def test_a_backup_made_under_load_restores_with_all_that_was_acknowledged_before(
    backend: Backend,
    sqlcipher: Backend,
    tmp_path: Path,
    open_office: OpenOffice,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    office, restored = open_office(backend.office(tmp_path)), 0
    plant(office, canaries(10))
    with written_to(office) as writers:
        for number in range(backups := figure(1, 5)):
            time.sleep(0.2)
            before = audit.verify(office).count
            made = making.make(
                Source(office.engine, office.keys, office.settings, NOW), tmp_path / f"{number}"
            )
            place = sqlcipher.empty(tmp_path / f"new-{number}")
            place.home.mkdir(mode=0o700, parents=True)
            shutil.copy(office.settings.keyring, place.keyring)
            shutil.copytree(office.settings.key_file.parent, place.key_file.parent)
            restoring.restore(place, office.keys, made.path, fixed_clock)
            log = audit.verify(open_office(place))
            assert made.manifest.sequence >= before
            assert log.count == made.manifest.sequence + 1
            assert made.manifest.tables["audit_entry"].rows == made.manifest.sequence
            restored += 1
    written = sum(writer.done for writer in writers)
    came_out(
        "T21",
        f"{backups} backups of {office.engine.dialect.name} with {WRITERS} writers, "
        f"{written:,} transactions meanwhile",
        f"{restored} restored and verified, with all that was acknowledged before each began",
    )
    assert [writer.fault for writer in writers] == [None] * WRITERS
    assert written
    assert audit.verify(office).count > made.manifest.sequence
