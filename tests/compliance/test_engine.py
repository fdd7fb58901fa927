"""How findings become a verdict: default deny, faults, order, and the same bytes every time."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from antechamber_compliance.canonical import canonical
from antechamber_compliance.finding import Finding
from antechamber_compliance.policy import NO_RULES, Rulebook
from antechamber_compliance.rulebook import load
from antechamber_compliance.verdict import outcome_of
from engagements import (
    SCENARIOS,
    Json,
    cases,
    engagement,
    found_in,
    policy_files,
    rulebook,
    verdict_of,
)

FAULTY = b"""
id = "ZZZ-01"
title = "A rule that raises"
scope = "session"
rationale = "It divides the session by nothing."
[[require]]
code = "raises"
effect = "warn"
that = 'session.public'
message = "Never said."
remedy = "Invite more."
"""
PACK = b'id = "zzz"\ntitle = "Test"\nowner = "tests"\nversion = "1"\n'


def book_with(page: bytes, **others: bytes) -> Rulebook:
    return load({**policy_files(), "zzz/pack.toml": PACK, "zzz/ZZZ-01.toml": page, **others})


def raising(rules: Rulebook, rule_id: str, fault: Exception) -> Rulebook:
    """Return a rulebook in which one rule's first requirement raises."""

    def fail(*_: object) -> bool:
        raise fault

    (rule,) = (rule for rule in rules.rules if rule.id == rule_id)
    first = replace(rule.requirements[0], that=replace(rule.requirements[0].that, fast=fail))
    broken = replace(
        rule, requirements=(first, *rule.requirements[1:]), together=None, everybody=None
    )
    return replace(rules, rules=tuple(broken if r is rule else r for r in rules.rules))


@pytest.mark.parametrize("fault", [ValueError("x"), KeyError("x"), RecursionError(), MemoryError()])
def test_a_rule_that_raises_denies_and_says_which_it_was(fault: Exception) -> None:
    verdict = verdict_of(engagement(), raising(book_with(FAULTY), "ZZZ-01", fault))
    (finding,) = [f for f in verdict.findings if f.rule == "ENGINE"]
    assert (verdict.outcome, finding.name) == ("deny", "ENGINE/rule_error")
    assert (finding.subject, finding.paths) == ("engagement", ("ZZZ-01",))


def test_a_rule_that_raises_takes_no_other_finding_away() -> None:
    raw = engagement("G002")
    verdict = verdict_of(raw, raising(rulebook(), "CON-02", ValueError("x")))
    assert {f.name for f in verdict.findings} == {"PRO-01/stale", "ENGINE/rule_error"}


def test_no_rules_deny() -> None:
    verdict = verdict_of(engagement(), NO_RULES)
    assert verdict.outcome == "deny"
    assert "ENGINE/no_rules" in {f.name for f in verdict.findings}
    assert verdict_of(engagement(), load({})).outcome == "deny"


def test_a_leaf_whose_rules_are_absent_is_missed_by_the_engine() -> None:
    raw = engagement()
    del raw["participants"]["P1"]["threat"]
    without = replace(rulebook(), rules=tuple(r for r in rulebook().rules if r.id != "SAF-03"))
    (finding,) = verdict_of(raw, without).findings
    assert (finding.name, finding.missing) == ("ENGINE/bad_input", ("participants.P1.threat",))


@pytest.mark.parametrize("absent", ["PRO-04", "PRO-05", "PRO-06", "PRO-07", "PRO-08", "PRO-09"])
def test_without_a_routing_rule_no_listed_person_clears(absent: str) -> None:
    without = replace(rulebook(), rules=tuple(r for r in rulebook().rules if r.id != absent))
    verdict = verdict_of(engagement("G036"), without)
    (found,) = [f for f in verdict.findings if f.name == "ENGINE/no_rules"]
    assert (found.effect, found.paths) == ("deny", (absent,))
    assert verdict_of(engagement(), without).outcome == "clear"


