"""What is asked at once must be answered as if it were asked one by one."""

from dataclasses import replace
from typing import Any

import pytest

from antechamber_compliance.dossier import receive
from antechamber_compliance.dossier.slots import changed
from antechamber_compliance.policy import Rulebook
from engagements import Json, cases, engagement, rulebook, verdict_of


def one_by_one() -> Rulebook:
    rules = rulebook()
    plain = tuple(replace(rule, everybody=None, together=None) for rule in rules.rules)
    return replace(rules, rules=plain)


def without(raw: Any, wanted: str) -> Json:
    """The engagement with every leaf of this name cut from its seats."""
    if not isinstance(raw, dict):
        return raw  # type: ignore[no-any-return]  # a leaf, as it was
    return {key: without(value, wanted) for key, value in raw.items() if key != wanted}


@pytest.mark.parametrize("case", [case["id"] for case in cases()][::3])
def test_a_rule_asked_at_once_finds_what_its_requirements_find(case: str) -> None:
    raw = engagement(case)
    assert verdict_of(raw).canonical() == verdict_of(raw, one_by_one()).canonical()


@pytest.mark.parametrize("leaf", ["status", "role", "gender", "payer", "at", "tz", "hits", "mode"])
def test_what_is_missing_is_found_just_as_well_when_asked_at_once(leaf: str) -> None:
    raw = without(engagement("G036"), leaf)
    assert verdict_of(raw).canonical() == verdict_of(raw, one_by_one()).canonical()


def test_every_shipped_rule_can_be_asked_at_once() -> None:
    assert all(rule.everybody is not None for rule in rulebook().rules)


def test_a_changed_copy_differs_in_nothing_else_and_leaves_the_first_alone() -> None:
    dossier = receive(engagement()).dossier
    copy = changed(dossier, state="draft", signoffs=())
    assert copy == replace(dossier, state="draft", signoffs=())
    assert dossier == receive(engagement()).dossier
