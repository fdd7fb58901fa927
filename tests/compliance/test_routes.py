"""Listed persons: which lines there are, and the route of each under each regime."""

import csv
import io

import pytest

from antechamber_compliance.dossier.vocabulary import FORMATS, REGIMES
from engagements import POLICIES, Json, engagement, found_in, verdict_of
from listed import given, line, listed


def table(name: str) -> list[Json]:
    return list(csv.DictReader(io.StringIO((POLICIES / "tables" / name).read_text("utf-8"))))


MATRIX = table("support_matrix.csv")


@pytest.mark.parametrize("row", MATRIX, ids=lambda r: f"{r['regime']}-{r['support_type']}")
@pytest.mark.parametrize("public", [False, True], ids=["private", "public"])
def test_each_cell_of_the_matrix_is_what_a_line_of_support_meets(row: Json, public: bool) -> None:
    raw = engagement(patch=listed(row["regime"], support={"l": line(row["support_type"])}))
    raw["session"] |= {"format": "shuttle", "public": public}
    verdict = verdict_of(raw)
    route = row["public_session_route"] if public else row["route"]
    shown = verdict.routes["P5"][row["support_type"]]
    assert (shown.strictest, shown.regimes) == (route, {row["regime"]: route})
    own = {f.name for f in verdict.findings if f.subject == "P5" and f.rule.startswith("PRO")}
    contact = next(
        r for r in MATRIX if r["regime"] == row["regime"] and r["support_type"] == "contact"
    )
    contact_route = contact["public_session_route"] if public else contact["route"]
    memo = row["counsel_memo"] == "1" and route != "deny"
    expected = {"PRO-06/contact_memo" if memo else "PRO-06/contact"}
    expected |= {"PRO-04/prohibited"} if "deny" in (route, contact_route) else set()
    expected |= {"PRO-05/no_authorisation"} if route == "licence" else set()
    expected |= {"PRO-08/no_record"} if route == "exempt_record" else set()
    assert own == expected


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("mode", ["in_person", "remote"])
@pytest.mark.parametrize("catering", [False, True])
@pytest.mark.parametrize("uses", [False, True])
def test_a_format_gives_what_its_table_says(
    format_: str, mode: str, catering: bool, uses: bool
) -> None:
    raw = engagement(patch=listed("UN_1267", mode=mode, uses_interpretation=uses))
    raw["session"] |= {"format": format_, "catering": catering}
    met = {"always", mode}
    met |= {"interpreter_seated_and_used"} if uses else set()
    met |= {"catering_and_in_person"} if catering and mode == "in_person" else set()
    rows = [row for row in table("formats.csv") if row["format"] == format_]
    lines = {row["support_type"] for row in rows if row["when"] in met}
    assert set(verdict_of(raw).routes["P5"]) == lines


def test_no_interpreter_at_the_table_is_no_service_to_anybody() -> None:
    raw = engagement(patch={**listed("UN_1267", uses_interpretation=True)})
    raw["participants"]["I1"]["role"] = "notetaker"
    assert "interpretation" not in verdict_of(raw).routes["P5"]


def test_nobody_else_has_routes() -> None:
    assert set(verdict_of(engagement(patch=listed("UN_1267"))).routes) == {"P5"}
    free = engagement(patch={"participants": {"P1": {"support": {"l": line("honorarium")}}}})
    verdict = verdict_of(free)
    assert (verdict.routes, verdict.outcome) == ({}, "clear")


@pytest.mark.parametrize(("basis", "reaches"), [("member", True), ("acting_for", True),
                                                ("owned", True), ("neither", False)])  # fmt: skip
def test_a_determination_carries_the_actors_listings_to_the_seat(basis: str, reaches: bool) -> None:
    raw = engagement("G065")
    raw["participants"]["P5"]["determinations"]["ACT-1"]["basis"] = basis
    assert ("P5" in verdict_of(raw).routes) is reaches
    assert ("PRO-04/prohibited" in found_in(raw)) is reaches


def test_the_strictest_regime_is_shown_and_each_is_judged_for_itself() -> None:
    regimes = ("EU_CT_931", "US_FTO", "UK_TA2000", "US_SDGT")
    raw = given(line("facilitation"), listings=regimes)
    shown = verdict_of(raw).routes["P5"]["facilitation"]
    assert shown.regimes == {
        "EU_CT_931": "approve_record",
        "UK_TA2000": "approve_record",
        "US_FTO": "approve_record",
        "US_SDGT": "exempt_record",
    }
    assert shown.strictest == "approve_record"
    assert verdict_of(given(line("travel"), listings=regimes)).routes["P5"]["travel"].strictest == (
        "deny"
    )


def test_a_regime_out_of_nexus_does_not_route_and_an_unknown_one_always_does() -> None:
    out = engagement("G082")
    assert verdict_of(out).routes == {}
    unknown = engagement(patch=listed("XX_NEW"))
    assert found_in(unknown) == {"PRO-04/unknown_route": ["P5"], "PRO-06/contact_memo": ["P5"]}
    assert verdict_of(unknown).routes["P5"]["facilitation"].strictest == "deny"


def test_a_regime_whose_decision_is_missing_counts_as_applying() -> None:
    raw = engagement("G082")
    raw["initiative"]["nexus"]["AU_CC"]["applies"] = None
    assert found_in(raw).keys() >= {"PRO-11/missing", "PRO-04/prohibited"}


@pytest.mark.parametrize("who", ["P1", "P5"])
def test_an_unknown_kind_of_support_is_denied_to_anybody(who: str) -> None:
    raw = engagement(patch=listed("EU_RM"))
    raw["participants"][who]["support"] = {"l": line("drone")}
    raw["counts"]["support_lines"] = 1
    assert found_in(raw)["PRO-04/unknown_route"] == [who]


def test_the_tables_know_all_regimes() -> None:
    assert {row["regime"] for row in MATRIX} == set(REGIMES)
    assert len(MATRIX) == 13 * 17
