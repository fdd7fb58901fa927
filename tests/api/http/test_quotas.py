"""Quotas: per token, and per address for whoever has none; bounded in memory."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from antechamber.http.problems import TooManyRequests
from antechamber.http.quotas import Buckets, address_of
from antechamber.http.settings import HttpSettings

Client = Callable[..., TestClient]


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_empties_and_refills_evenly() -> None:
    clock = Clock()
    buckets = Buckets("token", 4, 60, 10, clock)
    assert [buckets.take("a").remaining for _ in range(4)] == [3, 2, 1, 0]
    with pytest.raises(TooManyRequests) as refused:
        buckets.take("a")
    assert refused.value.retry_after == 15
    clock.now += 15
    assert buckets.take("a").reset == 60
    clock.now += 3600
    assert buckets.take("a").remaining == 3
    assert buckets.take("b").remaining == 3


def test_the_memory_for_clients_is_bounded() -> None:
    buckets = Buckets("address", 2, 60, 3, Clock())
    for client in "abcd":
        buckets.take(client)
    assert buckets.take("a").remaining == 1  # forgotten, as the oldest
    assert buckets.take("d").remaining == 0


def test_every_answer_says_where_the_token_stands(house: Any, client: Client) -> None:
    reply = client(settings=HttpSettings(token_quota=7)).get(house.path)
    assert reply.headers["RateLimit-Policy"] == '"token";q=7;w=60'
    assert reply.headers["RateLimit"] == '"token";r=6;t=9'


def test_a_token_that_asks_too_often_gets_429_and_others_do_not(house: Any, client: Client) -> None:
    busy = client(settings=HttpSettings(token_quota=2))
    assert [busy.get(house.path).status_code for _ in range(3)] == [200, 200, 429]
    reply = busy.get(house.path)
    assert reply.json()["type"] == "/problems/too-many-requests"
    assert 0 < int(reply.headers["Retry-After"]) <= 60
    other = {"Authorization": f"Bearer {house.tokens['U-C1']}"}
    assert busy.get(house.path, headers=other).status_code == 200


def test_guessing_tokens_uses_up_the_quota_of_the_address(house: Any, client: Client) -> None:
    stranger = client(None, settings=HttpSettings(address_quota=3))
    guess = {"Authorization": "Bearer ante_guess"}
    found = [stranger.get(house.path, headers=guess).status_code for _ in range(4)]
    assert found == [401, 401, 401, 429]


def test_good_tokens_do_not_use_up_the_quota_of_their_address(house: Any, client: Client) -> None:
    everyday = client(settings=HttpSettings(address_quota=2))
    assert {everyday.get(house.path).status_code for _ in range(6)} == {200}


@pytest.mark.parametrize(
    ("client", "address"),
    [
        (("192.0.2.7", 1), "192.0.2.7"),
        (("2001:db8:1:2:3:4:5:6", 1), "2001:db8:1:2::/64"),
        (("testclient", 1), ""),
        (None, ""),
    ],
)
def test_an_ipv6_site_is_one_client(client: Any, address: str) -> None:
    assert address_of({"client": client}) == address
