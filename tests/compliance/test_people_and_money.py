"""Matches, determinations, consent, nexus and funders at their edges."""

from typing import Any

import pytest

from engagements import Json, engagement, found_in


def hit(**changes: Any) -> Json:
    return {"score": 90, "list": "eu_fsf", "corroborated": False, "entry_regimes": ["EU_RM"],
            "disposition": "open", "by": "none", "reason": "none", "fresh": True,
            **changes}  # fmt: skip


def of_hits(*hits: Json, **more: Any) -> set[str]:
    seat = {"screening": {"hits": {f"h{n}": each for n, each in enumerate(hits)}}, **more}
    return set(found_in(engagement(patch={"participants": {"P5": seat}})))


@pytest.mark.parametrize(
    ("score", "corroborated", "found"),
    [
        (74, True, set()),
        (75, False, {"PRO-03/near"}),
        (75, True, {"PRO-02/open_hit"}),
        (84, False, {"PRO-03/near"}),
        (84, True, {"PRO-02/open_hit"}),
        (85, False, {"PRO-02/open_hit"}),
        (100, True, {"PRO-02/open_hit"}),
    ],
)
def test_an_open_match_blocks_by_score(score: int, corroborated: bool, found: set[str]) -> None:
    assert of_hits(hit(score=score, corroborated=corroborated)) == found


def test_each_match_of_a_person_is_read() -> None:
    settled = hit(disposition="false_positive", by="U-C1")
    assert of_hits(settled, hit(score=80)) == {"PRO-03/near"}
    assert of_hits(settled, hit(score=80), hit()) == {"PRO-03/near", "PRO-02/open_hit"}


@pytest.mark.parametrize("disposition", ["unresolved", "escalated"])
def test_a_match_without_an_answer_blocks_at_any_score(disposition: str) -> None:
    assert of_hits(hit(score=0, disposition=disposition)) == {"PRO-02/blocked_hit"}


@pytest.mark.parametrize("disposition", ["false_positive", "confirmed"])
@pytest.mark.parametrize(("by", "independent"), [("U-C1", True), ("none", False), ("U-P1", False)])
def test_a_match_is_settled_by_somebody_independent(
    disposition: str, by: str, independent: bool
) -> None:
    found = of_hits(hit(disposition=disposition, by=by))
    assert ("PRO-02/not_independent" not in found) is independent


def test_a_convener_of_another_initiative_may_settle() -> None:
    assert of_hits(hit(disposition="false_positive", by="U-P2")) == set()


def test_a_confirmed_match_needs_a_listing_for_each_regime_in_nexus_or_not() -> None:
    confirmed = hit(disposition="confirmed", by="U-C1", entry_regimes=["EU_RM", "XX_OTHER"])
    one = {"a": {"regime": "EU_RM", "travel_ban": False}}
    assert "PRO-02/confirmed_unlisted" in of_hits(confirmed, listings=one)
    both = {**one, "b": {"regime": "XX_OTHER", "travel_ban": False}}
    assert "PRO-02/confirmed_unlisted" not in of_hits(confirmed, listings=both)


def tied(actor: Json | None = None, **seat: Any) -> set[str]:
    listed = {"kind": "armed_group", "screening_at": "2026-11-15T08:00:00Z",
              "listings": {"r": {"regime": "UN_1267"}}}  # fmt: skip
    patch = {"initiative": {"actors": {"A-1": actor or listed}}, "participants": {"P7": seat}}
    return set(found_in(engagement(patch=patch)))


DETERMINED = {"basis": "neither", "reason": "own account", "by": "U-C1", "second_reader": "U-C2"}


def test_a_tie_to_a_listed_actor_needs_a_determination() -> None:
    assert tied(affiliation="A-1") == {"PRO-02/undetermined"}
    assert tied(affiliation="A-1", determinations={"A-1": DETERMINED}) == set()
    unlisted = {"kind": "media", "screening_at": "2026-11-15T08:00:00Z", "listings": {}}
    assert tied(unlisted, affiliation="A-1") == set()


@pytest.mark.parametrize(
    "changes",
    [{"reason": "none"}, {"by": "none"}, {"second_reader": "none"}, {"second_reader": "U-C1"},
     {"by": "U-P1"}, {"second_reader": "U-P1"}],
)  # fmt: skip
def test_a_determination_has_a_reason_and_two_independent_people(changes: Json) -> None:
    found = tied(affiliation="A-1", determinations={"A-1": {**DETERMINED, **changes}})
    assert found == {"PRO-02/determination_incomplete"}


def test_a_determination_is_about_one_of_the_recorded_actors() -> None:
    other = {"kind": "media", "screening_at": "2026-11-15T08:00:00Z", "listings": {}}
    patch = {"initiative": {"actors": {"A-1": other, "A-2": other}},
             "participants": {"P7": {"determinations": {"A-1": DETERMINED}}}}  # fmt: skip
    assert found_in(engagement(patch=patch)) == {}


