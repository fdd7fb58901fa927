"""Putting a signed rulebook in force: what it takes, who notices, and what it undoes."""

import json
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import col, select

from antechamber import audit
from antechamber.clearance import decisions, dossiers
from antechamber.clearance import service as clearance
from antechamber.crypto.signatures import SigningKey
from antechamber.documents import store
from antechamber.errors import Busy, NotReady
from antechamber.initiatives import service as initiatives
from antechamber.office import Office
from antechamber.rulebooks import redeciding, service
from antechamber.rulebooks import store as rulebooks
from antechamber.rulebooks.candidates import NotAdoptable
from antechamber.rulebooks.signing import BadSignatures
from antechamber.tables import DecisionRow, OfficeRow, SessionRow
from antechamber.work import Everywhere, Work
from antechamber_compliance.canonical import canonical
from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import decide
from antechamber_compliance.policy import NO_RULES
from databases import OpenOffice
from signed_rules import candidate, keys, signed, signed_by, stricter, trust, unsigned
from walk import Walk, prepare


@pytest.fixture
def walk(sqlcipher_office: Office) -> Walk:
    return prepare(sqlcipher_office)


def adopt(office: Office, revision: int = 2) -> None:
    """Adopt the shipped rules as another revision, trusting the keys, and decide again."""
    with office.work(Everywhere("officer")) as work:
        service.adopt(work, candidate(revision), trust())
    redeciding.run(office, Everywhere("officer"))


def last_decision(office: Office) -> tuple[DecisionRow, dict[str, Any]]:
    with office.reading(Everywhere("test")) as work:
        rows = work.session.exec(select(DecisionRow).order_by(col(DecisionRow.sequence))).all()
        return rows[-1], decisions.open_record(work, rows[-1]).verdict


def test_without_a_trust_root_the_shipped_rules_are_in_force(office: Office) -> None:
    with office.reading(Everywhere("test")) as work:
        found = office.rules.in_force(work)
    assert (found.source, found.rulebook) == ("shipped", office.rules.shipped)


def test_an_adopted_rulebook_is_in_force_at_once_in_every_process(
    office: Office, open_office: OpenOffice
) -> None:
    elsewhere = open_office(office.settings)
    assert elsewhere.rulebook.revision == 1
    adopt(office)
    for each in (office, elsewhere, open_office(office.settings)):
        assert (each.rulebook.revision, each.rulebook.digest) == (2, candidate(2).rulebook.digest)


def test_a_stricter_rulebook_suspends_what_was_scheduled(walk: Walk) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    with walk.office.work(Everywhere("officer")) as work:
        service.adopt(work, stricter(), trust())
    assert walk.state() == "scheduled"
    redeciding.run(walk.office, Everywhere("officer"))
    assert walk.state() == "suspended"
    assert last_decision(walk.office)[1]["outcome"] == "deny"


def test_a_decision_under_an_older_rulebook_schedules_nothing(walk: Walk) -> None:
    walk.step("propose", "submit", "evaluate")
    with walk.office.work(Everywhere("officer")) as work:
        service.adopt(work, stricter(), trust())
    answer = walk.step("schedule")  # nobody has decided again yet
    assert answer.session.state.value == "in_review"
    assert answer.decision is not None
    assert not answer.decision.may_proceed


def test_an_equal_rulebook_of_a_later_revision_suspends_nothing(walk: Walk) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    before, _ = last_decision(walk.office)
    adopt(walk.office)
    after, verdict = last_decision(walk.office)
    assert walk.state() == "scheduled"
    assert after.id != before.id
    assert verdict["rulebook"]["revision"] == 2


def test_an_older_or_equal_revision_is_refused_for_good(office: Office) -> None:
    adopt(office, 3)
    adopt(office, 4)
    for each in (1, 2, 3, 4):
        with pytest.raises(NotAdoptable, match="revision 4 was in force"):
            adopt(office, each)
    assert office.rulebook.revision == 4


def test_the_revision_that_ships_is_not_gone_back_to(sqlcipher_office: Office) -> None:
    with pytest.raises(NotAdoptable, match="revision 1 was in force"):
        adopt(sqlcipher_office, 1)
    assert sqlcipher_office.rulebook is sqlcipher_office.rules.shipped


def test_without_a_trusted_key_nothing_is_adopted(sqlcipher_office: Office) -> None:
    with (
        pytest.raises(NotAdoptable, match="trusts no key"),
        sqlcipher_office.work(Everywhere("officer")) as work,
    ):
        service.adopt(work, candidate())


