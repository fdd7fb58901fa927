"""Readers of publishers' lists: whole and exact, or refused with the place named."""

import io
import json
from pathlib import Path

import pytest

from antechamber_compliance.screening.entry import Entry, Link, ListedName
from antechamber_compliance.screening.lists import READERS, drain
from antechamber_compliance.screening.lists.badlist import BadList
from antechamber_compliance.screening.lists.collecting import Reading, Tolerance
from list_samples import FLAT, OFAC, OFFICE, UN, bare, entity, eu, sample

XML = sorted(format for format in READERS if format.endswith("_xml"))
CSV = sorted(format for format in READERS if format.endswith("_csv"))


def read(format: str, text: str | bytes) -> Reading:
    return drain(format, io.BytesIO(text if isinstance(text, bytes) else text.encode()))


def test_a_united_nations_entry_keeps_what_its_publisher_says() -> None:
    first, second = read("un_sc_xml", UN).entries
    assert first.names == (
        ListedName("Torvaneth Quillory"),
        ListedName("The Heron", "weak"),
        ListedName("Old Heron", "weak"),
    )
    assert (first.entry_id, first.schema, first.programmes) == ("71", "Person", ("Al-Qaida",))
    assert first.birth_dates == ("1961", "1962", "1963")
    assert first.countries == ("ke",)
    assert (first.birth_places, first.listed_on) == (("Reefton, Kenya",), "2003-01-02")
    assert [(d.kind, d.number, d.country) for d in first.documents] == [
        ("Passport", "A-1234567", "ke")
    ]
    assert (second.schema, second.names[0].text) == ("Organization", "Brigade of the Reef")


def test_an_american_entry_keeps_every_programme_and_only_real_identifiers() -> None:
    (entry,) = read("ofac_sdn_xml", OFAC).entries
    assert entry.names == (ListedName("Torvaneth QUILLORY"), ListedName("HERON", "weak"))
    assert entry.programmes == ("SDGT", "FTO")
    assert entry.birth_dates == ("1962-03-05", "1964", "1963-09")
    assert [d.kind for d in entry.documents] == ["Passport"]
    assert entry.birth_places == ("Reefton",)
    assert entry.links == (
        Link("Linked To", "BRIGADE OF THE REEF"),
        Link("Linked To", "HERON BANK (KENYA)"),
    )


def test_a_european_entry_keeps_its_acts_and_birth_place() -> None:
    (found,) = read("eu_fsf_xml", eu(entity())).entries
    assert (found.acts, found.measures) == (("1/2020",), ())
    assert (found.birth_dates, found.birth_places) == (("1961-05-04",), ("Reefton, KENYA",))


def test_a_european_identifier_that_occurs_twice_is_one_party() -> None:
    text = eu(entity(), entity(name="Toravneth Quilory", programme="AFG", un="X.1"), entity(id="6"))
    reading = read("eu_fsf_xml", text)
    assert (reading.records, reading.united) == (3, ("5",))
    united = reading.entries[0]
    assert [name.text for name in united.names] == ["Torvaneth Quillory", "Toravneth Quilory"]
    assert united.programmes == ("TERR", "AFG")
    assert united.un_listed


def test_an_office_list_carries_its_own_regimes() -> None:
    (entry,) = read("office_csv", OFFICE).entries
    assert entry.regimes == ("HOST_LIST",)
    assert entry.countries == ("qnb",)
    assert len(entry.names) == 3


@pytest.mark.parametrize("format", READERS)
def test_an_empty_file_is_refused(format: str) -> None:
    with pytest.raises(BadList, match="empty"):
        read(format, b"")


@pytest.mark.parametrize("format", READERS)
def test_a_list_without_entries_is_refused(format: str) -> None:
    with pytest.raises(BadList, match="no entries"):
        read(format, bare(format))


@pytest.mark.parametrize("format", XML)
@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_file_cut_short_is_refused_wherever_the_cut_is(format: str, keep: float) -> None:
    text = sample(format)
    with pytest.raises(BadList, match=r"truncated|not well-formed"):
        read(format, text[: int(len(text) * keep)])


@pytest.mark.parametrize("format", sorted(set(READERS) - {"plain_names"}))
@pytest.mark.parametrize(
    "junk", [b"not xml at all", b"\x00\x01\x02", b'{"json": true}', b"<html/>"]
)
def test_another_kind_of_file_is_refused(format: str, junk: bytes) -> None:
    with pytest.raises(
        BadList, match=r"not XML|another kind|not well-formed|not .*XLSX|not JSON|columns"
    ):
        read(format, junk)


@pytest.mark.parametrize("format", sorted({*CSV, "plain_names", "ftm_jsonl"}))
def test_a_text_in_another_encoding_is_refused(format: str) -> None:
    with pytest.raises(BadList, match="UTF-8"):
        read(format, sample(format, "Törvaneth").decode().encode("latin-1"))


