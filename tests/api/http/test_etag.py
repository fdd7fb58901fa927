"""Tags are strong, differ by role, and nobody overwrites what they have not read."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

Client = Callable[..., TestClient]


def test_a_write_based_on_what_was_read_passes_and_gives_a_new_tag(
    house: Any, client: Client, post: Callable[..., Any]
) -> None:
    made = post()
    address = f"{house.path}/{made.json()['id']}"
    tag = made.headers["ETag"]
    assert client().get(address).headers["ETag"] == tag
    reply = client().put(address, json={"name": "Egret Forum"}, headers={"If-Match": tag})
    assert reply.status_code == 200
    assert reply.headers["ETag"] != tag
    assert client().get(address).headers["ETag"] == reply.headers["ETag"]


def test_of_two_writes_based_on_the_same_reading_the_second_is_stale(
    house: Any, client: Client, post: Callable[..., Any]
) -> None:
    made = post()
    address = f"{house.path}/{made.json()['id']}"
    headers = {"If-Match": made.headers["ETag"]}
    assert client().put(address, json={"name": "One"}, headers=headers).status_code == 200
    reply = client().put(address, json={"name": "Two"}, headers=headers)
    assert (reply.status_code, reply.json()["type"]) == (412, "/problems/stale")
    assert client().get(address).json()["name"] == "One"


def test_the_tag_of_one_role_is_not_that_of_another(
    house: Any, client: Client, post: Callable[..., Any]
) -> None:
    made = post()
    address = f"{house.path}/{made.json()['id']}"
    tags = {client(who).get(address).headers["ETag"] for who in ("U-P1", "U-C1", "U-F1")}
    assert len(tags) == 3
    reply = client("U-C1").put(
        address, json={"name": "x"}, headers={"If-Match": made.headers["ETag"]}
    )
    assert reply.status_code == 412


@pytest.mark.parametrize(
    ("shape", "status"), [("*", 428), ("W/{tag}", 412), ("{bare}", 412), ('"x", {tag}', 200)]
)
def test_only_the_exact_strong_tag_matches(
    house: Any, client: Client, post: Callable[..., Any], shape: str, status: int
) -> None:
    made = post()
    tag = made.headers["ETag"]
    reply = client().put(
        f"{house.path}/{made.json()['id']}",
        json={"name": "x"},
        headers={"If-Match": shape.format(tag=tag, bare=tag.strip('"'))},
    )
    assert reply.status_code == status