@pytest.mark.parametrize("signers", [[], ["compliance"], ["director"]])
def test_a_rulebook_that_lacks_a_signature_is_not_adopted(
    sqlcipher_office: Office, signers: list[str]
) -> None:
    files = unsigned()
    if signers:
        files = signed_by(files, {role: keys()[role] for role in signers})
    with pytest.raises(BadSignatures), sqlcipher_office.work(Everywhere("officer")) as work:
        service.adopt(work, replace(candidate(), files=files), trust())
    assert sqlcipher_office.rulebook is sqlcipher_office.rules.shipped


def test_once_a_key_is_trusted_the_unsigned_rules_decide_nothing(
    walk: Walk, caplog: pytest.LogCaptureFixture
) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    with walk.office.work(Everywhere("administrator")) as work:
        service.trust(work, "compliance", trust()["compliance"])
    assert walk.office.rulebook is NO_RULES
    assert [record.message for record in caplog.records] == ["no rulebook is in force"]
    redeciding.run(walk.office, Everywhere("administrator"))
    assert walk.state() == "suspended"
    _, verdict = last_decision(walk.office)
    assert "no_rules" in json.dumps(verdict)
    assert verdict["outcome"] == "deny"


def test_the_same_key_is_not_trusted_for_both_roles(sqlcipher_office: Office) -> None:
    key = SigningKey.random().public
    for role in ("compliance", "director"):
        with sqlcipher_office.work(Everywhere("administrator")) as work:
            if role == "director":
                with pytest.raises(BadSignatures, match="two people sign"):
                    service.trust(work, role, key)
            else:
                service.trust(work, role, key)


def test_an_adopted_rulebook_falls_with_the_trust_in_a_key_and_rises_with_a_new_signature(
    sqlcipher_office: Office,
) -> None:
    office = sqlcipher_office
    adopt(office)
    other = SigningKey.random()
    with office.work(Everywhere("administrator")) as work:
        service.trust(work, "director", other.public)
    assert office.rulebook is NO_RULES
    files = signed_by(unsigned(3), {**keys(), "director": other})
    with office.work(Everywhere("officer")) as work:
        service.adopt(work, replace(candidate(3), files=files))
    assert office.rulebook.revision == 3


def test_keys_change_with_a_rulebook_and_nothing_is_denied_in_between(walk: Walk) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    adopt(walk.office)
    new = {role: SigningKey.random() for role in keys()}
    files = signed_by(unsigned(3), new)
    with walk.office.work(Everywhere("officer")) as work:
        public = {role: key.public for role, key in new.items()}
        service.adopt(work, replace(candidate(3), files=files), public)
    redeciding.run(walk.office, Everywhere("officer"))
    assert walk.state() == "scheduled"
    with pytest.raises(BadSignatures), walk.office.work(Everywhere("officer")) as work:
        service.adopt(work, candidate(4))  # signed by the keys of before


@pytest.mark.parametrize("harm", ["gone", "moved"])
def test_a_stored_rulebook_that_was_meddled_with_decides_nothing(
    office: Office, open_office: OpenOffice, harm: str
) -> None:
    adopt(office)
    with office.work(Everywhere("attacker")) as work:
        shipped, adopted = (row for row, _ in rulebooks.kept(work).values())
        if harm == "gone":
            work.session.delete(adopted)
        else:
            adopted.content = shipped.content
    assert open_office(office.settings).rulebook is NO_RULES


def test_an_office_with_a_rulebook_from_elsewhere_does_not_start(
    office: Office, open_office: OpenOffice
) -> None:
    adopt(office)
    with office.work(Everywhere("attacker")) as work:
        shipped, adopted = (row for row, _ in rulebooks.kept(work).values())
        adopted.document = shipped.document
    with pytest.raises(NotReady, match="restore a backup"):
        open_office(office.settings)


def test_a_rulebook_of_another_revision_than_was_adopted_decides_nothing(
    sqlcipher_office: Office, open_office: OpenOffice
) -> None:
    office = sqlcipher_office
    adopt(office)
    with office.work(Everywhere("attacker")) as work:
        row = work.session.get_one(OfficeRow, office.id)
        document = store.load_office(work, row)
        chosen = document.rules.model_copy(update={"revision": 7})
        store.save_office(work, row, document.model_copy(update={"rules": chosen}))
    again = open_office(office.settings)
    with again.reading(Everywhere("test")) as work:
        found = again.rules.in_force(work)
    assert (found.source, found.rulebook) == ("none", NO_RULES)
    assert "not the one that was adopted" in found.fault


