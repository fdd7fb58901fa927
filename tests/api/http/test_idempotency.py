"""A repeated POST does nothing twice, and tells nobody what they may not see now."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import func, select

from antechamber.crypto.sealing import Sealed
from antechamber.http import idempotency
from antechamber.http.idempotency import Earlier, Repeat
from antechamber.http.problems import IdempotencyKeyReused, RepeatInFlight
from antechamber.identity.actor import Actor
from antechamber.identity.users import by_handle, release
from antechamber.office import Office
from antechamber.tables import IdempotencyRow, OrganisationRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Everywhere

Client = Callable[..., TestClient]
ACTOR = Actor(uuid4(), "U-P1", "convener", None)
REPEAT = Repeat("key", ACTOR, "POST /v1/things", b"{}")


def count(office: Office, table: type[Any]) -> int:
    with office.reading(Everywhere("test")) as work:
        return work.session.exec(select(func.count()).select_from(table)).one()


def test_the_same_request_twice_makes_one_record_and_the_same_answer(
    house: Any, post: Callable[..., Any]
) -> None:
    first, second = post(key="k"), post(key="k")
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    assert count(house.office, OrganisationRow) == 1


def test_without_a_key_nothing_is_done(house: Any, client: Client) -> None:
    reply = client().post(house.path, json={"name": "Heron Forum"})
    assert (reply.status_code, reply.json()["type"]) == (400, "/problems/idempotency-key-required")
    assert count(house.office, OrganisationRow) == 0


@pytest.mark.parametrize("key", ["", "two words", "k" * 129])
def test_a_key_is_visible_ascii_of_bounded_length(post: Callable[..., Any], key: str) -> None:
    assert post(key=key or " ").status_code == 400


def test_the_same_key_with_another_body_is_refused(house: Any, post: Callable[..., Any]) -> None:
    post("One", key="k")
    reply = post("Two", key="k")
    assert (reply.status_code, reply.json()["type"]) == (422, "/problems/idempotency-key-reused")
    assert count(house.office, OrganisationRow) == 1


def test_a_refused_request_can_be_corrected_under_the_same_key(post: Callable[..., Any]) -> None:
    assert post("x" * 41, key="k").status_code == 422
    assert post("Heron Forum", key="k").status_code == 201


def test_one_actors_key_is_not_anothers(house: Any, post: Callable[..., Any]) -> None:
    assert post(key="k").json()["id"] != post(key="k", handle="U-C1").json()["id"]


def test_a_repetition_is_authorised_anew(house: Any, post: Callable[..., Any]) -> None:
    assert post(key="k").status_code == 201
    with house.office.work(Everywhere("test")) as work:
        release(work, by_handle(work, "U-P1").id, "convener", house.initiative)
        work.settle(house.initiative)
    assert post(key="k").status_code == 404


def test_only_ids_and_keyed_hashes_are_kept(house: Any, post: Callable[..., Any]) -> None:
    made = post("Heron Forum", key="heron-forum-key").json()["id"]
    with house.office.reading(Everywhere("test")) as work:
        row = work.session.exec(select(IdempotencyRow)).one()
        outcome = work.open_json(row, "outcome", key=OFFICE_KEY)
    assert (row.status, outcome["id"]) == (201, made)
    assert "eron" not in repr(outcome) + repr(row)


@pytest.fixture
def later(office: Office) -> Callable[[timedelta], Office]:
    """The same office at a later time."""

    def at(passed: timedelta) -> Office:
        return replace(office, clock=lambda: office.clock() + passed)

    return at


def kept(office: Office, made: UUID) -> None:
    with office.work(Everywhere("test")) as work:
        assert idempotency.earlier(work, REPEAT) is None
        idempotency.keep(work, REPEAT, made)


def test_it_is_kept_for_a_day_and_not_longer(
    office: Office, later: Callable[[timedelta], Office]
) -> None:
    made = uuid4()
    kept(office, made)
    with later(timedelta(hours=23, minutes=59)).reading(Everywhere("test")) as work:
        assert idempotency.earlier(work, REPEAT) == Earlier(201, made)
    kept(later(timedelta(hours=24)), uuid4())
    assert count(office, IdempotencyRow) == 1


def test_what_has_expired_can_be_swept_out(
    office: Office, later: Callable[[timedelta], Office]
) -> None:
    kept(office, uuid4())
    with office.work(Everywhere("test")) as work:
        assert idempotency.forget_expired(work) == 0
    with later(timedelta(days=1)).work(Everywhere("test")) as work:
        damaged = IdempotencyRow(keyed_hash=bytes(32), status=201, outcome=Sealed(bytes(64)))
        work.session.add(damaged)
        assert idempotency.forget_expired(work) == 1
    assert count(office, IdempotencyRow) == 1  # it is for people to find out what happened to it


def test_of_two_that_run_at_once_one_is_undone(office: Office) -> None:
    kept(office, uuid4())
    with pytest.raises(RepeatInFlight), office.work(Everywhere("test")) as work:
        idempotency.keep(work, REPEAT, uuid4())
    assert count(office, IdempotencyRow) == 1


def test_the_body_counts_byte_for_byte(office: Office) -> None:
    kept(office, uuid4())
    with pytest.raises(IdempotencyKeyReused), office.work(Everywhere("test")) as work:
        idempotency.earlier(work, replace(REPEAT, body=b"{ }"))
