"""The dossier's shape: every path of the contract, how leaves are taken, that nothing is lost."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

import pytest

from antechamber_compliance.dossier import Dossier, receive, write
from antechamber_compliance.dossier.shape import json_name, leaves, row_model
from antechamber_compliance.missing import Missing
from antechamber_compliance.scenarios import build
from engagements import Json, base, cases, engagement

PATHS = Path(__file__).parent / "golden" / "paths.tsv"
CONTRACT = {
    path: (kind, set(owners.split()))
    for path, kind, owners in (
        line.split("\t")
        for line in PATHS.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
}


def declared(model: Any, prefix: tuple[str, ...] = ()) -> Iterator[tuple[str, str, set[str]]]:
    """Yield each path that the models declare, whether it is a map, and its owners."""
    for f, annotation in leaves(model):
        rows = row_model(annotation)
        place = prefix if f.metadata["bare"] else (*prefix, json_name(f))
        holds_more = rows is not None or is_dataclass(annotation)
        yield ".".join(place), "map" if holds_more else "leaf", set(f.metadata["owners"])
        if rows is not None:
            yield from declared(rows, (*place, "*"))
        elif is_dataclass(annotation):
            yield from declared(annotation, place)


DECLARED = {path: (kind, owners) for path, kind, owners in declared(Dossier)}


def test_the_models_have_192_leaves() -> None:
    assert sum(kind == "leaf" for kind, _ in DECLARED.values()) == 192


def test_every_path_of_the_contract_is_declared_and_no_other() -> None:
    assert set(DECLARED) == set(CONTRACT) - {"params.*"}


def test_every_path_is_reported_by_the_rules_that_the_contract_names() -> None:
    # The contract gives a map that only structures its leaves to the engine, as '-'.
    differing = {p for p, (_, owners) in DECLARED.items() if owners != CONTRACT[p][1]}
    assert differing == set()


def test_maps_are_maps_and_leaves_are_leaves() -> None:
    maps = {path for path, (kind, _) in CONTRACT.items() if kind == "map"} - {"params"}
    assert {path for path, (kind, _) in DECLARED.items() if kind == "map"} == maps


def test_an_engagement_is_written_as_it_was_received() -> None:
    compared = 0
    for case in cases():
        raw = build(base(), case)
        received = receive(raw)
        if not received.gaps and not received.strangers:
            assert write(received.dossier) == raw, case["id"]
            assert receive(write(received.dossier)).dossier == received.dossier
            compared += 1
    assert compared > 270


def test_instants_are_written_in_utc() -> None:
    raw = engagement(patch={"as_of": "2026-11-20T13:30:00.250000+01:30"})
    assert write(receive(raw).dossier)["as_of"] == "2026-11-20T12:00:00.250000Z"


def gaps_of(patch: Json) -> set[str]:
    return {gap.path for gap in receive(engagement(patch=patch)).gaps}


@pytest.mark.parametrize(
    ("part", "name", "wrong"),
    [
        ("session", "country", ""),
        ("session", "country", "  \n"),
        ("session", "country", 7),
        ("session", "public", 0),
        ("session", "public", "false"),
        ("session", "tz", "Europe/Zurych"),
        ("session", "tz", "../../etc/passwd"),
        ("session", "tz", "zone1970.tab"),
        ("session", "start", "2026-12-01"),
        ("session", "start", "2026-12-01T24:00"),
        ("session", "start", "2026-12-01T09:00Z"),
        ("session", "start", "2026-02-30T09:00"),
        ("session", "track", 2),
        ("session", "format", "Workshop"),
        ("session", "disclose_to", "funder"),
        ("session", "disclose_to", ["funder", "press"]),
        ("session", "consulted", ["displaced_people", ""]),
        ("session", "consulted", ["x"] * 101),
        ("session", "risk", []),
        ("history", "gender_waiver_run", True),
        ("history", "gender_waiver_run", -1),
        ("history", "gender_waiver_run", 2.0),
        ("history", "gender_waiver_run", 2**53),
        ("initiative", "ends", "2026-13-01"),
        ("initiative", "ends", "20261201"),
        ("initiative", "ends", "٢٠٢٦-12-01"),
        ("initiative", "ends", "none"),
    ],
)
def test_a_value_of_the_wrong_type_is_missing(part: str, name: str, wrong: object) -> None:
    assert gaps_of({part: {name: wrong}}) == {f"{part}.{name}"}


@pytest.mark.parametrize(
    "instant",
    ["2026-11-20", "2026-11-20T12:00:00", "20261120T120000Z", "2026-11-20T24:00:00Z",
     "2026-11-20 12:00:00Z", "0001-01-01T00:00:00+14:00", "2026-W47-5T12:00:00Z", 1_790_000_000],
)  # fmt: skip
def test_an_instant_has_a_date_a_time_and_an_offset(instant: object) -> None:
    assert gaps_of({"as_of": instant}) == {"as_of"}


@pytest.mark.parametrize("instant", ["2026-11-20T12:00Z", "2026-11-20T13:00:00+01:00"])
def test_iso_8601_has_more_than_one_spelling_of_an_instant(instant: str) -> None:
    assert receive(engagement(patch={"as_of": instant})).dossier == receive(engagement()).dossier


def test_a_list_with_too_few_items_is_missed_and_still_known() -> None:
    raw = engagement(patch={"session": {"funders": []}})
    received = receive(raw)
    assert [gap.path for gap in received.gaps] == ["session.funders"]
    session = received.dossier.session
    assert not isinstance(session, Missing)
    assert session.funders == ()


def test_more_rows_than_can_be_handled_are_missing_and_the_engine_says_so() -> None:
    rows = {f"o{n}": {"days_apart": 400, "deconflicted": True, "other_level": "open"}
            for n in range(101)}  # fmt: skip
    (gap,) = receive(engagement(patch={"initiative": {"overlaps": rows}})).gaps
    assert (gap.path, gap.owners) == ("initiative.overlaps", ("ENGINE",))


def test_a_row_that_is_no_record_is_one_gap() -> None:
    raw = engagement()
    raw["initiative"]["parties"]["B"] = "accepted"
    (gap,) = receive(raw).gaps
    assert (gap.path, gap.owners) == ("initiative.parties.B", ("CON-07",))


def test_a_regime_without_a_row_is_a_gap_and_an_unknown_regime_a_stranger() -> None:
    raw = engagement(patch={"initiative": {"nexus": {"US_FTO": None, "XX_NEW": {}}}})
    received = receive(raw)
    assert [gap.path for gap in received.gaps] == ["initiative.nexus.US_FTO"]
    assert [stranger.path for stranger in received.strangers] == ["initiative.nexus.XX_NEW"]


def test_a_field_that_the_shape_does_not_have_is_a_stranger_wherever_it_stands() -> None:
    raw = engagement(patch={"participants": {"P1": {"consent": {"vip": True}}}, "vip": True})
    strangers = receive(raw).strangers
    assert {(s.path, s.subject) for s in strangers} == {
        ("participants.P1.consent.vip", "P1"),
        ("vip", "engagement"),
    }


def test_a_derived_fact_cannot_be_sent_in() -> None:
    raw = engagement(patch={"session": {"derived": {"risk_age_days": 0}}})
    assert [s.path for s in receive(raw).strangers] == ["session.derived"]


def test_an_empty_file_is_all_gaps_and_no_fault() -> None:
    assert {gap.path for gap in receive({}).gaps} == {json_name(f) for f, _ in leaves(Dossier)}


def test_the_order_of_rows_is_not_kept() -> None:
    raw = engagement()
    turned = {**raw, "participants": dict(reversed(raw["participants"].items()))}
    assert receive(turned).dossier == receive(raw).dossier