def test_what_was_decided_replays_under_the_rulebook_of_then(walk: Walk) -> None:
    walk.step("propose", "submit", "evaluate")
    adopt(walk.office)
    with walk.office.work(Everywhere("officer")) as work:
        service.adopt(work, stricter(3))
    redeciding.run(walk.office, Everywhere("officer"))
    revisions = []
    with walk.office.reading(Everywhere("test")) as work:
        for row in work.session.exec(select(DecisionRow).order_by(col(DecisionRow.sequence))):
            stored = decisions.open_record(work, row).verdict
            rulebook = rulebooks.rulebook_of_digest(work, stored["rulebook"]["digest"])
            assert rulebook is not None
            facts = dossiers.open_dossier(work, row)
            assert decide(receive(facts), rulebook).canonical() == canonical(stored)
            revisions.append(rulebook.revision)
    assert revisions == [1, 2, 3]


def test_a_kept_rulebook_has_every_file_of_its_folder(office: Office) -> None:
    adopt(office)
    with office.reading(Everywhere("test")) as work:
        row, document = rulebooks.kept(work)[candidate().rulebook.digest]
        assert rulebooks.files_of(work, row) == signed()
        assert (document.source, document.revision) == ("adopted", 2)
        assert rulebooks.rulebook_of_digest(work, "0" * 64) is None


def test_who_waits_for_an_initiative_decides_under_the_rules_of_after_the_wait(
    postgresql_office: Office,
) -> None:
    walk = prepare(postgresql_office)
    with walk.office.work(Everywhere("convener")) as work:
        assert work.rulebook.revision == 1
        adopt(walk.office)  # meanwhile, in another transaction
        assert work.rulebook.revision == 1
        work.lock(walk.initiative)
        assert work.rulebook.revision == 2
        work.settle(walk.initiative)


def test_adoption_and_trust_are_in_the_audit_log(office: Office) -> None:
    before = audit.verify(office).count
    with office.work(Everywhere("administrator")) as work:
        for role, key in trust().items():
            service.trust(work, role, key)
        service.adopt(work, candidate())
    assert audit.verify(office).count == before + 3


def test_when_the_audit_entry_fails_nothing_is_adopted(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(audit, "append", broken)
    with pytest.raises(OSError, match="disk full"):
        adopt(office)
    assert office.rulebook is office.rules.shipped
    with office.reading(Everywhere("test")) as work:
        assert len(rulebooks.kept(work)) == 1
        assert redeciding.pending(work) is None


def test_an_initiative_that_fails_is_decided_again_later_and_keeps_no_other_waiting(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with walk.office.work(Everywhere("convener")) as work:
        broken = initiatives.create(work, walk.convener, "EGRET").id

    def tick(work: Work, initiative: UUID) -> None:
        if initiative == broken:
            raise Busy("Somebody else has it.")
        real_tick(work, initiative)

    real_tick = clearance.tick
    walk.step("propose", "submit", "evaluate", "schedule")
    with walk.office.work(Everywhere("officer")) as work:
        service.adopt(work, stricter(), trust())
    with monkeypatch.context() as patch:
        patch.setattr(clearance, "tick", tick)
        assert redeciding.run(walk.office, Everywhere("officer")) == 1
    assert walk.state() == "suspended"
    with walk.office.reading(Everywhere("test")) as work:
        assert redeciding.pending(work) is not None
    assert redeciding.resume(walk.office, Everywhere("officer")) == 2
    assert redeciding.resume(walk.office, Everywhere("officer")) is None


def test_a_mark_that_came_meanwhile_is_not_cleared(walk: Walk) -> None:
    with walk.office.work(Everywhere("officer")) as work:
        redeciding.mark(work)

    def slowly(found: list[UUID]) -> list[UUID]:
        with walk.office.work(Everywhere("another")) as work:
            redeciding.mark(work)
        return found

    redeciding.run(walk.office, Everywhere("officer"), slowly)
    with walk.office.reading(Everywhere("test")) as work:
        assert redeciding.pending(work) is not None


def test_sessions_know_their_revision_after_deciding_again(walk: Walk) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    adopt(walk.office)
    with walk.office.reading(Everywhere("test")) as work:
        session = work.session.get_one(SessionRow, walk.session)
        decision, _ = last_decision(walk.office)
        assert session.clearance_id == decision.id
        assert session.revision == decision.revision
        clearance.refuse_forged(work, session)
