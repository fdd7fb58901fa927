"""Laws: what makes a case worse, or a rule stricter, never makes its outcome milder."""

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from antechamber_compliance.binding import values_signed
from antechamber_compliance.dossier import receive
from antechamber_compliance.dossier.vocabulary import REGIMES
from antechamber_compliance.scenarios import merge
from engagements import SEVERITY, Json, cases, engagement, recounted, rulebook
from generated import TYPES, engagements, unsigned, values_of
from listed import line
from places import (
    OPTIONAL,
    leaves,
    of_another_type,
    places,
    reads,
    template_of,
    value_at,
    with_value,
    without,
)
from weighing import severity, weighed

BRIEF = settings(max_examples=60, deadline=None, derandomize=True, database=None)
REGIME, TYPE = st.sampled_from((*REGIMES, "XX_NEW")), st.sampled_from(TYPES)
NUMBERS = st.lists(st.integers(0, 10**6), min_size=3, max_size=3)


def found(raw: Json) -> set[str]:
    return {f.name for f in weighed(raw).findings}


def bound_anew(raw: Json, before: Json) -> Json:
    """The engagement with the bindings that the product would find, facts having changed."""
    now, then = receive(raw).dossier, receive(before).dossier
    rows = {}
    for ref, row in raw["signoffs"].items():
        finding = (row["rule"], row["code"], row["subject"])
        same = values_signed(now, rulebook(), finding) == values_signed(then, rulebook(), finding)
        rows[ref] = row if same else {**row, "binding": "changed"}
    return {**raw, "signoffs": rows}


def assert_no_better(raw: Json, patch: Json) -> None:
    """Assert that after a change the outcome is no milder, and that no denial went."""
    before, after = weighed(raw), weighed(bound_anew(recounted(merge(raw, patch)), raw))
    assert SEVERITY[after.outcome] >= SEVERITY[before.outcome]
    # Another authorisation may be drawn on, and then PRO-07 reports another of its codes.
    denied = {f.key for f in before.findings if f.effect == "deny" and f.rule != "PRO-07"}
    assert denied <= {f.key for f in after.findings}


def given_support(raw: Json, regime: str, kind: str) -> Json:
    """The engagement in which P5 is listed and given something as well."""
    listing, more = {"regime": regime, "travel_ban": False}, line(kind, "DER")
    person = {"listings": {"first": listing}, "support": {"first": more}}
    return recounted(merge(raw, {"participants": {"P5": person}}))


@BRIEF
@given(engagements(), NUMBERS)
def test_no_fact_that_is_taken_away_or_spoilt_makes_an_outcome_milder(
    raw: Json, numbers: list[int]
) -> None:
    before, everywhere = severity(raw), list(places(raw))
    for number in numbers:
        place = everywhere[number % len(everywhere)]
        least = max(before, template_of(place) not in OPTIONAL)
        assert severity(without(raw, place)) >= least, place
        for value in (None, of_another_type(value_at(raw, place))):
            assert severity(with_value(raw, place, value)) >= max(before, 1), place


@BRIEF
@given(engagements(), REGIME, TYPE, REGIME, st.booleans())
def test_a_further_listing_of_a_person_never_makes_an_outcome_milder(
    raw: Json, regime: str, kind: str, further: str, ban: bool
) -> None:
    raw = given_support(raw, regime, kind)
    # PRO-02/confirmed_unlisted: what was confirmed has its listing on record, or denies.
    assume("PRO-02/confirmed_unlisted" not in found(raw))
    listing = {"regime": further, "travel_ban": ban}
    assert_no_better(raw, {"participants": {"P5": {"listings": {"more": listing}}}})


@BRIEF
@given(engagements(), REGIME)
def test_a_further_listing_of_an_actor_never_makes_an_outcome_milder(
    raw: Json, regime: str
) -> None:
    actor = {"kind": "armed_group", "screening_at": "2026-11-15T08:00:00Z", "listings": {}}
    recorded = {"actors": {"ACT": {**actor, **raw["initiative"]["actors"].get("ACT", {})}}}
    raw = recounted(merge(raw, {"initiative": recorded}))
    assume("PRO-02/confirmed_unlisted" not in found(raw))
    assert_no_better(
        raw, {"initiative": {"actors": {"ACT": {"listings": {"more": {"regime": regime}}}}}}
    )


