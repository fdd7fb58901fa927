"""`antechamber audit`: the office's side, and the auditor's with the verifier alone."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlmodel import col, select

from antechamber import audit
from antechamber.audit import bundle_verifier
from antechamber.office import Office
from antechamber.tables import AuditEntryRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Everywhere
from attacker import Attacker
from commands import Run, Said
from walk import Walk

SOURCE = Path(bundle_verifier.__file__)


@pytest.fixture
def taken(run: Run, walk: Walk, tmp_path: Path) -> Path:
    """A folder with what an auditor was handed: the key, checkpoints, a bundle, the verifier."""
    folder = tmp_path / "auditor"
    folder.mkdir()
    (folder / "antechamber.key").write_text(run("audit", "key").out)
    assert run("audit", "checkpoint").code == 0
    assert run("audit", "export", folder / "log.bundle").code == 0
    (folder / "checkpoints").write_bytes(audit.kept_notes(walk.office))
    (folder / "verify.py").write_text(run("audit", "verifier").out)
    return folder


def alone(folder: Path, *arguments: str) -> Said:
    """Run the verifier as its auditor does: plain Python, nothing of ours, no environment."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "verify.py", *arguments],
        cwd=folder,
        env={},
        capture_output=True,
        text=True,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def test_a_whole_log_is_counted_and_its_root_shown(run: Run, walk: Walk) -> None:
    said = run("audit", "verify")
    assert said.code == 0
    first, second = said.out.splitlines()
    assert int(first.split()[0]) > 40
    assert len(second.removeprefix("root ")) == 64


def test_a_log_whose_end_was_cut_off_is_reported_by_sequence(run: Run, walk: Walk) -> None:
    attacker = Attacker(walk.office)
    attacker.run("UPDATE audit_head SET sequence = sequence + 1")
    attacker.close()
    said = run("audit", "verify")
    assert said.code == 1
    assert "1 faults in the audit log" in said.err
    assert "compare it with a backup" in said.err
    as_json = json.loads(run("audit", "verify", "--json").out)
    assert as_json["holds"] is False
    assert as_json["faults"][0].endswith("is not the end that the head names")
    for command in (("checkpoint",), ("export", "x.bundle"), ("prove", "1")):
        assert run("audit", *command).code == 1
    assert not Path("x.bundle").exists()


def test_the_verifier_prints_as_it_is_shipped_and_imports_nothing_of_ours(run: Run) -> None:
    assert run("audit", "verifier").out == SOURCE.read_text(encoding="utf-8")
    imported = {
        line.split()[1].partition(".")[0]
        for line in SOURCE.read_text(encoding="utf-8").splitlines()
        if line.startswith(("import ", "from "))
    }
    assert imported <= sys.stdlib_module_names


def test_an_auditor_checks_a_bundle_with_plain_python(taken: Path) -> None:
    key = (taken / "antechamber.key").read_text()
    said = alone(taken, "log.bundle", "--key", key, "--anchor", "checkpoints")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("The bundle holds.\n")
    found = json.loads(alone(taken, "log.bundle", "--json").out)
    assert (found["holds"], found["key_given"], found["checkpoints"]) == (True, False, 2)
    assert "compare this one" in alone(taken, "log.bundle").out


