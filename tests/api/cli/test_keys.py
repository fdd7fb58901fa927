"""`antechamber keys` and `participants erase`, as a secretariat gives them."""

import json
import re
import shutil
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest

from antechamber import audit
from antechamber.cli import offices
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.work import Everywhere
from commands import Run
from databases import NOW, OpenOffice, fixed_clock
from walk import Walk

GROUPS = re.compile(r"^[0-9A-Z]{5}( [0-9A-Z]{5}){5}$", re.MULTILINE)


def printed_shares(out: str) -> list[str]:
    lines = [match.group(0) for match in GROUPS.finditer(out)]
    return ["\n".join(lines[i : i + 3]) for i in range(0, len(lines), 3)]


def files_of(shares: list[str], folder: Path) -> list[str]:
    found: list[str] = []
    for number, share in enumerate(shares, 1):
        path = folder / f"share-{number}"
        path.write_text(share)
        found += ["--share", str(path)]
    return found


def test_a_lost_key_file_is_made_anew_from_three_of_five_shares(
    run: Run, place: Settings, tmp_path: Path
) -> None:
    """The rehearsal of the guide: shares typed from paper, on a copy, with the key file gone."""
    made = run("keys", "escrow", "--shares", 5, "--threshold", 3)
    shares = printed_shares(made.out)
    assert (made.code, len(shares)) == (0, 5)
    assert run("keys", "rotate", "--level", "all").code == 0  # shares outlive a rotation
    place.key_file.unlink()
    assert "cannot be read" in run("keys", "status").err
    restored = run("keys", "restore", *files_of([shares[4], shares[0], shares[2]], tmp_path))
    assert restored.code == 0, restored.err
    assert run("keys", "status").code == 0
    office = Office.open(place, clock=fixed_clock)
    assert audit.verify(office).count
    office.close()


def test_restoring_says_what_is_wrong_with_the_shares(
    run: Run, place: Settings, tmp_path: Path
) -> None:
    old = printed_shares(run("keys", "escrow", "--shares", 3, "--threshold", 2).out)
    new = printed_shares(run("keys", "escrow", "--shares", 3, "--threshold", 2).out)
    kept = place.key_file.read_bytes()
    place.key_file.unlink()

    def said(*shares: str) -> str:
        answer = run("keys", "restore", *files_of(list(shares), tmp_path))
        assert answer.code == 2
        assert not place.key_file.exists()
        return answer.err

    mistyped = ("1" if new[0][0] != "1" else "2") + new[0][1:]
    assert "share-1: group 1 is mistyped" in said(mistyped, new[1])
    assert "1 of the 2 shares needed" in said(new[0])
    assert "two different sets" in said(new[0], old[1])
    assert "another set was printed since" in said(*old[:2])
    place.key_file.write_bytes(kept)
    place.key_file.chmod(0o600)
    refused = run("keys", "restore", *files_of(new[:2], tmp_path))
    assert refused.code == 1
    assert "move it away" in refused.err


def test_shares_are_typed_line_by_line_and_a_mistyped_line_is_asked_again(
    run: Run, place: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = run("keys", "escrow", "--shares", 2, "--threshold", 2).out
    assert printed.count("printed 2026-11-22") == printed.count("antechamber keys restore") == 2
    first, second = (share.splitlines() for share in printed_shares(printed))
    place.key_file.unlink()
    typed = iter(["OOOOO OOOOO", "", *first, *first, *second])
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(typed))
    restored = run("keys", "restore")
    assert restored.code == 0
    assert "group 1 is mistyped" in restored.err
    assert "Type this line again" in restored.err
    assert "Type what the paper says" in restored.err
    assert "typed this one already" in restored.err


@pytest.mark.parametrize(("shares", "threshold"), [(3, 1), (2, 3), (300, 2)])
def test_an_escrow_that_protects_nothing_is_refused(
    run: Run, place: Settings, shares: int, threshold: int
) -> None:
    said = run("keys", "escrow", "--shares", shares, "--threshold", threshold)
    assert said.code == 2
    assert "--threshold 2 or more" in said.err


