"""Statement forms and spellings that only SQLite has."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest

from antechamber.office import Office
from attacker import Attacker

ODD_STATES = ["'SCHEDULED'", "' scheduled'", "x'7363686564756c6564'", "7"]


@pytest.fixture
def attacker(sqlcipher_office: Office) -> Iterator[Attacker]:
    attacker = Attacker(sqlcipher_office)
    yield attacker
    attacker.close()


@pytest.mark.parametrize("form", ["UPDATE OR REPLACE", "UPDATE OR IGNORE", "UPDATE OR FAIL"])
def test_no_form_of_update_schedules_an_uncleared_session(attacker: Attacker, form: str) -> None:
    attacker.session()
    with pytest.raises(attacker.refusal, match="gate: not the newest"):
        attacker.run(f"{form} session SET state = 'scheduled'")


@pytest.mark.parametrize("form", ["REPLACE", "INSERT OR REPLACE", "INSERT OR IGNORE"])
def test_no_form_of_insert_replaces_a_session(attacker: Attacker, form: str) -> None:
    session, decision = attacker.scheduled()
    other = {"version": uuid4(), "initiative_id": attacker.initiative, "document": b"x"}
    for columns in (
        {"state": "draft", "revision": 0},
        {"state": "scheduled", "revision": 0, "clearance_id": decision},
    ):
        with pytest.raises(attacker.refusal, match="gate: this row exists"):
            attacker.insert("session", {"id": session, **other, **columns}, form)


@pytest.mark.parametrize("form", ["REPLACE", "INSERT OR REPLACE", "INSERT OR IGNORE"])
@pytest.mark.parametrize("same", ["id", "sequence"])
def test_no_form_of_insert_replaces_a_decision(attacker: Attacker, form: str, same: str) -> None:
    session = attacker.session()
    denying = attacker.decision(session, 1, may_proceed=False)
    clearing = attacker.decided(session, 1)
    if same == "id":
        clearing |= {"id": denying, "sequence": 2}
    with pytest.raises(attacker.refusal, match="gate: "):
        attacker.insert("decision", clearing, form)
    assert attacker.ask("SELECT max(may_proceed) FROM decision") == 0


@pytest.mark.parametrize("table", ["session", "decision", "audit_entry"])
def test_no_row_of_the_gate_has_a_second_key_to_be_replaced_by(
    attacker: Attacker, table: str
) -> None:
    with pytest.raises(Exception, match="no such column: rowid"):
        attacker.run(f"SELECT rowid FROM {table}")


@pytest.mark.parametrize("form", ["REPLACE", "INSERT OR REPLACE"])
@pytest.mark.parametrize("entry", [(1, b"q"), (2, b"p")], ids=["sequence", "previous"])
def test_no_form_of_insert_replaces_an_audit_entry(
    attacker: Attacker, form: str, entry: tuple[int, bytes]
) -> None:
    attacker.run(f"INSERT INTO audit_entry VALUES {attacker.values(1, b'p', b'l', b'e', b'x')}")
    with pytest.raises(attacker.refusal, match="gate: this row exists"):
        attacker.run(f"{form} INTO audit_entry VALUES {attacker.values(*entry, b'l', b'e', b'x')}")


@pytest.mark.parametrize("state", ODD_STATES)
def test_a_state_spelt_otherwise_needs_a_clearance_too(attacker: Attacker, state: str) -> None:
    attacker.session()
    with pytest.raises(attacker.refusal, match="gate: not the newest"):
        attacker.run(f"UPDATE session SET state = {state}")


def respelt(identity: UUID) -> list[str]:
    return [identity.hex.upper(), str(identity), f"{{{identity}}}"]


def test_an_id_spelt_otherwise_is_no_second_session(attacker: Attacker) -> None:
    session = UUID("a" * 32)
    attacker.session(id=session)
    for spelling in respelt(session):
        with pytest.raises(attacker.refusal, match="gate: not an id"):
            attacker.session(id=spelling)
        with pytest.raises(attacker.refusal, match="gate: not an id"):
            attacker.run(f"UPDATE session SET id = '{spelling}'")


def test_an_id_spelt_otherwise_is_no_second_decision(attacker: Attacker) -> None:
    session = attacker.session()
    decision = attacker.decision(session, 1, id=UUID("b" * 32))
    attacker.decision(session, 2, may_proceed=False)
    for spelling in respelt(decision):
        with pytest.raises(attacker.refusal, match="gate: not an id"):
            attacker.insert("decision", attacker.decided(session, 3, id=spelling))
    for spelling in respelt(session):
        columns = attacker.decided(session, 1) | {"session_id": spelling}
        with pytest.raises(attacker.refusal, match="gate: not an id"):
            attacker.insert("decision", columns)


@pytest.mark.parametrize("sequence", ["'last'", "x'ff'", "2.5"])
def test_a_sequence_is_a_whole_number(attacker: Attacker, sequence: str) -> None:
    session = attacker.session()
    row = attacker.decided(session, 1)
    names = ", ".join(row)
    values = attacker.values(*row.values()).replace(", 1, 0,", f", {sequence}, 0,")
    with pytest.raises(attacker.refusal, match="gate: not an id"):
        attacker.run(f"INSERT INTO decision ({names}) VALUES {values}")


def test_an_unclear_yes_counts_as_no(attacker: Attacker) -> None:
    session, _ = attacker.scheduled()
    for unclear in ("yes", 2):
        with pytest.raises(attacker.refusal, match="gate: suspend"):
            attacker.decision(session, 2, may_proceed=unclear)


def test_an_unclear_yes_clears_nothing(attacker: Attacker) -> None:
    session = attacker.session()
    decision = attacker.decision(session, 1, may_proceed=2)
    with pytest.raises(attacker.refusal, match="gate: not the newest"):
        attacker.run(f"UPDATE session SET state = 'scheduled', clearance_id = '{decision.hex}'")