def test_the_command_checks_a_bundle_where_there_is_no_office(
    run: Run, taken: Path, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTECHAMBER_HOME", str(taken / "nowhere"))
    monkeypatch.setenv("ANTECHAMBER_KEY_FILE", str(taken / "nowhere.key"))
    key = (taken / "antechamber.key").read_text().strip()
    said = run("audit", "verify", taken / "log.bundle", "--key", key)
    assert said.code == 0
    assert said.out == alone(taken, "log.bundle", "--key", key).out
    spoilt = (taken / "log.bundle").read_bytes().replace(b'"sequence":3}', b'"sequence":4}')
    (taken / "log.bundle").write_bytes(spoilt)
    said = run("audit", "verify", taken / "log.bundle", "--json")
    assert said.code == 1
    assert "entry 3 is missing or not in its place" in json.loads(said.out)["faults"]


def test_an_entry_is_proved_to_somebody_who_has_checkpoints_alone(
    run: Run, taken: Path, walk: Walk
) -> None:
    run("user", "add", "U-X9", "--name", "Somebody", "--role", "director")
    assert run("audit", "checkpoint").code == 0
    (taken / "proof").write_text(run("audit", "prove", 2, "--anchor", taken / "checkpoints").out)
    key = (taken / "antechamber.key").read_text()
    said = alone(taken, "proof", "--key", key, "--anchor", "checkpoints")
    assert said.code == 0, said.err
    assert '"sequence":2' in said.out
    (taken / "unproved").write_text(run("audit", "prove", 2).out)
    said = alone(taken, "unproved", "--key", key, "--anchor", "checkpoints")
    assert said.code == 1
    assert "says nothing of your checkpoint" in said.out


def test_an_entry_that_no_checkpoint_covers_is_not_proved(run: Run, taken: Path) -> None:
    run("user", "add", "U-X9", "--name", "Somebody", "--role", "director")
    count = json.loads(run("audit", "verify", "--json").out)["entries"]
    said = run("audit", "prove", count)
    assert said.code == 1
    assert "antechamber audit checkpoint" in said.err
    said = run("audit", "prove", 99999)
    assert said.code == 1
    assert f"The log has {count} entries" in said.err


def test_an_office_whose_file_is_older_than_the_auditors_is_told_so(
    run: Run, taken: Path, walk: Walk
) -> None:
    own = walk.office.settings.checkpoint_file
    before = own.read_bytes()
    assert run("audit", "checkpoint").code == 0
    (taken / "newer").write_bytes(own.read_bytes())
    own.write_bytes(before)
    said = run("audit", "prove", 2, "--anchor", taken / "newer")
    assert said.code == 1
    assert "put the newest copy of that file back" in said.err


def test_exports_and_proofs_are_entries(run: Run, taken: Path, walk: Walk) -> None:
    assert last_action(walk.office) == "audit.exported"
    run("audit", "prove", 1)
    assert last_action(walk.office) == "entry.proved"


def last_action(office: Office) -> str:
    with office.reading(Everywhere("test")) as work:
        rows = select(AuditEntryRow).order_by(col(AuditEntryRow.sequence).desc())
        row = work.session.exec(rows.limit(1)).one()
        return str(work.open_json(row, "entry", key=OFFICE_KEY)["action"])


def test_an_export_overwrites_nothing(run: Run, taken: Path) -> None:
    before = (taken / "log.bundle").read_bytes()
    assert run("audit", "export", taken / "log.bundle").code == 2
    assert (taken / "log.bundle").read_bytes() == before


def test_the_offices_log_is_held_against_what_was_collected(
    run: Run, taken: Path, walk: Walk
) -> None:
    said = run("audit", "verify", "--anchor", taken / "checkpoints")
    assert said.code == 0
    assert "1 checkpoint, kept." in said.out
    (taken / "spoilt").write_text(spoilt((taken / "checkpoints").read_text()))
    said = run("audit", "verify", "--anchor", taken / "spoilt")
    assert said.code == 1
    assert "cannot be believed" in said.err


def spoilt(checkpoints: str) -> str:
    name, size, rest = checkpoints.split("\n", 2)
    return "\n".join([name, str(int(size) + 1), rest])


def test_a_fault_of_the_auditors_own_file_is_not_the_bundles(taken: Path) -> None:
    key = (taken / "antechamber.key").read_text()
    notes = (taken / "checkpoints").read_text()
    (taken / "mine").write_text(notes + spoilt(notes))
    said = alone(taken, "log.bundle", "--key", key, "--anchor", "mine", "--json")
    assert said.code == 2
    assert said.err.startswith("mine, your own checkpoints: a note is not signed by the key")
    assert "(note 2 of 2). Nothing is said of log.bundle." in said.err
    assert json.loads(said.out) == {"holds": False, "faults": [said.err.strip()]}
    assert "give --key" in alone(taken, "log.bundle", "--anchor", "mine").err


def test_what_cannot_be_read_is_json_too_where_json_is_asked_for(taken: Path) -> None:
    (taken / "log.bundle").write_text("{}\n")
    said = alone(taken, "log.bundle", "--json")
    assert said.code == 1
    assert json.loads(said.out)["holds"] is False
    assert "log.bundle" in json.loads(said.out)["faults"][0]


def test_a_gap_is_one_fault_and_not_one_for_each_entry_after_it(taken: Path) -> None:
    lines = (taken / "log.bundle").read_text().splitlines(keepends=True)
    (taken / "log.bundle").write_text("".join(lines[:3] + lines[4:]))
    found = json.loads(alone(taken, "log.bundle", "--json").out)["faults"]
    assert found[:3] == [
        "it is not as it was handed over",
        "entry 3 is missing or not in its place",
        "entry 4 does not follow the one before it",
    ]
    assert not any(fault.startswith("entry ") for fault in found[3:])


def test_many_faults_are_counted_rather_than_all_printed(taken: Path) -> None:
    lines = (taken / "log.bundle").read_text().splitlines(keepends=True)
    (taken / "log.bundle").write_text("".join([lines[0], *reversed(lines[1:-1]), lines[-1]]))
    said = alone(taken, "log.bundle")
    faults = json.loads(alone(taken, "log.bundle", "--json").out)["faults"]
    assert said.out.count("FAULT: ") == 20 < len(faults)
    assert f"and {len(faults) - 20} faults more" in said.out


def test_an_empty_or_absent_file_of_checkpoints_is_not_passed_over(run: Run, taken: Path) -> None:
    (taken / "empty").touch()
    assert run("audit", "verify", "--anchor", taken / "empty").code == 1
    assert run("audit", "verify", "--anchor", taken / "absent").code == 2
    assert run("audit", "prove", 1, "--anchor", taken / "empty").code == 1
    assert run("audit", "verify", taken / "log.bundle", "--anchor", taken / "empty").code == 2
    assert alone(taken, "log.bundle", "--anchor", "absent").code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "no-such-file"),
        ("verify", "log.bundle", "--key", "no key"),
        ("verify", "--key", "a key without a file"),
        ("prove", "0"),
    ],
)
def test_what_cannot_be_used_ends_with_2_and_says_why(
    run: Run, taken: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(taken)
    said = run("audit", *arguments)
    assert said.code == 2
    assert said.err
    assert "Traceback" not in said.err


def test_checkpoints_go_where_the_setting_says(
    run: Run, walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "collected-here"
    monkeypatch.setenv("ANTECHAMBER_CHECKPOINTS", str(place))
    assert run("audit", "checkpoint").code == 0
    assert place.read_text().startswith("antechamber/")
    monkeypatch.setenv("ANTECHAMBER_CHECKPOINTS", str(tmp_path / "nowhere" / "file"))
    said = run("audit", "checkpoint")
    assert said.code == 1
    assert "ANTECHAMBER_CHECKPOINTS" in said.err
