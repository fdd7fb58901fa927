"""Readers of publishers' lists: whole and exact, or refused with the place named."""

import io
import json

import pytest

from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.lists import READERS, drain
from antechamber_compliance.screening.lists.badlist import BadList
from antechamber_compliance.screening.lists.collecting import Reading

UN = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>
<DATAID>71</DATAID><FIRST_NAME>Torvaneth</FIRST_NAME><SECOND_NAME>Quillory</SECOND_NAME>
<UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><LISTED_ON>2003-01-02</LISTED_ON>
<NATIONALITY><VALUE>Kenya</VALUE></NATIONALITY>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Heron; Old Heron</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><FROM_YEAR>1961</FROM_YEAR><TO_YEAR>1963</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>A-1234567</NUMBER>
<ISSUING_COUNTRY>Kenya</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
</INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY>
<DATAID>72</DATAID><FIRST_NAME>Brigade of the Reef</FIRST_NAME><UN_LIST_TYPE>Taliban</UN_LIST_TYPE>
</ENTITY></ENTITIES></CONSOLIDATED_LIST>"""

OFAC = """<?xml version="1.0"?><sdnList xmlns="urn:x"><publshInformation>
<Record_Count>1</Record_Count></publshInformation><sdnEntry><uid>9</uid>
<firstName>Torvaneth</firstName><lastName>QUILLORY</lastName><sdnType>Individual</sdnType>
<programList><program>SDGT</program><program>FTO</program></programList>
<idList><id><idType>Gender</idType><idNumber>Male</idNumber></id>
<id><idType>Passport</idType><idNumber>P77</idNumber><idCountry>Kenya</idCountry></id></idList>
<akaList><aka><category>weak</category><lastName>HERON</lastName></aka></akaList>
<dateOfBirthList><dateOfBirthItem><dateOfBirth>05 Mar 1962</dateOfBirth></dateOfBirthItem>
<dateOfBirthItem><dateOfBirth>circa 10 Dec 1964</dateOfBirth></dateOfBirthItem>
<dateOfBirthItem><dateOfBirth>Sep 1963</dateOfBirth></dateOfBirthItem></dateOfBirthList>
</sdnEntry></sdnList>"""

EU_ENTITY = """<sanctionEntity unitedNationId="{un}" logicalId="{id}" designationDate="2020-01-02">
<regulation programme="{programme}" numberTitle="1/2020"/><subjectType classificationCode="P"/>
<nameAlias wholeName="{name}" strong="true"/></sanctionEntity>"""

OFFICE = (
    "entry_id,name,schema,aliases,birth_date,countries,programme,regimes\n"
    "X-1,Torvaneth Quillory,Person,Heron|Old Heron,1961,QNB,National list,HOST_LIST\n"
)


def eu(*entities: str) -> str:
    return '<export xmlns="urn:x">' + "".join(entities) + "</export>"


def entity(
    id: str = "5", name: str = "Torvaneth Quillory", programme: str = "TERR", un: str = ""
) -> str:
    return EU_ENTITY.format(id=id, name=name, programme=programme, un=un)


GOOD = {
    "un_sc_xml": UN,
    "ofac_sdn_xml": OFAC,
    "eu_fsf_xml": eu(entity()),
    "office_csv": OFFICE,
}


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
    bare = {
        "un_sc_xml": "<CONSOLIDATED_LIST/>",
        "ofac_sdn_xml": "<sdnList/>",
        "eu_fsf_xml": "<export/>",
        "office_csv": OFFICE.splitlines()[0] + "\n",
    }
    with pytest.raises(BadList, match="no entries"):
        read(format, bare[format])


XML = sorted(set(READERS) - {"office_csv"})


@pytest.mark.parametrize("format", XML)
@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_file_cut_short_is_refused_wherever_the_cut_is(format: str, keep: float) -> None:
    text = GOOD[format]
    with pytest.raises(BadList, match=r"truncated|not well-formed"):
        read(format, text[: int(len(text) * keep)])


@pytest.mark.parametrize("format", XML)
@pytest.mark.parametrize(
    "junk", [b"not xml at all", b"\x00\x01\x02", b'{"json": true}', b"<html/>"]
)
def test_another_kind_of_file_is_refused(format: str, junk: bytes) -> None:
    with pytest.raises(BadList, match=r"not XML|another kind|not well-formed"):
        read(format, junk)


BOMB = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
REMOTE = '<!DOCTYPE r SYSTEM "http://example.invalid/r.dtd">'


@pytest.mark.parametrize("format", XML)
@pytest.mark.parametrize("doctype", [BOMB, EXTERNAL, REMOTE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_are_expanded(
    format: str, doctype: str, encoding: str
) -> None:
    body = GOOD[format].partition("?>")[2] or GOOD[format]
    text = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}' + body.replace(
        "Torvaneth", "&b;"
    )
    with pytest.raises(BadList, match="document type"):
        read(format, text.encode(encoding))


def test_elements_nested_without_end_are_refused() -> None:
    with pytest.raises(BadList, match="too deeply"):
        read("un_sc_xml", "<CONSOLIDATED_LIST>" + "<INDIVIDUALS>" * 100)


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
    text = GOOD[format].replace("Torvaneth", "Torvaneth" * 120)
    with pytest.raises(BadList, match="longer than 1000") as caught:
        read(format, text)
    assert "Torvaneth" not in str(caught.value)


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
    ("list_id", "records", "parties"),
    [
        ("us_ofac_sdn", 14_966, 14_966),
        ("us_ofac_cons", 443, 443),
        ("eu_fsf", 4_811, 4_808),
        ("un_sc", 1_003, 1_003),
        ("un_sc_2025", 877, 877),
        ("un_sc_2024", 875, 875),
    ],
)
def test_a_real_list_is_read_whole(
    real_readings: dict[str, Reading], list_id: str, records: int, parties: int
) -> None:
    reading = real_readings[list_id]
    assert (reading.records, len(reading.entries)) == (records, parties)
    assert len(reading.united) == records - parties
    for entry in reading.entries[::50]:
        assert Entry.from_json(json.loads(json.dumps(entry.to_json()))) == entry


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
