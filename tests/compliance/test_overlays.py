"""Parameters in three layers: who may loosen, and what becomes of a value that fits no more."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antechamber_compliance.overlays import Overlay, carried, first_day, in_force, resolve
from antechamber_compliance.policy import NO_RULES, Parameter, Rulebook
from engagements import engagement, found_in, rulebook

DAY = date(2026, 12, 1)
FLOOR = Parameter(
    name="floor",
    type="int",
    unit="percent",
    least=20,
    most=50,
    members=(),
    stricter="higher",
    values=((date(2026, 1, 1), 30), (date(2027, 1, 1), 35)),
)
AGE = replace(FLOOR, stricter="lower", values=((date(2026, 1, 1), 30),))
WORDS = replace(
    FLOOR,
    type="set",
    members=("a", "b", "c"),
    stricter="fewer",
    values=((date(2026, 1, 1), ("a", "b")),),
)
NAME = "GEN-01.women_floor_pct"


def one(value: Any, agreed: Any = None) -> Overlay:
    return Overlay(value=value, in_place_of=agreed)


@pytest.mark.parametrize(
    ("parameter", "organisation", "initiative", "expected"),
    [
        (FLOOR, None, None, 30),
        (FLOOR, one(30), None, 30),
        (FLOOR, one(40), None, 40),
        (FLOOR, one(29), None, 30),
        (FLOOR, one(25, agreed=30), None, 25),
        (FLOOR, one(25, agreed=29), None, 30),
        (FLOOR, None, one(41), 41),
        (FLOOR, one(40), one(41), 41),
        (FLOOR, one(40), one(39), 40),
        (FLOOR, one(40), one(39, agreed=40), 39),
        (FLOOR, one(45), one(39, agreed=40), 45),
        (FLOOR, one(25, agreed=30), one(26), 26),
        (AGE, one(29), None, 29),
        (AGE, one(31), None, 30),
        (WORDS, one(["a"]), None, ["a"]),
        (WORDS, one(["a", "c"]), None, ["a", "b"]),
        (WORDS, one(["a", "c"], agreed=["a", "b"]), None, ["a", "c"]),
        (WORDS, one([]), one(["b"]), []),
    ],
)
def test_a_layer_tightens_freely_and_loosens_only_what_two_people_agreed_to(
    parameter: Parameter, organisation: Overlay | None, initiative: Overlay | None, expected: Any
) -> None:
    assert in_force(parameter, (organisation, initiative), DAY) == expected


@pytest.mark.parametrize("agreed", [None, 30])
def test_a_new_date_that_is_stricter_ends_what_was_agreed_before(agreed: int | None) -> None:
    later = DAY + timedelta(days=60)
    assert in_force(FLOOR, (one(32, agreed),), DAY) == 32
    assert in_force(FLOOR, (one(32, agreed),), later) == 35
    assert in_force(FLOOR, (one(32, agreed=35),), later) == 32


@pytest.mark.parametrize("wrong", [19, 51, True, "30", None, [30]])
def test_a_value_that_is_not_admitted_is_handed_on_whatever_lies_over_it(wrong: Any) -> None:
    assert in_force(FLOOR, (one(wrong), one(40)), DAY) == wrong
    assert in_force(FLOOR, (one(40), one(wrong)), DAY) == wrong
    assert in_force(None, (one(40), one(41)), DAY) == 40


@given(
    outer=st.integers(15, 55),
    inner=st.integers(15, 55),
    stricter=st.sampled_from(["higher", "lower"]),
)
def test_without_a_second_person_no_layer_is_ever_laxer_than_the_one_below(
    outer: int, inner: int, stricter: str
) -> None:
    parameter = replace(FLOOR, stricter=stricter, values=((date(2026, 1, 1), 30),))
    below = in_force(parameter, (one(outer),), DAY)
    value = parameter.admit(in_force(parameter, (one(outer), one(inner)), DAY))
    admitted = parameter.admit(below)
    if value is not None and admitted is not None:
        assert not parameter.loosens(value, admitted)
        assert not parameter.loosens(value, 30)


@given(
    value=st.integers(20, 50),
    agreed=st.integers(20, 50),
    before=st.integers(20, 50),
    rise=st.integers(0, 30),
)
def test_a_stricter_rulebook_never_gives_a_laxer_value(
    value: int, agreed: int, before: int, rise: int
) -> None:
    after = min(before + rise, 50)
    lax, strict = (replace(FLOOR, values=((date(2026, 1, 1), v),)) for v in (before, after))
    first, second = (in_force(p, (one(value, agreed),), DAY) for p in (lax, strict))
    assert isinstance(first, int)
    assert isinstance(second, int)
    assert second >= first


@given(value=st.integers(20, 50), before=st.integers(20, 50), after=st.integers(20, 50))
def test_a_stored_override_under_other_rules_is_what_its_layer_would_be_under_them(
    value: int, before: int, after: int
) -> None:
    old, new = floor_of(before), floor_of(after)
    layer = {NAME: one(value, before)}  # agreed to below what the old rules ship
    carry = carried(old, new, resolve(old, layer, {}, DAY), DAY)
    assert carry.get(NAME, after) == resolve(new, layer, {}, DAY)[NAME]


def floor_of(value: int) -> Rulebook:
    rules = tuple(
        replace(rule, parameters=(replace(FLOOR, name="women_floor_pct", values=((DAY, value),)),))
        if rule.id == "GEN-01"
        else rule
        for rule in rulebook().rules
    )
    return replace(rulebook(), rules=rules)


def test_a_tightened_value_falls_away_under_rules_that_are_stricter_still() -> None:
    assert carried(floor_of(30), floor_of(35), {NAME: 31}, DAY) == {}
    assert carried(floor_of(30), floor_of(35), {NAME: 36}, DAY) == {NAME: 36}
    # Two people had agreed to 25 in place of 30; nobody did in place of 35.
    assert carried(floor_of(30), floor_of(35), {NAME: 25}, DAY) == {}
    assert carried(floor_of(30), floor_of(28), {NAME: 25}, DAY) == {NAME: 25}
    # What no rule has, or does not admit, is for the engine to refuse.
    assert carried(floor_of(30), floor_of(35), {"XXX-01.gone": 1, NAME: 99}, DAY) == {
        "XXX-01.gone": 1,
        NAME: 99,
    }


def test_every_parameter_that_a_layer_names_is_among_the_overrides() -> None:
    organisation = {NAME: one(29), "GEN-01.min_seats": one(4)}
    found = resolve(rulebook(), organisation, {NAME: one(31), "XXX-01.gone": one(1)}, DAY)
    assert found == {NAME: 31, "GEN-01.min_seats": 3, "XXX-01.gone": 1}


def test_without_rules_every_override_is_handed_on() -> None:
    assert resolve(NO_RULES, {NAME: one(40)}, {}, DAY) == {NAME: 40}


@pytest.mark.parametrize("overlay", [one(51), one("40")])
def test_the_engine_refuses_what_is_out_of_bounds(overlay: Overlay) -> None:
    overrides = resolve(rulebook(), {NAME: overlay}, {}, DAY)
    assert "ENGINE/bad_parameter" in found_in(engagement(patch={"params": overrides}))


def test_the_engine_refuses_a_parameter_that_no_rule_has_any_more() -> None:
    overrides = resolve(rulebook(), {}, {"XXX-01.gone": one(1)}, DAY)
    assert "ENGINE/bad_parameter" in found_in(engagement(patch={"params": overrides}))
    assert "ENGINE/bad_parameter" not in found_in(engagement(patch={"params": {NAME: 31}}))


def test_the_day_is_that_of_the_start_where_the_session_is() -> None:
    assert first_day("2026-12-01T00:30", "Asia/Tokyo") == date(2026, 12, 1)
    assert first_day(None, "UTC") == date.min
    assert first_day("2026-12-01T00:30", "Nowhere/Land") == date.min
    # At either end of the calendar another zone's day may not exist.
    assert first_day("9999-12-31T20:00", "America/New_York") == date.min
    assert first_day("0001-01-01T00:30", "Asia/Tokyo") == date.min