@pytest.mark.parametrize("format", CSV)
def test_a_line_without_end_is_refused_before_it_fills_the_memory(format: str) -> None:
    endless = bare(format) + b"x" * (2 << 20)
    with pytest.raises(BadList, match="a line longer than 1048576 characters"):
        read(format, endless)


BOMB = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
REMOTE = '<!DOCTYPE r SYSTEM "http://example.invalid/r.dtd">'


@pytest.mark.parametrize("format", XML)
@pytest.mark.parametrize("doctype", [BOMB, EXTERNAL, REMOTE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_are_expanded(
    format: str, doctype: str, encoding: str
) -> None:
    good = sample(format).decode()
    body = good.partition("?>")[2] or good
    text = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}' + body.replace(
        "Torvaneth", "&b;"
    )
    with pytest.raises(BadList, match="document type"):
        read(format, text.encode(encoding))


def test_elements_nested_without_end_are_refused() -> None:
    with pytest.raises(BadList, match="too deeply"):
        read("un_sc_xml", "<CONSOLIDATED_LIST>" + "<INDIVIDUALS>" * 100)


@pytest.mark.parametrize("start", ['<X a="', "<!-- ", "<"])
def test_a_tag_or_comment_without_end_is_refused_before_it_costs_time(start: str) -> None:
    with pytest.raises(BadList, match="tag or comment longer"):
        read("un_sc_xml", "<CONSOLIDATED_LIST>" + start + "b" * 6_000_000)


def test_an_encoding_that_nobody_knows_is_refused() -> None:
    with pytest.raises(BadList):
        read("un_sc_xml", '<?xml version="1.0" encoding="ebcdic-x"?><CONSOLIDATED_LIST/>')


def test_a_name_with_control_characters_is_refused() -> None:
    with pytest.raises(BadList, match="control characters"):
        read("office_csv", OFFICE.replace("Torvaneth", "Tor\x07vaneth"))


def test_a_name_of_marks_alone_is_none() -> None:
    with pytest.raises(BadList, match="without a name"):
        read(
            "office_csv", OFFICE.replace("Torvaneth Quillory", "---").replace("Heron|Old Heron", "")
        )


def test_a_record_larger_than_any_party_is_refused() -> None:
    with pytest.raises(BadList, match="larger than"):
        read("un_sc_xml", UN.replace("Torvaneth", "T" * 5_000_000))


@pytest.mark.parametrize(
    ("format", "text", "place"),
    [
        ("un_sc_xml", UN.replace("<DATAID>72</DATAID>", ""), "entry 2"),
        ("ofac_sdn_xml", OFAC.replace("<uid>9</uid>", ""), "entry 1"),
        ("eu_fsf_xml", eu(entity(), entity(id="")), "entry 2"),
        ("office_csv", OFFICE.replace("X-1", ""), "entry 1"),
    ],
)
def test_an_entry_without_identifier_refuses_the_file_and_names_the_place(
    format: str, text: str, place: str
) -> None:
    with pytest.raises(BadList, match=f"{place}: an entry without identifier"):
        read(format, text)


@pytest.mark.parametrize(
    ("format", "text", "place"),
    [
        ("un_sc_xml", UN.replace("Brigade of the Reef", " "), "entry 2 .identifier 72."),
        ("ofac_sdn_xml", OFAC.replace("Torvaneth", "").replace("QUILLORY", ""), "entry 1"),
        ("eu_fsf_xml", eu(entity(name="")), "entry 1 .identifier 5."),
        ("office_csv", OFFICE.replace("Torvaneth Quillory", ""), "entry 1"),
    ],
)
def test_an_entry_without_its_main_name_refuses_the_file(
    format: str, text: str, place: str
) -> None:
    with pytest.raises(BadList, match=f"{place}.*without a name"):
        read(format, text)


@pytest.mark.parametrize("format", READERS)
def test_a_name_of_absurd_length_is_refused_without_repeating_it(format: str) -> None:
    with pytest.raises(BadList, match="longer than 1000") as caught:
        read(format, sample(format, "Torvaneth" * 120))
    assert "Torvaneth" not in str(caught.value)


def flat(*names: str) -> str:
    """Return a flattened list of these names, which may be empty."""
    rows = (f"{name},,Kenya,,The Reef Regulations,x\n" for name in names)
    return FLAT.splitlines(keepends=True)[0] + "".join(rows)


def test_a_flattened_list_may_lose_one_name_in_a_hundred_and_says_which() -> None:
    reading = read("flat_csv", flat(*(f"Heron Quillory {n}" for n in range(99)), ""))
    assert (reading.records, len(reading.entries)) == (100, 99)
    assert reading.incomplete == ("entry 100 (identifier row-100): an entry without a name",)


def test_a_flattened_list_that_lost_more_is_refused() -> None:
    names = (*(f"Heron Quillory {n}" for n in range(98)), "", "")
    with pytest.raises(BadList, match=r"entry 99 .*without a name, the first of 2"):
        read("flat_csv", flat(*names))


