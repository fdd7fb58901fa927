import json
from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any, cast
from uuid import uuid4

import pytest
from sqlmodel import col, func, select

from antechamber import audit
from antechamber.audit.bundle_verifier import Tree, leaf_hash
from antechamber.office import Office
from antechamber.tables import AuditEntryRow, AuditHeadRow, InitiativeRow, KeyRow
from antechamber.tables.audit import NO_LEAF
from antechamber.vault import OFFICE_KEY, participant_key
from antechamber.work import Everywhere, Work
from attacker import Attacker


def initiative(work: Work) -> InitiativeRow:
    row = InitiativeRow()
    work.seal(row, "document", b"{}", key=work.new_initiative_key(row.id))
    work.session.add(row)
    work.session.flush()  # people refer to it
    return row


def fill(office: Office, count: int = 5) -> None:
    for number in range(count):
        with office.work(Everywhere("user:1")) as work:
            audit.append(work, "session.scheduled", uuid4(), payload={"number": number})


def entries(office: Office) -> list[dict[str, Any]]:
    with office.reading(Everywhere("auditor")) as work:
        rows = work.session.exec(select(AuditEntryRow).order_by(col(AuditEntryRow.sequence)))
        return [json.loads(work.open(row, "entry", key=OFFICE_KEY)) for row in rows]


def test_an_empty_log_holds(office: Office) -> None:
    assert audit.verify(office) == audit.VerifiedLog(0, Tree().root())


def test_entries_follow_one_another_and_the_head_names_the_last(office: Office) -> None:
    fill(office, 3)
    with office.reading(Everywhere("auditor")) as work:
        rows = work.session.exec(select(AuditEntryRow).order_by(col(AuditEntryRow.sequence))).all()
        head = work.session.get_one(AuditHeadRow, 1)
        texts = [work.open(row, "entry", key=OFFICE_KEY) for row in rows]
    assert [row.sequence for row in rows] == [1, 2, 3]
    assert [row.leaf for row in rows] == [leaf_hash(text) for text in texts]
    assert [row.previous for row in rows] == [NO_LEAF, rows[0].leaf, rows[1].leaf]
    assert (head.sequence, head.leaf) == (3, rows[2].leaf)


def test_the_root_is_that_of_the_leaves(office: Office) -> None:
    fill(office, 3)
    tree = Tree()
    with office.reading(Everywhere("auditor")) as work:
        rows = work.session.exec(select(AuditEntryRow).order_by(col(AuditEntryRow.sequence)))
        for row in rows:
            tree.add(row.leaf)
    assert audit.verify(office) == audit.VerifiedLog(3, tree.root())


def test_an_entry_says_when_and_what_by_pseudonyms_only(office: Office) -> None:
    session = uuid4()
    with office.work(Everywhere("user:ilse")) as work:
        audit.append(work, "session.scheduled", session, payload={"name": "Ilse"}, purpose="review")
        audit.append(work, "session.started", session)
    with office.work(Everywhere("user:tomas")) as work:
        audit.append(work, "session.started", uuid4())
    first, second, third = entries(office)
    parts = {"schema", "sequence", "at", "actor", "action", "object", "purpose", "commitment"}
    assert set(first) == parts
    assert (first["at"], first["action"]) == ("2026-11-22T09:00:00+00:00", "session.scheduled")
    assert (first["schema"], first["sequence"], first["purpose"]) == (1, 1, "review")
    assert first["actor"] == second["actor"] != third["actor"]
    assert first["object"] == second["object"] != third["object"]
    assert not any(word in str(first).lower() for word in ("ilse", session.hex, str(session)))


