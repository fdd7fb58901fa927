"""Everything that goes wrong is a problem document that says no more than it must."""

import importlib
import json
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

import antechamber
from antechamber.app import PROBLEMS, create_app
from antechamber.deps import OfficeDep
from antechamber.errors import Busy, Problem
from antechamber.http.bodies import api_router
from antechamber.http.problems import Unready, response_of, type_of
from antechamber.office import Office
from antechamber.tables import OfficeRow
from antechamber.work import Everywhere
from attacker import superuser_url

Client = Callable[..., TestClient]


def every_problem(kind: type[Problem] = Problem) -> Iterator[type[Problem]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("antechamber."):
            yield each
        yield from every_problem(each)


def test_every_problem_in_the_code_is_explained_at_its_address(client: Client) -> None:
    for module in pkgutil.walk_packages(antechamber.__path__, "antechamber."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    kinds = list(every_problem())
    assert len(kinds) > 20
    for kind in kinds:
        reply = client(None).get(type_of(kind))
        assert reply.status_code == 200, f"{kind.__name__} is missing in app.PROBLEMS"
        page = reply.json()
        assert (page["status"], page["title"]) == (kind.status, kind.title), kind.__name__
        assert page["description"]


def test_no_two_problems_share_an_address() -> None:
    assert len({kind.slug for kind in PROBLEMS}) == len(PROBLEMS)


def test_an_unknown_address_is_a_problem_document(client: Client) -> None:
    reply = client().get("/v1/nowhere")
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert reply.json() == {
        "type": "/problems/not-found",
        "title": "No such record",
        "status": 404,
        "detail": "There is nothing at this address.",
    }


def test_a_server_of_the_database_that_goes_away_is_not_called_a_fault_of_ours(
    postgresql_office: Office,
) -> None:
    router = api_router("cut", "/v1")

    @router.get("/cut")
    def cut(office: OfficeDep) -> None:
        with (
            office.reading(Everywhere("test")) as work,
            psycopg.connect(superuser_url(office.settings), autocommit=True) as server,
        ):
            server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            work.session.exec(select(OfficeRow)).all()

    reply = TestClient(create_app(postgresql_office, routers=(router,))).get("/v1/cut")
    assert (reply.status_code, reply.json()["type"]) == (503, "/problems/not-ready")
    assert int(reply.headers["Retry-After"]) > 0


def test_405_names_the_methods_of_all_routes_at_that_address(house: Any, client: Client) -> None:
    reply = client().delete(house.path)
    assert (reply.status_code, reply.headers["Allow"]) == (405, "GET, POST")
    reply = client().post(f"{house.path}/{house.initiative}")
    assert (reply.status_code, reply.headers["Allow"]) == (405, "GET, PUT")


def test_a_slash_too_many_is_not_redirected(house: Any, client: Client) -> None:
    assert client().get(house.path + "/", follow_redirects=False).status_code == 404


@pytest.mark.parametrize(
    "kind", ["text/plain", "", "application/xml", "application/json; charset=x"]
)
def test_a_body_that_is_not_declared_as_json_is_415(house: Any, client: Client, kind: str) -> None:
    reply = client().post(house.path, content=b"{}", headers={"Content-Type": kind})
    assert (reply.status_code, reply.json()["type"]) == (415, "/problems/unsupported-media-type")


def test_a_declared_body_above_one_mebibyte_is_refused_unread(house: Any, client: Client) -> None:
    reply = client().post(
        house.path,
        content=b" " * ((1 << 20) + 1),
        headers={"Content-Type": "application/json", "Idempotency-Key": "k"},
    )
    assert (reply.status_code, reply.json()["type"]) == (413, "/problems/content-too-large")
    assert reply.headers["X-Content-Type-Options"] == "nosniff"


def test_a_chunked_body_is_cut_off_at_one_mebibyte(house: Any, client: Client) -> None:
    sent = 0

    def chunks() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(64):
            sent += 1
            yield b" " * (1 << 16)

    reply = client().post(
        house.path,
        content=chunks(),
        headers={"Content-Type": "application/json", "Idempotency-Key": "k"},
    )
    assert (reply.status_code, reply.json()["type"]) == (413, "/problems/content-too-large")


def test_a_body_of_one_mebibyte_is_read(house: Any, client: Client) -> None:
    reply = client().post(
        house.path,
        content=b'{"name": "Heron Forum"}'.ljust(1 << 20),
        headers={"Content-Type": "application/json", "Idempotency-Key": "k"},
    )
    assert reply.status_code == 201


def test_a_fault_of_ours_is_a_bare_500_whose_reference_is_the_request_id(
    house: Any, client: Client
) -> None:
    reply = client().post(f"{house.path}/break", json={"name": "Quillon"})
    assert reply.status_code == 500
    assert set(reply.json()) == {"type", "title", "status", "detail", "reference"}
    assert reply.json()["reference"] == reply.headers["X-Request-Id"]
    assert reply.headers["Cache-Control"] == "no-store"


def test_the_request_id_is_never_the_one_that_a_client_sends(client: Client) -> None:
    reply = client().get("/healthz", headers={"X-Request-Id": "mine"})
    assert len(reply.headers["X-Request-Id"]) == 32


@pytest.mark.parametrize("problem", [Busy("Later."), Unready("Later.")])
def test_what_may_work_later_says_when_to_try_again(problem: Problem) -> None:
    reply = response_of(problem)
    assert (reply.status_code, reply.headers["Retry-After"]) == (503, "5")


def test_extra_members_never_replace_the_standard_ones() -> None:
    body = json.loads(bytes(response_of(Busy("Later.", status=200, state="held")).body))
    assert (body["status"], body["state"]) == (503, "held")
