"""`antechamber decisions export` and `rules replay`: what leaves the office, and for whom."""

import json
import stat
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import col, select

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.clearance.decisions import new_decision
from antechamber.cli.decisions import decision_ids, stored_decisions
from antechamber.crypto.macs import audit_token
from antechamber.erasure import service as erasure
from antechamber.identity import users
from antechamber.identity.actor import Actor
from antechamber.initiatives import service as initiatives
from antechamber.office import Office
from antechamber.participants import service as participants
from antechamber.tables import AuditEntryRow, UserRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Everywhere
from antechamber_compliance.canonical import canonical
from antechamber_compliance.replay import replay
from commands import Run, Said
from walk import Walk, prepare


def export(run: Run, out: Path, *more: object, user: str = "U-C1") -> Said:
    return run("decisions", "export", "--out", out, "--user", user, *more)


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


@pytest.fixture
def decided(walk: Walk) -> Walk:
    """An office with two decisions about one session: cleared and, again, scheduled."""
    walk.step("propose", "submit", "evaluate", "schedule")
    return walk


def test_each_decision_is_a_line_with_the_bytes_that_were_decided_on_and_said(
    run: Run, decided: Walk, tmp_path: Path
) -> None:
    said = export(run, tmp_path / "year.jsonl")
    assert said.code == 0, said.err
    first, second = lines(tmp_path / "year.jsonl")
    assert first["session"] == second["session"] == str(decided.session)
    assert {"P1", "P2"} <= first["dossier"]["participants"].keys()
    assert first["verdict"]["outcome"] == "clear"
    raw = (tmp_path / "year.jsonl").read_bytes().splitlines(keepends=True)
    assert raw[0] == canonical(first) + b"\n"


def test_the_file_is_for_its_owner_alone_and_nothing_is_overwritten(
    run: Run, decided: Walk, tmp_path: Path
) -> None:
    out = tmp_path / "year.jsonl"
    assert export(run, out).code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    before = out.read_bytes()
    again = export(run, out)
    assert (again.code, out.read_bytes()) == (2, before)
    assert "is not overwritten" in again.err


def test_no_name_is_in_the_file(run: Run, decided: Walk, tmp_path: Path) -> None:
    export(run, tmp_path / "year.jsonl")
    text = (tmp_path / "year.jsonl").read_text("utf-8")
    assert "Vandoral" not in text
    assert "HARBOUR" not in text


@pytest.mark.parametrize("user", ["U-P1", "U-D1", "U-A9", "U-X9"])
def test_whoever_may_not_read_dossiers_gets_no_file(
    run: Run, decided: Walk, tmp_path: Path, user: str
) -> None:
    with decided.office.work(Everywhere("administrator")) as work:
        # An auditor of the office, but not of this initiative.
        users.hold(work, users.register(work, "U-A9", "Staff").id, "auditor")
    said = export(run, tmp_path / "year.jsonl", user=user)
    assert said.code == 1
    assert not (tmp_path / "year.jsonl").exists()


def test_a_disabled_user_gets_what_nobody_gets(run: Run, decided: Walk, tmp_path: Path) -> None:
    unknown = export(run, tmp_path / "year.jsonl", user="U-X9")
    with decided.office.work(Everywhere("administrator")) as work:
        work.session.get_one(UserRow, decided.users["U-C1"]).disabled = True
    disabled = export(run, tmp_path / "year.jsonl")
    assert (disabled.code, disabled.err) == (unknown.code, unknown.err)


def test_an_initiative_of_others_is_as_absent_as_one_that_does_not_exist(
    run: Run, decided: Walk, tmp_path: Path
) -> None:
    secret = elsewhere(decided)
    out = tmp_path / "year.jsonl"
    hidden = export(run, out, "--initiative", str(secret))
    by_name = export(run, out, "--initiative", "EGRET")
    absent = export(run, out, "--initiative", "NO SUCH")
    assert hidden.code == 1
    assert hidden.err == by_name.err == absent.err
    assert export(run, out, "--initiative", "HARBOUR LIGHT").code == 0
    assert len(lines(out)) == 2


def elsewhere(walk: Walk) -> UUID:
    """Make a second initiative, in which U-C1 is nobody."""
    with walk.office.work(Everywhere("convener")) as work:
        other = Actor(users.register(work, "U-P9", "Staff").id, "U-P9", "convener", None)
        return initiatives.create(work, other, "EGRET").id


