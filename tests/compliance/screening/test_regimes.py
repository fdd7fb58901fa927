"""The table of programmes: dated, complete, and nothing falls through it."""

from datetime import date
from pathlib import Path

import pytest

from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.lists.collecting import Reading
from antechamber_compliance.screening.regimes import (
    BadTable,
    RegimeTable,
    UnmappedList,
    parse,
)

TABLE = Path(__file__).parents[3] / "policies" / "tables" / "programme_regimes.csv"
TODAY = date(2026, 11, 22)
HEADER = "list,programme,un_listed,regimes,in_force,verification,basis\n"


@pytest.fixture(scope="module")
def table() -> RegimeTable:
    return parse(TABLE.read_text(encoding="utf-8"))


def entry(*programmes: str, un: bool = False, regimes: tuple[str, ...] = ()) -> Entry:
    names = (ListedName("Torvaneth Quillory"),)
    return Entry("1", "Person", names, programmes=programmes, un_listed=un, regimes=regimes)


@pytest.mark.parametrize(
    ("series", "listed", "regimes"),
    [
        ("un_sc", entry("Al-Qaida"), ("UN_1267",)),
        ("un_sc", entry("Taliban"), ("UN_1988",)),
        ("un_sc", entry("Iran"), ("UN_COUNTRY",)),
        ("eu_fsf", entry("TERR"), ("EU_CT_931",)),
        ("eu_fsf", entry("TERR", un=True), ("EU_CT_931",)),
        ("eu_fsf", entry("TAQA"), ("EU_RM", "UN_1267")),
        ("eu_fsf", entry("UNLI"), ("EU_RM", "UN_1267")),
        ("eu_fsf", entry("AFG", un=True), ("EU_RM", "UN_1988")),
        ("eu_fsf", entry("PRK"), ("EU_RM",)),
        ("eu_fsf", entry("PRK", un=True), ("EU_RM", "UN_COUNTRY")),
        ("us_ofac_sdn", entry("FTO", "SDGT", "IFSR"), ("US_FTO", "US_SDGT", "US_SDN_OTHER")),
        ("us_ofac_sdn", entry("SDGT"), ("US_SDGT",)),
        ("us_ofac_cons", entry("SDGT", "NS-PLC"), ("US_SDN_OTHER",)),
    ],
)
def test_a_listing_falls_under_the_regimes_of_all_its_programmes(
    table: RegimeTable, series: str, listed: Entry, regimes: tuple[str, ...]
) -> None:
    assert table.regimes_of(series, listed, TODAY) == regimes


@pytest.mark.parametrize("series", ["un_sc", "eu_fsf", "us_ofac_sdn", "us_ofac_cons"])
def test_a_programme_that_nobody_has_seen_yet_still_counts(table: RegimeTable, series: str) -> None:
    assert table.regimes_of(series, entry("INVENTED-YESTERDAY"), TODAY)
    assert table.regimes_of(series, entry(), TODAY)


def test_what_the_office_keyed_stands_as_it_is(table: RegimeTable) -> None:
    assert table.regimes_of("host_QNB", entry("x", regimes=("HOST_LIST",)), TODAY) == ("HOST_LIST",)


def test_a_list_that_the_table_does_not_know_is_an_error_not_an_empty_answer(
    table: RegimeTable,
) -> None:
    with pytest.raises(UnmappedList, match="ca_sema"):
        table.regimes_of("ca_sema", entry("Haiti"), TODAY)


def test_a_dated_row_counts_from_its_day_on() -> None:
    table = parse(
        HEADER
        + "un_sc,*,any,UN_COUNTRY,2000-01-01,P,old\nun_sc,Haiti,any,UN_HAITI,2026-01-01,G,new\n"
    )
    assert table.regimes_of("un_sc", entry("Haiti"), date(2025, 12, 31)) == ("UN_COUNTRY",)
    assert table.regimes_of("un_sc", entry("Haiti"), date(2026, 1, 1)) == ("UN_HAITI",)
    with pytest.raises(UnmappedList):
        table.regimes_of("un_sc", entry("Haiti"), date(1999, 12, 31))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "columns"),
        (HEADER, "no rows"),
        (HEADER + "un_sc,Haiti,any,UN_COUNTRY,2000-01-01,P,x\n", "every other programme"),
        (HEADER + "eu_fsf,*,no,EU_RM,2000-01-01,P,x\n", "every other programme"),
        (HEADER + "un_sc,*,any,UN_COUNTRY,2000-01-01,P\n", "line 2"),
        (HEADER + "un_sc,*,maybe,UN_COUNTRY,2000-01-01,P,x\n", "un_listed"),
        (HEADER + "un_sc,*,any,,2000-01-01,P,x\n", "regimes"),
        (HEADER + "un_sc,*,any,UN_COUNTRY,yesterday,P,x\n", "in_force"),
        (HEADER + "un_sc,*,any,UN_COUNTRY,2000-01-01,?,x\n", "verification"),
        (HEADER + "un_sc,*,any,UN_COUNTRY,2000-01-01,P,x\n" * 2, "two rows"),
    ],
)
def test_a_table_with_a_hole_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadTable, match=reason):
        parse(text)


@pytest.mark.slow
def test_every_entry_of_the_real_lists_falls_under_a_regime(
    table: RegimeTable, real_readings: dict[str, Reading]
) -> None:
    counted: dict[str, int] = {}
    for series in ("un_sc", "eu_fsf", "us_ofac_sdn", "us_ofac_cons"):
        for listed in real_readings[series].entries:
            for regime in table.regimes_of(series, listed, TODAY):
                counted[f"{series}/{regime}"] = counted.get(f"{series}/{regime}", 0) + 1
    assert counted["us_ofac_sdn/US_SDGT"] == 2386
    assert counted["us_ofac_sdn/US_FTO"] == 70
    assert counted["eu_fsf/EU_CT_931"] == 37
    assert counted["eu_fsf/UN_COUNTRY"] >= 40
