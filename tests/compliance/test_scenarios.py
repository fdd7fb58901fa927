"""The shipped scenarios, and that a wrong expectation would be noticed."""

import json
import re
from copy import deepcopy
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

from antechamber_compliance.scenarios import (
    BadScenario,
    Prepared,
    build,
    merge,
    read_cases,
    read_folder,
    run,
)
from engagements import all_scenarios, base, cases, engagement, found_in, policy_files, rulebook

ENGINE_CODES = {"bad_input", "unknown_field", "bad_parameter", "bad_times", "incomplete",
                "empty_nexus", "empty_parties", "empty_seats"}  # fmt: skip
CODE = re.compile(r"[A-Z]{3}-\d\d/\w+")
GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("scenario", all_scenarios(), ids=lambda scenario: scenario.id)
def test_the_rules_decide_a_scenario_as_written(scenario: Prepared) -> None:
    assert (scenario.absent(rulebook()), scenario.faults(rulebook())) == ((), ())


def shipped() -> set[str]:
    return {f"{rule.id}/{r.code}" for rule in rulebook().rules for r in rule.requirements}


def test_every_requirement_has_a_scenario_in_which_it_fires() -> None:
    fired = {
        name
        for scenario in all_scenarios()
        for key in ("findings", "signed")
        for name in scenario.case["expect"].get(key, ())
    }
    assert (shipped() | {f"ENGINE/{code}" for code in ENGINE_CODES}) - fired == set()


def test_every_requirement_has_a_scenario_at_its_edge_in_which_it_does_not_fire() -> None:
    edges: set[str] = set()
    for scenario in all_scenarios():
        named = set(CODE.findall(scenario.case.get("note", "").partition(":")[0]))
        if scenario.case.get("note", "").startswith("Edge of "):
            assert named.isdisjoint(scenario.case["expect"]["findings"]), scenario.id
            edges |= named
    assert shipped() - edges == set()


def test_every_fact_of_an_engagement_has_a_scenario_that_lacks_it() -> None:
    listed = (GOLDEN / "paths.tsv").read_text(encoding="utf-8").splitlines()
    paths = {line.partition("\t")[0] for line in listed if not line.startswith("#")}
    lacked = {gap.path for scenario in all_scenarios() for gap in scenario.received.gaps}
    found = {path for path in paths if any(fnmatchcase(each, path) for each in lacked)}
    assert paths - found == {"params.*"}  # any value is a value; wrong ones are bad parameters


def test_every_scenario_says_in_words_what_it_is_about() -> None:
    titles = [scenario.case["title"].strip() for scenario in all_scenarios()]
    assert all(titles)
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_the_word_self_names_the_seat_it_stands_in() -> None:
    raw = engagement()
    raw["participants"]["P1"]["consent"]["subject"] = "self"
    assert found_in(raw) == {}


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
        ("finding", {}),
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


def line_of(**changes: Any) -> str:
    return json.dumps({"id": "X", "title": "x", "patch": {}, "expect": {}, **changes})


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "is not JSON"),
        ("[]", "no scenario"),
        ('{"id": "X"}', "needs an 'expect' object"),
        (line_of(expect=[]), "needs an 'expect' object"),
        ('{"expect": {}, "expect": {}}', "'expect' stands twice"),
        (line_of(patch=[]), "patch must be an object"),
        (line_of(delete="as_of"), "delete must be a list"),
        (line_of(delet=["as_of"]), "did you mean 'delete'"),
        (line_of(expect={"decision": "denied"}), "decision must be one of clear"),
        (line_of(expect={"may_proceed": "no"}), "may_proceed must be true or false"),
        (line_of(expect={"findings": ["PRO-01/stale"]}), "findings must hold"),
        (line_of(expect={"findings": {"PRO-01/stale": "P1"}}), "findings must hold"),
        (line_of(expect={"routes": {"P1": {"travel": "denied"}}}), "routes must hold"),
        (line_of(expect={"horizons": {"soft": "2026-12-02T16:00:00Z"}}), "horizons must hold"),
        (line_of(expect={"valid_until": "2026-12-02"}), "valid_until must be an instant"),
    ],
)
def test_a_line_that_is_no_scenario_is_named_with_what_is_wrong(line: str, words: str) -> None:
    with pytest.raises(BadScenario, match=r"^line 2") as caught:
        list(read_cases(["", line]))
    assert words in str(caught.value)


