"""The walk through the gate, by the services, on both databases."""

from uuid import UUID

import pytest
from sqlmodel import col, select

from antechamber import audit
from antechamber.clearance import decisions, dossiers
from antechamber.clearance import service as clearance
from antechamber.consents import service as consents
from antechamber.erasure import service as erasure
from antechamber.errors import IllegalTransition
from antechamber.participants import service as participants
from antechamber.sessions import service as sessions
from antechamber.tables import DecisionRow, SessionRow
from antechamber.work import Everywhere, Unsettled
from antechamber_compliance.canonical import canonical
from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import decide
from antechamber_compliance.verdict import Verdict
from attacker import Attacker
from walk import LISTED_NAME, Walk, engagement, register, seat


def preview(walk: Walk) -> Verdict:
    with walk.office.reading(Everywhere("test")) as work:
        session = clearance.find_session(work, walk.session)
        return clearance.judge(work, session, "evaluate").verdict


def open_findings(verdict: Verdict) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for finding in verdict.findings:
        if not finding.signed_by:
            found.setdefault(finding.name, []).append(finding.subject)
    return found


def test_a_session_that_clears_is_scheduled_on_its_newest_decision(walk: Walk) -> None:
    answer = walk.step("propose", "submit", "evaluate", "schedule")
    assert answer.judged is not None
    assert answer.judged.verdict.outcome == "clear"
    with walk.office.reading(Everywhere("test")) as work:
        session = work.session.get_one(SessionRow, walk.session)
        newest = work.session.exec(
            select(DecisionRow).order_by(col(DecisionRow.sequence).desc())
        ).first()
        assert session.state.value == "scheduled"
        assert newest is not None
        assert session.clearance_id == newest.id
        assert decisions.verified(work, newest).may_proceed
    assert audit.verify(walk.office).count > 0


def test_withdrawing_a_consent_suspends_the_session_in_the_same_transaction(walk: Walk) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    with pytest.raises(PowerCut):
        _withdraw_and_lose_power(walk)
    assert walk.state() == "scheduled"
    walk.withdraw("P3")
    assert walk.state() == "suspended"
    assert open_findings(preview(walk)) == {"CON-02/withdrawn": ["P3"]}


class PowerCut(Exception):
    pass


def _withdraw_and_lose_power(walk: Walk) -> None:
    with walk.office.work(Everywhere("convener")) as work:
        consents.withdraw(work, participants.find(work, walk.people["P3"]), walk.convener)
        assert work.session.get_one(SessionRow, walk.session).state.value == "suspended"
        raise PowerCut


def test_better_news_does_not_bring_a_suspended_session_back(walk: Walk) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    walk.withdraw("P3")
    with walk.office.work(Everywhere("convener")) as work:
        session = clearance.find_session(work, walk.session)
        sessions.unseat(work, session, participants.find(work, walk.people["P3"]))
    assert walk.state() == "suspended"
    walk.step("reopen", "evaluate")
    assert walk.state() == "cleared"


def test_a_listed_person_blocks_until_somebody_settles_the_hit(walk: Walk) -> None:
    person = register(walk.office, walk.initiative, walk.convener, "P9", LISTED_NAME, like="P3")
    with walk.office.work(Everywhere("convener")) as work:
        session = clearance.find_session(work, walk.session)
        seat(work, session, participants.find(work, person), "P3")
    assert open_findings(preview(walk))["PRO-01/missing"] == ["P9"]
    walk.screen()
    assert open_findings(preview(walk)) == {"PRO-02/open_hit": ["P9"]}
    answer = walk.step("propose", "submit", "evaluate")
    assert answer.session.state.value == "blocked"


def test_a_screening_that_finds_nothing_new_leaves_a_cleared_session_cleared(walk: Walk) -> None:
    walk.step("propose", "submit", "evaluate")
    walk.screen()
    assert walk.state() == "cleared"


def test_one_woman_less_changes_the_decision(walk: Walk) -> None:
    for ref in ("P4", "P7", "P8"):
        with walk.office.work(Everywhere("convener")) as work:
            session = clearance.find_session(work, walk.session)
            sessions.unseat(work, session, participants.find(work, walk.people[ref]))
    findings = open_findings(preview(walk))
    assert findings["GEN-01/share"] == ["session"]
    assert findings["GEN-03/solo"] == ["session"]
    answer = walk.step("propose", "submit", "evaluate")
    assert answer.session.state.value == "awaiting_approval"


