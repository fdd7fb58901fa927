"""What only PostgreSQL has: TRUNCATE, and two transactions at once."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from antechamber.office import Office
from attacker import Attacker


@pytest.fixture
def pair(postgresql_office: Office) -> Iterator[tuple[Attacker, Attacker]]:
    """Two connections of attackers to one database."""
    first, second = Attacker(postgresql_office), Attacker(postgresql_office)
    yield first, second
    first.close()
    second.close()


@pytest.mark.parametrize("table", ["decision", "audit_entry", "session CASCADE"])
def test_nothing_append_only_is_truncated(pair: tuple[Attacker, Attacker], table: str) -> None:
    attacker, _ = pair
    with pytest.raises(attacker.refusal, match="append-only"):
        attacker.run(f"TRUNCATE {table}")


def test_a_denial_and_a_scheduling_at_the_same_time_do_not_both_happen(
    pair: tuple[Attacker, Attacker],
) -> None:
    scheduling, denying = pair
    session = scheduling.session()
    decision = scheduling.decision(session)
    scheduling.run("BEGIN")
    scheduling.run(f"UPDATE session SET state = 'scheduled', clearance_id = '{decision.hex}'")
    with ThreadPoolExecutor(1) as pool:
        denial = pool.submit(denying.decision, session, 2, may_proceed=False)
        wait_until_blocked(scheduling)
        scheduling.run("COMMIT")
        with pytest.raises(denying.refusal, match="gate: suspend"):
            denial.result(10)


def test_a_scheduling_waits_for_a_denial_under_way_and_is_refused(
    pair: tuple[Attacker, Attacker],
) -> None:
    scheduling, denying = pair
    session = scheduling.session()
    decision = scheduling.decision(session)
    denying.run("BEGIN")
    denying.decision(session, 2, may_proceed=False)
    update = f"UPDATE session SET state = 'scheduled', clearance_id = '{decision.hex}'"
    with ThreadPoolExecutor(1) as pool:
        attempt = pool.submit(scheduling.run, update)
        wait_until_blocked(denying)
        denying.run("COMMIT")
        with pytest.raises(scheduling.refusal, match="gate: not the newest"):
            attempt.result(10)


def wait_until_blocked(observer: Attacker) -> None:
    """Wait, ten seconds at most, until some connection waits for a lock."""
    for _ in range(1000):
        if observer.ask("SELECT count(*) FROM pg_locks WHERE NOT granted"):
            return
        time.sleep(0.01)
    raise AssertionError("nobody waited")
