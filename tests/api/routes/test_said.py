"""Over HTTP: a reason must say something, a name must be seen, a handle has one spelling."""

from collections.abc import Callable
from typing import Any

import pytest

from contract import Operation
from house import OPERATIONS, House

RoleFor = Callable[[Operation], str]

NOTHING = ("None", "none ", " none", "n/a", "-", "...", "\u200b", "\u3164\u00a0")
UNSEEN = (" ", "\u200b\u2060", "--", "\u115f")
OTHER_SPELLINGS = ("U-C1 ", " U-C1", "u-c1", "U-C1\u200b", "\uff35-C1", "U-C1\n")


def bodies_with(name: str) -> list[Operation]:
    """Every operation whose body has a member of this name."""
    found = [each for each in OPERATIONS.values() if each.body and name in each.example]
    assert found
    return found


def codes(house: House, operation: Operation, token: str, **changes: Any) -> tuple[int, Any]:
    reply = house.whole(operation, token, json={**operation.example, **changes})
    return reply.status_code, reply.json().get("errors")


@pytest.mark.parametrize(
    ("name", "texts", "code"),
    [
        ("reason", NOTHING, "not_said"),
        ("mitigation", NOTHING, "not_said"),
        ("title", UNSEEN, "blank"),
        ("code_name", UNSEEN, "blank"),
        ("pseudonym", UNSEEN, "blank"),
    ],
)
def test_a_text_that_says_nothing_is_refused_wherever_it_is_written(
    house: House, role_for: RoleFor, name: str, texts: tuple[str, ...], code: str
) -> None:
    for operation in bodies_with(name):
        token = house.plan.members[role_for(operation)]
        for text in texts:
            status, errors = codes(house, operation, token, **{name: text})
            assert (status, [(e["pointer"], e["code"]) for e in errors]) == (
                422, [(f"/{name}", code)]), (operation.id, text)  # fmt: skip
            assert "letter or a digit" in errors[0]["message"] or "words" in errors[0]["message"]


def test_a_person_whose_name_nobody_could_see_is_not_registered(
    house: House, role_for: RoleFor
) -> None:
    operation = OPERATIONS["participants_register"]
    token = house.plan.members[role_for(operation)]
    for name in UNSEEN:
        status, errors = codes(house, operation, token, identity={"names": [name]})
        assert (status, errors[0]["pointer"]) == (422, "/identity/names/0")


@pytest.mark.parametrize("handle", OTHER_SPELLINGS)
def test_a_member_is_named_by_the_one_spelling_of_their_handle(
    house: House, role_for: RoleFor, handle: str
) -> None:
    operation = OPERATIONS["initiatives_add_member"]
    status, errors = codes(house, operation, house.plan.members[role_for(operation)], user=handle)
    assert (status, [(e["pointer"], e["code"]) for e in errors]) == (
        422, [("/user", "string_pattern_mismatch")])  # fmt: skip
