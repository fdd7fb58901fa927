"""Health is asked without a token and tells nothing but yes or no."""

from collections.abc import Callable
from typing import Any

from fastapi.testclient import TestClient
from sqlalchemy import text

Client = Callable[..., TestClient]


def test_a_sound_office_is_alive_and_ready(client: Client) -> None:
    assert client(None).get("/healthz").json() == {"status": "alive"}
    assert client(None).get("/readyz").json() == {"status": "ready"}


def test_without_its_triggers_an_office_is_alive_but_not_ready(house: Any, client: Client) -> None:
    with house.office.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER gate_session_update"))
    reply = client(None).get("/readyz")
    assert (reply.status_code, reply.json()["type"]) == (503, "/problems/not-ready")
    assert int(reply.headers["Retry-After"]) > 0
    assert "gate" not in reply.text
    assert client(None).get("/healthz").status_code == 200


def test_with_a_row_that_its_keys_do_not_open_an_office_is_not_ready(
    house: Any, client: Client
) -> None:
    with house.office.engine.begin() as connection:
        connection.execute(text("UPDATE office SET document = zeroblob(200)"))
    assert client(None).get("/readyz").status_code == 503


def test_without_a_database_an_office_is_not_ready(house: Any, client: Client) -> None:
    with house.office.engine.begin() as connection:
        connection.execute(text("DROP TABLE office"))
    assert client(None).get("/readyz").status_code == 503


def test_every_answer_carries_the_security_headers(client: Client) -> None:
    for address in ("/healthz", "/nowhere", "/openapi.json"):
        headers = client(None).get(address).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["Strict-Transport-Security"].startswith("max-age=63072000")
        assert "Server" not in headers
