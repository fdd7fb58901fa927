"""What would lift a denial: every suggestion is true, needed, and the least comes first."""

from typing import Any

import pytest

from antechamber_compliance import suggestions
from antechamber_compliance.binding import values_signed
from antechamber_compliance.derive import derive
from antechamber_compliance.dossier import Received, receive
from antechamber_compliance.engine import decide, weigh
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.scenarios import merge, read_folder
from antechamber_compliance.verdict import Suggestion, Verdict
from engagements import (
    Json,
    cases,
    engagement,
    policy_files,
    recounted,
    rulebook,
    seat_of,
    verdict_of,
)

REMOTE = {"crosses_border": False, "travel_from": "session", "travel_to": "session"}


def suggested(raw: Json) -> dict[str, Suggestion]:
    return {each.change: each for each in verdict_of(raw).suggestions}


def followed(raw: Json, suggestion: Suggestion, *, but: str = "") -> Json:
    """The engagement with a suggestion followed, written as a merge patch by hand."""
    patch: Json = {}
    for path in suggestion.paths:
        if path == but:
            continue
        value: Any = {"remote": "remote", "": None, "elsewhere": "ZZ"}.get(
            suggestion.to, suggestion.to
        )
        value = REMOTE.get(path.rpartition(".")[2], value)
        for key in reversed(path.split(".")):
            value = {key: value}
        patch = merge_patches(patch, value)
    return bound_anew(raw, recounted(merge(raw, patch)))


def merge_patches(one: Any, other: Any) -> Any:
    if not isinstance(one, dict) or not isinstance(other, dict):
        return other
    return {**one, **{key: merge_patches(one.get(key), other[key]) for key in other}}


def bound_anew(before: Json, after: Json) -> Json:
    """Mark the sign-offs whose values differ, as the office does by their digests."""
    dossiers = [derive(receive(raw).dossier, rulebook().tables) for raw in (before, after)]
    for row in after["signoffs"].values():
        finding = (row["rule"], row["code"], row["subject"])
        old, new = (values_signed(dossier, rulebook(), finding) for dossier in dossiers)
        if old != new:
            row["binding"] = "changed"
    return after


def denied_cases() -> list[str]:
    return [case["id"] for case in cases() if case["expect"]["decision"] == "deny"]


@pytest.mark.parametrize("case", denied_cases())
def test_whoever_follows_a_suggestion_reaches_the_outcome_it_states(case: str) -> None:
    raw = engagement(case)
    for suggestion in verdict_of(raw).suggestions:
        assert suggestion.outcome != "deny"
        assert verdict_of(followed(raw, suggestion)).outcome == suggestion.outcome, suggestion


@pytest.mark.parametrize("case", denied_cases())
def test_no_part_of_a_suggestion_can_be_spared(case: str) -> None:
    raw = engagement(case)
    for suggestion in verdict_of(raw).suggestions:
        if suggestion.change in ("drop_support", "remove_seat") and len(suggestion.paths) > 1:
            for path in suggestion.paths:
                assert verdict_of(followed(raw, suggestion, but=path)).outcome == "deny"


def unpruned(raw: Json, monkeypatch: pytest.MonkeyPatch) -> tuple[Suggestion, ...]:
    with monkeypatch.context() as patched:
        patched.setattr(suggestions.Denied, "may_help", lambda *_: True)
        return verdict_of(raw).suggestions


def one_denial_of_a_kind() -> list[Json]:
    """Denied scenarios of all files, one for each set of findings.

    Without those whose rows were lost on the way: to leave seats out would only hide it.
    """
    found: dict[frozenset[str], Json] = {}
    for prepared in read_folder(policy_files()).prepared():
        verdict = weigh(prepared.received, rulebook())
        names = frozenset(finding.name for finding in verdict.findings)
        if verdict.outcome == "deny" and "ENGINE/incomplete" not in names:
            found.setdefault(names, prepared.engagement)
    return list(found.values())


def test_what_is_not_tried_would_have_lifted_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    denials = one_denial_of_a_kind()
    assert len(denials) > 100
    for raw in denials[::3]:
        assert verdict_of(raw).suggestions == unpruned(raw, monkeypatch)


