"""No fail-open: take away each fact in turn, or spoil it, and the outcome never gets better."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest

from engagements import SEVERITY, Json, engagement, verdict_of

Place = tuple[str, ...]


def places(node: Any, place: Place = ()) -> Iterator[Place]:
    """Yield every place in an engagement at which there is a value, maps included."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield (*place, key)
            yield from places(value, (*place, key))


def with_value(raw: Json, place: Place, spoil: Any) -> Json:
    """Copy an engagement with one value spoilt, or deleted where `spoil` is None."""
    changed = dict(raw)
    node = changed
    for key in place[:-1]:
        node[key] = dict(node[key])
        node = node[key]
    if spoil is None:
        del node[place[-1]]
    else:
        node[place[-1]] = spoil
    return changed


def value_at(raw: Json, place: Place) -> Any:
    for key in place:
        raw = raw[key]
    return raw


def spoilt(value: Any) -> Any:
    """Return a value of another type that resembles this one."""
    match value:
        case bool():
            return "yes" if value else 0
        case int():
            return str(value)
        case str():
            return [value]
        case list():
            return {str(n): item for n, item in enumerate(value)}
        case _:
            return "none"


def judge_all(raw: Json, spoil: bool, among: Callable[[Json], Iterator[Place]]) -> list[str]:
    """Return the places at which a missing or spoilt value is not noticed, or does good."""
    before = SEVERITY[verdict_of(raw).outcome]
    silent = []
    for place in among(raw):
        value = spoilt(value_at(raw, place)) if spoil else None
        verdict = verdict_of(with_value(raw, place, value))
        # An office need not fill every role, so a role without a row is no missing fact.
        optional = not spoil and place[:2] == ("office", "role_holders") and len(place) == 3
        if SEVERITY[verdict.outcome] < max(before, 0 if optional else 1):
            silent.append(".".join(place))
    return silent


def about_listed_persons(raw: Json) -> Iterator[Place]:
    """The places of the seats that something is special about, the initiative and the session."""
    for place in places(raw):
        if place[0] in ("initiative", "session") or place[1:2] in (("P5",), ("P6",), ("S2",)):
            yield place


def one_seat_of_a_kind(raw: Json) -> Iterator[Place]:
    """All places, but of the seats only those of a delegate and of a facilitator."""
    return (p for p in places(raw) if p[0] != "participants" or p[1:2] in ((), ("P7",), ("F1",)))


@pytest.mark.parametrize("spoil", [False, True], ids=["missing", "wrong type"])
def test_of_the_base_no_fact_can_be_taken_away_unnoticed(spoil: bool) -> None:
    assert judge_all(engagement(), spoil, one_seat_of_a_kind) == []


@pytest.mark.parametrize("spoil", [False, True], ids=["missing", "wrong type"])
@pytest.mark.parametrize("case", ["G076", "G085", "G093", "G096"])
def test_of_listed_persons_no_fact_can_be_taken_away_unnoticed(case: str, spoil: bool) -> None:
    assert judge_all(engagement(case), spoil, about_listed_persons) == []


@pytest.mark.parametrize("spoil", [False, True], ids=["missing", "wrong type"])
def test_a_sign_off_that_lacks_anything_has_no_effect(spoil: bool) -> None:
    raw = engagement("G170")
    places_of_signoffs = [place for place in places(raw) if place[0] == "signoffs"]
    for place in places_of_signoffs:
        value = spoilt(value_at(raw, place)) if spoil else None
        verdict = verdict_of(with_value(raw, place, value))
        assert verdict.outcome == "deny", place
        assert any(f.rule == "ENGINE" for f in verdict.findings), place


def test_a_missing_fact_names_its_place_and_cannot_be_signed() -> None:
    raw = deepcopy(engagement("G211"))
    del raw["session"]["risk"]["residual"]
    raw["signoffs"]["x"] = {**raw["signoffs"]["SAF-03-high-session"], "code": "missing"}
    raw["counts"]["signoffs"] = 2
    verdict = verdict_of(raw)
    (missing,) = [f for f in verdict.findings if f.name == "SAF-03/missing"]
    assert missing.missing == ("session.risk.residual",)
    assert missing.signed_by == ""
    assert verdict.outcome == "deny"
