"""`antechamber backup`, `restore` and `doctor`, as a secretariat runs them."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlmodel import select

from antechamber import schema
from antechamber.cli import backup, doctor, offices
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.shipped import CHECKOUT
from antechamber.tables import IdempotencyRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Everywhere
from commands import Run
from databases import NOW, OpenOffice, fixed_clock
from walk import Walk

STEP = r"^(?:\$ )?((?:antechamber|mkdir|mv) .+)$"
GUIDE = CHECKOUT / "docs" / "guides" / "secretariat.md"


def statuses(text: str) -> dict[str, str]:
    return {each["check"]: each["status"] for each in json.loads(text)}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Set the clock of `doctor` so much later than that of everything else."""

    def later(by: timedelta) -> None:
        for command in (doctor, backup):
            monkeypatch.setattr(command, "utc_now", lambda: NOW + by)

    later(timedelta())
    return later


def test_an_office_is_backed_up_lost_and_restored(
    run: Run, walk: Walk, tmp_path: Path, clock: Callable[[timedelta], None]
) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    walk.office.close()
    medium = tmp_path / "medium"
    medium.mkdir()
    made = run("backup", medium)
    assert made.code == 0, made.err
    (file,) = medium.iterdir()
    assert file.name in made.out
    assert "restored on trial" in made.out
    assert "are in the safe" in made.out
    assert "another than" not in made.out
    assert "the safe" not in run("backup", tmp_path / "second.backup").out
    (tmp_path / "home" / "office.db").unlink()
    assert "restore a backup" in run("audit", "verify").err
    back = run("restore", file)
    assert back.code == 0, back.err
    assert f"wait for that: 1. Reopen each afterwards:\n  {walk.session}\n" in back.out
    assert "Restored as of 2026-11-22 09:00:00 UTC" in back.out
    assert "erasures, and withdrawals of consent" in back.out
    assert run("audit", "verify").code == 0


def test_requests_that_are_remembered_no_longer_are_swept_out_before_a_backup(
    run: Run, place: Settings, tmp_path: Path, open_office: OpenOffice
) -> None:
    office = open_office(place)
    with office.work(Everywhere("test")) as work:
        for number, expires in enumerate((NOW, NOW + timedelta(hours=1))):
            row = IdempotencyRow(keyed_hash=bytes([number]), status=201)
            outcome = {"id": str(uuid4()), "body": "", "expires": expires.isoformat()}
            work.seal_json(row, "outcome", outcome, key=OFFICE_KEY)
            work.session.add(row)
    assert run("backup", tmp_path / "x.backup").code == 0
    with office.reading(Everywhere("test")) as work:
        assert [row.keyed_hash for row in work.session.exec(select(IdempotencyRow))] == [b"\1"]


def test_restoring_behind_the_last_checkpoint_says_so_and_how_to_go_on(
    run: Run, place: Settings, tmp_path: Path
) -> None:
    file, kept = tmp_path / "x.backup", place.checkpoint_file
    assert run("backup", file).code == 0
    assert run("audit", "checkpoint").code == 0  # which names "backup.verified"
    notes = kept.read_bytes()
    assert place.database_file is not None
    place.database_file.unlink()
    back = run("restore", file)
    assert back.code == 0, back.err
    assert "ends at entry 1, before the last checkpoint" in back.out
    assert "2 entries: 1 are missing" in back.out
    assert "tell the auditor" in back.out
    (aside,) = kept.parent.glob("audit.checkpoints.before-restore-*")
    assert str(aside) in back.out
    assert (aside.read_bytes(), kept.exists()) == (notes, False)
    assert run("audit", "checkpoint").code == run("audit", "verify").code == 0
    assert run("audit", "export", tmp_path / "log.bundle").code == 0
    # Who holds what was signed before still sees that entries are missing.
    told = run("audit", "verify", "--anchor", aside)
    assert (told.code, "names another root" in told.err) == (1, True)


def test_restoring_what_keeps_every_checkpoint_says_nothing_of_them(
    run: Run, place: Settings, tmp_path: Path
) -> None:
    assert run("audit", "checkpoint").code == 0
    assert run("backup", tmp_path / "x.backup").code == 0
    assert place.database_file is not None
    place.database_file.unlink()
    back = run("restore", tmp_path / "x.backup")
    assert (back.code, "checkpoint" in back.out) == (0, False)
    assert run("audit", "verify").code == 0


def test_it_says_what_to_do_where_it_cannot(run: Run, place: Settings, tmp_path: Path) -> None:
    assert "not overwritten" in run("backup", place.keyring).err
    assert "cannot be written" in run("backup", tmp_path / "nowhere" / "x").err
    assert "not overwritten" in run("restore", place.keyring).err
    assert place.database_file is not None
    place.database_file.unlink()
    assert "cannot be read" in run("restore", tmp_path / "nowhere").err
    said = run("restore", place.key_file).err
    assert "no backup of this office" in said
    assert "SHA-256" in said
    place.key_file.unlink()
    assert "key file" in run("restore", place.keyring).err


def test_before_a_migration_a_backup_can_be_made(run: Run, place: Settings, tmp_path: Path) -> None:
    office = Office.open(place, clock=fixed_clock)
    schema.step_back(office.engine, "20261122_gate")
    office.close()
    assert "Make a backup" in run("audit", "verify").err
    made = run("backup", tmp_path / "x.backup")
    assert made.code == 0
    assert "does not name this backup" in made.err
    assert run("migrate").code == 0


