"""An erasure: what it destroys, what it leaves standing, and what it says of both."""

from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from antechamber import audit
from antechamber.app import create_app
from antechamber.clearance.decisions import open_record
from antechamber.clearance.dossiers import NotReplayable, open_dossier
from antechamber.clearance.outbox import announce
from antechamber.crypto.sealing import Sealed, Unsealable
from antechamber.doctor import inside
from antechamber.documents import store
from antechamber.erasure import service as erasure
from antechamber.errors import Busy, NotFound, NotReady
from antechamber.identity import tokens, users
from antechamber.office import Office
from antechamber.participants import service as participants
from antechamber.rotation import run
from antechamber.screening import service as screening
from antechamber.sessions import service as sessions
from antechamber.signoffs import service as signoffs
from antechamber.tables import (
    DecisionRow,
    IdempotencyRow,
    KeyRow,
    OutboxRow,
    ParticipantRow,
    SessionRow,
)
from antechamber.vault import OFFICE_KEY, initiative_key
from antechamber.work import Everywhere
from antechamber_compliance.canonical import canonical
from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import decide
from databases import NOW
from stored import opened
from walk import LISTED_NAME, Walk, prepare, register


@pytest.fixture
def scheduled(office: Office) -> Walk:
    walk = prepare(office)
    walk.step("propose", "submit", "evaluate", "schedule")
    return walk


def test_the_erased_are_gone_from_lists_files_and_sessions(scheduled: Walk) -> None:
    office, person = scheduled.office, scheduled.people["P3"]
    erasure.erase(office, Everywhere("officer"), person)
    with office.reading(Everywhere("test")) as work:
        with pytest.raises(NotFound):
            participants.find(work, person)
        people = participants.of_initiative(work, scheduled.initiative)
        assert len(people) == len(scheduled.people) - 1
        for row in work.session.exec(select(SessionRow)).all():
            document = store.load_session(work, row)
            assert document.seat_of(person) is None
            assert document.counts["seats"] == len(scheduled.people) - 1
        left = work.session.get_one(ParticipantRow, person)
        assert (left.erased, left.email_index, left.document_index) == (True, None, None)
        assert not work.session.exec(select(KeyRow).where(KeyRow.id == left.key_id)).all()


def test_live_sessions_are_decided_again_and_the_log_still_verifies(scheduled: Walk) -> None:
    with scheduled.office.reading(Everywhere("test")) as work:
        before = len(work.session.exec(select(DecisionRow)).all())
    entries = audit.verify(scheduled.office).count
    erasure.erase(scheduled.office, Everywhere("officer"), scheduled.people["P3"])
    with scheduled.office.reading(Everywhere("test")) as work:
        assert len(work.session.exec(select(DecisionRow)).all()) == before + 1
    assert audit.verify(scheduled.office).count == entries + 2


def test_decisions_without_the_person_replay_and_those_with_them_say_erased(
    scheduled: Walk,
) -> None:
    report = erasure.erase(scheduled.office, Everywhere("officer"), scheduled.people["P3"])
    with scheduled.office.reading(Everywhere("test")) as work:
        outcomes: list[bool | None] = []
        for row in work.session.exec(select(DecisionRow)).all():
            try:
                outcomes.append("P3" in open_dossier(work, row)["participants"])
            except NotReplayable:
                outcomes.append(None)
    assert outcomes.count(None) == 2
    assert outcomes.count(False) == 1  # the one made again, without them
    counted = {left.where: left.count for left in report.left}
    assert counted["decision.dossier"] == counted["decision.record"] == 2


def test_messages_and_remembered_requests_about_the_person_are_deleted(scheduled: Walk) -> None:
    office, person = scheduled.office, scheduled.people["P3"]
    with office.work(Everywhere("test")) as work:
        session = work.session.get_one(SessionRow, scheduled.session)
        announce(work, session, "session.scheduled")
        about = OutboxRow(initiative_id=scheduled.initiative)
        body = {"event": "participant.changed", "participant": str(person)}
        work.seal_json(about, "payload", body, key=initiative_key(scheduled.initiative))
        asked = IdempotencyRow(keyed_hash=bytes(32), status=201)
        work.seal_json(asked, "outcome", {"id": str(person)}, key=OFFICE_KEY)
        other = IdempotencyRow(keyed_hash=bytes(31) + b"1", status=201)
        work.seal_json(other, "outcome", {"id": str(uuid4())}, key=OFFICE_KEY)
        work.session.add_all([about, asked, other])
    report = erasure.erase(office, Everywhere("officer"), person)
    assert (report.destroyed.messages, report.destroyed.requests) == (1, 1)
    assert report.destroyed.seats == 1
    with office.reading(Everywhere("test")) as work:
        assert work.session.get(OutboxRow, about.id) is None
        assert work.session.get(IdempotencyRow, asked.id) is None
        assert work.session.get(IdempotencyRow, other.id) is not None


