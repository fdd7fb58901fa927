"""`antechamber init`, `migrate` and `maintain`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlmodel import delete

from antechamber.settings import Settings
from antechamber.tables import ScreeningListRow
from antechamber.work import Everywhere
from commands import Run
from walk import Walk

INIT = ("init", "--name", "Lindqvist Dialogue Trust", "--tz", "Europe/Zurich")


def test_init_says_where_everything_lies_and_that_the_key_is_to_be_backed_up_apart(
    run: Run, tmp_path: Path
) -> None:
    said = run(*INIT)
    assert said.code == 0
    for path in ("key/office.key", "home/office.keyring", "home/office.db"):
        assert str(tmp_path / path) in said.out
        assert (tmp_path / path).stat().st_mode & 0o077 == 0
    assert "apart" in said.out


def test_what_init_made_can_be_worked_with(run: Run) -> None:
    run(*INIT)
    said = run("audit", "verify")
    assert said.code == 0
    assert said.out.startswith("0 entries")


def test_the_doctor_has_next_steps_for_a_new_office_and_no_alarm(run: Run) -> None:
    assert "antechamber doctor" in run(*INIT).out
    said = run("doctor", "--json")
    found = {each["check"]: each for each in json.loads(said.out)}
    assert said.code == 0
    assert found["log"]["status"] == "ok"
    assert "empty" in found["log"]["says"]
    assert {name for name, each in found.items() if each["status"] == "fail"} == set()
    for check in ("lists", "backup"):
        assert found[check]["status"] == "warn"
        assert "Run: antechamber" in found[check]["cure"]


def test_an_office_in_use_without_a_list_is_an_alarm(run: Run, walk: Walk) -> None:
    with walk.office.work(Everywhere("test")) as work:
        work.session.exec(delete(ScreeningListRow))
    walk.office.close()
    said = run("doctor", "--json")
    found = {each["check"]: each for each in json.loads(said.out)}["lists"]
    assert (said.code, found["status"]) == (1, "fail")
    assert "keeps no list" in found["says"]


def test_what_was_maintained_can_be_worked_with(run: Run) -> None:
    run(*INIT)
    said = run("maintain")
    assert (said.code, said.out) == (0, "The tables are written anew.\n")
    assert run("audit", "verify").code == 0


def test_init_never_makes_an_office_over_another(run: Run, place: Settings) -> None:
    before = place.key_file.read_bytes()
    said = run(*INIT)
    assert (said.code, place.key_file.read_bytes()) == (1, before)
    assert "exists already" in said.err


@pytest.mark.parametrize(
    ("name", "tz"), [("Trust", "Mars/Olympus"), ("Trust", "CET+1"), (" ", "UTC")]
)
def test_init_refuses_an_unknown_zone_and_an_empty_name(run: Run, name: str, tz: str) -> None:
    said = run("init", "--name", name, "--tz", tz)
    assert said.code == 2
    assert "give" in said.err


def test_init_names_a_folder_that_cannot_be_made(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("ANTECHAMBER_KEY_FILE", str(tmp_path / "file" / "office.key"))
    said = run(*INIT)
    assert said.code == 1
    assert "cannot be written" in said.err


@pytest.mark.parametrize(
    "command",
    [
        ("audit", "verify"),
        ("lists", "status"),
        ("screenings", "run"),
        ("user", "add", "U-C1", "--name", "Somebody", "--role", "compliance"),
        ("token", "--user", "U-C1", "--role", "compliance"),
        ("serve",),
    ],
)
def test_where_there_is_no_office_every_command_points_to_init(
    run: Run, command: tuple[str, ...]
) -> None:
    said = run(*command)
    assert said.code == 1
    assert "antechamber init" in said.err


def test_a_database_url_that_is_none_is_named_and_not_shown(
    run: Run, place: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTECHAMBER_DATABASE_URL", "secret-word")
    said = run("audit", "verify")
    assert said.code == 2
    assert "ANTECHAMBER_DATABASE_URL" in said.err
    assert "secret-word" not in said.err


def test_a_lost_key_file_is_named_with_the_cure(run: Run, place: Settings) -> None:
    place.key_file.unlink()
    said = run("audit", "verify")
    assert said.code == 1
    assert str(place.key_file) in said.err
    assert "Put it back" in said.err


def test_a_home_that_is_not_there_is_no_lost_keyring_yet(
    run: Run, place: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ANTECHAMBER_HOME", str(tmp_path / "not-mounted"))
    said = run("audit", "verify")
    assert said.code == 1
    assert "set ANTECHAMBER_HOME" in said.err
    assert said.err.index("ANTECHAMBER_HOME") < said.err.index("Put it back")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgresql://office@db/office", "must begin with postgresql+psycopg://"),
        ("office", "must begin with postgresql+psycopg://"),
        ("postgresql+psycopg://office@db/office?password=secret-word", "before the @"),
        ("postgresql+psycopg://office@db:port/office", "postgresql+psycopg://ROLE@HOST/DATABASE"),
    ],
)
def test_a_database_url_that_cannot_be_used_is_answered_with_the_form_of_one(
    run: Run, monkeypatch: pytest.MonkeyPatch, url: str, told: str
) -> None:
    monkeypatch.setenv("ANTECHAMBER_DATABASE_URL", url)
    said = run("doctor")
    assert said.code == 2
    assert told in said.err
    assert "secret-word" not in said.err


def test_migrating_an_office_of_this_version_changes_nothing(run: Run, place: Settings) -> None:
    assert run("migrate").code == 0
    assert run("audit", "verify").code == 0


def test_a_command_that_is_interrupted_while_it_starts_shows_no_trace(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("antechamber.process.harden", interrupted)
    said = run("audit", "verify")
    assert (said.code, said.out, said.err) == (1, "", "Interrupted.")


def test_a_command_imports_neither_web_server_nor_demonstration_nor_screening() -> None:
    told = (
        "import sys; from antechamber.cli.commands import commands; commands('audit');"
        "print(*{'fastapi', 'hypercorn', 'numpy', 'antechamber.demo'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("\n", "")


def test_a_fault_in_the_code_shows_its_place_and_nothing_that_was_worked_on(
    run: Run, place: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Merrin Vandoral")

    monkeypatch.setattr("antechamber.audit.verify", broken)
    said = run("audit", "verify")
    assert said.code == 1
    assert "RuntimeError in test_founding.py" in said.err
    assert "Merrin" not in said.err
