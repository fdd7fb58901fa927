"""The gate below the application: what plain SQL cannot do, on either database."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest

from antechamber.office import Office
from attacker import Attacker

LIVE = ("scheduled", "in_session")


@pytest.fixture
def attacker(office: Office) -> Iterator[Attacker]:
    attacker = Attacker(office)
    yield attacker
    attacker.close()


def schedule(attacker: Attacker, session: UUID, clearance: UUID | None, state: str) -> None:
    spelt = "NULL" if clearance is None else f"'{clearance.hex}'"
    attacker.run(
        f"UPDATE session SET state = '{state}', clearance_id = {spelt} WHERE id = '{session.hex}'"
    )


def test_a_session_is_scheduled_and_starts_on_its_newest_clearing_decision(
    attacker: Attacker,
) -> None:
    session, decision = attacker.scheduled()
    schedule(attacker, session, decision, "in_session")
    assert attacker.ask("SELECT state FROM session") == "in_session"


@pytest.mark.parametrize("state", LIVE)
def test_no_session_is_live_without_a_clearance(attacker: Attacker, state: str) -> None:
    session = attacker.session()
    attacker.decision(session)
    with pytest.raises(attacker.refusal, match="gate: not the newest"):
        schedule(attacker, session, None, state)


@pytest.mark.parametrize("state", LIVE)
def test_no_session_is_inserted_live(attacker: Attacker, state: str) -> None:
    with pytest.raises(attacker.refusal, match="gate: not the newest"):
        attacker.session(state=state)
    with pytest.raises(attacker.refusal, match="gate: not the newest"):
        attacker.session(state=state, clearance_id=uuid4())


@pytest.mark.parametrize("state", LIVE)
def test_a_decision_about_another_session_clears_nothing(attacker: Attacker, state: str) -> None:
    _, foreign = attacker.scheduled()
    with pytest.raises(attacker.refusal, match="gate: not the newest"):
        schedule(attacker, attacker.session(), foreign, state)


def test_an_older_decision_clears_nothing(attacker: Attacker) -> None:
    session = attacker.session()
    older = attacker.decision(session, 1)
    attacker.decision(session, 2)
    with pytest.raises(attacker.refusal, match="gate: not the newest"):
        schedule(attacker, session, older, "scheduled")


def test_a_newer_decision_that_denies_closes_the_gate(attacker: Attacker) -> None:
    session = attacker.session()
    clearing = attacker.decision(session, 1)
    denying = attacker.decision(session, 2, may_proceed=False)
    for decision in (clearing, denying):
        with pytest.raises(attacker.refusal, match="gate: not the newest"):
            schedule(attacker, session, decision, "scheduled")


def test_a_decision_about_another_revision_clears_nothing(attacker: Attacker) -> None:
    session = attacker.session()
    ahead = attacker.decision(session, 1, revision=1)
    with pytest.raises(attacker.refusal, match="gate: not the newest"):
        schedule(attacker, session, ahead, "scheduled")


def test_a_live_session_does_not_move_to_an_undecided_revision(attacker: Attacker) -> None:
    session, _ = attacker.scheduled()
    with pytest.raises(attacker.refusal, match="gate: not the newest"):
        attacker.run(f"UPDATE session SET revision = 1 WHERE id = '{session.hex}'")


def test_a_live_session_does_not_lose_its_clearance(attacker: Attacker) -> None:
    session, _ = attacker.scheduled()
    with pytest.raises(attacker.refusal, match="gate: not the newest"):
        attacker.run(f"UPDATE session SET clearance_id = NULL WHERE id = '{session.hex}'")


def test_a_live_session_does_not_change_its_id(attacker: Attacker) -> None:
    session, _ = attacker.scheduled()
    with pytest.raises(attacker.refusal, match="gate: not the newest"):
        attacker.run(f"UPDATE session SET id = '{uuid4().hex}' WHERE id = '{session.hex}'")


def test_a_live_session_moves_on_to_a_newer_clearing_decision(attacker: Attacker) -> None:
    session, _ = attacker.scheduled()
    newer = attacker.decision(session, 2, revision=1)
    attacker.run(
        f"UPDATE session SET revision = 1, clearance_id = '{newer.hex}' WHERE id = '{session.hex}'"
    )
    assert attacker.ask("SELECT revision FROM session") == 1


@pytest.mark.parametrize("state", LIVE)
def test_a_denial_is_not_recorded_before_the_session_is_suspended(
    attacker: Attacker, state: str
) -> None:
    session, decision = attacker.scheduled()
    schedule(attacker, session, decision, state)
    with pytest.raises(attacker.refusal, match="gate: suspend"):
        attacker.decision(session, 2, may_proceed=False)
    schedule(attacker, session, None, "suspended")
    attacker.decision(session, 2, may_proceed=False)


def test_a_decision_has_a_higher_sequence_than_all_before(attacker: Attacker) -> None:
    session = attacker.session()
    attacker.decision(session, 5, may_proceed=False)
    for sequence in (4, 5):
        with pytest.raises(attacker.refusal, match="gate: a decision has a higher"):
            attacker.decision(session, sequence)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decision SET may_proceed = TRUE",
        "UPDATE decision SET sequence = 0",
        "UPDATE decision SET record = dossier",
        "DELETE FROM decision",
    ],
)
def test_a_decision_is_never_changed_or_removed(attacker: Attacker, change: str) -> None:
    attacker.decision(attacker.session(), may_proceed=False)
    with pytest.raises(attacker.refusal, match="append-only"):
        attacker.run(change)


def test_an_existing_decision_is_not_inserted_over(attacker: Attacker) -> None:
    session = attacker.session()
    denying = attacker.decision(session, 1, may_proceed=False)
    with pytest.raises(attacker.refusal, match="gate: this row exists"):
        attacker.decision(session, 2, id=denying)


@pytest.mark.parametrize("table", ["decision", "session"])
def test_an_upsert_does_not_change_a_row_of_the_gate(attacker: Attacker, table: str) -> None:
    session = attacker.session()
    decision = attacker.decision(session, may_proceed=False)
    row = attacker.decided(session, 2) | {"id": decision}
    change = "may_proceed = TRUE"
    if table == "session":
        names = ("version", "initiative_id", "revision")
        row = {"id": session, "state": "draft", "document": b"x"} | {n: row[n] for n in names}
        change = "state = 'scheduled'"
    upsert = (
        f"INSERT INTO {table} ({', '.join(row)}) VALUES {attacker.values(*row.values())}"
        f" ON CONFLICT (id) DO UPDATE SET {change}"
    )
    with pytest.raises(attacker.refusal, match="gate: this row exists"):
        attacker.run(upsert)


def test_a_temporary_table_named_like_ours_fools_nobody(attacker: Attacker) -> None:
    session, forged = attacker.session(), uuid4()
    attacker.run(
        "CREATE TEMPORARY TABLE decision AS"
        f" SELECT id AS session_id, clearance_id AS id, 0 AS revision, TRUE AS may_proceed,"
        f" 1 AS sequence FROM session WHERE id = '{session.hex}'"
    )
    attacker.run(f"UPDATE decision SET id = '{forged.hex}'")
    with pytest.raises(attacker.refusal, match="gate: not the newest"):
        schedule(attacker, session, forged, "scheduled")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_entry SET leaf = previous",
        "UPDATE audit_entry SET sequence = 7",
        "DELETE FROM audit_entry",
    ],
)
def test_an_audit_entry_is_never_changed_or_removed(attacker: Attacker, change: str) -> None:
    attacker.run(f"INSERT INTO audit_entry VALUES {attacker.values(1, b'p', b'l', b'e', b'x')}")
    with pytest.raises(attacker.refusal, match="append-only"):
        attacker.run(change)


@pytest.mark.parametrize("entry", [(1, b"q"), (2, b"p")], ids=["sequence", "previous"])
def test_an_existing_audit_entry_is_not_inserted_over(
    attacker: Attacker, entry: tuple[int, bytes]
) -> None:
    attacker.run(f"INSERT INTO audit_entry VALUES {attacker.values(1, b'p', b'l', b'e', b'x')}")
    with pytest.raises(attacker.refusal, match="gate: this row exists"):
        attacker.run(f"INSERT INTO audit_entry VALUES {attacker.values(*entry, b'l', b'e', b'x')}")