@BRIEF
@given(engagements(), st.sampled_from(REGIMES), TYPE)
def test_a_further_regime_in_nexus_never_makes_an_outcome_milder(
    raw: Json, regime: str, kind: str
) -> None:
    # PRO-11/removal_unapproved: a regime that was taken out without two people is put back.
    never = {"initiative": {"nexus": {regime: {"applies": False, "applied_before": False}}}}
    raw = merge(given_support(raw, regime, kind), never)
    assume("PRO-11/removal_unapproved" not in found(raw))
    assert_no_better(raw, {"initiative": {"nexus": {regime: {"applies": True}}}})


@BRIEF
@given(engagements(), REGIME, TYPE, TYPE, st.sampled_from(((), ("DER",), ("COM", "DER"))))
def test_a_further_line_of_support_never_makes_an_outcome_milder(
    raw: Json, regime: str, kind: str, further: str, auth: tuple[str, ...]
) -> None:
    raw, more = given_support(raw, regime, kind), line(further, *auth, amount=500)
    assert_no_better(raw, {"participants": {"P5": {"support": {"more": more}}}})


PARAMETERS = sorted(rulebook().parameters())


def read_by(name: str) -> list[str]:
    """The paths that the rules read which read a parameter."""
    readers = [r for r in rulebook().rules if name in dict(r.parameters_read)]
    return [path for rule in readers for each in rule.requirements for path in each.paths]


def scenarios_of(name: str) -> list[str]:
    """The scenarios that differ from the base in something that a parameter's rules read."""
    paths = [path.replace("@", "*") for path in read_by(name)]
    return [
        case["id"]
        for case in cases()
        if any(reads(path, place) for place in leaves(case["patch"]) for path in paths)
        and not case.get("delete")
        and case["patch"].keys().isdisjoint(("params", "signoffs"))
    ]


@pytest.mark.parametrize("name", PARAMETERS)
def test_over_all_its_bounds_a_stricter_parameter_never_makes_an_outcome_milder(name: str) -> None:
    for case in scenarios_of(name)[:: 3 if name.startswith("GEN-01") else 1]:
        raw = engagement(case)
        graver = [severity(overridden(raw, name, value)) for value in values_of(named(name))]
        assert graver == sorted(graver), case


def named(name: str) -> Any:
    return rulebook().parameters()[name]


def overridden(raw: Json, name: str, value: Any) -> Json:
    params = {**raw["params"], name: value}
    return {**raw, "params": params, "counts": {**raw["counts"], "params": len(params)}}


@BRIEF
@given(unsigned(), st.sampled_from(PARAMETERS))
def test_a_stricter_parameter_never_makes_any_outcome_milder(raw: Json, name: str) -> None:
    # Without sign-offs: one for a graver finding may be on file already, and is not bound to it.
    graver = [severity(overridden(raw, name, value)) for value in values_of(named(name))]
    assert graver == sorted(graver)


# RULES.md's own exception: the phase is read only where the format is exempt, and the session
# alone only from min_seats on. So a format that is no longer exempt, with few seats, needs no
# approval any more; nothing that was denied clears.
def test_exempting_no_format_leaves_a_phase_unread_as_rules_md_says() -> None:
    raw = engagement(patch={
        "session": {"format": "shuttle", "consulted": ["displaced_people", "women_rights_network"]},
        "history": {"phase": {"sessions": 2, "voice_seats": 4}},
    })  # fmt: skip
    for ref in ("P1", "P3", "P4", "P5", "P6", "P7", "P8"):
        del raw["participants"][ref]
    raw = recounted(raw)
    assert found(raw) == {"GEN-01/phase_share"}
    assert found(overridden(raw, "GEN-01.exempt_formats", [])) == set()
