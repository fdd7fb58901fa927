"""Lists come in pages; a cursor is good for one reader of one list."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

Client = Callable[..., TestClient]


def follow(client: TestClient, path: str) -> list[str]:
    found, address = [], path
    while address:
        reply = client.get(address)
        assert reply.status_code == 200
        found += [item["name"] for item in reply.json()["items"]]
        address = reply.links["next"]["url"] if "next" in reply.links else ""
    return found


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 6, 200])
def test_following_the_links_shows_every_entry_once(
    house: Any, client: Client, post: Callable[..., Any], limit: int
) -> None:
    names = [f"Forum {number}" for number in range(5)]
    for name in names:
        post(name)
    assert sorted(follow(client(), f"{house.path}?limit={limit}")) == names


@pytest.fixture
def cursor(house: Any, client: Client, post: Callable[..., Any]) -> str:
    post("One")
    post("Two")
    link: str = client().get(f"{house.path}?limit=1").links["next"]["url"]
    return link.partition("cursor=")[2]


def test_a_cursor_is_refused_to_another_reader(house: Any, client: Client, cursor: str) -> None:
    assert client().get(f"{house.path}?cursor={cursor}").status_code == 200
    reply = client("U-C1").get(f"{house.path}?cursor={cursor}")
    assert (reply.status_code, reply.json()["type"]) == (422, "/problems/bad-cursor")


@pytest.mark.parametrize("place", [0, 10, 21, 30, 41])
def test_an_altered_cursor_is_refused(house: Any, client: Client, cursor: str, place: int) -> None:
    other = "A" if cursor[place] != "A" else "B"
    altered = cursor[:place] + other + cursor[place + 1 :]
    assert client().get(f"{house.path}?cursor={altered}").status_code == 422


@pytest.mark.parametrize("made_up", ["", "x", "____", "A" * 43, "%C3%A9", "A" * 64])
def test_a_cursor_that_was_never_given_is_refused(house: Any, client: Client, made_up: str) -> None:
    assert client().get(f"{house.path}?cursor={made_up}").status_code == 422
