"""Decisions, sessions and people must be those that the log tells of."""

from collections.abc import Callable

import pytest

from antechamber import audit
from antechamber.erasure import service as erasure
from antechamber.office import Office
from antechamber.work import Everywhere
from attacker import Attacker
from walk import Walk, prepare

DROPPED = {
    "session": ("gate_session_insert", "gate_session_update"),
    "decision": ("gate_decision_update", "gate_decision_delete", "gate_decision_insert"),
}
NEWEST = "sequence = (SELECT max(sequence) FROM decision)"
Deed = Callable[[Attacker, Walk], object]


@pytest.fixture
def walk(office: Office) -> Walk:
    walk = prepare(office)
    walk.step("propose", "submit", "evaluate", "schedule")
    return walk


def faults(walk: Walk, deed: Deed) -> set[str]:
    """Do what somebody can do who owns the tables; return what the log then finds."""
    assert audit.verify(walk.office).count > 0
    attacker = Attacker(walk.office)
    for table, names in DROPPED.items():
        for name in names:
            on = "" if attacker.kind == "sqlite" else f" ON {table}"
            attacker.run(f"DROP TRIGGER {name}{on}")
    deed(attacker, walk)
    attacker.close()
    with pytest.raises(audit.BrokenLog) as caught:
        audit.verify(walk.office)
    return {finding.fault for finding in caught.value.findings}


def take_a_denial_away(attacker: Attacker, walk: Walk) -> None:
    """Put the session back as it was while it was scheduled, and delete what came since."""
    columns = "state, revision, clearance_id, document"
    (before,) = attacker.rows(f"SELECT {columns} FROM session")
    walk.withdraw("P3")
    assert walk.state() == "suspended"
    attacker.run(f"DELETE FROM decision WHERE {NEWEST}")
    written = zip(columns.split(", "), before, strict=True)
    for column, value in written:
        attacker.run(f"UPDATE session SET {column} = {attacker.values(value)[1:-1]}")
    assert walk.state() == "scheduled"


def test_a_denial_taken_away_is_found_though_the_session_was_put_back_whole(walk: Walk) -> None:
    found = faults(walk, take_a_denial_away)
    assert found == {"the decision it names is gone", "the session it names has another state"}


DEEDS: dict[str, tuple[str, str]] = {
    "a decision deleted": (
        f"DELETE FROM decision WHERE {NEWEST}",
        "the decision it names is gone",
    ),
    "a decision altered": (
        f"UPDATE decision SET revision = 77 WHERE {NEWEST}",
        "the decision it names was changed",
    ),
    "another MAC": (
        f"UPDATE decision SET mac = fingerprint WHERE {NEWEST}",
        "the decision it names was changed",
    ),
    "another state": (
        "UPDATE session SET state = 'cleared'",
        "the session it names has another state",
    ),
    "somebody's row deleted": (
        "DELETE FROM participant WHERE id = '{person}'",
        "the person it names is gone, and not only their key",
    ),
    "somebody's key deleted": (
        "DELETE FROM key WHERE id = (SELECT key_id FROM participant WHERE id = '{person}')",
        "whom it names is erased, and the log does not say so",
    ),
}


@pytest.mark.parametrize("name", DEEDS)
def test_a_row_that_is_not_as_the_log_tells_is_found(walk: Walk, name: str) -> None:
    statement, fault = DEEDS[name]
    person = walk.people["P3"].hex
    assert faults(walk, lambda attacker, _: attacker.run(statement.format(person=person))) == {
        fault
    }


def test_a_decision_that_the_log_does_not_name_is_found(walk: Walk) -> None:
    def forge(attacker: Attacker, walk: Walk) -> None:
        attacker.initiative = walk.initiative
        attacker.decision(walk.session, sequence=99)

    assert faults(walk, forge) == {"there is a decision that the log does not name"}


def test_a_key_put_back_after_an_erasure_is_found(walk: Walk) -> None:
    person = walk.people["P3"].hex

    def bring_back(attacker: Attacker, walk: Walk) -> None:
        columns = "id, version, initiative_id, kcv, wrapped"
        (row,) = attacker.rows(
            f"SELECT {columns} FROM key"
            f" WHERE id = (SELECT key_id FROM participant WHERE id = '{person}')"
        )
        erasure.erase(walk.office, Everywhere("officer"), walk.people["P3"])
        audit.verify(walk.office)
        attacker.run(f"INSERT INTO key ({columns}) VALUES {attacker.values(*row)}")

    assert "whom it names as erased is there again" in faults(walk, bring_back)
