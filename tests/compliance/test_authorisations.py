"""Authorisations relied on: their flaws, caps, windows and records; memos; travel bans."""

from itertools import product
from typing import Any

import pytest

from engagements import Json, engagement, found_in
from listed import approved, given, licence, line, listed

BANNED = "G096"

FLAWS: list[tuple[str, Json]] = [
    ("status", {"status": "drafted"}),
    ("status", {"status": "revoked"}),
    ("status", {"status": "exhausted"}),
    ("support_type", {"types": ["lodging"]}),
    ("support_type", {"types": ["any"]}),
    ("instrument", {"instrument": "X-NONE"}),
    ("instrument", {"instrument": "X-UK-OFSI-LIC"}),
    ("instrument", {"instrument": "X-EU-2024-669"}),
    ("person", {"persons": ["P6"]}),
    ("person", {"persons": []}),
    ("territory", {"territory": ["QNB"]}),
    ("activity", {"activity": ["health"]}),
    ("actor", {"actor_eligible": False}),
    ("not_yet_valid", {"valid_from": "2026-12-02"}),
    ("expired", {"valid_to": "2026-12-01"}),
    ("currency", {"cap": 1000, "currency": "USD"}),
    ("cap", {"cap": 299}),
    ("cap", {"cap": 1000, "drawn": 701}),
]  # fmt: skip


@pytest.mark.parametrize(("flaw", "changes"), FLAWS)
def test_an_authorisation_fails_by_its_first_flaw(flaw: str, changes: Json) -> None:
    raw = given(line("travel", "A", amount=300), A=licence(**changes))
    assert approved(raw) == {f"PRO-07/{flaw}": ["P5"]}


@pytest.mark.parametrize(
    "changes",
    [
        {"cap": 300},
        {"cap": 1000, "drawn": 700},
        {"cap": "none", "currency": "USD", "drawn": 10**9},
        {"valid_from": "2026-12-01", "tz": "UTC"},
        {"valid_to": "2026-12-02", "tz": "UTC"},
        {"valid_to": "2026-12-01", "tz": "Etc/GMT+12"},  # ends 2 December 12:00Z: too early
        {"valid_to": "none"},
        {"persons": ["P6", "P5"], "territory": ["QNA"], "activity": ["dialogue"]},
    ],
)
def test_an_authorisation_that_just_holds_is_relied_on(changes: Json) -> None:
    raw = given(line("travel", "A", amount=300), A=licence(**changes))
    expired = changes.get("tz") == "Etc/GMT+12"
    assert approved(raw) == ({"PRO-07/expired": ["P5"]} if expired else {})


def test_tests_are_made_in_their_order() -> None:
    everything_wrong: Json = {}
    order = ["cap", "currency", "expired", "not_yet_valid", "actor", "activity", "territory",
             "person", "instrument", "support_type", "status"]  # fmt: skip
    for flaw in order:
        everything_wrong |= next(changes for name, changes in FLAWS if name == flaw)
        raw = given(line("travel", "A", amount=300), A=licence(**everything_wrong))
        assert approved(raw) == {f"PRO-07/{flaw}": ["P5"]}


def test_where_none_holds_each_ones_flaw_is_reported_and_where_one_holds_none_is() -> None:
    bad: dict[str, Any] = {"A": licence(status="applied"), "B": licence(persons=["P6"])}
    raw = given(line("travel", "A", "B"), **bad)
    assert approved(raw) == {"PRO-07/status": ["P5"], "PRO-07/person": ["P5"]}
    assert approved(given(line("travel", "A", "B", "C"), **bad, C=licence())) == {}


def test_one_authoritys_licence_never_counts_for_another() -> None:
    both = ("EU_CT_931", "UK_SAMLA")
    one = given(line("travel", "A"), listings=both, A=licence())
    assert approved(one) == {"PRO-05/no_authorisation": ["P5"]}
    uk = licence("UK_SAMLA", instrument="X-UK-OFSI-LIC")
    assert approved(given(line("travel", "A", "B"), listings=both, A=licence(), B=uk)) == {}
    broken = {**uk, "status": "refused"}
    assert approved(given(line("travel", "A", "B"), listings=both, A=licence(), B=broken)) == {
        "PRO-07/status": ["P5"]
    }


def test_a_reference_to_nothing_on_file_is_no_authorisation() -> None:
    assert approved(given(line("travel", "GONE"))) == {"PRO-05/no_authorisation": ["P5"]}


def test_an_attached_authorisation_is_not_read_where_no_route_relies_on_it() -> None:
    raw = given(line("meals", "A"), A=licence(status="revoked", record="none", cap=0))
    assert approved(raw) == {}


def test_a_cap_is_shared_by_all_lines_and_all_seats_that_draw_on_it() -> None:
    def drawn(*amounts: int, cap: int = 1000) -> dict[str, list[str]]:
        raw = given(
            line("travel", "A", amount=amounts[0]), line("lodging", "A", amount=amounts[1]),
            A=licence(cap=cap),
        )  # fmt: skip
        p6 = {**listed("EU_CT_931")["participants"]["P5"],
              "support": {"l": line("travel", "A", amount=amounts[2])}}  # fmt: skip
        raw["participants"]["P6"] |= p6
        raw["counts"] |= {"listings": 2, "support_lines": 3}
        return approved(raw)

    assert drawn(300, 300, 400) == {}
    assert drawn(300, 300, 401) == {"PRO-07/cap": ["P5", "P6"]}
    assert drawn(1001, 0, 0) == {"PRO-07/cap": ["P5", "P6"]}  # drawing nothing is drawing on it


