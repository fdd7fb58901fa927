"""What is wrong with a request is said by place and code, never by repeating it."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

import pytest
from fastapi.testclient import TestClient
from pydantic import Field, field_validator

from antechamber.http.bodies import Unread
from antechamber.http.problems import InvalidRequest
from antechamber.http.schemas import Incoming

Client = Callable[..., TestClient]
CANARY = "Quillon Ashgrove"


class Cat(Incoming):
    kind: Literal["cat"]
    lives: int


class Dog(Incoming):
    kind: Literal["dog"]


class Ask(Incoming):
    name: str = Field(max_length=5)
    by_ref: dict[str, Cat] = {}
    pets: list[Annotated[Cat | Dog, Field(discriminator="kind")]] = []
    odd: str = ""
    slashed: int = Field(default=0, alias="a/b~c")

    @field_validator("odd")
    @classmethod
    def refuse(cls, value: str) -> str:
        if value:
            raise ValueError(f"{value} is odd")
        return value


def faults(body: str) -> list[tuple[str, str]]:
    with pytest.raises(InvalidRequest) as refused:
        Unread(Ask, body.encode()).read()
    assert CANARY not in repr(refused.value.extra) + refused.value.detail
    assert refused.value.__suppress_context__
    return [(each["pointer"], each["code"]) for each in refused.value.extra["errors"]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f'{{"name": "{CANARY}"}}', [("/name", "string_too_long")]),
        ("{}", [("/name", "missing")]),
        ("[]", [("", "model_type")]),
        (CANARY, [("", "json_invalid")]),
        (f'{{"name": "x", "odd": "{CANARY}"}}', [("/odd", "value_error")]),
        ('{"name": "x", "a/b~c": "x"}', [("/a~1b~0c", "int_type")]),
        ('{"name": "x", "a/b~c": "7"}', [("/a~1b~0c", "int_type")]),
        (
            f'{{"name": "x", "pets": [{{"kind": "{CANARY}"}}]}}',
            [("/pets/0", "union_tag_invalid")],
        ),
        ('{"name": "x", "pets": [{"kind": "cat"}]}', [("/pets/0/lives", "missing")]),
    ],
)
def test_a_fault_is_named_by_its_place_and_code(body: str, found: list[tuple[str, str]]) -> None:
    assert faults(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f'{{"name": "x", "{CANARY}": 1}}', [("", "extra_forbidden")]),
        (f'{{"name": "x", "by_ref": {{"{CANARY}": 1}}}}', [("/by_ref", "model_type")]),
    ],
)
def test_a_pointer_stops_above_a_key_that_the_sender_made_up(
    body: str, found: list[tuple[str, str]]
) -> None:
    assert faults(body) == found


def test_query_parameters_are_validated_without_repeating_them(house: Any, client: Client) -> None:
    reply = client().get(house.path, params={"limit": "201", "cursor": CANARY * 10})
    assert reply.status_code == 422
    assert {(each["within"], each["pointer"]) for each in reply.json()["errors"]} == {
        ("query", "/limit"),
        ("query", "/cursor"),
    }
    assert CANARY not in reply.text
    assert "at most 200" in reply.text