def test_a_step_that_the_state_does_not_foresee_is_refused_and_changes_nothing(walk: Walk) -> None:
    with pytest.raises(IllegalTransition):
        walk.step("schedule")
    assert walk.state() == "draft"


def test_a_decision_is_replayed_from_its_sealed_dossier_byte_for_byte(walk: Walk) -> None:
    answer = walk.step("propose", "submit", "evaluate")
    assert answer.decision is not None
    with walk.office.reading(Everywhere("test")) as work:
        row = decisions.read_decision(work, answer.decision.id)
        facts = dossiers.open_dossier(work, row)
        stored = decisions.open_record(work, row).verdict
    again = decide(receive(facts), walk.office.rulebook)
    assert again.canonical() == canonical(stored)
    assert facts["participants"].keys() == engagement()["participants"].keys()


def test_a_dossier_with_an_erased_person_is_not_replayable_and_the_verdict_stands(
    walk: Walk,
) -> None:
    answer = walk.step("propose", "submit", "evaluate")
    assert answer.decision is not None
    erasure.erase(walk.office, Everywhere("dpo"), walk.people["P3"])
    with walk.office.reading(Everywhere("test")) as work:
        row = decisions.read_decision(work, answer.decision.id)
        assert decisions.open_record(work, row).verdict["outcome"] == "clear"
        with pytest.raises(dossiers.NotReplayable):
            dossiers.open_dossier(work, row)
    audit.verify(walk.office)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM key",
        "UPDATE key SET wrapped = (SELECT wrapped FROM key WHERE id = '{anothers.hex}')",
        "UPDATE key SET kcv = (SELECT kcv FROM key WHERE id = '{anothers.hex}')",
    ],
)
def test_a_dossier_that_was_tampered_with_does_not_pass_for_one_of_an_erased_person(
    walk: Walk, change: str
) -> None:
    answer = walk.step("propose", "submit", "evaluate")
    assert answer.decision is not None
    with walk.office.reading(Everywhere("test")) as work:
        theirs, anothers = (
            participants.find(work, walk.people[ref]).key_id for ref in ("P3", "P4")
        )
    attacker = Attacker(walk.office)
    assert (
        attacker.run(
            f"{change} WHERE id = '{{theirs.hex}}'".format(theirs=theirs, anothers=anothers)
        )
        == 1
    )
    attacker.close()
    with walk.office.reading(Everywhere("test")) as work:
        row = decisions.read_decision(work, answer.decision.id)
        with pytest.raises(dossiers.Damaged, match="nobody in it was erased"):
            dossiers.open_dossier(work, row)


def test_a_change_that_is_not_decided_on_again_is_not_kept(walk: Walk) -> None:
    with pytest.raises(Unsettled), walk.office.work(Everywhere("careless")) as work:
        work.lock(walk.initiative)


def test_every_live_session_is_decided_again_not_only_the_one_concerned(walk: Walk) -> None:
    other = _second_session(walk)
    walk.step("propose", "submit", "evaluate", "schedule")
    with walk.office.work(Everywhere("convener")) as work:
        for event in ("propose", "submit", "evaluate", "schedule"):
            clearance.take_step(work, other, event)
    before = _revisions(walk)
    with walk.office.work(Everywhere("convener")) as work:
        row = participants.find(work, walk.people["P1"])
        participants.update(work, row, {"earlier_occasions": 1})
    after = _revisions(walk)
    assert {key: revision - before[key] for key, revision in after.items()} == {
        walk.session: 1,
        other: 1,
    }


def _second_session(walk: Walk) -> UUID:
    with walk.office.work(Everywhere("convener")) as work:
        row = sessions.draft(work, walk.initiative, "Second workshop", engagement()["session"])
        for ref, person in walk.people.items():
            seat(work, row, participants.find(work, person), ref)
        return row.id


def _revisions(walk: Walk) -> dict[UUID, int]:
    with walk.office.reading(Everywhere("test")) as work:
        return {row.id: row.revision for row in work.session.exec(select(SessionRow))}
