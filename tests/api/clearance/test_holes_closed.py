"""Ways past the gate that were found once, each with the refusal that closes it."""

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from antechamber import database
from antechamber.clearance import service as clearance
from antechamber.clearance.decisions import Forged
from antechamber.clearance.views import verdict_for
from antechamber.documents.facts import InvalidFacts
from antechamber.documents.office import OfficeDocument
from antechamber.errors import Busy, NotReady
from antechamber.initiatives import service as initiatives
from antechamber.office import Office
from antechamber.policies import read_files
from antechamber.screening.folder import BadFolder, active_lists
from antechamber.sessions import service as sessions
from antechamber.sessions.views import shown
from antechamber.shipped import policies_folder
from antechamber.signoffs import service as signoffs
from antechamber.tables import DecisionRow, SessionRow
from antechamber.work import Everywhere
from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import decide
from antechamber_compliance.policy import BadPolicy
from antechamber_compliance.rulebook import load
from databases import Backend, OpenOffice
from walk import Walk, engagement, prepare


@pytest.fixture
def walk(sqlcipher_office: Office) -> Walk:
    return prepare(sqlcipher_office)


@pytest.mark.parametrize("country", ["qnb", "QNB ", "Qnb", "Zorblaxia"])
def test_a_country_has_one_spelling_in_plans(walk: Walk, country: str) -> None:
    with pytest.raises(InvalidFacts), walk.office.work(Everywhere("convener")) as work:
        sessions.replan(work, clearance.find_session(work, walk.session), {"country": country})


def test_another_spelling_of_the_country_is_missing_to_the_engine_too(walk: Walk) -> None:
    facts = {**engagement(), "session": {**engagement()["session"], "country": "qnb"}}
    verdict = decide(receive(facts), walk.office.rulebook)
    assert verdict.outcome == "deny"
    assert ("PRO-07", "missing", "session") in {f.key for f in verdict.findings}


def test_a_grant_condition_that_could_never_bite_is_refused(walk: Walk) -> None:
    patch = {"funders": {"FU1": {"ineligible_costs": ["Travel"]}}}
    with pytest.raises(InvalidFacts), walk.office.work(Everywhere("convener")) as work:
        initiatives.update(work, walk.initiative, patch)


def test_a_session_that_rests_on_a_forged_decision_is_not_shown(walk: Walk) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    forged = _forge(walk)
    with walk.office.reading(Everywhere("test")) as work:
        row = work.session.get_one(SessionRow, walk.session)
        assert row.clearance_id == forged
        with pytest.raises(Forged):
            shown(work, row, walk.convener)


def _forge(walk: Walk) -> UUID:
    """Copy the newest decision under a new id and sequence, as somebody without keys can."""
    forged = uuid4()
    with walk.office.work(Everywhere("attacker")) as work:
        real = work.session.get_one(
            DecisionRow, work.session.get_one(SessionRow, walk.session).clearance_id
        )
        values = {name: getattr(real, name) for name in DecisionRow.model_fields}
        copied = DecisionRow(**{**values, "id": forged, "sequence": real.sequence + 1})
        work.session.add(copied)
        work.session.flush()
        work.session.execute(
            text("UPDATE session SET clearance_id = :forged WHERE id = :id"),
            {"forged": forged.hex, "id": walk.session.hex},
        )
    return forged


def test_a_sign_off_that_needs_a_memo_is_not_asked_for_without_one(walk: Walk) -> None:
    asked = signoffs.Request(
        rule="PRO-06", code="contact_memo", subject="P1", reason="talks",
        mitigation="", memo=False, expires="2026-12-31",
    )  # fmt: skip
    with pytest.raises(InvalidFacts):
        _ask(walk, asked)


def _ask(walk: Walk, asked: signoffs.Request) -> None:
    with walk.office.work(Everywhere("convener")) as work:
        session = clearance.find_session(work, walk.session)
        signoffs.request(work, session, walk.convener, asked)


@pytest.mark.parametrize("expires", ["2026-11-21", "2030-01-01", "2026-13-45"])
def test_a_sign_off_that_could_have_no_effect_is_not_asked_for(walk: Walk, expires: str) -> None:
    asked = signoffs.Request(
        rule="GEN-01", code="share", subject="session", reason="few seats",
        mitigation="adviser attends", memo=False, expires=expires,
    )  # fmt: skip
    with pytest.raises(InvalidFacts):
        _ask(walk, asked)


def test_a_notice_is_shown_to_whom_it_is_for_alone(walk: Walk) -> None:
    facts: dict[str, Any] = dict(engagement())
    facts["initiative"] = {
        **facts["initiative"],
        "overlaps": {"o1": {"days_apart": 21, "deconflicted": False, "other_level": "c4"}},
    }
    facts["counts"] = {**facts["counts"], "overlaps": 1}
    verdict = decide(receive(facts), walk.office.rulebook).to_json()
    assert [notice["to"] for notice in verdict["notices"]] == ["deconfliction_officer"]  # type: ignore[attr-defined]  # a list of objects
    for handle, role in (("U-C1", "compliance"), ("U-A1", "auditor"), ("U-P1", "convener")):
        assert not verdict_for(walk.actor(handle, role), verdict).get("notices")


def test_postgresql_waits_for_a_stalled_writer_no_longer_than_it_is_told(
    postgresql: Backend, tmp_path: Path, open_office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(database.TIME_OUTS, "lock_timeout", "300ms")
    walk = prepare(open_office(postgresql.office(tmp_path)))
    with walk.office.work(Everywhere("first")) as work:
        work.lock(walk.initiative)
        with pytest.raises(Busy), walk.office.work(Everywhere("second")) as other:
            other.lock(walk.initiative)
        work.settle(walk.initiative)


def test_making_an_office_where_nothing_may_be_written_leaves_no_key_behind(
    sqlcipher: Backend, tmp_path: Path
) -> None:
    settings = sqlcipher.empty(tmp_path)
    settings.home.parent.mkdir(parents=True, exist_ok=True)
    settings.home.write_text("a file where the folder should be")
    with pytest.raises((NotReady, OSError)):
        Office.create(settings, document=OfficeDocument(name="Quiet Table", tz="UTC"))
    assert not settings.key_file.exists()


def test_a_rule_cannot_soften_what_it_says_of_a_missing_fact() -> None:
    files = read_files(policies_folder())
    path = next(name for name in files if "/CON-02-" in name)
    files[path] = b'missing = "warn"\n' + files[path]
    with pytest.raises(BadPolicy, match="milder"):
        load(files)


def test_a_misspelt_regime_refuses_the_folder_of_lists(tmp_path: Path) -> None:
    (tmp_path / "lists.toml").write_text(
        '[[list]]\nid = "x"\nformat = "office_csv"\nfile = "x.csv"\npublished = "2026"\n'
        'regimes = ["HOST_LSIT"]\n'
    )
    with pytest.raises(BadFolder, match="HOST_LIST"):
        active_lists(tmp_path)