def test_a_line_draws_on_the_first_that_holds_even_when_a_second_would_have_room() -> None:
    two: dict[str, Any] = {"A": licence(cap=50), "B": licence(cap=500)}
    assert approved(given(line("travel", "A", "B"), **two)) == {"PRO-07/cap": ["P5"]}
    assert approved(given(line("travel", "B", "A"), **two)) == {}


def test_support_to_a_person_who_is_not_listed_draws_nothing() -> None:
    raw = given(line("travel", "A", amount=900), A=licence(cap=1000))
    raw["participants"]["P1"]["support"] = {"l": line("travel", "A", amount=900)}
    raw["counts"]["support_lines"] = 2
    assert approved(raw) == {}


def test_a_line_that_fails_another_test_draws_nothing() -> None:
    lines = line("travel", "A", amount=900), line("lodging", "A", amount=900, currency="USD")
    assert approved(given(*lines, A=licence(cap=1000))) == {"PRO-07/currency": ["P5"]}


@pytest.mark.parametrize(
    ("kind", "expired"), [("travel", True), ("lodging", True), ("equipment", False)]
)
def test_what_serves_the_journey_is_covered_for_the_journey(kind: str, expired: bool) -> None:
    raw = given(line(kind, "A"), A=licence(valid_from="2026-12-01", valid_to="2026-12-02"))
    raw["participants"]["P5"] |= {"travel_from": "2026-12-01", "travel_to": "2026-12-03"}
    # The journey starts at midnight in Zurich, an hour before the licence does.
    assert approved(raw) == ({"PRO-07/not_yet_valid": ["P5"]} if expired else {})
    raw["initiative"]["authorisations"]["A"]["valid_from"] = "2026-11-30"
    assert approved(raw) == ({"PRO-07/expired": ["P5"]} if expired else {})


def test_an_exemption_without_anything_attached_lacks_its_record() -> None:
    raw = given(line("medical_emergency"))
    assert approved(raw) == {"PRO-08/no_record": ["P5"]}


def test_the_record_and_report_of_what_is_not_relied_on_do_not_count() -> None:
    second = licence(record="none", earlier_report="overdue")
    assert approved(given(line("travel", "A", "B"), A=licence(), B=second)) == {}
    assert approved(given(line("travel", "B", "A"), A=licence(), B=second)) == {
        "PRO-08/no_record": ["P5"],
        "PRO-08/overdue_report": ["P5"],
    }


@pytest.mark.parametrize(("earlier", "memo"), [(0, False), (1, True), (2, True)])
def test_counsel_is_asked_from_the_second_occasion_in_australia(earlier: int, memo: bool) -> None:
    raw = engagement("G084")
    raw["participants"]["S2"]["earlier_occasions"] = earlier
    raw["signoffs"], raw["counts"]["signoffs"] = {}, 0
    assert found_in(raw) == {f"PRO-06/{'contact_memo' if memo else 'contact'}": ["S2"]}


def test_travel_bans_are_lifted_for_person_country_and_the_whole_journey() -> None:
    raw = engagement(BANNED)
    assert found_in(raw) == {}
    for changes in (
        {"lifts_travel_ban": False}, {"status": "applied"}, {"persons": ["P6"]},
        {"territory": ["QNB"]}, {"valid_to": "2026-12-01"}, {"valid_from": "2026-12-02"},
        {"instrument": "X-UN-2615"}, {"instrument": "X-NONE"}, {"instrument": "X-HOST-PERMIT"},
    ):  # fmt: skip
        broken = engagement(BANNED, {"initiative": {"authorisations": {"COM-77": changes}}})
        assert "PRO-09/not_covering" in found_in(broken), changes
    other = {"initiative": {"authorisations": {"COM-77": {"regime": "UN_1267"}}}}
    assert "PRO-09/no_exemption" in found_in(engagement(BANNED, other))


@pytest.mark.parametrize(("mode", "crosses"), list(product(("in_person", "remote"), (True, False))))
def test_a_ban_stands_in_the_way_of_crossing_a_border_in_person(mode: str, crosses: bool) -> None:
    seat = {"mode": mode, "crosses_border": crosses, "travel_exemptions": []}
    raw = engagement(BANNED, {"participants": {"P5": {**seat, "support": {"l0": None}}}})
    assert ("PRO-09/no_exemption" in found_in(raw)) is (mode == "in_person" and crosses)


def test_each_regime_that_bans_needs_its_own_exemption() -> None:
    second = {
        "participants": {"P5": {"listings": {"b": {"regime": "UN_1267", "travel_ban": True}}}}
    }
    found = found_in(engagement(BANNED, second))
    assert found["PRO-09/no_exemption"] == ["P5"]
    assert "PRO-09/not_covering" not in found


def test_an_actors_listing_bans_nobody_from_travelling() -> None:
    actor = {"A": {"kind": "armed_group", "screening_at": "2026-11-15T08:00:00Z",
                   "listings": {"r": {"regime": "UN_1988"}}}}  # fmt: skip
    seat = {"determinations": {"A": {"basis": "member", "reason": "told", "by": "U-C1",
                                     "second_reader": "U-C2"}}}  # fmt: skip
    raw = engagement(patch={"initiative": {"actors": actor}, "participants": {"P5": seat}})
    assert found_in(raw) == {"PRO-06/contact": ["P5"]}


def test_a_ban_under_a_regime_out_of_nexus_does_not_bind() -> None:
    out = {"applies": False, "applied_before": True, "reason": "no link since June",
           "removed_by": ["compliance:U-C1", "director:U-D1"]}  # fmt: skip
    patch = {"initiative": {"nexus": {"UN_1988": out}}, "participants": {"P5": {
        "travel_exemptions": [], "support": {"l0": None}}}}  # fmt: skip
    assert found_in(engagement(BANNED, patch)) == {}
