"""What each publisher's format says about a party, on made-up files; see also test_readers."""

import io

import pytest

from antechamber_compliance.screening.entry import Document, Entry, Link, ListedName
from antechamber_compliance.screening.lists import drain
from antechamber_compliance.screening.lists.badlist import BadList
from antechamber_compliance.screening.lists.countries import codes_in
from antechamber_compliance.screening.lists.written_dates import birth_dates, day
from list_samples import ADVANCED, CANADA, CSL_COLUMNS, FLAT, PLAIN, UK, csl, sample


def entries(format: str, text: str | bytes) -> tuple[Entry, ...]:
    return drain(format, io.BytesIO(text if isinstance(text, bytes) else text.encode())).entries


def texts(entry: Entry, quality: str = "") -> list[str]:
    return [name.text for name in entry.names if quality in ("", name.quality)]


def test_a_canadian_entry_keeps_aliases_dates_and_the_country_of_its_programme() -> None:
    person, body, ship = entries("ca_sema_xml", CANADA)
    assert person.entry_id == "Sudan|1, Part 1|4"
    assert texts(person, "strong") == [
        "Torvaneth Quillory",
        "Torvanet Quilory",
        "The Heron, Russian: Торванет Квилори",
        "The Heron",
        "Торванет Квилори",
    ]
    assert texts(person, "weak") == ["Kaval"]
    assert person.birth_dates == ("1961", "1962-03-04")
    assert (person.schema, person.listed_on, person.countries) == ("Person", "2023-09-20", ("sd",))
    assert texts(body) == [
        "Reef Signal Works (also known as Reefsig)",
        "Reef Signal Works",
        "Reefsig",
        "Signal Works Reef, JSC",
        "Signal Works Reef",
    ]
    assert (ship.schema, ship.birth_dates) == ("Vessel", ())
    assert (ship.entry_id, ship.documents) == ("Russia||7", (Document("IMO number", "9000001"),))


def test_of_a_flattened_alias_only_a_whole_name_is_strong() -> None:
    person, body = entries("flat_csv", FLAT)
    assert texts(person, "strong") == ["Torvaneth Quillory", "Old Heron"]
    assert texts(person, "weak") == ["Kaval", "Bearer (of reefs"]
    assert (person.entry_id, person.countries) == ("row-1", ("ke", "td"))
    assert person.programmes == ("1988 (Taliban)",)
    assert (body.schema, texts(body), body.countries) == (
        "LegalEntity",
        ["Brigade of the Reef"],
        (),
    )


def test_a_proscribed_organisation_is_known_by_what_stands_in_brackets_too() -> None:
    first, second = entries("plain_names", PLAIN)
    assert texts(first, "strong") == [
        "Torvaneth Front (Front of Herons) (TFH)",
        "Torvaneth Front",
        "Front of Herons",
        "TFH",
    ]
    assert (first.entry_id, second.entry_id, second.schema) == ("row-1", "row-2", "LegalEntity")


def test_a_british_entry_keeps_its_measures_its_primary_name_and_the_united_nations_number() -> (
    None
):
    person, body = entries("uk_sanctions_xml", UK)
    assert person == Entry(
        entry_id="REE0001",
        schema="Person",
        names=(
            ListedName("Torvaneth QUILLORY"),
            ListedName("The HERON", "weak"),
            ListedName("Торванет Квилори"),
        ),
        birth_dates=("1961", "1962", "1963-05-04"),
        countries=("ke", "td"),
        programmes=("The Reef (Sanctions) Regulations 2012",),
        documents=(Document("Passport", "P77"),),
        listed_on="2012-06-29",
        measures=("asset freeze", "travel ban"),
        un_listed=True,
        birth_places=("Reefton, Kenya",),
    )
    assert body.links == (Link("Parent Company", "Brigade of the Reef"),)


def test_a_british_entry_of_an_unknown_kind_refuses_the_file() -> None:
    with pytest.raises(BadList, match="entry 2: an unknown kind of party"):
        entries("uk_sanctions_xml", UK.replace(">Entity<", ">Balloon<"))


def test_an_advanced_american_entry_is_put_together_from_all_parts_of_the_file() -> None:
    person, bank = entries("ofac_advanced_xml", ADVANCED)
    assert person == Entry(
        entry_id="9",
        schema="Person",
        names=(ListedName("Torvaneth QUILLORY"), ListedName("HERON", "weak")),
        birth_dates=("1962-03-05", "1964", "1965"),
        countries=("ke",),
        programmes=("SDGT",),
        documents=(Document("Passport", "P77", "ke"),),
        listed_on="2001-12-04",
        measures=("asset freeze",),
        birth_places=("Reefton",),
        links=(Link("Leader or official of", "HERON BANK", "12"),),
    )
    assert (bank.schema, bank.programmes) == ("Organization", ())
    assert bank.documents == (Document("SWIFT/BIC", "HERNKENA"),)