def finding(effect: Any, signed_by: str = "") -> Finding:
    return Finding(rule="X-1", code="x", effect=effect, subject="session", message="m",
                   remedy="r", view="general", signed_by=signed_by)  # fmt: skip


@pytest.mark.parametrize(
    ("effects", "outcome"),
    [
        ((), "clear"),
        (("warn",), "clear_with_warnings"),
        (("warn", "needs_approval"), "needs_approval"),
        (("deny", "needs_approval", "warn"), "deny"),
        (("needs_approval", "deny"), "deny"),
    ],
)
def test_the_gravest_finding_decides(effects: tuple[str, ...], outcome: str) -> None:
    assert outcome_of(tuple(finding(effect) for effect in effects)) == outcome


def test_a_signed_finding_does_not_decide_and_stays_visible() -> None:
    assert outcome_of((finding("needs_approval", "S-1"), finding("warn"))) == "clear_with_warnings"
    verdict = verdict_of(engagement("G211"))
    (signed,) = verdict.findings
    assert (verdict.outcome, signed.signed_by) == ("clear", "SAF-03-high-session")


def test_a_finding_shows_what_was_looked_at_for_its_own_subject() -> None:
    (found,) = verdict_of(engagement("G002")).findings
    assert found.paths == ("participants.P3.screening.at",)
    (found,) = verdict_of(engagement("G150", {"params": {}})).findings[1:]
    assert "participants.*.gender" in found.paths


def turned(node: Any) -> Any:
    """Turn round the order of all maps."""
    if isinstance(node, dict):
        return {key: turned(value) for key, value in reversed(node.items())}
    return [turned(item) for item in node] if isinstance(node, list) else node


@pytest.mark.parametrize("case", [c["id"] for c in cases()][::8])
def test_the_order_of_rows_decides_nothing(case: str) -> None:
    raw = engagement(case)
    assert verdict_of(turned(raw)).canonical() == verdict_of(raw).canonical()


def test_two_sign_offs_for_one_finding_are_as_good_as_one() -> None:
    raw = engagement("G211")
    one = raw["signoffs"]["SAF-03-high-session"]
    for extra in ("A-first", "Z-last"):
        both = engagement("G211", {"signoffs": {extra: {**one, "by": []}}})
        assert verdict_of(both).outcome == "clear"
    twice = engagement("G211", {"signoffs": {"A-first": one}})
    assert verdict_of(twice).canonical() == verdict_of(turned(twice)).canonical()


SCRIPT = """
import sys
from hashlib import sha256
sys.path[:0] = sys.argv[1:]
from engagements import cases, engagement, verdict_of
everything = sha256()
for case in cases()[::9]:
    everything.update(verdict_of(engagement(case["id"])).canonical())
print(everything.hexdigest())
"""


@pytest.mark.slow
def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    tests = str(SCENARIOS.parents[1] / "tests")
    digests = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, tests],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(digests) == 1


def test_the_verdict_is_plain_json_and_says_by_what_it_was_decided() -> None:
    verdict = verdict_of(engagement("G048"))
    shown: Mapping[str, Any] = json.loads(verdict.canonical())
    assert canonical(verdict.to_json()) == verdict.canonical()
    assert shown["rulebook"] == {
        "version": rulebook().version,
        "revision": rulebook().revision,
        "digest": rulebook().digest,
    }
    assert shown["parameters"]["values"]["GEN-01.women_floor_pct"] == 30
    assert shown["lists"]["un_sc"] == "2026-11-19T06:00:00Z"
    assert shown["routes"]["P5"]["lodging"] == {
        "route": "licence",
        "regimes": {"EU_CT_931": "licence"},
    }
    assert shown["signoffs"] == {"PRO-06-contact-P5": "effective"}
    assert shown["valid_until"] == "2026-11-26T06:00:00Z"


def with_counts(raw: Json, **counts: int) -> Json:
    return {**raw, "counts": {**raw["counts"], **counts}}


