"""A decision on record decides the same again, and whatever keeps it from doing so is named."""

import json
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from antechamber_compliance.canonical import canonical
from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import decide
from antechamber_compliance.policy import NO_RULES
from antechamber_compliance.replay import BadDecision, Stored, read_decisions, replay
from antechamber_compliance.scenarios import build
from engagements import Json, base, cases, engagement, rulebook, verdict_of

BENCH = Path(__file__).parents[2] / "bench" / "rules" / "replay.py"


def stored(raw: Json | None = None, **changes: Any) -> Stored:
    """A decision on record whose verdict was changed in some parts."""
    raw = engagement("G050") if raw is None else raw
    verdict: Json = json.loads(verdict_of(raw).canonical())
    return Stored("D-1", "S-1", raw, {**verdict, **changes})


def lines(*decisions: Stored) -> list[str]:
    return [decision.to_line().decode() for decision in decisions]


def test_a_scenario_decides_the_same_again_from_its_line_in_a_file() -> None:
    raws = [build(base(), case) for case in cases()[::4]]
    file = lines(*(stored(raw) for raw in raws))
    results = {replay(each, rulebook()).result for each in read_decisions(file)}
    assert results == {"identical"}


def test_one_changed_byte_of_a_verdict_is_a_difference_and_its_part_is_named() -> None:
    changed = stored()
    assert changed.verdict is not None
    findings = deepcopy(changed.verdict["findings"])
    findings[0]["message"] += "."
    replayed = replay(stored(findings=findings), rulebook())
    assert (replayed.result, replayed.differing) == ("different", ("findings",))


def test_another_engine_or_other_zone_rules_are_named_with_both_versions() -> None:
    replayed = replay(stored(engine="0", zones="2019a"), rulebook())
    assert replayed.result == "different"
    engine, zones = replayed.differing
    assert engine.startswith("engine 0, now ")
    assert zones.startswith("zones 2019a, now ")


def test_a_part_that_one_verdict_lacks_is_a_difference() -> None:
    assert replay(stored(surplus=None), rulebook()).differing == ("surplus",)


def test_a_fact_that_was_missing_then_is_no_change_of_the_schema() -> None:
    raw = engagement("G001", {"session": {"public": None}})
    raw["session"]["vip"] = True
    assert replay(stored(raw), rulebook()).result == "identical"


@pytest.mark.parametrize(
    "changes", [{"session": {"public": None}}, {"session": {"vip": True}}, {"vip": True}]
)
def test_a_fact_that_the_verdict_never_missed_is_a_change_of_the_schema(changes: Json) -> None:
    earlier = stored(engagement("G001"))
    now = engagement("G001", changes)
    replayed = replay(Stored("D-1", "S-1", now, earlier.verdict), rulebook())
    assert replayed.result == "schema_changed"


def test_a_verdict_of_another_schema_is_not_replayable() -> None:
    found = replay(stored(schema="antechamber.verdict/0"), rulebook())
    assert found.result == "schema_changed"


def test_without_its_own_rulebook_nothing_is_decided() -> None:
    assert replay(stored(), None).result == "rulebook_not_at_hand"


def test_what_was_denied_for_want_of_rules_is_denied_again() -> None:
    raw = engagement("G001")
    verdict = json.loads(decide(receive(raw), NO_RULES).canonical())
    replayed = replay(Stored("D-1", "S-1", raw, verdict), NO_RULES)
    assert replayed.result == "identical"


def test_an_erased_person_leaves_the_verdict_and_nothing_to_replay() -> None:
    verdict = stored().verdict
    (read,) = read_decisions(lines(Stored("D-1", "S-1", None, verdict)))
    assert replay(read, rulebook()).result == "erased"


def test_an_input_without_a_verdict_is_read_and_not_replayed() -> None:
    (read,) = read_decisions(lines(Stored("D-1", "S-1", engagement("G001"), None)))
    assert read.rulebook_digest is None
    assert replay(read, rulebook()).result == "no_verdict"


def test_a_line_of_a_file_is_canonical_and_blank_lines_are_none() -> None:
    one = stored()
    line = one.to_line()
    assert line == canonical(json.loads(line)) + b"\n"
    assert list(read_decisions(["\n", line.decode(), "  \n"])) == [one]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"decision": "D-1"}',
        '{"dossier": [], "decision": "D-1"}',
        '{"dossier": {}, "decision": 1}',
        '{"dossier": {}, "verdict": {}}',
        '{"dossier": {}, "verdict": {"rulebook": {"digest": 1}, "findings": []}}',
        '{"dossier": {}, "verdict": {"rulebook": {"digest": ""}, "findings": ["x"]}}',
        '{"dossier": {}, "verdict": {"rulebook": {"digest": ""}, "findings": [], "x": 1.5}}',
        '{"dossier": {}, "verdicts": {}}',
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_decision_is_refused_by_number_and_not_quoted(line: str) -> None:
    with pytest.raises(BadDecision, match=r"^line 2: [^{}\[\]1]*$"):
        list(read_decisions(["\n", line]))


@pytest.mark.slow
def test_decisions_have_the_same_bytes_under_every_hash_seed_and_python_at_hand() -> None:
    asked = [sys.executable, str(BENCH), "--decisions", "120", "--seeds", "1", "2"]
    ended = subprocess.run(asked, check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.count("120 identical") >= 2


def test_a_member_that_stands_twice_is_refused_and_not_read_last() -> None:
    with pytest.raises(BadDecision, match="line 1: is not JSON"):
        list(read_decisions(['{"dossier": {"state": "draft"}, "dossier": {}}']))