def test_a_determination_is_about_a_recorded_actor() -> None:
    found = tied(determinations={"A-9": {**DETERMINED, "basis": "member"}})
    assert found == {"PRO-02/determination_incomplete"}


@pytest.mark.parametrize(
    ("consent", "found"),
    [
        ({"status": "not_applicable"}, {"CON-01/no_consent"}),
        ({"given_at": "2026-11-20T12:00:00Z"}, set()),
        ({"given_at": "2026-11-20T12:00:01Z"}, {"CON-01/not_yet_given"}),
        ({"subject": "self"}, set()),
        ({"subject": "P8"}, {"CON-01/not_own"}),
        ({"purposes": []}, {"CON-01/no_participation"}),
        ({"form": "none"}, {"CON-01/form"}),
        ({"form": "oral_witnessed", "witnesses": 2}, set()),
        ({"form": "written", "witnesses": 0}, set()),
        ({"status": "draft", "form": "none", "language_understood": False}, {"CON-01/not_active"}),
        ({"status": "none", "duress": True, "obtained_by": "employer"}, {"CON-01/no_consent"}),
        ({"status": "draft", "duress": True}, {"CON-01/not_active", "CON-06/duress"}),
        ({"obtained_by": "detaining_authority"}, {"CON-06/imbalance"}),
        ({"obtained_by": "intermediary"}, set()),
    ],
)
def test_consent_is_read_as_written(consent: Json, found: set[str]) -> None:
    assert set(found_in(engagement(patch={"participants": {"P7": {"consent": consent}}}))) == found


def test_office_staff_are_asked_for_nothing_but_a_recording() -> None:
    raw = engagement("G134")
    assert found_in(raw) == {}
    raw["participants"]["T1"]["consent"] |= {"duress": True, "status": "none"}
    assert found_in(raw) == {}
    everybody = {"consent": {"purposes": ["participation", "recording"]}}
    others = {ref: everybody for ref in raw["participants"] if ref != "T1"}
    recorded = engagement("G134", {"session": {"recording": True}, "participants": others})
    assert found_in(recorded) == {"CON-03/recording": ["T1"]}


@pytest.mark.parametrize(
    ("recipient", "purpose"),
    [("funder", "share_funder"), ("track_one", "share_track_one"), ("partner", "share_partner"),
     ("publication", "publication")],
)  # fmt: skip
def test_each_class_of_recipient_needs_its_own_purpose(recipient: str, purpose: str) -> None:
    raw = engagement("G134", {"session": {"disclose_to": [recipient]}})
    assert "T1" not in found_in(raw)["CON-04/disclosure"]  # the office's own staff
    for ref, seat in raw["participants"].items():
        if ref != "T1":
            seat["consent"]["purposes"].append(purpose)
    assert found_in(raw) == {}
    raw["session"]["disclose_to"] = ["funder", "track_one", "partner", "publication"]
    raw["counts"]["disclosures"] = 4
    assert len(found_in(raw)["CON-04/disclosure"]) == 11


@pytest.mark.parametrize(
    ("by", "reviewed"),
    [
        (["compliance:U-C1", "director:U-D1"], True),
        (["compliance:U-C2", "director:U-D2", "auditor:U-A1"], True),
        (["compliance:U-C1"], False),
        (["compliance:U-D1", "director:U-C1"], False),
        ([], False),
    ],
)
def test_the_nexus_is_reviewed_and_narrowed_by_two_roles(by: list[str], reviewed: bool) -> None:
    found = found_in(engagement(patch={"initiative": {"nexus_review": {"by": by}}}))
    assert ("PRO-11/not_reviewed" not in found) is reviewed
    out = {"US_FTO": {"applies": False, "removed_by": by}}
    found = found_in(engagement(patch={"initiative": {"nexus": out}}))
    assert ("PRO-11/removal_unapproved" not in found) is reviewed
    never = {"US_FTO": {"applies": False, "applied_before": False, "removed_by": []}}
    assert found_in(engagement(patch={"initiative": {"nexus": never}})) == {}


def funded(case: str = "G001", session: Json | None = None, **terms: Any) -> set[str]:
    patch = {"initiative": {"funders": {"FU1": terms}}, "session": session or {}}
    return set(found_in(engagement(case, patch)))


def derogated(kind: str, value: str) -> Json:
    return {"d": {"kind": kind, "value": value}}


def test_a_country_is_barred_unless_the_funder_derogates_it() -> None:
    barred = {"FUN-01/excluded_country"}
    assert funded(excluded_countries=["QNB"]) == set()
    assert funded(excluded_countries=["QNB", "QNA"]) == barred
    for kind, value, found in (("country", "QNA", set()), ("country", "QNB", barred),
                               ("cost", "QNA", barred)):  # fmt: skip
        assert funded(excluded_countries=["QNA"], derogations=derogated(kind, value)) == found


def test_a_country_is_barred_as_long_as_anybody_goes_there() -> None:
    raw = engagement("G243")
    assert found_in(raw) == {}
    raw["participants"]["P3"]["mode"] = "in_person"
    assert found_in(raw) == {"FUN-01/excluded_country": ["session"]}


