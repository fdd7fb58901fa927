"""Parameters of each type: what they admit, which way is stricter, what rules make of them."""

import json
from datetime import date
from typing import Any

import pytest

from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import decide
from antechamber_compliance.policy import Parameter, ParameterType, ParameterValue, Rulebook
from antechamber_compliance.rulebook import load
from engagements import engagement

PACK = b'id = "x"\ntitle = "X"\nowner = "tests"\nversion = "1"\n'
RULE = """
id = "X-01"
title = "T"
scope = "session"
rationale = "R."

[params.notice]
type = "duration"
min = "24h"
max = "1000h"
stricter = "higher"
values = [{ from = 2026-01-01, value = "72h" }]

[params.least_level]
type = "enum"
members = ["C1", "C2", "C3", "C4"]
stricter = "later"
values = [{ from = 2026-01-01, value = "C1" }]

[[require]]
code = "late"
effect = "deny"
that = 'session.derived.starts - as_of >= params.notice'
message = "Less than {params.notice} are left."
remedy = "Give it time."

[[require]]
code = "level"
effect = "deny"
that = 'session.confidentiality != params.least_level'
message = "The level is {params.least_level}."
remedy = "Choose another level."
"""


def rules() -> Rulebook:
    return load({"x/pack.toml": PACK, "x/X-01-t.toml": RULE.encode()})


def messages(**params: object) -> list[str]:
    raw = engagement(patch={"params": {f"X-01.{name}": value for name, value in params.items()}})
    return [f.message for f in decide(receive(raw), rules()).findings if f.rule == "X-01"]


def test_a_rule_computes_with_a_duration_and_compares_with_a_word() -> None:
    assert messages() == []
    assert messages(notice="1000h") == ["Less than 1000h are left."]
    level = engagement()["session"]["confidentiality"]
    assert messages(least_level=level) == [f"The level is {level}."]


def test_the_verdict_shows_a_duration_as_its_text() -> None:
    raw = engagement(patch={"params": {"X-01.notice": "96h"}})
    shown = json.loads(decide(receive(raw), rules()).canonical())["parameters"]["values"]
    assert shown == {"X-01.notice": "96h", "X-01.least_level": "C1"}


@pytest.mark.parametrize(
    ("name", "value"),
    [("notice", "23h59m59s"), ("notice", "1001h"), ("notice", 72), ("notice", "three days"),
     ("least_level", "C5"), ("least_level", ["C1"]), ("least_level", 1)],
)  # fmt: skip
def test_an_override_of_another_type_or_outside_the_bounds_denies(name: str, value: Any) -> None:
    raw = engagement(patch={"params": {f"X-01.{name}": value}})
    found = {finding.name for finding in decide(receive(raw), rules()).findings}
    assert "ENGINE/bad_parameter" in found


def parameter(kind: ParameterType, stricter: str) -> Parameter:
    return Parameter(
        name="limit", type=kind, unit="", least=0, most=10**6, members=("a", "b", "c"),
        stricter=stricter, values=((date(2026, 1, 1), 1),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "stricter", "strict", "lax"),
    [
        ("int", "lower", 3, 4),
        ("int", "higher", 4, 3),
        ("bool", "true", True, False),
        ("bool", "false", False, True),
        ("duration", "lower", "90m", "2h"),
        ("duration", "higher", "100h", "99h"),
        ("enum", "earlier", "a", "b"),
        ("enum", "later", "c", "b"),
        ("set", "fewer", ("a",), ("a", "b")),
        ("set", "more", ("a", "b"), ("b",)),
    ],
)
def test_a_value_loosens_only_against_the_direction_that_is_stricter(
    kind: ParameterType, stricter: str, strict: ParameterValue, lax: ParameterValue
) -> None:
    limit = parameter(kind, stricter)
    assert limit.loosens(lax, than=strict)
    assert not limit.loosens(strict, than=lax)
    assert not limit.loosens(lax, than=lax)


@pytest.mark.parametrize("stricter", ["fewer", "more"])
def test_a_set_that_trades_one_member_for_another_loosens(stricter: str) -> None:
    limit = parameter("set", stricter)
    assert limit.loosens(("a",), than=("b",))
    assert limit.loosens(("b",), than=("a",))


def test_a_duration_written_otherwise_is_as_strict() -> None:
    assert not parameter("duration", "lower").loosens("60m", than="1h")
    assert not parameter("duration", "lower").loosens("1h", than="60m")


@pytest.mark.parametrize(
    ("kind", "says"),
    [("int", "0 to 1000000"), ("duration", "0s to 277h46m40s"), ("bool", "true or false"),
     ("enum", "one of a, b, c"), ("set", "any of a, b, c")],
)  # fmt: skip
def test_bounds_are_told_in_words(kind: ParameterType, says: str) -> None:
    assert parameter(kind, "").bounds == says