def test_equal_payloads_have_unequal_commitments(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        audit.append(work, "consent.given", "c", payload={"answer": "yes"})
        audit.append(work, "consent.given", "c", payload={"answer": "yes"})
    first, second = entries(office)
    assert first["commitment"] != second["commitment"]


@pytest.mark.parametrize(
    ("action", "purpose"),
    [
        ("scheduled", ""),
        ("Session.scheduled", ""),
        ("session.scheduled for Ilse", ""),
        ("session.scheduled", "because Ilse asked"),
        ("session.scheduled", "ilse"),
    ],
)
def test_free_text_has_no_place_in_an_entry(office: Office, action: str, purpose: str) -> None:
    with office.work(Everywhere("user:1")) as work, pytest.raises(ValueError, match="an action is"):
        audit.append(work, action, "o", purpose=cast(audit.Purpose, purpose))
    assert entries(office) == []


def test_when_the_entry_fails_nothing_is_kept(office: Office) -> None:
    attacker = Attacker(office)
    attacker.run(f"INSERT INTO audit_entry VALUES {attacker.values(1, b'p', b'l', b'e', b'x')}")
    before = attacker.ask("SELECT count(*) FROM initiative")

    def change(work: Work) -> None:
        initiative(work)
        audit.append(work, "initiative.opened", "i")

    with (
        pytest.raises(Exception, match="gate: this row exists"),
        office.work(Everywhere("user:1")) as work,
    ):
        change(work)
    assert attacker.ask("SELECT count(*) FROM initiative") == before
    assert attacker.ask("SELECT sequence FROM audit_head") == 0
    attacker.close()


def test_when_the_change_fails_its_entry_is_not_kept(office: Office) -> None:
    def change(work: Work) -> None:
        audit.append(work, "initiative.opened", "i")
        raise RuntimeError("after the entry")

    with pytest.raises(RuntimeError), office.work(Everywhere("user:1")) as work:
        change(work)
    fill(office, 1)
    assert audit.verify(office).count == 1


def test_eight_writers_at_once_make_one_gapless_log(office: Office) -> None:
    ready, faults = Barrier(8), list[Exception]()

    def write() -> None:
        ready.wait(10)
        try:
            fill(office, 10)
        except Exception as fault:  # noqa: BLE001 - a thread's fault would go unseen
            faults.append(fault)

    threads = [Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert faults == []
    assert audit.verify(office).count == 80


def test_the_log_holds_after_a_persons_key_is_destroyed(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        home = initiative(work).id
        key = participant_key(home, work.new_participant_key(home))
        audit.append(work, "participant.added", uuid4(), payload={"name": "Ilse"}, key=key)
    before = audit.verify(office)
    with office.work(Everywhere("user:1")) as work:
        work.vault.destroy(key)
    assert audit.verify(office) == before


def test_whose_key_a_payload_needs_is_not_to_be_seen(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        home = initiative(work).id
        key = participant_key(home, work.new_participant_key(home))
        rows = [
            audit.append(work, "participant.added", uuid4(), payload={"name": "Ilse"}, key=key),
            audit.append(work, "session.scheduled", uuid4(), payload={"name": "Ilse"}),
        ]
        known = {row.kcv[:8] for row in work.session.exec(select(KeyRow))}
    assert len({row.payload.key_id for row in rows}) == 1
    assert not known & {row.payload.key_id for row in rows}


# Each is what somebody can do who first drops the triggers.
Deed = Callable[[Attacker], object]
DEEDS: dict[str, tuple[Deed, set[int]]] = {
    "an entry removed": (lambda a: a.run("DELETE FROM audit_entry WHERE sequence = 3"), {3, 4}),
    "the last removed": (lambda a: a.run("DELETE FROM audit_entry WHERE sequence = 5"), {4}),
    "all removed": (lambda a: a.run("DELETE FROM audit_entry"), {0}),
    "the first removed": (lambda a: a.run("DELETE FROM audit_entry WHERE sequence = 1"), {1, 2}),
    "a number changed": (
        lambda a: a.run("UPDATE audit_entry SET sequence = 9 WHERE sequence = 5"),
        {5, 9},
    ),
    "a leaf changed": (
        lambda a: a.run("UPDATE audit_entry SET leaf = previous WHERE sequence = 5"),
        {5},
    ),
    "a payload copied": (
        lambda a: a.run(
            "UPDATE audit_entry SET payload = (SELECT payload FROM audit_entry WHERE sequence = 1)"
            " WHERE sequence = 2"
        ),
        {2},
    ),
    "an entry copied": (
        lambda a: a.run(
            "UPDATE audit_entry SET entry = (SELECT entry FROM audit_entry WHERE sequence = 1)"
            " WHERE sequence = 2"
        ),
        {2},
    ),
    "a head set back": (
        lambda a: a.run("UPDATE audit_head SET sequence = 4"),
        {5},
    ),
    "no head": (lambda a: a.run("DELETE FROM audit_head"), {5}),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_whatever_was_done_to_the_log_is_found_and_placed(office: Office, deed: str) -> None:
    fill(office, 5)
    attacker = Attacker(office)
    on = "" if attacker.kind == "sqlite" else " ON audit_entry"
    for name in ("audit_entry_update", "audit_entry_delete"):
        attacker.run(f"DROP TRIGGER {name}{on}")
    change, where = DEEDS[deed]
    change(attacker)
    attacker.close()
    with pytest.raises(audit.BrokenLog) as caught:
        audit.verify(office)
    assert {finding.sequence for finding in caught.value.findings} == where


def test_two_entries_that_changed_places_are_found(office: Office) -> None:
    fill(office, 3)
    attacker = Attacker(office)
    on = "" if attacker.kind == "sqlite" else " ON audit_entry"
    attacker.run(f"DROP TRIGGER audit_entry_update{on}")
    for number, other in ((1, 9), (2, 1), (9, 2)):
        attacker.run(f"UPDATE audit_entry SET sequence = {other} WHERE sequence = {number}")
    attacker.close()
    with pytest.raises(audit.BrokenLog) as caught:
        audit.verify(office)
    assert {finding.sequence for finding in caught.value.findings} >= {1, 2}


def test_a_broken_log_does_not_say_what_an_entry_says(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        audit.append(work, "session.scheduled", "o", payload={"name": "Ilse Varga"})
    attacker = Attacker(office)
    attacker.run("UPDATE audit_head SET sequence = 0")
    attacker.close()
    with pytest.raises(audit.BrokenLog) as caught:
        audit.verify(office)
    assert "Ilse" not in repr(caught.value) + str(caught.value)


def test_a_fork_cannot_be_stored(office: Office) -> None:
    fill(office, 2)
    with office.reading(Everywhere("auditor")) as work:
        count = work.session.exec(select(func.count()).select_from(AuditEntryRow)).one()
        first = work.session.get_one(AuditEntryRow, 1)
    attacker = Attacker(office)
    with pytest.raises(attacker.refusal, match="gate: this row exists"):
        attacker.run(
            "INSERT INTO audit_entry VALUES "
            + attacker.values(count + 1, first.previous, b"l", b"e", b"x")
        )
    attacker.close()