def faults(patch: Any, expect: Any, delete: tuple[str, ...] = ()) -> tuple[str, ...]:
    case = {"id": "X", "title": "x", "patch": patch, "delete": list(delete), "expect": expect}
    return run(base(), case, rulebook()).faults


def test_what_is_deleted_and_was_never_there_changes_nothing() -> None:
    gone = ("no.such.path", "participants.P99.threat", "session.format.x", "as_of.y", "")
    assert build(base(), {"delete": list(gone)}) == build(base(), {})


def test_a_parameter_whose_name_has_a_dot_can_be_deleted() -> None:
    patch = {"params": {"PRO-01.screen_max_age_days": 1}}
    assert faults(patch, {"decision": "clear"}, ("params.PRO-01.screen_max_age_days",)) == ()


def test_null_removes_a_seat_and_a_new_seat_is_laid_over_the_defaults() -> None:
    built = build(base(), {"patch": {"participants": {"P3": None, "X1": {"gender": "woman"}}}})
    assert "P3" not in built["participants"]
    assert built["participants"]["X1"]["gender"] == "woman"
    assert built["participants"]["X1"]["consent"]["subject"] == "X1"


def test_null_inside_something_new_is_left_out() -> None:
    assert merge({}, {"a": {"b": None, "c": 1}}) == {"a": {"c": 1}}


@pytest.mark.parametrize("patch", [{"participants": []}, {"participants": {"P1": 3}},
                                   {"participant_defaults": None}, {"session": None}])  # fmt: skip
def test_an_engagement_of_a_strange_shape_is_denied_like_any_other(patch: Any) -> None:
    assert faults(patch, {"decision": "deny"}) == ()


def test_an_instant_is_the_same_in_every_zone() -> None:
    until = {"valid_until": "2026-11-26T07:00:00+01:00"}
    assert faults({}, until) == ()
    assert (
        faults({}, {"horizons": {"hard": "2026-12-02T16:00Z", "refresh": "2026-11-26T06:00:00.0Z"}})
        == ()
    )


def test_a_route_that_is_null_must_not_be_shown() -> None:
    listed = {"participants": {"P5": {"listings": {"a": {"regime": "EU_RM", "travel_ban": False}}}}}
    patch = {**listed, "counts": {"listings": 1}}
    assert faults(patch, {"routes": {"P5": {"meals": None}}, "unreachable": []}) == ()
    assert faults(patch, {"routes": {"P5": {"facilitation": None}}}) != ()
    assert faults(patch, {"routes": {"P5": {"meals": "approve_record"}}}) != ()


def test_at_least_asks_for_the_findings_named_and_for_the_exact_decision() -> None:
    lacking = ("session.risk.at",)
    more = {"decision": "deny", "at_least": True, "fires": ["SAF-02"],
            "findings": {"SAF-02/missing": ["session"]}}  # fmt: skip
    patch = {"session": {"conduct_signed": False}}
    assert faults(patch, more, lacking) == ()
    assert faults(patch, {**more, "decision": "clear"}, lacking) != ()
    assert faults(patch, {**more, "findings": {"SAF-03/missing": ["session"]}}, lacking) != ()
    assert faults(patch, {**more, "fires": ["SAF-03"]}, lacking) != ()
    assert faults(patch, {**more, "at_least": False}, lacking) != ()


