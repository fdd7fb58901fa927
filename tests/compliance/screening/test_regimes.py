"""The table of programmes: dated, complete, and nothing falls through it."""

from collections import Counter
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
REAL = {
    "un_sc": "un_sc", "eu_fsf": "eu_fsf", "us_ofac_sdn": "us_ofac_sdn",
    "us_ofac_cons": "us_ofac_cons", "ca_sema": "ca_sema", "au_dfat_flat": "au_dfat",
    "uk_sanctions_flat": "uk_sanctions", "uk_proscribed_excerpt": "uk_proscribed",
}  # fmt: skip
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
        ("us_ofac_cons", entry("CMIC-EO13959"), ("US_SDN_OTHER",)),
        ("us_csl", entry("SDGT", "IFSR"), ("US_SDGT", "US_SDN_OTHER")),
        ("us_csl", entry("PLC"), ("US_SDN_OTHER",)),
        ("uk_sanctions", entry("The Russia (Sanctions) (EU Exit) Regulations 2019"), ("UK_SAMLA",)),
        (
            "uk_sanctions",
            entry("The ISIL (Da'esh) and Al-Qaida (United Nations Sanctions) Regulations 2019"),
            ("UK_SAMLA", "UN_1267"),
        ),
        ("uk_sanctions", entry("Libya", un=True), ("UK_SAMLA", "UN_COUNTRY")),
        ("uk_proscribed", entry(), ("UK_TA2000",)),
        ("ca_sema", entry("Haiti"), ("HOST_LIST",)),
        ("au_dfat", entry("1988 (Taliban)"), ("UN_1988",)),
        ("au_dfat", entry("1373 (2001)"), ("AU_CC",)),
        ("au_dfat", entry("Autonomous (Iran)"), ("HOST_LIST",)),
        ("au_dfat", entry("1970 (Libya) 1973 (Libya)"), ("UN_COUNTRY",)),
        ("opensanctions", entry("UN-SCISIL", "EU-TERR"), ("EU_CT_931", "UN_1267")),
        ("opensanctions", entry("UN-SC1718", "GB-RUS"), ("UK_SAMLA", "UN_COUNTRY")),
    ],
)
def test_a_listing_falls_under_the_regimes_of_all_its_programmes(
    table: RegimeTable, series: str, listed: Entry, regimes: tuple[str, ...]
) -> None:
    assert table.regimes_of(series, listed, TODAY) == regimes


SERIES = [
    "un_sc", "eu_fsf", "us_ofac_sdn", "us_ofac_cons", "us_csl", "uk_sanctions", "uk_proscribed",
    "ca_sema", "au_dfat", "opensanctions",
]  # fmt: skip


@pytest.mark.parametrize("series", SERIES)
def test_a_programme_that_nobody_has_seen_yet_still_counts(table: RegimeTable, series: str) -> None:
    assert table.regimes_of(series, entry("INVENTED-YESTERDAY"), TODAY)
    assert table.regimes_of(series, entry(), TODAY)


def test_what_the_office_keyed_stands_as_it_is(table: RegimeTable) -> None:
    assert table.regimes_of("host_QNB", entry("x", regimes=("HOST_LIST",)), TODAY) == ("HOST_LIST",)


def test_a_list_that_the_table_does_not_know_is_an_error_not_an_empty_answer(
    table: RegimeTable,
) -> None:
    with pytest.raises(UnmappedList, match="nowhere"):
        table.regimes_of("nowhere", entry("Haiti"), TODAY)


@pytest.mark.parametrize(
    ("series", "filled"),
    [
        ("un_sc", ("UN_1267", "UN_1988", "UN_COUNTRY")),
        ("us_ofac_sdn", ("US_FTO", "US_SDGT", "US_SDN_OTHER")),
        ("us_ofac_cons", ()),
        ("ca_sema", ()),
        ("au_dfat", ("UN_1267", "UN_1988", "UN_COUNTRY")),
        ("opensanctions", ()),
    ],
)
def test_a_mapping_that_is_a_judgement_lists_people_but_fills_no_regime(
    table: RegimeTable, series: str, filled: tuple[str, ...]
) -> None:
    assert table.filled_by(series, TODAY) == filled


def test_a_list_fills_a_regime_only_from_the_day_of_its_row_on() -> None:
    table = parse(HEADER + "un_sc,*,any,UN_COUNTRY,2000-01-01,P,x\n")
    assert table.filled_by("un_sc", date(1999, 12, 31)) == ()
    assert table.filled_by("un_sc", date(2000, 1, 1)) == ("UN_COUNTRY",)


def test_the_longest_beginning_of_a_programme_decides_and_the_programme_itself_before_it() -> None:
    rows = ("*,any,R_ANY", "AB*,any,R_AB", "ABC*,any,R_ABC", "ABCD,any,R_ABCD")
    table = parse(HEADER + "".join(f"x,{row},2000-01-01,P,x\n" for row in rows))
    found = {
        code: table.regimes_of("x", entry(code), TODAY) for code in ("abc1", "Ab", "z", "abcd")
    }
    assert found == {"abc1": ("R_ABC",), "Ab": ("R_AB",), "z": ("R_ANY",), "abcd": ("R_ABCD",)}


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
def test_every_entry_of_the_real_lists_falls_under_the_regimes_that_were_counted_by_hand(
    table: RegimeTable, real_readings: dict[str, Reading]
) -> None:
    counted: Counter[str] = Counter()
    for list_id, series in REAL.items():
        for listed in real_readings[list_id].entries:
            regimes = table.regimes_of(series, listed, TODAY)
            assert regimes
            counted.update(f"{series}/{regime}" for regime in regimes)
    expected = {
        "us_ofac_sdn/US_SDGT": 2386,
        "us_ofac_sdn/US_FTO": 70,
        "us_ofac_cons/US_SDN_OTHER": 443,
        "eu_fsf/EU_CT_931": 37,
        "eu_fsf/UN_COUNTRY": 18 + 6 + 5 + 3 + 4 + 4,
        "un_sc/UN_1267": 341,
        "un_sc/UN_1988": 140,
        "ca_sema/HOST_LIST": 4759,
        "au_dfat/UN_1267": 2262,
        "au_dfat/UN_1988": 551,
        "au_dfat/AU_CC": 689,
        "uk_sanctions/UN_1267": 243,
        "uk_sanctions/UN_1988": 31,
        "uk_sanctions/UK_SAMLA": 2523,
        "uk_proscribed/UK_TA2000": 46,
    }
    assert {key: counted[key] for key in expected} == expected
    assert "us_ofac_cons/US_SDGT" not in counted