def test_a_listed_person_is_barred_unless_the_funder_derogates_them() -> None:
    assert funded(bars_listed=True) == set()
    assert funded("G036", bars_listed=True) == {"FUN-02/person"}
    assert funded("G036", bars_listed=True, derogations=derogated("person", "P5")) == set()
    assert funded("G036", bars_listed=True, derogations=derogated("person", "P6")) == {
        "FUN-02/person"
    }
    for kind in ("country", "cost", "period"):
        other = funded("G036", bars_listed=True, derogations=derogated(kind, "P5"))
        assert other == {"FUN-02/person"}
    assert funded("G036", {"funders": ["own_funds"]}, bars_listed=True) == set()


def test_a_cost_is_barred_unless_the_funder_derogates_it() -> None:
    terms: Json = {"ineligible_costs": ["honorarium", "travel"]}
    assert funded("G244", **terms) == {"FUN-02/cost"}
    assert funded("G244", **terms, derogations=derogated("cost", "honorarium")) == set()
    assert funded("G244", **terms, derogations=derogated("cost", "travel")) == {"FUN-02/cost"}
    # The line's own payer counts, whoever pays for the session.
    assert funded("G244", {"funders": ["own_funds"]}, **terms) == {"FUN-02/cost"}


def test_the_last_eligible_day_is_one_of_the_offices_calendar() -> None:
    assert funded(period_end="2026-12-02") == set()
    assert funded(period_end="2026-12-01") == {"FUN-02/period"}
    assert funded(period_end="2026-12-01", derogations=derogated("period", "session")) == set()
    for kind, value in (("period", "P5"), ("cost", "session")):
        other = funded(period_end="2026-12-01", derogations=derogated(kind, value))
        assert other == {"FUN-02/period"}
    late = {"tz": "America/New_York", "start": "2026-12-01T09:00", "end": "2026-12-02T19:00"}
    assert funded(session=late, period_end="2026-12-02") == {"FUN-02/period"}  # 3 December here
    assert funded(session={"funders": ["own_funds"]}, period_end="2026-12-01") == set()


def test_every_payer_is_own_funds_or_on_record() -> None:
    assert funded(session={"funders": ["FU1", "own_funds"]}) == set()
    raw = engagement(patch={"session": {"funders": ["FU1", "FU9"]}})
    assert found_in(raw) == {"FUN-02/unknown_payer": ["session"]}
    both = engagement("G250", {"session": {"funders": ["FU9"]}})
    assert found_in(both) == {"FUN-02/unknown_payer": ["P1", "session"]}


@pytest.mark.parametrize(("level", "asked"), [("C1", False), ("C2", False), ("C3", True),
                                               ("C4", True)])  # fmt: skip
def test_names_are_asked_for_in_confidential_sessions(level: str, asked: bool) -> None:
    found = funded(session={"confidentiality": level}, requires_names=True)
    assert ("FUN-03/names" in found) is asked
    own = funded(session={"confidentiality": level, "funders": ["own_funds"]}, requires_names=True)
    assert "FUN-03/names" not in own


@pytest.mark.parametrize(
    ("objectives", "objective", "found"),
    [
        (["OBJ-1"], "OBJ-1", None),
        (["OBJ-1"], "none", "no_objective"),
        (["none"], "none", "no_objective"),
        (["OBJ-1"], "OBJ-2", "no_objective"),
        ([], "OBJ-1", "no_toc"),
    ],
)
def test_a_session_serves_an_objective(objectives: list[str], objective: str, found: str) -> None:
    patch = {"initiative": {"toc_objectives": objectives}, "session": {"toc_objective": objective}}
    assert set(found_in(engagement(patch=patch))) == ({f"MEL-01/{found}"} if found else set())


def about_initiative(**changes: Any) -> set[str]:
    return set(found_in(engagement(patch={"initiative": changes})))


def test_one_local_author_of_each_kind_is_enough() -> None:
    assert about_initiative(map={"local_t2": 1, "local_non_t2": 1}) == set()
    assert about_initiative(map={"at": "none", "local_t2": 0, "local_non_t2": 0}) == {"MEL-02/none"}


def test_one_key_constituency_is_enough() -> None:
    assert about_initiative(map={"key_constituencies": ["displaced_people"]}) == set()
    assert about_initiative(map={"key_constituencies": ["herders"]}) == {"INC-01/unheard"}


@pytest.mark.parametrize(
    ("indicators", "plan", "found"),
    [
        (["contribution"], False, set()),
        (["contribution", "attribution"], True, set()),
        (["attribution"], False, {"MEL-03/no_contribution", "MEL-03/attribution_unplanned"}),
        ([], True, {"MEL-03/no_contribution"}),
    ],
)
def test_attribution_is_claimed_only_with_a_plan(
    indicators: list[str], plan: bool, found: set[str]
) -> None:
    changed = {"indicator_types": indicators, "contribution_analysis_plan": plan}
    assert about_initiative(**changed) == found
