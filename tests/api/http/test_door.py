"""The door: a bearer token or nothing, and every refusal in the same bytes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from fastapi.testclient import TestClient

from antechamber.identity.tokens import issue, revoke
from antechamber.identity.users import by_handle
from antechamber.tables import UserRow
from antechamber.work import Everywhere

Client = Callable[..., TestClient]


def test_a_good_token_opens_the_door(house: Any, client: Client) -> None:
    assert client().get(house.path).status_code == 200


def test_all_that_is_no_good_token_is_refused_in_the_same_bytes(house: Any, client: Client) -> None:
    with house.office.work(Everywhere("test")) as work:
        user: UserRow = by_handle(work, "U-P1")
        revoked = issue(work, user, "convener", lifetime=timedelta(hours=1))
        revoke(work, revoked)
        brief = issue(work, user, "convener", lifetime=timedelta(microseconds=1))
    late = replace(house.office, clock=lambda: house.office.clock() + timedelta(seconds=1))
    good = house.tokens["U-P1"]
    stranger = client(None)
    refused = [
        None,
        b"Bearer",
        b"Bearer ",
        b"Bearer ante_unknown",
        b"Bearer \xff\xfe",
        f"Bearer {revoked}".encode(),
        f"Bearer {good[:-1]}x".encode(),
        f"Basic {good}".encode(),
    ]
    headers = [{b"Authorization": each} if each else {} for each in refused]
    headers.append({b"Cookie": f"token={good}".encode()})
    replies = [stranger.get(house.path, headers=each) for each in headers]
    replies.append(stranger.get(f"{house.path}?access_token={good}"))
    expired = {"Authorization": f"Bearer {brief}"}
    replies.append(client(None, office=late).get(house.path, headers=expired))
    assert client(None).get(house.path, headers=expired).status_code == 200  # but for the time
    assert {reply.status_code for reply in replies} == {401}
    assert len({reply.content for reply in replies}) == 1
    assert {reply.headers["WWW-Authenticate"] for reply in replies} == {"Bearer"}
