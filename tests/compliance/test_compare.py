"""What other rules would have said: every difference is found, and nothing else is one."""

import json
from collections.abc import Mapping
from copy import deepcopy
from functools import cache

import pytest

from antechamber_compliance.compare import Change, Compared, Comparison, Pair, compare
from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import weigh
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.replay import Stored
from antechamber_compliance.rulebook import load
from antechamber_compliance.scenarios import build
from engagements import (
    base,
    cases,
    engagement,
    policy_files,
    recounted,
    rulebook,
    verdict_of,
)

GEN_01 = "gender/GEN-01-share.toml"
# About the share of women all, of the others some; the strange field of one has no verdict here.
SCENARIOS = {
    case["id"]: build(base(), case)
    for number, case in enumerate(cases())
    if number % 6 == 0 or "GEN-01" in json.dumps(case["expect"])
}


def changed(replacements: Mapping[str, tuple[str, str]]) -> Rulebook:
    """The shipped rules with one text replaced in each of some files."""
    files = dict(policy_files())
    for path, (before, after) in replacements.items():
        text = files[path].decode()
        assert before in text
        files[path] = text.replace(before, after).encode()
    return load(files)


@cache
def floor(percent: int) -> Rulebook:
    return changed({GEN_01: ("value = 30 }", f"value = {percent} }}")})


def under(new: Rulebook, case: str = "G001") -> Compared:
    found = compare(Stored(case, "S-1", SCENARIOS[case], None), Pair(rulebook(), new))
    assert isinstance(found, Compared)
    return found


def test_the_same_rules_differ_in_nothing() -> None:
    same = load(policy_files())
    assert not any(under(same, case).differs for case in SCENARIOS)


def test_a_higher_floor_shows_as_new_findings_and_as_other_messages() -> None:
    comparison = Comparison(Pair(rulebook(), floor(45)))
    for case, raw in SCENARIOS.items():
        comparison.add(Stored(case, "", raw, None))
    assert comparison.decided == len(SCENARIOS)
    assert comparison.outcomes["clear", "needs_approval"] > 0
    named = {name for name, _ in comparison.subjects}
    # GEN-05 reads the same floor: a share is either too low or undecided.
    assert named <= {f"GEN-0{rule}/{code}" for rule, code in (
        (1, "share"), (1, "phase_share"), (5, "share_undecided"), (5, "phase_undecided")
    )}  # fmt: skip
    assert comparison.subjects["GEN-01/share", "new"].keys() == {"session"}


def test_a_tightened_value_that_the_new_rules_overtake_hides_no_difference() -> None:
    women = [r for r, s in engagement()["participants"].items()
             if s["gender"] == "woman" and s["role"] in ("delegate", "participant")]  # fmt: skip
    fewer = engagement("G001", {"participants": {women[0]: {"gender": "man"}}})
    raw = recounted({**fewer, "params": {"GEN-01.women_floor_pct": 31}})
    found = compare(Stored("D-1", "", raw, None), Pair(rulebook(), floor(45)))
    assert isinstance(found, Compared)
    assert (found.before, found.after) == ("clear", "needs_approval")


def test_an_absent_rule_shows_as_findings_that_are_gone() -> None:
    files = {path: raw for path, raw in policy_files().items() if "SAF-02" not in path}
    stale = engagement("G001", {"session": {"risk": {"at": "none"}}})
    found = compare(Stored("D-1", "S-1", stale, None), Pair(rulebook(), load(files)))
    assert isinstance(found, Compared)
    assert Change("SAF-02/none", "session", "gone", "deny", "") in found.changes


def _names(raw: dict[str, object]) -> set[str]:
    return {finding.name for finding in verdict_of(raw).findings}


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ('effect = "needs_approval"', 'effect = "deny"', "effect"),
        ("At most {at_most} of {counted}", "Only {at_most} of {counted}", "message"),
        ("or add seats.", "or add many seats.", "remedy"),
        ("max_days = 90", "max_days = 30", "terms"),
        ('roles = ["director", "gender_adviser"]', 'roles = ["director"]', "terms"),
    ],
)
def test_each_part_of_a_finding_that_changes_is_told(before: str, after: str, kind: str) -> None:
    case = next(case for case, raw in SCENARIOS.items() if "GEN-01/share" in _names(raw))
    found = under(changed({GEN_01: (before, after)}), case)
    assert kind in {change.kind for change in found.changes if change.name == "GEN-01/share"}


def test_a_signature_that_no_longer_counts_is_told() -> None:
    case = next(
        case
        for case, raw in SCENARIOS.items()
        if any(f.name == "GEN-01/share" and f.signed_by for f in verdict_of(raw).findings)
    )
    found = under(changed({GEN_01: ("max_days = 90", "max_days = 1")}), case)
    assert "signed" in {change.kind for change in found.changes}


def test_an_input_of_another_schema_is_left_out_and_said_to_be() -> None:
    comparison = Comparison(Pair(rulebook(), floor(45)))
    strange = engagement("G001") | {"vip": True}
    for dossier in (strange, None):
        comparison.add(Stored("D-1", "S-1", dossier, None))
    assert comparison.decided == 0
    assert comparison.not_replayable == [("D-1", "schema_changed"), ("D-1", "erased")]


def test_a_stored_verdict_that_knows_its_strange_field_is_decided_again() -> None:
    raw = engagement("G001") | {"vip": True}
    verdict = json.loads(verdict_of(raw).canonical())
    found = compare(Stored("D-1", "S-1", raw, verdict), Pair(rulebook(), floor(45)))
    assert isinstance(found, Compared)


def test_the_binding_of_a_sign_off_stays_as_it_was_stored() -> None:
    raw = engagement(next(case for case, raw in SCENARIOS.items() if raw.get("signoffs")))
    for row in raw["signoffs"].values():
        row["binding"] = "changed"
    as_before = deepcopy(raw)
    found = compare(Stored("D-1", "S-1", raw, None), Pair(rulebook(), floor(45)))
    assert isinstance(found, Compared)
    assert raw == as_before
    assert found.before == verdict_of(raw).outcome


def test_the_json_names_each_decision_that_differs() -> None:
    comparison = Comparison(Pair(rulebook(), floor(45)))
    for case, raw in SCENARIOS.items():
        comparison.add(Stored(case, "S-1", raw, None))
    body = json.loads(json.dumps(comparison.to_json()))
    moved = [each for each in body["differing"] if each["from"] != each["to"]]
    assert {each["decision"] for each in moved} <= SCENARIOS.keys()
    assert sum(o["count"] for o in body["outcomes"]) == body["decided"] == len(SCENARIOS)
    assert all(each["changes"] for each in moved)


def test_what_is_judged_once_is_what_each_rulebook_says_by_itself() -> None:
    pair = Pair(rulebook(), floor(45))
    for case, raw in SCENARIOS.items():
        received = receive(raw)
        expected = (weigh(received, rulebook()), weigh(received, floor(45)))
        assert pair.weigh(received) == expected, case