def test_scenarios_about_rules_that_are_not_there_are_not_judged() -> None:
    assert run(base(), {"expect": {"fires": ["XXX-01"]}}, rulebook()).absent == ("XXX-01",)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"scenarios/base.json": None}, "base.json is absent"),
        ({"scenarios/base.json": b"["}, "base.json is not JSON"),
        ({"scenarios/base.json": b"[" * 100_000}, "base.json is not JSON"),
        ({"scenarios/base.json": b'{"state": "draft", "state": "x"}'}, "'state' stands twice"),
        ({"scenarios/cases.jsonl": b"[" * 100_000}, "line 1 is not JSON"),
        ({"scenarios/base.json": b"[]"}, "holds no engagement"),
        ({"scenarios/more.jsonl": b"\n{"}, "more.jsonl: line 2 column 2 is not JSON"),
        ({"scenarios/more.jsonl": b'"\xff"'}, "more.jsonl is not UTF-8"),
        ({"scenarios/more.jsonl": line_of(id="G001").encode()}, "the id G001 stands 2 times"),
    ],
)
def test_a_folder_of_scenarios_that_cannot_be_read_is_refused(
    changed: dict[str, bytes | None], words: str
) -> None:
    files = {**policy_files(), **changed}
    with pytest.raises(BadScenario, match=re.escape(words)):
        read_folder({path: raw for path, raw in files.items() if raw is not None})


def test_a_text_may_hold_any_separator_but_a_line_feed() -> None:
    line = line_of(note="one\u2028two").replace("\\u2028", "\u2028").encode()
    files = {**policy_files(), "scenarios/more.jsonl": line}
    assert len(read_folder(files).cases) == len(all_scenarios()) + 1


def hints(patch: Any, expect: Any) -> tuple[str, ...]:
    case = {"id": "X", "title": "x", "patch": patch, "expect": expect}
    return run(base(), case, rulebook()).hints


def test_broken_json_is_placed_by_its_line_and_column_in_the_file() -> None:
    with pytest.raises(BadScenario, match=r"^line 3 column 8 is not JSON: "):
        list(read_cases([line_of(), "", '{"id": ,}']))


def test_an_id_that_two_lines_of_a_file_have_is_refused() -> None:
    with pytest.raises(BadScenario, match=r"^line 3: the id X stands in line 1 as well"):
        list(read_cases([line_of(), "", line_of()]))


@pytest.mark.parametrize(
    ("patch", "hint"),
    [
        ({"session": {"risk": {"residual": "lo"}}},
         "session.risk.residual (SAF-03/missing); it must be one of low, medium, high, extreme"),
        ({"session": {"conduct_signed": "yes"}},
         "session.conduct_signed (SAF-04/missing); its kind is bool"),
        ({"session": {"publik": True}},
         "session.publik (ENGINE/unknown_field); did you mean 'public'?"),
        ({"participants": {"P1": {"gendre": "woman"}}},
         "participants.P1.gendre (ENGINE/unknown_field); did you mean 'gender'?"),
        ({"params": {"GEN-01.women_floor_pct": 90}, "counts": {"params": 1}},
         "params.GEN-01.women_floor_pct (ENGINE/bad_parameter)"),
    ],
)  # fmt: skip
def test_a_slip_in_a_patch_is_shown_with_its_path_and_what_may_stand_there(
    patch: Any, hint: str
) -> None:
    assert hints(patch, {"decision": "clear"}) == (hint,)


def test_a_scenario_that_holds_and_a_gap_that_is_expected_need_no_hint() -> None:
    patch = {"session": {"risk": {"residual": "lo"}}}
    assert hints(patch, {"decision": "deny", "at_least": True}) == ()
    gap = {"findings": {"SAF-03/missing": ["session"]}, "decision": "clear"}
    assert hints(patch, gap) == ()


@pytest.mark.parametrize("key", ["findings", "signed"])
@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("GEN-01/shar", "; did you mean 'GEN-01/share'?"),
        ("GEN-01/mising", "; did you mean 'GEN-01/missing'?"),
        ("GEN-1/share", "; did you mean 'GEN-01/share'?"),
        ("ENGINE/bad_inputs", "; did you mean 'ENGINE/bad_input'?"),
        ("XXX-01/missing", ""),
    ],
)
def test_a_finding_that_no_rule_makes_is_told_with_the_nearest_right_one(
    key: str, name: str, meant: str
) -> None:
    assert hints({}, {key: {name: ["session"]}}) == (f"{name}: no rule here finds this{meant}",)


def test_an_unknown_key_of_an_expectation_is_told_with_the_nearest_right_one() -> None:
    assert faults({}, {"desicion": "clear"}) == (
        "desicion: this key is not known; did you mean 'decision'?",
    )