def test_an_office_may_tolerate_a_stated_number_of_records_in_any_format() -> None:
    text = UN.replace("<DATAID>72</DATAID>", "").encode()
    reading = drain("un_sc_xml", io.BytesIO(text), tolerance=Tolerance(1))
    assert (reading.records, len(reading.entries)) == (2, 1)
    assert reading.incomplete == ("entry 2: an entry without identifier",)


def test_a_list_of_which_nothing_is_left_is_refused_however_tolerant_one_is() -> None:
    with pytest.raises(BadList, match="no entries"):
        drain("flat_csv", io.BytesIO(flat("", "").encode()), tolerance=Tolerance(2))


def test_a_birth_date_that_no_calendar_has_is_left_out() -> None:
    text = OFAC.replace("05 Mar 1962", "31 Feb 1962")
    assert read("ofac_sdn_xml", text).entries[0].birth_dates == ("1964", "1963-09")


def test_an_american_file_with_fewer_entries_than_it_announces_is_refused() -> None:
    with pytest.raises(BadList, match="Record_Count"):
        read("ofac_sdn_xml", OFAC.replace("<Record_Count>1<", "<Record_Count>2<"))


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (OFFICE.replace("entry_id,name", "id,name"), "columns"),
        (OFFICE.replace(",HOST_LIST", ","), "without a regime"),
        (OFFICE.replace(",HOST_LIST", ""), "cells"),
        (OFFICE.replace("Person", "Human"), "schema"),
        (OFFICE.replace("1961", "31.12.1961"), "birth date"),
        (OFFICE.replace("Heron|", '"Heron|'), "not CSV"),
    ],
)
def test_a_row_that_the_office_keyed_wrongly_is_refused(wrong: str, reason: str) -> None:
    with pytest.raises(BadList, match=reason):
        read("office_csv", wrong)


def test_an_office_list_in_another_encoding_is_refused() -> None:
    with pytest.raises(BadList, match="UTF-8"):
        read("office_csv", OFFICE.replace("Heron", "Hérön").encode("latin-1"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("list_id", "records", "parties", "names"),
    [
        ("us_ofac_sdn", 14_966, 14_966, 36_717),
        ("us_ofac_cons", 443, 443, 1_578),
        ("eu_fsf", 4_811, 4_808, 24_942),
        ("un_sc", 1_003, 1_003, 4_192),
        ("un_sc_2025", 877, 877, 3_975),
        ("un_sc_2024", 875, 875, 3_982),
        ("ca_sema", 4_759, 4_759, 8_628),
        ("au_dfat_flat", 9_983, 9_983, 10_027),
        ("uk_sanctions_flat", 2_524, 2_523, 5_697),
        ("uk_proscribed_excerpt", 46, 46, 73),
    ],
)
def test_a_real_list_is_read_whole(
    real_readings: dict[str, Reading], list_id: str, records: int, parties: int, names: int
) -> None:
    reading = real_readings[list_id]
    assert (reading.records, len(reading.entries)) == (records, parties)
    assert len(reading.united) + len(reading.incomplete) == records - parties
    assert sum(len(entry.names) for entry in reading.entries) == names
    for entry in reading.entries[::50]:
        assert Entry.from_json(json.loads(json.dumps(entry.to_json()))) == entry


@pytest.mark.slow
def test_the_one_british_row_without_a_name_is_named(real_readings: dict[str, Reading]) -> None:
    reading = real_readings["uk_sanctions_flat"]
    assert reading.incomplete == ("entry 387 (identifier row-387): an entry without a name",)


@pytest.mark.slow
def test_every_expected_answer_is_an_entry_of_its_list(
    shared: Path, real_readings: dict[str, Reading]
) -> None:
    known = {
        (list_id, entry.entry_id)
        for list_id, reading in real_readings.items()
        for entry in reading.entries
    }
    with (shared / "screening" / "queries.jsonl").open(encoding="utf-8") as lines:
        expected = {
            (answer["list"], answer["entry_id"])
            for line in lines
            for answer in json.loads(line)["expect"]
        }
    assert expected
    assert expected <= known


@pytest.mark.slow
def test_successive_united_nations_lists_differ_by_the_parties_their_publisher_says(
    real_readings: dict[str, Reading],
) -> None:
    ids = {
        list_id: {entry.entry_id for entry in real_readings[list_id].entries}
        for list_id in ("un_sc_2024", "un_sc_2025", "un_sc")
    }
    assert len(ids["un_sc_2025"] - ids["un_sc_2024"]) == 7
    assert len(ids["un_sc_2024"] - ids["un_sc_2025"]) == 5
    assert len(ids["un_sc"] - ids["un_sc_2025"]) == 136
    assert len(ids["un_sc_2025"] - ids["un_sc"]) == 10
