"""Whatever JSON can hold, a decision is made and can be recorded; nothing malformed ever helps."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import decide
from antechamber_compliance.policy import NO_RULES
from antechamber_compliance.replay import BadDecision, read_decisions
from engagements import Json, engagement, verdict_of

Place = tuple[str, ...]

HALVES = ("\ud800", "P\udfff", "\udc00\ud800")
# As json.loads reads them, though no standard has the second line.
VALUES = ("1e400", "-1", "1.0", "9" * 400, '"\\ud800"', '["\\ud800"]', '{"\\ud800": 1}', "[[]]", '""',
          "NaN", "Infinity", "-Infinity", '"\\u0000"', "[" * 200 + "]" * 200)  # fmt: skip


def records(node: object, place: Place = ()) -> Iterator[Place]:
    """Yield the place of every object within JSON."""
    if isinstance(node, dict):
        yield place
        for key, value in node.items():
            yield from records(value, (*place, key))


def leaves(node: object, place: Place = ()) -> Iterator[Place]:
    """Yield the place of everything that is no object."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, (*place, key))
    else:
        yield place


def one_of_a_kind(places: Iterator[Place]) -> list[Place]:
    """Of people and rows that are alike, the first."""
    found = {(len(place), place[0] if place else "", place[-1] if place else ""): place
             for place in reversed(list(places))}  # fmt: skip
    return list(found.values())


def with_value(raw: Json, place: Place, value: Any) -> Json:
    changed = deepcopy(raw)
    node = changed
    for step in place[:-1]:
        node = node[step]
    node[place[-1]] = value
    return changed


RAW = engagement("G001")


@pytest.mark.parametrize("half", HALVES)
def test_a_key_with_half_a_character_denies_in_every_object_and_can_be_recorded(half: str) -> None:
    values: tuple[Any, ...] = (None, {}, "x")
    for place in one_of_a_kind(records(RAW)):
        for value in values:
            verdict = verdict_of(with_value(RAW, (*place, half), value))
            assert verdict.outcome == "deny", (place, value)
            assert json.loads(verdict.canonical())["outcome"] == "deny"


def test_two_keys_that_are_spelt_out_alike_are_both_there_and_deny() -> None:
    seat = RAW["participants"]["P1"]
    raw = with_value(with_value(RAW, ("participants", "X\ud800"), seat),
                     ("participants", "X\\ud800"), seat)  # fmt: skip
    assert verdict_of(raw).outcome == "deny"
    assert verdict_of(raw).canonical()


@pytest.mark.parametrize("text", VALUES)
def test_a_value_that_no_fact_can_have_never_helps_and_never_raises(text: str) -> None:
    value, before = json.loads(text), verdict_of(RAW).outcome
    assert before == "clear"
    for place in one_of_a_kind(leaves(RAW)):
        verdict = verdict_of(with_value(RAW, place, value))
        assert verdict.canonical()
        assert verdict.outcome != "clear", place


@pytest.mark.parametrize("text", VALUES)
def test_no_parameter_takes_such_a_value(text: str) -> None:
    for name in ("GEN-01.women_floor_pct", "XXX-01.none", "\ud800"):
        raw = with_value(RAW, ("params",), {name: json.loads(text)})
        raw["counts"]["params"] = 1
        verdict = verdict_of(raw)
        assert verdict.outcome == "deny"
        assert verdict.canonical()


def test_without_rules_such_a_dossier_is_denied_as_well() -> None:
    raw = with_value(RAW, ("participants", "\ud800"), {})
    assert decide(receive(raw), NO_RULES).canonical()


@pytest.mark.parametrize("key", ["decision", "session"])
def test_an_id_with_half_a_character_is_refused_by_line(key: str) -> None:
    line = json.dumps({"dossier": {}, key: "D-\ud800"})
    with pytest.raises(BadDecision, match=r"^line 1: [^D]*$"):
        list(read_decisions([line]))
