"""The shipped scenarios, and that a wrong expectation would be noticed."""

from copy import deepcopy

import pytest

from antechamber_compliance.scenarios import BadScenario, Json, build, read_cases, run
from engagements import base, cases, rulebook

ENGINE_CODES = {"bad_input", "unknown_field", "bad_parameter", "bad_times", "incomplete",
                "empty_nexus", "empty_parties", "empty_seats"}  # fmt: skip


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_the_rules_decide_a_scenario_as_written(case: Json) -> None:
    result = run(base(), case, rulebook())
    assert (result.absent, result.faults) == ((), ())


def test_every_requirement_has_a_scenario_in_which_it_fires() -> None:
    fired = {
        name
        for case in cases()
        for key in ("findings", "signed")
        for name in case["expect"].get(key, ())
    }
    shipped = {f"{rule.id}/{r.code}" for rule in rulebook().rules for r in rule.requirements}
    shipped |= {f"ENGINE/{code}" for code in ENGINE_CODES}
    assert shipped - fired == set()


def test_every_rule_has_a_scenario_in_which_a_fact_is_missing() -> None:
    missed = {n.partition("/")[0] for c in cases() for n in c["expect"]["findings"] if "/miss" in n}
    assert {rule.id for rule in rulebook().rules} - missed == set()


def test_every_rule_has_a_scenario_in_which_it_says_nothing() -> None:
    speaking = [
        {
            name.partition("/")[0]
            for key in ("findings", "signed")
            for name in c["expect"].get(key, ())
        }
        for c in cases()
    ]
    assert all(any(rule.id not in each for each in speaking) for rule in rulebook().rules)


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("decision", "deny"),
        ("may_proceed", False),
        ("fires", ["PRO-01"]),
        ("findings", {"PRO-01/stale": ["P1"]}),
        ("signed", {"PRO-06/contact": ["P5"]}),
        ("session_state", "blocked"),
        ("refused", True),
        ("routes", {"P1": {"travel": "deny"}}),
        ("horizons", {"hard": "2026-12-02T16:00:00Z"}),
        ("valid_until", "2026-12-02T16:00:00Z"),
        ("notices", ["ROL-05/overlap_sealed"]),
        ("unreachable", ["PRO-06/contact"]),
        ("verdict", "clear"),
    ],
)
def test_each_key_of_an_expectation_is_judged(key: str, wrong: object) -> None:
    case = deepcopy(cases()[0])
    case["expect"][key] = wrong
    (fault,) = run(base(), case, rulebook()).faults
    assert fault.startswith(f"{key}: ")


@pytest.mark.parametrize("scenario", ["G036", "G227", "G273", "G043"])
@pytest.mark.parametrize("key", ["signed", "notices", "refused", "unreachable"])
def test_what_an_expectation_leaves_out_must_not_happen(scenario: str, key: str) -> None:
    case = deepcopy(next(c for c in cases() if c["id"] == scenario))
    if case["expect"].pop(key, None):
        (fault,) = run(base(), case, rulebook()).faults
        assert fault.startswith(f"{key}: ")


def test_running_a_scenario_leaves_the_base_as_it_was() -> None:
    engagement = base()
    for case in cases():
        build(engagement, case)
    assert engagement == base()


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "X"}', '{"expect": []}'])
def test_a_line_that_is_no_scenario_is_named(line: str) -> None:
    with pytest.raises(BadScenario, match="line 2"):
        list(read_cases(["", line]))
