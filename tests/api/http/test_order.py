"""Checks run in one order: token, membership, then what the request says."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

Client = Callable[..., TestClient]


@pytest.mark.parametrize(
    "how",
    [
        {"content": b"{"},
        {"content": b""},
        {"json": {"name": 7}},
        {"json": {"name": "Heron Forum"}},
        {"json": {"name": "Heron Forum"}, "headers": {"Idempotency-Key": "k"}},
    ],
)
def test_hidden_and_absent_initiatives_answer_in_the_same_bytes_whatever_is_sent(
    house: Any, client: Client, how: dict[str, Any]
) -> None:
    json = {"Content-Type": "application/json"}
    replies = [
        client("U-P1").post(
            f"/v1/initiatives/{where}/organisations",
            **(how | {"headers": json | how.get("headers", {})}),
        )
        for where in (house.other, uuid4())
    ]
    assert [reply.status_code for reply in replies] == [404, 404]
    assert replies[0].content == replies[1].content


def test_without_a_token_nothing_about_the_body_is_told(house: Any, client: Client) -> None:
    reply = client(None).post(
        house.path, content=b"{", headers={"Content-Type": "application/json"}
    )
    assert reply.status_code == 401
    assert reply.headers["WWW-Authenticate"] == "Bearer"


def test_a_member_whose_role_does_not_do_it_is_told_so_before_the_body_is_read(
    house: Any, client: Client
) -> None:
    reply = client("U-F1").post(
        house.path, content=b"{", headers={"Content-Type": "application/json"}
    )
    assert (reply.status_code, reply.json()["type"]) == (403, "/problems/forbidden")


def test_a_write_without_if_match_is_428_even_if_its_body_is_wrong_too(
    house: Any, client: Client, post: Callable[..., Any]
) -> None:
    made = post().json()["id"]
    reply = client().put(f"{house.path}/{made}", json={"name": 7})
    assert (reply.status_code, reply.json()["type"]) == (428, "/problems/if-match-required")


def test_what_is_no_id_is_not_found(client: Client) -> None:
    assert client().get("/v1/initiatives/none/organisations").status_code == 404


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b'{"name": NaN}', b"[" * 5000])
def test_a_body_that_is_not_json_is_422(house: Any, client: Client, body: bytes) -> None:
    reply = client().post(
        house.path,
        content=body,
        headers={"Content-Type": "application/json", "Idempotency-Key": "k"},
    )
    assert reply.status_code == 422
    assert reply.json()["type"] == "/problems/invalid-request"
