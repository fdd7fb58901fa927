"""When a sign-off counts: each condition broken alone takes its effect away."""

from typing import Any

import pytest

from antechamber_compliance.binding import values_signed
from antechamber_compliance.dossier import Dossier, receive
from antechamber_compliance.people import attested, could_be_signed, independent
from engagements import Json, engagement, found_in, recounted, rulebook, seat_of, verdict_of

WAIVER, APPROVAL = "SAF-03-high-session", "PRO-06-contact_memo-P5"
HIGH, MEMO = "G211", "G086"


def flaw_of(case: str, ref: str, **changes: Any) -> str:
    """Return why a sign-off of a case has no effect after these changes, '' where it has one."""
    raw = engagement(case, {"signoffs": {ref: changes}})
    (resolved,) = verdict_of(raw).signoffs
    assert (verdict_of(raw).outcome == "clear") is resolved.effective
    return resolved.flaw


def test_the_sign_offs_of_both_cases_count_as_they_are() -> None:
    assert flaw_of(HIGH, WAIVER) == flaw_of(MEMO, APPROVAL) == ""


@pytest.mark.parametrize(
    ("changes", "flaw"),
    [
        ({"kind": "approval"}, "not_foreseen"),
        ({"rule": "SAF-02"}, "not_foreseen"),
        ({"code": "extreme"}, "not_foreseen"),
        ({"code": "missing"}, "not_foreseen"),
        ({"by": []}, "wrong_people"),
        ({"by": ["director:U-D1"]}, "wrong_people"),
        ({"by": ["security_lead:U-X1"]}, "wrong_people"),
        ({"by": ["director:U-D1", "security_lead:U-D1"]}, "wrong_people"),
        ({"by": ["director:U-X1", "security_lead:U-D1"]}, "wrong_people"),
        ({"by": ["director:U-D1", "security_lead:U-X1", "auditor:U-C1"]}, "wrong_people"),
        ({"by": ["director:U-D1", "director:U-D1", "security_lead:U-X1"]}, "wrong_people"),
        ({"by": ["U-D1", "U-X1"]}, "incomplete"),
        ({"requested_by": "U-D1"}, "wrong_people"),
        ({"requested_by": "U-X1"}, "wrong_people"),
        ({"binding": "changed"}, "values_changed"),
        ({"reason": "none"}, "no_reason"),
        ({"mitigation": "none"}, "no_mitigation"),
        ({"given_at": "2026-11-20T12:00:01Z"}, "not_yet_given"),
        ({"expires": "2026-12-19"}, "too_long"),
        ({"expires": "2026-12-01"}, "lapses"),
        ({"expires": "2026-12-02", "tz": "Pacific/Auckland"}, "lapses"),
        ({"expires": "9999-12-31", "tz": "UTC"}, "too_long"),
    ],
)
def test_a_waiver_with_one_condition_broken_has_no_effect(changes: Json, flaw: str) -> None:
    assert flaw_of(HIGH, WAIVER, **changes) == flaw


@pytest.mark.parametrize(
    "changes",
    [
        {"given_at": "2026-11-20T12:00:00Z"},  # at as_of
        {"expires": "2026-12-18"},  # thirty days after the eighteenth
        {"expires": "2026-12-02"},
        {"expires": "2026-12-02", "tz": "Europe/Zurich"},
        {"requested_by": "U-C1"},
        {"memo": "attached"},
        {"by": ["security_lead:U-X1", "director:U-D2"]},
        {"by": ["security_lead:U-X1", "director:U-D1", "director:U-D2"]},
    ],
)
def test_a_waiver_that_just_meets_its_conditions_counts(changes: Json) -> None:
    assert flaw_of(HIGH, WAIVER, **changes) == ""


def test_a_sign_off_that_ends_when_the_session_ends_counts() -> None:
    midnight = {"session": {"end": "2026-12-03T00:00"}, "signoffs": {WAIVER: {
        "expires": "2026-12-02", "tz": "Europe/Zurich"}}}  # fmt: skip
    assert verdict_of(engagement(HIGH, midnight)).outcome == "clear"
    late = {**midnight, "session": {"end": "2026-12-03T00:01"}}
    assert verdict_of(engagement(HIGH, late)).outcome == "needs_approval"