def test_a_denial_of_many_asks_no_more_than_sixteen_times_a_try() -> None:
    raw = engagement("G036")
    lines = {f"l{n}": {"type": "honorarium", "amount": 0, "currency": "EUR", "auth": [],
                       "payer": "own_funds", "activity": "dialogue"} for n in range(40)}  # fmt: skip
    raw = recounted(merge(raw, {"participants": {"P5": {"support": lines}}}))
    asked = []

    def counting(received: Received, rules: Rulebook) -> Verdict:
        asked.append(received)
        return weigh(received, rules)

    received = receive(raw)
    found = suggestions.suggest(received, rulebook(), weigh(received, rulebook()), counting)
    assert {each.change for each in found} >= {"drop_support", "remove_seat"}
    assert len(asked) <= 5 * suggestions.MOST_ASKED


def test_a_banned_traveller_may_attend_remotely() -> None:
    raw = engagement("G095")
    found = suggested(raw)["attend_remotely"]
    assert ("participants.P5.mode" in found.paths, found.to) == (True, "remote")


def test_a_venue_that_is_not_cleared_asks_everybody_to_attend_remotely() -> None:
    raw = engagement("G232")
    there = [ref for ref, seat in raw["participants"].items() if seat["mode"] == "in_person"]
    found = suggested(raw)["attend_remotely"]
    assert {f"participants.{ref}.mode" for ref in there} <= set(found.paths)


def test_only_the_prohibited_line_is_dropped() -> None:
    line = {"amount": 0, "currency": "EUR", "payer": "own_funds", "activity": "dialogue"}
    raw = engagement(
        "G036",
        {
            "participants": {
                "P5": {
                    "support": {
                        "lawful": {**line, "type": "contact", "auth": []},
                        "not": {**line, "type": "honorarium", "auth": []},
                    }
                }
            }
        },
    )
    assert suggested(raw)["drop_support"].paths == ("participants.P5.support.not",)


def test_two_who_withdrew_are_both_to_be_unseated() -> None:
    raw = engagement()
    for ref in ("X1", "X2"):
        raw = seat_of(raw, ref, consent={"status": "withdrawn"})
    assert suggested(raw)["remove_seat"].paths == ("participants.X1", "participants.X2")


def excluded_by_the_funder() -> Json:
    raw = engagement()
    terms = {"FU1": {"excluded_countries": [raw["session"]["country"]]}}
    return recounted(
        merge(raw, {"initiative": {"funders": terms}, "session": {"funders": ["FU1"]}})
    )


def test_a_country_that_a_funder_excludes_can_be_left_for_one_with_a_list() -> None:
    raw = excluded_by_the_funder()
    assert "move_country" not in suggested(raw)  # no other country has a list of its own
    raw["office"]["lists"]["host_QNB"] = {**raw["office"]["lists"]["host_QNA"], "country": "QNB"}
    for seat in raw["participants"].values():
        seat["screening"]["lists"].append("host_QNB")
    assert suggested(raw)["move_country"].to == "QNB"


def test_where_no_list_of_the_host_is_needed_any_other_country_will_do() -> None:
    raw = excluded_by_the_funder()
    raw["initiative"]["nexus"]["HOST_LIST"] |= {"applies": False, "applied_before": False}
    assert suggested(raw)["move_country"].to == "elsewhere"


def test_what_the_engine_itself_lacks_no_change_supplies() -> None:
    raw = engagement()
    del raw["office"]["tz"]
    assert verdict_of(raw).suggestions == ()


def test_a_person_of_whom_a_fact_is_missing_can_be_left_out() -> None:
    raw = engagement()
    del raw["participants"]["P7"]["threat"]
    assert list(suggested(raw)) == ["remove_seat"]


def test_without_suggestions_the_verdict_is_the_same() -> None:
    raw = receive(engagement("G093"))
    assert (
        decide(raw, rulebook()).to_json() | {"suggestions": []} == weigh(raw, rulebook()).to_json()
    )