def test_the_report_says_when_the_last_backup_is_gone_and_names_nobody(scheduled: Walk) -> None:
    office = replace(
        scheduled.office,
        settings=scheduled.office.settings.model_copy(update={"backup_days": 12}),
    )
    report = erasure.erase(office, Everywhere("officer"), scheduled.people["P3"])
    assert report.final == NOW + timedelta(days=12)
    assert "Merrin" not in repr(report)
    again = erasure.erase(office, Everywhere("officer"), scheduled.people["P3"])
    assert again.left == report.left


def test_erasing_twice_destroys_nothing_more_and_nobody_is_not_found(scheduled: Walk) -> None:
    erasure.erase(scheduled.office, Everywhere("officer"), scheduled.people["P3"])
    before = audit.verify(scheduled.office).count
    again = erasure.erase(scheduled.office, Everywhere("officer"), scheduled.people["P3"])
    assert again.destroyed.seats == 0
    assert audit.verify(scheduled.office).count == before
    with pytest.raises(NotFound):
        erasure.erase(scheduled.office, Everywhere("officer"), uuid4())


def test_somebody_whose_row_merely_says_erased_is_erased_all_the_same(scheduled: Walk) -> None:
    office, person = scheduled.office, scheduled.people["P3"]
    with office.work(Everywhere("writer to the database")) as work:
        row = work.session.get_one(ParticipantRow, person)
        row.erased = True
        work.session.add(row)
    report = erasure.erase(office, Everywhere("officer"), person)
    assert report.destroyed.seats == 1
    with office.reading(Everywhere("test")) as work:
        row = work.session.get_one(ParticipantRow, person)
        assert not work.session.exec(select(KeyRow).where(KeyRow.id == row.key_id)).all()
        with pytest.raises(Unsealable):
            store.load_identity(work, row)


def test_what_was_found_on_a_list_about_the_erased_opens_no_more(scheduled: Walk) -> None:
    office = scheduled.office
    person = register(office, scheduled.initiative, scheduled.convener, "P9", LISTED_NAME, "P3")
    scheduled.screen()
    with office.work(Everywhere("officer")) as work:
        row = participants.find(work, person)
        (hit,) = store.load_file(work, row).hits
        screening.dispose(work, row, hit.id, scheduled.officer, "confirmed", "Same passport.")
    found = {False: 0, True: 0}
    for erased in found:
        if erased:
            erasure.erase(office, Everywhere("officer"), person)
        with office.reading(Everywhere("test")) as work:
            found[erased] = sum(b'"confirmed"' in each for each in opened(work))
    assert found[False] >= 2  # the file and the log
    assert found[True] == 0


@pytest.mark.parametrize("seated", [True, False])
def test_what_was_signed_about_the_erased_opens_no_more_seated_or_not(
    sqlcipher_office: Office, seated: bool
) -> None:
    walk, reason = prepare(sqlcipher_office), "She is a cousin of the minister."
    sign_about(walk, "P3", reason)
    walk.step("propose", "submit", "evaluate")
    if not seated:
        with walk.office.work(Everywhere("convener")) as work:
            session = work.session.get_one(SessionRow, walk.session)
            sessions.unseat(work, session, participants.find(work, walk.people["P3"]))
    with walk.office.reading(Everywhere("test")) as work:
        for row in work.session.exec(select(DecisionRow)).all():
            facts, stored = open_dossier(work, row), open_record(work, row).verdict
            assert [each["reason"] for each in facts["signoffs"].values()] == [reason]
            again = decide(receive(facts), walk.office.rulebook)
            assert again.canonical() == canonical(stored)
    report = erasure.erase(walk.office, Everywhere("officer"), walk.people["P3"])
    assert report.destroyed.signoffs == 1
    with walk.office.reading(Everywhere("test")) as work:
        assert [each for each in opened(work) if b"cousin" in each] == []


def sign_about(walk: Walk, ref: str, reason: str) -> None:
    asked = signoffs.Request(
        rule="ROL-03",
        code="official_present",
        subject=ref,
        reason=reason,
        mitigation="The cousin does not brief her.",
        memo=True,
        expires="2026-12-31",
    )
    with walk.office.work(Everywhere("convener")) as work:
        session = work.session.get_one(SessionRow, walk.session)
        row = signoffs.request(work, session, walk.convener, asked)
    with walk.office.work(Everywhere("director")) as work:
        signoffs.sign(work, signoffs.find(work, row.id), walk.actor("U-D1", "director"))