def test_status_counts_and_dates_and_shows_no_key(run: Run, walk: Walk) -> None:
    walk.office.close()
    run("keys", "rotate", "--level", "root", "--keep")
    found = json.loads(run("keys", "status", "--json").out)
    assert found["provider"] == "file"
    assert found["root"]["version"] == 2
    assert found["root"]["older_still_there"] == 1
    assert found["participants"] == {"keys": 11, "older_still_there": 0}
    assert found["initiatives"]["keys"] == 1
    assert found["recovery"] is None
    shown = run("keys", "status").out
    assert "1 older still there: antechamber keys retire" in shown
    assert run("keys", "retire").code == 0
    found = json.loads(run("keys", "status", "--json").out)
    assert found["root"] == {
        "version": 2, "age_days": 0, "older_still_there": 0, "records_of_earlier": 1,
    }  # fmt: skip
    assert walk.office.keys.root.expose().hex() not in shown


@pytest.mark.parametrize("level", ["kek", "file", "all"])
def test_every_level_rotates_by_command(run: Run, walk: Walk, level: str) -> None:
    before = walk.office.settings.key_file.read_bytes()
    walk.office.close()
    said = run("keys", "rotate", "--level", level)
    assert said.code == 0, said.err
    assert (walk.office.settings.key_file.read_bytes() != before) is (level != "file")
    assert "Back the keyring up now" in said.out
    assert "fresh backup now" in said.out
    assert run("audit", "verify").code == 0


def test_the_file_is_not_rotated_under_a_running_office(run: Run, walk: Walk) -> None:
    with walk.office.reading(Everywhere("somebody")):
        said = run("keys", "rotate", "--level", "file")
    assert said.code == 1
    assert "Stop the server" in said.err
    walk.office.close()
    stands = run("keys", "status")
    assert (stands.code, "waits" in stands.out) == (0, False)  # nothing was begun
    assert run("keys", "rotate", "--level", "file").code == 0


def test_a_begun_change_of_the_files_key_is_said_until_it_is_finished(run: Run, walk: Walk) -> None:
    walk.office.close()
    keyring = walk.office.keyring
    keyring.write(keyring.keys().with_newer("files", NOW))
    for command in ("status", "retire"):
        said = run("keys", command)
        assert said.code == 1
        assert "antechamber keys rotate --level file" in said.out + said.err
    assert run("keys", "rotate", "--level", "file").code == 0
    assert run("keys", "status").code == 0