def test_the_days_of_a_sign_off_are_counted_from_the_day_in_its_own_zone() -> None:
    changes = {"given_at": "2026-11-17T23:30:00Z", "expires": "2026-12-18"}
    assert flaw_of(HIGH, WAIVER, **changes, tz="UTC") == "too_long"  # the 17th
    assert flaw_of(HIGH, WAIVER, **changes, tz="Europe/Zurich") == ""  # the 18th


@pytest.mark.parametrize(
    ("changes", "flaw"),
    [
        ({"memo": "none"}, "no_memo"),
        ({"mitigation": "none"}, ""),  # an approval needs none
        ({"kind": "waiver"}, "not_foreseen"),
        ({"code": "contact"}, ""),  # effective, yet for a finding that is not there
    ],
)
def test_an_approval_needs_its_memo_and_no_mitigation(changes: Json, flaw: str) -> None:
    raw = engagement(MEMO, {"signoffs": {APPROVAL: changes}})
    (resolved,) = verdict_of(raw).signoffs
    assert resolved.flaw == flaw


def test_a_convener_of_the_initiative_never_signs_even_as_a_holder() -> None:
    holders = {"office": {"role_holders": {"director": ["U-D1", "U-P1", "U-P2"]}}}
    by_own = {"signoffs": {WAIVER: {"by": ["director:U-P1", "security_lead:U-X1"],
                                    "requested_by": "U-C1"}}}  # fmt: skip
    assert "SAF-03/high" in found_in(engagement(HIGH, {**holders, **by_own}))
    by_other = {"signoffs": {WAIVER: {"by": ["director:U-P2", "security_lead:U-X1"]}}}
    assert found_in(engagement(HIGH, {**holders, **by_other})) == {}


def test_a_finding_on_several_subjects_needs_a_sign_off_for_each() -> None:
    raw = engagement("G144", {"participants": {"P6": {"consent": {"obtained_by": "employer"}}}})
    assert found_in(raw) == {"CON-06/imbalance": ["P6"]}
    one = raw["signoffs"]["CON-06-imbalance-P3"]
    both = engagement("G144", {
        "participants": {"P6": {"consent": {"obtained_by": "employer"}}},
        "signoffs": {"second": {**one, "subject": "P6"}},
    })  # fmt: skip
    assert found_in(both) == {}


def test_a_further_gender_waiver_is_refused_and_all_of_them_lose_their_effect() -> None:
    verdict = verdict_of(engagement("G170", {"history": {"gender_waiver_run": 2}}))
    assert {s.flaw for s in verdict.signoffs} == {"voided"}
    unsigned = {f.name for f in verdict.findings if not f.signed_by}
    assert unsigned == {"GEN-01/share", "GEN-03/solo", "GEN-08/serial"}
    assert found_in(engagement("G170", {"history": {"gender_waiver_run": 1}})) == {}
    tighter = {"history": {"gender_waiver_run": 0}, "params": {"GEN-08.max": 0}}
    assert "GEN-08/serial" in found_in(engagement("G170", tighter))


# The scenarios in which a gender rule fires, and what is signed of them.
SERIAL = [("G152", "GEN-01", "share"), ("G154", "GEN-02", "none_present"),
          ("G150", "GEN-03", "solo"), ("G157", "GEN-04", "no_voice")]  # fmt: skip


@pytest.mark.parametrize(("case", "rule", "code"), SERIAL)
def test_a_waiver_of_any_of_four_gender_rules_is_counted(case: str, rule: str, code: str) -> None:
    waiver = engagement("G170")["signoffs"]["GEN-01-share-session"] | {"rule": rule, "code": code}
    run = {"history": {"gender_waiver_run": 2}}
    assert "GEN-08/serial" not in found_in(engagement(case, run))
    assert "GEN-08/serial" in found_in(engagement(case, {**run, "signoffs": {"w": waiver}}))
    approval = {**waiver, "kind": "approval"}
    assert "GEN-08/serial" not in found_in(engagement(case, {**run, "signoffs": {"w": approval}}))


