import random
import time
from collections.abc import Mapping

import pytest

from antechamber_compliance.language import BOOL, INT, Binding, RecordOf, compile_expression
from antechamber_compliance.language.constancy import find_idle, outcomes
from antechamber_compliance.missing import Unknown
from random_expressions import NAMES as RANDOM_NAMES
from random_expressions import Grower, some_scope, spell

Names = Mapping[str, Binding]
WIDE = (-(2**63), 2**63 - 1)


def limits(of: RecordOf, field: str) -> tuple[int, int]:
    return (4, 8) if (of.name, field) == ("params", "limit") else WIDE


def idle(source: str, names: Names, **lets: str) -> str | None:
    params = Binding(RecordOf("params", {"limit": INT}), "params")
    known, compiled = {**names, "params": params}, {}
    for name, text in lets.items():
        compiled[name] = compile_expression(text, known)
        known[name] = Binding(compiled[name].type)
    found = find_idle(compile_expression(source, known), compiled, limits)
    return None if found is None else f"{found.at + 1} {str(found.always).lower()}"


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("true", "1 true"),
        ("1 < 2", "3 true"),
        ('"a" in ["b", "c"]', "5 false"),
        ("yes || !yes", "5 true"),
        ("yes && no && !yes", "5 false"),
        ("yes == yes", "5 true"),
        ("(yes ? no : !yes) || yes || !no", "19 true"),
        ('seat.gender == "man" && seat.gender == "woman"', "22 false"),
        ('seat.gender in ["man"] && seat.gender != "man"', "24 false"),
        ('seat.gender in ["woman", "man", "undisclosed"]', "13 true"),
        ("size(seats) >= 0", "13 true"),
        ("0 > size(seats)", "3 false"),
        ("size(seats) <= 500", "13 true"),
        ("params.limit >= 4", "14 true"),
        ("9 <= params.limit", "3 false"),
        ("params.limit > 5 && params.limit < 6", "18 false"),
        ("size(seats) < minimum || size(seats) >= minimum", "23 true"),
        ("size(seats) < minimum && minimum < size(seats)", "23 false"),
        (('session.starts < timestamp("2026-01-01T00:00:00Z")'
          ' && session.starts > timestamp("2026-01-02T00:00:00Z")'), "52 false"),
        ('seat.ref < "b" && seat.ref > "c"', "16 false"),
        # A part that decides nothing, in a condition that does.
        ("yes && size(seats) >= 0", "20 true"),
        ("seats.all(s, s.has_voice || !s.has_voice)", "26 true"),
        ("seats.exists(s, true)", "17 true"),
        ('size(seats.filter(s, s.gender == "man" && s.gender == "woman")) == 0', "40 false"),
    ],
)  # fmt: skip
def test_a_condition_that_never_changes_is_found(source: str, says: str, names: Names) -> None:
    assert idle(source, names) == says


@pytest.mark.parametrize(
    "source",
    [
        "yes",
        "yes || no",
        "yes && !no || no && !yes",
        'seat.gender == "man" || seat.gender == "woman"',
        'seat.gender in ["woman", "man"]',
        "size(seats) > 0",
        "size(seats) < 500",
        "params.limit > 4",
        "params.limit >= 8",
        "params.limit > 5 && params.limit < 7",
        "size(seats) <= minimum && minimum <= size(seats)",
        "size(seats) < params.limit",
        'seat.ref > "b" && seat.ref < "c"',
        "seats.all(s, s.has_voice) || seats.exists(s, !s.has_voice && s.gender == seat.gender)",
        "yes ? true : no",
    ],
)
def test_a_condition_that_can_be_true_and_false_is_let_pass(source: str, names: Names) -> None:
    assert idle(source, names) is None


def test_lets_are_looked_into(names: Names) -> None:
    assert idle("women >= 0", names, women="size(seats)") == "7 true"
    assert idle("a && !b", names, a="yes", b="a") == "3 false"
    assert idle("a && !b", names, a="yes", b="no") is None


def test_more_combinations_than_can_be_tried_are_let_pass(names: Names) -> None:
    records = {**names, **{f"s{n}": names["seat"] for n in range(20)}}
    parts = ["yes", "!yes", *(f"s{n}.has_voice" for n in range(20))]
    assert idle(" && ".join(parts[:8]), records) == "5 false"
    assert idle(" && ".join(parts), records) is None


def test_no_condition_ever_has_a_value_that_it_was_said_not_to_have() -> None:
    chance = random.Random(20261122)
    certain = 0
    for _ in range(800):
        source = spell(Grower(chance.choice).grow(BOOL, chance.randint(1, 4)))
        if len(source) > 4000:
            continue
        expression = compile_expression(source, RANDOM_NAMES)
        possible = outcomes(expression, {}, lambda of, field: WIDE)
        certain += len(possible) == 1
        for _ in range(8):
            try:
                assert expression.evaluate(some_scope(chance.choice)) in possible, source
            except Unknown:
                continue
    assert certain > 50  # else the test would say nothing


def test_all_conditions_of_one_expression_share_the_steps_that_may_be_taken() -> None:
    seat = RecordOf("Seat", {f"b{n}": BOOL for n in range(400)})
    source = "!s.b0"
    for n in range(1, 36):  # nested, each false until the first fact of all is false
        facts = " && ".join(f"s.b{n + step}" for step in range(0, 200, 40))
        source = f"({source} && {facts})"
    expression = compile_expression(source, {"s": Binding(seat, "s")})
    started = time.perf_counter()
    assert find_idle(expression, {}, limits) is None
    assert time.perf_counter() - started < 5