def test_a_key_is_made_for_development_and_a_file_is_not_made_twice(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "antechamber init" in run("keys", "init").err
    monkeypatch.setenv("ANTECHAMBER_KEY_PROVIDER", "environment")
    said = run("keys", "init")
    name, _, digits = said.out.strip().partition("=")
    assert "development only" in said.err
    monkeypatch.setenv(name, digits)
    assert run("init", "--name", "Lakeside Dialogue", "--tz", "UTC").code == 0
    assert run("keys", "status").code == 0


def test_another_provider_is_chosen_with_the_key_of_keys_alone(run: Run, place: Settings) -> None:
    said = run("keys", "rotate", "--level", "root", "--to", "vault")
    assert said.code == 2
    assert "--to goes with --level kek" in said.err


def test_an_office_moves_to_another_provider_by_commands(
    run: Run, place: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTECHAMBER_KEY", "ab" * 32)
    said = run("keys", "rotate", "--level", "kek", "--to", "environment")
    assert "ANTECHAMBER_KEY_PROVIDER=environment" in said.out
    monkeypatch.setenv("ANTECHAMBER_KEY_PROVIDER", "environment")
    assert run("keys", "retire").code == 0
    assert json.loads(run("keys", "status", "--json").out)["wrapped_by"] == ["environment"]
    place.key_file.unlink()
    found = {each["check"]: each for each in json.loads(run("doctor", "--json").out)}
    assert found["keys"]["status"] == found["keys-apart"]["status"] == "ok"
    assert "environment" in found["keys"]["says"]
    assert "database" in found  # the doctor went on


def test_an_office_moves_to_a_key_file_that_the_move_makes(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "key" / "office.key"
    monkeypatch.setenv("ANTECHAMBER_KEY", "ab" * 32)
    monkeypatch.setenv("ANTECHAMBER_KEY_PROVIDER", "environment")
    assert run("init", "--name", "Lakeside Dialogue", "--tz", "UTC").code == 0
    assert not file.exists()
    said = run("keys", "rotate", "--level", "kek", "--to", "file")
    assert said.code == 0, said.err
    assert str(file) in said.out
    assert "ANTECHAMBER_KEY_PROVIDER=file" in said.out
    made = file.read_bytes()
    monkeypatch.setenv("ANTECHAMBER_KEY_PROVIDER", "file")
    assert run("keys", "retire").code == 0
    assert json.loads(run("keys", "status", "--json").out)["wrapped_by"] == ["file"]
    assert file.read_bytes() == made


def test_a_person_is_erased_by_id_with_a_report(run: Run, walk: Walk) -> None:
    walk.office.close()
    person = walk.people["P3"]
    said = run("participants", "erase", person, "--yes", "--json")
    report = json.loads(said.out)
    assert report["destroyed"]["seats"] == 1
    assert report["backup_days"] == 30
    shown = run("participants", "erase", person, "--yes").out
    assert "decision.dossier" in shown
    assert "2026-12-22" in shown
    assert "Merrin" not in said.out + shown
    assert "fresh backup now" in shown
    assert any("fresh backup now" in line for line in report["backups"])
    assert run("audit", "verify").code == 0


def test_a_second_erasure_is_dated_by_the_first(
    run: Run, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk.office.close()
    erase = ("participants", "erase", walk.people["P3"])
    assert "1 seat, " in run(*erase, "--yes").out
    monkeypatch.setattr(offices, "utc_now", lambda: NOW + timedelta(days=9))
    again = run(*erase)
    assert (again.code, again.err) == (0, "")
    assert "was erased already, on 2026-11-22" in again.out
    assert "2026-12-22" in again.out
    assert "seat" not in again.out


def test_an_erasure_says_whom_it_erases_which_session_it_stops_and_that_the_keyring_changed(
    run: Run, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    walk.office.close()
    monkeypatch.setattr("sys.stdin", StringIO("y\n"))
    said = run("participants", "erase", walk.people["P3"])
    assert said.code == 0
    assert said.out.startswith("P3, ")
    assert f"in the initiative {walk.initiative}" in said.out
    assert f"Session {walk.session} was scheduled, now " in said.out
    assert "Copy the keyring (office.keyring) to the safe now" in said.out


@pytest.mark.parametrize("wrong", ["P3", "5f0c2c0e-6f0e-4c39-9a53-0b7f3f2f1f60"])
def test_who_erases_by_a_wrong_id_is_told_where_the_right_one_is(
    run: Run, place: Settings, wrong: str
) -> None:
    said = run("participants", "erase", wrong, "--yes")
    assert said.code in (1, 2)
    assert "GET /v1/initiatives" in said.err


def test_commands_go_on_while_somebody_else_erases(
    run: Run, place: Settings, open_office: OpenOffice
) -> None:
    keyring = open_office(place).keyring
    keyring.write(keyring.keys().with_newer("wrapping", NOW + timedelta(minutes=1)))
    with keyring.alone():
        assert run("audit", "verify").code == 0
    assert len(keyring.keys().wrapping) == 2
    assert run("audit", "verify").code == 0
    assert len(keyring.keys().wrapping) == 1


def test_an_erasure_asks_first(run: Run, walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO())  # nobody answers
    said = run("participants", "erase", walk.people["P3"])
    assert said.code == 1
    with walk.office.reading(Everywhere("test")) as work:
        assert len(work.keys.wrapping) == 1
    assert walk.state() == "draft"


def test_a_copy_of_the_folder_opens_with_the_copy_of_the_keyring(
    run: Run, walk: Walk, tmp_path: Path
) -> None:
    """What the guide says of keyrings: each opens the database of its time."""
    walk.office.close()
    place = walk.office.settings
    shutil.copytree(place.home, tmp_path / "backup")
    run("keys", "rotate", "--level", "root")
    backup = place.model_copy(update={"home": tmp_path / "backup"})
    Office.open(backup, clock=fixed_clock).close()