def test_so_can_one_while_the_key_of_the_file_is_half_changed(
    run: Run, place: Settings, tmp_path: Path
) -> None:
    office = Office.open(place, clock=fixed_clock)
    schema.step_back(office.engine, "20261122_gate")
    office.keyring.write(office.keys.with_newer("files", NOW))  # and killed: the file is as it was
    office.close()
    assert run("backup", tmp_path / "x.backup").code == 0
    assert run("migrate").code == 0
    assert run("audit", "verify").code == 0


def test_doctor_finds_nothing_to_fail_in_an_office_that_is_kept(
    run: Run, walk: Walk, tmp_path: Path, clock: Callable[[timedelta], None]
) -> None:
    walk.office.close()
    assert run("backup", tmp_path / "x.backup").code == 0
    said = run("doctor", "--json")
    found = statuses(said.out)
    assert said.code == 0
    assert {"keys", "database", "log", "clock", "lists", "backup"} <= found.keys()
    assert "fail" not in found.values()
    assert found["backup"] == found["lists"] == found["database"] == "ok"
    assert all(bool(each["cure"]) == (each["status"] != "ok") for each in json.loads(said.out))


def test_doctor_finds_what_has_grown_old(
    run: Run, walk: Walk, tmp_path: Path, clock: Callable[[timedelta], None]
) -> None:
    walk.office.close()
    assert run("backup", tmp_path / "x.backup").code == 0
    clock(timedelta(days=3))
    assert statuses(run("doctor", "--json").out)["backup"] == "warn"
    clock(timedelta(days=15))
    said = run("doctor")
    assert said.code == 1
    assert re.search(r"^fail +backup +The last backup is of 2026-11-22", said.out, re.MULTILINE)
    assert re.search(r"^fail +lists ", said.out, re.MULTILINE)
    assert "-> Run: antechamber lists update" in said.out


@pytest.mark.parametrize(
    "change", [("keys", "rotate", "--level", "root"), ("participants", "erase", "{P3}", "--yes")]
)
def test_doctor_finds_a_backup_from_before_keys_were_changed(
    run: Run,
    walk: Walk,
    tmp_path: Path,
    clock: Callable[[timedelta], None],
    monkeypatch: pytest.MonkeyPatch,
    change: tuple[str, ...],
) -> None:
    walk.office.close()
    assert run("backup", tmp_path / "x.backup").code == 0
    assert statuses(run("doctor", "--json").out)["backup"] == "ok"
    monkeypatch.setattr(offices, "utc_now", lambda: NOW + timedelta(hours=1))
    clock(timedelta(hours=1))
    assert run(*(word.format(P3=walk.people["P3"]) for word in change)).code == 0
    said = run("doctor")
    assert re.search(r"^warn +backup .*only with the keyring of its time", said.out, re.MULTILINE)
    assert run("backup", tmp_path / "y.backup").code == 0
    assert statuses(run("doctor", "--json").out)["backup"] == "ok"


def test_doctor_finds_a_clock_that_went_back(
    run: Run, walk: Walk, clock: Callable[[timedelta], None]
) -> None:
    walk.office.close()
    clock(timedelta(hours=-1))
    said = run("doctor", "--json")
    assert (said.code, statuses(said.out)["clock"]) == (1, "fail")


def test_doctor_finds_keys_and_folders_that_others_may_read(
    run: Run, place: Settings, clock: Callable[[timedelta], None]
) -> None:
    place.home.chmod(0o755)
    assert statuses(run("doctor", "--json").out)["permissions"] == "fail"
    place.home.chmod(0o700)
    place.key_file.chmod(0o644)
    said = run("doctor")
    assert said.code == 1
    assert "chmod 600" in said.out


def test_doctor_finds_a_key_that_lies_with_what_it_opens(
    run: Run, place: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(place.key_file, place.home / "office.key")
    monkeypatch.setenv("ANTECHAMBER_KEY_FILE", str(place.home / "office.key"))
    assert statuses(run("doctor", "--json").out)["keys-apart"] == "warn"


def test_doctor_finds_a_log_that_was_cut_and_a_trigger_that_is_gone(
    run: Run, walk: Walk, clock: Callable[[timedelta], None]
) -> None:
    with walk.office.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE audit_head SET sequence = sequence - 1")
    walk.office.close()
    assert statuses(run("doctor", "--json").out)["log"] == "fail"
    office = Office.open(walk.office.settings, clock=fixed_clock)
    with office.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_entry_delete")
    office.close()
    said = run("doctor")
    assert "not as this version writes it" in " ".join(said.out.split())


def test_the_secretariats_guide_can_be_followed_line_by_line(
    run: Run, walk: Walk, tmp_path: Path, clock: Callable[[timedelta], None]
) -> None:
    walk.office.close()
    here = {"/media/backups": tmp_path / "backups", "/srv/antechamber": tmp_path / "home"}
    (tmp_path / "backups").mkdir()
    steps = re.findall(STEP, GUIDE.read_text("utf-8"), re.MULTILINE)
    assert [step.split()[1] for step in steps if step.startswith("ante")] == [
        "backup", "doctor", "restore", "audit", "doctor", "audit",
    ]  # fmt: skip
    for step in steps:
        for there, folder in here.items():
            step = step.replace(there, str(folder))
        program, *words = step.split()
        if program == "mkdir":  # here it is lost, and later than the backup was it signed
            assert run("audit", "checkpoint").code == 0
        if program != "antechamber":
            subprocess.run(["/bin/sh", "-c", step], check=True)
            continue
        if words[0] == "restore":
            (words[1],) = [str(path) for path in (tmp_path / "backups").glob("*.backup")]
        said = run(*words)
        assert said.code == 0, (step, said.err, said.out)
