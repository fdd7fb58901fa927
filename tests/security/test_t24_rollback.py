"""T24: an older copy of the database, put back, is found at the next anchor."""

import random
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from antechamber import audit
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.work import Everywhere
from attacker import Attacker
from databases import Backend, OpenOffice
from ledger import fill

CameOut = Callable[[str, str, str], None]
Figure = Callable[[int, int], int]


def set_back(office: Office, notes: bytes) -> bool:
    """Say whether the anchor tells that the log is not what it was."""
    with office.reading(Everywhere("auditor")) as work:
        try:
            audit.anchors_hold(work, notes)
        except audit.BrokenLog:
            return True
    return False


@dataclass(frozen=True)
class Copies:
    """A SQLCipher office at one moment: its file and its write-ahead log."""

    folder: Path
    opening: OpenOffice

    def taken(self, office: Office) -> tuple[bytes, bytes]:
        """Copy the live files, in another process: here, closing them would drop their locks."""
        file = str(office.settings.database_file)
        subprocess.run(["cp", file, f"{file}-wal", str(self.folder)], check=True)
        copy = self.folder / "office.db"
        return copy.read_bytes(), Path(f"{copy}-wal").read_bytes()

    def opened(self, like: Settings, name: str, file: bytes, log: bytes) -> Office:
        """Open an office of its own over such files."""
        home = self.folder / name
        home.mkdir(mode=0o700)
        shutil.copy(like.keyring, home / "office.keyring")
        (home / "office.db").write_bytes(file)
        (home / "office.db-wal").write_bytes(log)
        return self.opening(Settings(home=home, key_file=like.key_file))


def test_every_older_state_of_the_files_is_found(
    sqlcipher: Backend, open_office: OpenOffice, tmp_path: Path, came_out: CameOut, figure: Figure
) -> None:
    settings, rounds = sqlcipher.office(tmp_path), figure(12, 100)
    copies, office, older = Copies(tmp_path, open_office), open_office(settings), []
    for _ in range(rounds):
        fill(office, 1)
        older.append(copies.taken(office))
    fill(office, 1)
    audit.add_checkpoint(office)
    anchor = audit.kept_notes(office)
    assert not set_back(office, anchor)
    missed = 0
    for number, (file, log) in enumerate(older):
        put_back = copies.opened(settings, f"older-{number}", file, log)
        assert audit.verify(put_back).count == number + 1, "by itself the log holds"
        missed += not set_back(put_back, anchor)
        fill(put_back, rounds - number)  # grown to the size that the anchor names
        missed += not set_back(put_back, anchor)
        put_back.close()
    ran = f"{rounds} older SQLCipher files with their WAL put back, as they were and grown again"
    came_out("T24", ran, f"{missed} not found")
    assert missed == 0


def test_every_cut_or_damaged_write_ahead_log_that_loses_an_entry_is_found(
    sqlcipher: Backend, open_office: OpenOffice, tmp_path: Path, came_out: CameOut, figure: Figure
) -> None:
    settings, tries, chance = sqlcipher.office(tmp_path), figure(24, 400), random.Random(24)
    copies, office = Copies(tmp_path, open_office), open_office(settings)
    fill(office, 20)
    audit.add_checkpoint(office)
    anchor, (file, log) = audit.kept_notes(office), copies.taken(office)
    lost = missed = 0
    for number in range(tries):
        place = chance.randrange(len(log))
        flipped = log[:place] + bytes([log[place] ^ 1 << number % 8]) + log[place + 1 :]
        changed = log[:place] if number % 2 else flipped
        damaged = copies.opened(settings, f"damaged-{number}", file, changed)
        count = audit.verify(damaged).count
        lost += count < 20
        missed += (count < 20) is not set_back(damaged, anchor)
        damaged.close()
        shutil.rmtree(damaged.settings.home)
    ran = f"{tries} write-ahead logs of SQLCipher, cut or with a bit flipped"
    result = f"{lost} lost entries, though the log held in itself; {missed} of these not found"
    came_out("T24", ran, result)
    assert missed == 0
    assert lost > tries / 2


def test_every_log_that_somebody_set_back_is_found(
    office: Office, came_out: CameOut, figure: Figure
) -> None:
    size = figure(12, 100)
    fill(office, size)
    audit.add_checkpoint(office)
    anchor, attacker, missed = audit.kept_notes(office), Attacker(office), 0
    on = "" if attacker.kind == "sqlite" else " ON audit_entry"
    attacker.run(f"DROP TRIGGER audit_entry_delete{on}")
    for last in reversed(range(size)):
        leaf = "previous" if last == 0 else "leaf"  # the first follows 32 zero bytes
        which = f"SELECT {leaf} FROM audit_entry WHERE sequence = {max(last, 1)}"
        attacker.run(f"UPDATE audit_head SET leaf = ({which}), sequence = {last}")
        attacker.run(f"DELETE FROM audit_entry WHERE sequence > {last}")
        assert audit.verify(office).count == last, "by itself the log holds"
        missed += not set_back(office, anchor)
    attacker.close()
    fill(office, size)
    missed += not set_back(office, anchor)
    ran = f"the log of {office.engine.dialect.name} set back by SQL to each of {size} sizes"
    came_out("T24", ran, f"{missed} not found")
    assert missed == 0