@pytest.mark.parametrize("name", sorted(engagement()["counts"]))
@pytest.mark.parametrize("off", [-1, 1])
def test_each_count_must_be_met_exactly(name: str, off: int) -> None:
    raw = engagement("G093")
    stated = raw["counts"][name] + off
    if stated >= 0:
        verdict = verdict_of(with_counts(raw, **{name: stated}))
        incomplete = [f for f in verdict.findings if f.name == "ENGINE/incomplete"]
        assert [f.paths for f in incomplete] == [(f"counts.{name}",)]


@pytest.mark.parametrize(
    ("patch", "bad"),
    [
        ({"session": {"end": "2026-12-01T09:00"}}, False),  # no time at all, yet not backwards
        ({"session": {"end": "2026-12-01T08:59"}}, True),
        ({"as_of": "2026-12-02T15:59:59Z"}, False),
        ({"as_of": "2026-12-02T16:00:00Z"}, True),  # over at that instant
        ({"participants": {"P5": {"travel_to": "2026-12-02"}}}, False),
        ({"participants": {"P5": {"travel_to": "2026-12-01"}}}, True),
        ({"participants": {"P5": {"travel_from": "2026-12-01"}}}, False),
        ({"participants": {"P5": {"travel_from": "2026-12-02"}}}, True),
    ],
)
def test_times_must_be_possible(patch: Json, bad: bool) -> None:
    assert ("ENGINE/bad_times" in found_in(engagement(patch=patch))) is bad


@pytest.mark.parametrize(
    ("name", "value", "admitted"),
    [
        ("GEN-01.women_floor_pct", 20, True),
        ("GEN-01.women_floor_pct", 50, True),
        ("GEN-01.women_floor_pct", 19, False),
        ("GEN-01.women_floor_pct", 51, False),
        ("GEN-01.women_floor_pct", True, False),
        ("GEN-01.women_floor_pct", "30", False),
        ("GEN-01.others_in_denominator", True, True),
        ("GEN-01.others_in_denominator", 1, False),
        ("GEN-01.exempt_formats", [], True),
        ("GEN-01.exempt_formats", ["advisory_support"], True),
        ("GEN-01.exempt_formats", ["plenary"], False),
        ("INC-02.exempt_formats", ["consultation"], True),
        ("GEN-08.max", 0, True),
        ("GEN-08.max", 5, False),
        ("GEN-02.min_seats", 3, False),  # it belongs to GEN-01
        ("min_seats", 3, False),
    ],
)
def test_a_parameter_is_known_and_within_its_bounds(
    name: str, value: object, admitted: bool
) -> None:
    found = found_in(engagement(patch={"params": {name: value}}))
    assert ("ENGINE/bad_parameter" not in found) is admitted


def test_a_number_is_the_one_in_force_on_the_first_day_of_the_session() -> None:
    page = policy_files()["gender/GEN-01-share.toml"]
    dated = page.replace(
        b"values = [{ from = 2026-01-01, value = 30 }]",
        b"values = [{ from = 2026-01-01, value = 30 }, { from = 2026-12-01, value = 50 },"
        b" { from = 2026-12-02, value = 20 }]",
    )
    rules = load({**policy_files(), "gender/GEN-01-share.toml": dated})
    values = {
        start: verdict_of(engagement(patch={"session": {"start": start}}), rules).parameters
        for start in ("2026-11-30T23:59", "2026-12-01T00:00", "2026-12-02T00:00")
    }
    assert [v["GEN-01.women_floor_pct"] for v in values.values()] == [30, 50, 20]


def test_a_seat_cannot_be_called_like_another_subject() -> None:
    for name in ("session", "initiative", "office", "engagement"):
        raw = engagement()
        seat = raw["participants"].pop("P2")
        seat["consent"]["subject"] = name
        raw["participants"][name] = seat
        assert "ENGINE/bad_input" in found_in(raw)
