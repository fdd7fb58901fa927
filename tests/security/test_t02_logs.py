"""T2: no confidential value is in logs, on the terminal or in traces.

What all the other tests say is heard too, see `overhearing`.
"""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from databases import Backend, OpenOffice
from house import CANARIES, OPERATIONS, House, furnish, living_in
from overhearing import Operator, names_in


def send_everything(house: House, roles: Sequence[str]) -> int:
    """Send every operation as each of these: once as it should be, once with names misplaced."""
    name, count = CANARIES.names[1], 0
    for role in roles:
        token = house.plan.members[role]
        for operation in OPERATIONS.values():
            house.whole(operation, token)
            house.send(operation, token, params={"q": name, name: name}, headers={"X-Name": name})
            count += 2
            if operation.body:
                body = {name: name, **dict.fromkeys(operation.example, name)}
                house.whole(operation, token, json=body)
                count += 1
    return count


def test_neither_logs_nor_terminal_nor_traces_hold_a_name(
    sqlcipher: Backend,
    tmp_path: Path,
    open_office: OpenOffice,
    operator: Operator,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, "sqlalchemy")  # before the office opens: it asks only then
    office = open_office(sqlcipher.office(tmp_path))
    with living_in(office, furnish(office)) as served:
        count = send_everything(served, ("convener", "compliance")[: figure(1, 2)])
    logged = [repr(vars(each)) + each.getMessage() for each in caplog.records]
    shown = "".join(capfd.readouterr())
    told = operator.told()
    found = names_in(["\n".join(logged), shown, *told])
    came_out(
        "T2",
        f"{count:,} requests to {len(OPERATIONS)} operations with every logger at DEBUG, the "
        "database's too, and OpenTelemetry's exporters set up",
        f"{len(found)} names in {len(logged):,} log records and {len(shown)} characters on the "
        f"terminal; {len(told)} spans, records or metrics were exported",
    )
    assert found == set()
    assert any(each.name.startswith("sqlalchemy.engine") for each in caplog.records)
    assert told == []


def test_the_exporters_would_have_seen_a_name_of_an_ordinary_application(
    operator: Operator,
) -> None:
    app = FastAPI()

    @app.get("/")
    def fail(name: str) -> None:
        raise RuntimeError(name)

    TestClient(app, raise_server_exceptions=False).get("/", params={"name": CANARIES.names[1]})
    assert names_in(operator.told())


@pytest.mark.parametrize("said", ["Thessaly Quorrimond", "5468657373616C79", "for quorrimond."])
def test_what_any_test_says_would_be_heard(said: str) -> None:
    assert names_in([said])