def test_waivers_of_other_rules_are_not_counted() -> None:
    assert found_in(engagement(HIGH, {"history": {"gender_waiver_run": 4}})) == {}


def test_a_gender_waiver_for_a_finding_that_is_gone_asks_for_nothing() -> None:
    waivers = engagement("G170")["signoffs"]
    cured = {"history": {"gender_waiver_run": 2}, "signoffs": waivers}
    assert found_in(engagement(patch=cured)) == {}


def test_a_waiver_of_undisclosed_gender_is_not_counted_as_serial() -> None:
    raw = engagement("G159")
    waiver = {**engagement("G170")["signoffs"]["GEN-01-share-session"], "rule": "GEN-05",
              "code": "share_undecided", "by": ["gender_adviser:U-G1"]}  # fmt: skip
    signed = {"history": {"gender_waiver_run": 4}, "signoffs": {"u": waiver}}
    assert found_in(raw) == {"GEN-05/share_undecided": ["session"]}
    assert found_in(engagement("G159", signed)) == {}


def office(conveners: list[str], **holders: list[str]) -> Dossier:
    raw = engagement(patch={"initiative": {"conveners": conveners}})
    raw["office"]["role_holders"] = holders
    return receive(raw).dossier


@pytest.mark.parametrize(
    ("holders", "reachable"),
    [
        ({"compliance": ["A"], "director": ["B"]}, True),
        ({"compliance": ["A"], "director": ["A"]}, False),
        ({"compliance": ["A", "B"], "director": ["A"]}, True),
        ({"compliance": ["A"], "director": []}, False),
        ({"compliance": ["A"]}, False),
        ({"compliance": ["A"], "director": ["C"]}, False),  # the convener
    ],
)
def test_an_office_can_sign_only_with_different_people(
    holders: dict[str, list[str]], reachable: bool
) -> None:
    assert could_be_signed(("compliance", "director"), office(["C"], **holders)) is reachable


def test_an_entry_without_a_role_is_nobodys() -> None:
    dossier = office(["C"], compliance=["U-1"], director=["D"])
    assert independent(["compliance:U-1", "director:D"], ("compliance", "director"), dossier)
    assert not independent(["compliance", "director:D"], ("director",), dossier)


def test_a_review_with_a_convener_among_further_reviewers_still_has_its_two() -> None:
    dossier = office(["C"], compliance=["A"], director=["B", "C"])
    pair = ("compliance", "director")
    assert attested(["compliance:A", "director:B", "director:C"], pair, dossier)
    assert not attested(["compliance:A", "director:C"], pair, dossier)
    assert not attested(["compliance:A", "director:X"], pair, dossier)
    assert not independent(["compliance:A", "director:B", "director:C"], pair, dossier)


CONTACT = ("PRO-06", "contact_memo", "P5")


def bound_to(raw: Json) -> bytes:
    return values_signed(receive(raw).dossier, rulebook(), CONTACT)


def test_an_approval_of_contact_survives_a_change_of_other_seats() -> None:
    raw = engagement(MEMO)
    changed = engagement(MEMO, {"participants": {"P7": {"role": "observer", "gender": "man"}}})
    assert bound_to(raw) == bound_to(changed) == bound_to(seat_of(raw, "X1", role="delegate"))


def test_an_approval_of_contact_dies_when_the_last_interpreter_leaves() -> None:
    raw = engagement(MEMO)
    without = {**raw, "participants": dict(raw["participants"])}
    for ref, seat in raw["participants"].items():
        if seat["role"] == "interpreter":
            del without["participants"][ref]
    assert bound_to(raw) != bound_to(recounted(without))


def test_a_finding_says_how_it_may_be_signed() -> None:
    raw = engagement(MEMO)
    shown = {f.code: f.to_json().get("sign_off") for f in verdict_of(raw).findings}
    assert shown == {
        "contact_memo": {
            "kind": "approval",
            "roles": ["compliance", "director"],
            "max_days": 365,
            "mitigation": False,
            "memo": True,
        }
    }
    (denied,) = verdict_of(engagement("G002")).findings
    assert "sign_off" not in denied.to_json()