def test_a_damaged_row_stops_an_erasure_which_then_names_the_table_and_can_be_given_again(
    scheduled: Walk,
) -> None:
    office, person = scheduled.office, scheduled.people["P3"]
    with office.work(Everywhere("test")) as work:
        damaged = IdempotencyRow(keyed_hash=bytes(32), status=201, outcome=Sealed(bytes(64)))
        work.session.add(damaged)
    with pytest.raises(NotReady, match="table idempotency does not open"):
        erasure.erase(office, Everywhere("officer"), person)
    with office.work(Everywhere("test")) as work:
        assert not work.session.get_one(ParticipantRow, person).erased
        work.session.delete(work.session.get_one(IdempotencyRow, damaged.id))
    erasure.erase(office, Everywhere("officer"), person)
    assert len(office.keys.wrapping) == 1


def test_an_id_that_is_nobodys_or_erased_already_touches_no_key(scheduled: Walk) -> None:
    office, person = scheduled.office, scheduled.people["P3"]
    before = office.keys.wrapping[0].number
    with pytest.raises(NotFound):
        erasure.erase(office, Everywhere("officer"), uuid4())
    assert [key.number for key in office.keys.wrapping] == [before]
    erasure.erase(office, Everywhere("officer"), person)
    erasure.erase(office, Everywhere("officer"), person)
    assert [key.number for key in office.keys.wrapping] == [before + 1]


def test_a_killed_erasure_is_finished_also_while_a_rotation_keeps_older_keys(
    scheduled: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes = count()
    office = replace(scheduled.office, clock=lambda: NOW + timedelta(minutes=next(minutes)))
    run.rotate(office, Everywhere("test"), "root", keep=True)
    erasure.finish(office, Everywhere("test"))
    assert kept(office) == (2, 2)  # nothing is to be finished
    erasure.erase(office, Everywhere("officer"), scheduled.people["P3"])
    with monkeypatch.context() as killed:
        killed.setattr(erasure, "retire_wrapping", killing)
        with pytest.raises(Killed):
            erasure.erase(office, Everywhere("officer"), scheduled.people["P4"])
    assert kept(office) == (2, 2)
    with office.reading(Everywhere("test")) as work:
        assert inside.erasures(work).status == "fail"
    erasure.finish(office, Everywhere("test"))
    assert kept(office) == (1, 2)
    with office.reading(Everywhere("test")) as work:
        assert inside.erasures(work).status == "ok"


def kept(office: Office) -> tuple[int, int]:
    return len(office.keys.wrapping), len(office.keys.roots)


class Killed(Exception):
    """Stands for the end of the process."""


def killing(*_: object) -> None:
    raise Killed


def test_two_who_change_keys_at_once_do_not(scheduled: Walk) -> None:
    with scheduled.office.keyring.alone():
        with pytest.raises(Busy):
            erasure.erase(scheduled.office, Everywhere("officer"), scheduled.people["P3"])
        with pytest.raises(Busy):
            run.rotate(scheduled.office, Everywhere("test"), "root")


def test_an_erasure_in_the_middle_of_a_rotation_leaves_the_rotation_to_be_finished(
    scheduled: Walk,
) -> None:
    office = scheduled.office
    for level in ("root", "initiative", "participant"):
        run.rotate(office, Everywhere("test"), level, keep=True)
    erasure.erase(office, Everywhere("officer"), scheduled.people["P3"])
    assert len(office.keys.wrapping) == 1
    run.retire(office, Everywhere("test"))
    assert len(office.keys.roots) == 1
    with office.reading(Everywhere("test")) as work:
        assert len(participants.of_initiative(work, scheduled.initiative)) == 10
    audit.verify(office)


def erase_over_http(walk: Walk, role: str, handle: str) -> Any:
    office, person = walk.office, walk.people["P3"]
    with office.work(Everywhere("test")) as work:
        user = users.by_handle(work, handle)
        users.hold(work, user.id, role, walk.initiative)
        work.settle(walk.initiative)
        secret = tokens.issue(work, user, role, walk.initiative, lifetime=timedelta(hours=1))
    with TestClient(create_app(office)) as client:
        return client.post(
            f"/v1/participants/{person}/erase",
            headers={"Authorization": f"Bearer {secret}", "Idempotency-Key": "k"},
        )


def test_the_data_protection_officer_erases_over_http(sqlcipher_office: Office) -> None:
    walk = prepare(sqlcipher_office)
    reply = erase_over_http(walk, "data_protection_officer", "U-O1")
    assert reply.status_code == 200
    assert reply.json()["destroyed"]["seats"] == 1
    with walk.office.reading(Everywhere("test")) as work:
        assert work.session.get_one(ParticipantRow, walk.people["P3"]).erased


def test_a_compliance_officer_does_not(sqlcipher_office: Office) -> None:
    walk = prepare(sqlcipher_office)
    keys = walk.office.keys
    assert erase_over_http(walk, "compliance", "U-C1").status_code == 403
    assert walk.office.keys is keys  # not even a key was made