@pytest.mark.parametrize(
    ("old", "reason"),
    [
        ('<FeatureType ID="8">Birthdate</FeatureType>', "a FeatureType that the file does not"),
        ('<SanctionsType ID="1">Program</SanctionsType>', "a SanctionsType that the file does not"),
        ('FixedRef="12"', "entry 2: an entry without identifier"),
    ],
)
def test_an_advanced_file_that_refers_to_nothing_is_refused(old: str, reason: str) -> None:
    with pytest.raises(BadList, match=reason):
        entries("ofac_advanced_xml", ADVANCED.replace(old, ""))


def test_only_the_specially_designated_keep_their_codes_in_the_screening_list() -> None:
    person, works = entries("us_csl_csv", sample("us_csl_csv"))
    assert person == Entry(
        entry_id="a1",
        schema="Person",
        names=(
            ListedName("QUILLORY, Torvaneth"),
            ListedName("OLD HERON"),
            ListedName("HERON, Tall"),
        ),
        birth_dates=("1962-03-05", "1964"),
        countries=("ke", "td"),
        programmes=("SDGT", "IFSR"),
        documents=(Document("Passport", "P77", "ke"),),
        listed_on="2001-12-04",
        birth_places=("Reefton",),
        links=(Link("Linked To", "HERON BANK"),),
    )
    assert (works.schema, works.programmes) == ("LegalEntity", ("EL",))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (CSL_COLUMNS.replace("alt_names,", "") + "\na\n", "line 1: the columns are not"),
        (csl({"_id": "a1", "type": "Balloon", "name": "Heron"}), "entry 1: an unknown kind"),
        (csl({"_id": "a1", "source": "x"}), "entry 1 .identifier a1.* without a name"),
        (csl({"source": "x", "name": "Heron"}), "entry 1: an entry without identifier"),
    ],
)
def test_a_screening_list_with_another_shape_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadList, match=reason):
        entries("us_csl_csv", text)


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("Bosnia and Herzegovina", ("ba",)),
        ("Trinidad and Tobago, Chad", ("tt", "td")),
        ("Russian and Ukrainian", ("ru", "ua")),
        ("a) Russian Federation b) Georgia", ("ru", "ge")),
        ("a) Bosnia and Herzegovina  b) Kenyan", ("ba", "ke")),
        ("Indonesian (as at Dec. 2003)", ("id",)),
        ("Possibly Ethiopian", ("et",)),
        ("Democratic People’s Republic of Korea", ("kp",)),
        ("Congo (Democratic Republic)", ("cd",)),
        ("KE; TD", ("ke", "td")),
        ("na", ()),
        ("no", ()),
        ("Atlantis", ()),
        ("", ()),
    ],
)
def test_the_countries_of_a_cell_are_those_it_names_and_no_others(
    cell: str, codes: tuple[str, ...]
) -> None:
    assert codes_in(cell) == codes


@pytest.mark.parametrize(
    ("written", "dates"),
    [
        ("10 Dec 1948", ["1948-12-10"]),
        ("December 10, 1948", ["1948-12-10"]),
        ("1948-12-10 or 1949", ["1948-12-10", "1949"]),
        ("10/12/1948", ["1948-12-10"]),
        ("00/12/1948", ["1948-12"]),
        ("circa Dec 1948", ["1948"]),
        ("Approximately 1948", ["1948"]),
        ("1948 to 1950", ["1948", "1949", "1950"]),
        ("1948-1950", ["1948", "1949", "1950"]),
        ("between 1 Jan 1948 and 31 Dec 1949", ["1948", "1949"]),
        ("1 January 1948 and 2 January 1948", ["1948-01-01", "1948-01-02"]),
        ("born in the early 1970s", []),
        ("31 Feb 1948", []),
        ("12345678", []),
        ("unknown", []),
    ],
)
def test_dates_written_by_hand_are_read_as_far_as_they_are_certain(
    written: str, dates: list[str]
) -> None:
    assert list(birth_dates(written)) == dates


def test_a_day_is_a_whole_date_or_nothing() -> None:
    assert day("2015-04-07-04:00") == "2015-04-07"
    assert day("Apr 2015") == ""