@pytest.mark.parametrize(
    ("days", "count"),
    [
        (("--from", "2026-11-22"), 2),
        (("--to", "2026-11-22"), 2),
        (("--from", "2026-11-23"), 0),
        (("--to", "2026-11-21"), 0),
        (("--from", "2026-01-01", "--to", "2026-12-31"), 2),
    ],
)
def test_first_and_last_day_are_among_those_exported(
    run: Run, decided: Walk, tmp_path: Path, days: tuple[str, ...], count: int
) -> None:
    assert export(run, tmp_path / "year.jsonl", *days).code == 0
    assert len(lines(tmp_path / "year.jsonl")) == count


def test_an_export_is_in_the_log_under_the_one_it_was_for(
    run: Run, decided: Walk, tmp_path: Path
) -> None:
    before = audit.verify(decided.office).count
    export(run, tmp_path / "year.jsonl")
    with decided.office.reading(Everywhere("test")) as work:
        rows = select(AuditEntryRow).order_by(col(AuditEntryRow.sequence).desc()).limit(1)
        entry = json.loads(work.open(work.session.exec(rows).one(), "entry", key=OFFICE_KEY))
        root = work.keys.root
    assert audit.verify(decided.office).count == before + 1
    assert entry["action"] == "decisions.exported"
    assert entry["actor"] == audit_token(root, "actor", str(decided.users["U-C1"]))
    assert entry["object"] == audit_token(root, "object", str(decided.initiative))


def test_of_an_erased_person_the_verdict_is_left_and_the_dossier_is_null(
    run: Run, decided: Walk, tmp_path: Path
) -> None:
    decided.step("cancel")  # or the session would be decided again, without the person
    erasure.erase(decided.office, Everywhere("officer"), decided.people["P3"])
    assert export(run, tmp_path / "year.jsonl").code == 0
    assert [(line["dossier"], line["verdict"]["outcome"]) for line in lines(tmp_path / "year.jsonl")] == [
        (None, "clear"),
        (None, "clear"),
    ]  # fmt: skip
    replayed = run("rules", "replay")
    assert replayed.code == 1
    assert "2 not replayable: erased" in replayed.out


def test_a_key_that_was_taken_away_is_no_erasure_and_stops_replay_and_export(
    run: Run, decided: Walk, tmp_path: Path
) -> None:
    with decided.office.work(Everywhere("attacker")) as work:
        person = participants.find(work, decided.people["P3"])
        work.destroy_participant_key(decided.initiative, person.key_id)
    for said in (run("rules", "replay"), export(run, tmp_path / "year.jsonl")):
        assert said.code == 1
        assert "nobody in it was erased" in said.err
    assert not (tmp_path / "year.jsonl").exists()


def test_a_forged_decision_stops_the_export_and_leaves_no_file(
    run: Run, decided: Walk, tmp_path: Path
) -> None:
    forge(decided)
    said = export(run, tmp_path / "year.jsonl")
    assert said.code == 1
    assert "was not made by this office" in said.err
    assert not (tmp_path / "year.jsonl").exists()
    assert "was not made by this office" in run("rules", "replay").err


def forge(walk: Walk) -> None:
    """Add a decision whose MAC is not ours."""
    with walk.office.work(Everywhere("attacker")) as work:
        session = clearance.find_session(work, walk.session)
        row = new_decision(work, session, session.revision, clearance.judge(work, session, "tick"))
        row.mac = bytes(32)
        work.session.add(row)


def test_the_offices_own_decisions_replay_from_it_and_from_a_file(
    run: Run, decided: Walk, tmp_path: Path
) -> None:
    own = run("rules", "replay")
    assert (own.code, own.out) == (0, "2 identical\n")
    export(run, tmp_path / "year.jsonl")
    from_file = run("rules", "replay", "--decisions", tmp_path / "year.jsonl")
    assert (from_file.code, from_file.out) == (0, "2 identical\n")


def test_an_office_without_a_decision_has_nothing_to_replay(run: Run, walk: Walk) -> None:
    said = run("rules", "replay")
    assert (said.code, said.out) == (0, "There is no decision to replay.\n")


def test_decisions_are_read_back_alike_from_both_databases(office: Office) -> None:
    walk = prepare(office)
    walk.step("propose", "submit", "evaluate", "schedule")
    with walk.office.reading(Everywhere("test")) as work:
        found = list(stored_decisions(work, decision_ids(work)))
        assert list(stored_decisions(work, decision_ids(work, []))) == []
        assert [replay(each, work.rulebook).result for each in found] == ["identical"] * 2
