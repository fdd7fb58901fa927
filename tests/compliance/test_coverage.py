"""What the scenarios exercise, and that a gap in them would be told."""

import pytest

from antechamber_compliance.conditions import conditions
from antechamber_compliance.coverage import measure
from engagements import all_scenarios, rulebook


def rule_named(name: str) -> list[str]:
    (rule,) = (rule for rule in rulebook().rules if rule.id == name)
    return [condition.name.removeprefix(f"{name} ") for condition in conditions(rule)]


@pytest.mark.slow
def test_the_scenarios_exercise_every_outcome_condition_and_missing_fact() -> None:
    coverage = measure(all_scenarios(), rulebook())
    assert list(coverage.uncovered()) == []
    assert coverage.all_outcomes


def test_what_one_scenario_leaves_out_is_told_by_name() -> None:
    coverage = measure([s for s in all_scenarios() if s.id == "G001"], rulebook())
    told = set(coverage.uncovered())
    assert not coverage.all_outcomes
    assert "SAF-04/no_conduct: never fires" in told
    assert "SAF-04/no_conduct: never missing" in told
    assert "CON-01/no_consent: never does not apply" in told
    assert "FUN-02/unknown_payer(session): never fires" in told
    assert 'CON-02 withdrawn.that: seat.consent.status != "withdrawn": never false' in told
    assert "SAF-04/no_conduct: session.conduct_signed is never missing" in told
    assert "SAF-04/no_conduct: never holds" not in told
    assert coverage.counts().startswith("1")


def test_conditions_are_the_parts_that_are_true_or_false_by_themselves() -> None:
    assert set(rule_named("CDP-02")) >= {
        'venue.that: seats.exists(s, s.mode == "in_person")',
        'venue.that: s.mode == "in_person"',
        "venue.that: session.venue_cleared_to in fit",
        'c4_channel.that: session.confidentiality != "C4"',
        "c4_channel.that: session.channel.offline",
        "c4_channel.that: session.channel.end_to_end",
        "c4_channel.that: session.channel.self_hosted",
    }


def test_a_condition_inside_a_loop_is_asked_about_each_item() -> None:
    assert 'open_hit.that: h.disposition == "open"' in rule_named("PRO-02")
    assert "open_hit.that: h.corroborated" in rule_named("PRO-02")
