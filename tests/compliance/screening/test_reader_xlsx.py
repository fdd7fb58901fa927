"""Australia's workbook: what it says, and what a zip file can hide."""

import io
import zipfile

import pytest

from antechamber_compliance.screening.entry import Document, Entry, ListedName
from antechamber_compliance.screening.lists import drain, xlsxrows
from antechamber_compliance.screening.lists.badlist import BadList
from antechamber_compliance.screening.lists.collecting import Reading
from list_samples import DFAT, DFAT_COLUMNS, sample, xlsx

ROWS = [DFAT_COLUMNS, *DFAT]


def read(stored: bytes) -> Reading:
    return drain("au_dfat_xlsx", io.BytesIO(stored))


def test_the_rows_of_one_reference_are_one_party_its_primary_name_first() -> None:
    person, ship = read(xlsx(ROWS)).entries
    assert person == Entry(
        entry_id="101",
        schema="Person",
        names=(ListedName("Torvaneth Quillory"), ListedName("The Heron", "weak")),
        birth_dates=("1961", "1962", "1963"),
        countries=("ke", "td"),
        programmes=("1988 (Taliban)",),
        listed_on="2009-07-06",
        measures=("asset freeze", "travel ban"),
        birth_places=("Reefton, Kenya",),
        acts=("SI 1 of 2009",),
    )
    assert (ship.schema, ship.documents) == ("Vessel", (Document("IMO number", "9000001"),))


def test_rows_of_a_person_and_of_a_body_under_one_reference_may_be_either() -> None:
    rows = [*ROWS, ["101b", "Heron Bank", "Entity", "Alias"]]
    assert read(xlsx(rows)).entries[0].schema == "LegalEntity"


def test_a_birth_day_may_be_a_number_of_the_spreadsheet_or_inline_text() -> None:
    sheet = (
        "<worksheet><sheetData>"
        + "<row>"
        + "".join(f'<c t="inlineStr"><is><t>{head}</t></is></c>' for head in DFAT_COLUMNS[:13])
        + "</row><row>"
        + '<c r="A2"><v>7.0</v></c><c r="B2" t="inlineStr"><is><r><t>Torvaneth </t></r><r><t>'
        + 'Quillory_x000D_</t></r></is></c><c r="C2" t="str"><v>Individual</v></c>'
        + '<c r="F2"><v>22345</v></c></row></sheetData></worksheet>'
    )
    (entry,) = read(xlsx(ROWS, xl__worksheets__sheet1=sheet)).entries
    assert (entry.entry_id, entry.names[0].text) == ("7", "Torvaneth Quillory")
    assert entry.birth_dates == ("1961-03-05",)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([["Reference", "Name"], *DFAT], "no sheet has the columns"),
        ([*ROWS, ["", "Nobody", "Individual"]], "row 4: an entry without identifier"),
        ([*ROWS, ["103", "", "Individual"]], "entry 3 .identifier 103.* without a name"),
        ([*ROWS, ["104", "Heron", "Balloon"]], "entry 3: an unknown kind of party"),
    ],
)
def test_a_workbook_with_another_shape_is_refused(rows: list[list[str]], reason: str) -> None:
    with pytest.raises(BadList, match=reason):
        read(xlsx(rows))


def test_a_note_below_the_table_is_no_entry() -> None:
    assert read(xlsx([*ROWS, ["", "", "", "", "", "End of list"]])).records == 2


BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]><sst><si><t>&a;</t></si></sst>'


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"xl__sharedStrings": BOMB}, "document type"),
        ({"xl__sharedStrings": "<sst/>"}, "refers to no text"),
        ({"xl__worksheets__sheet1": "<worksheet><row>"}, "truncated"),
        (
            {
                "xl__worksheets__sheet1": '<worksheet><row><c r="ZZZ1"><v>1</v></c></row></worksheet>'
            },
            "too far right",
        ),
        (
            {
                "xl__worksheets__sheet1": '<worksheet><row><c r="B1"><v>1</v></c><c r="A1"><v>1'
                "</v></c></row></worksheet>"
            },
            "out of order",
        ),
        (
            {
                "xl__worksheets__sheet1": '<worksheet><row><c r="A1" t="s"><v>99999999999999999'
                "</v></c></row></worksheet>"
            },
            "refers to no text",
        ),
    ],
)
def test_a_part_that_hides_something_is_refused(parts: dict[str, str], reason: str) -> None:
    with pytest.raises(BadList, match=reason):
        read(xlsx(ROWS, **parts))


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
def test_a_workbook_cut_short_is_refused(keep: float) -> None:
    stored = xlsx(ROWS)
    with pytest.raises(BadList, match="damaged or truncated"):
        read(stored[: int(len(stored) * keep)])


def test_a_workbook_with_a_changed_byte_is_refused() -> None:
    stored = bytearray(xlsx(ROWS))
    stored[stored.index(b"xl/sharedStrings.xml") + 60] ^= 0xFF
    with pytest.raises(BadList, match="damaged or truncated"):
        read(bytes(stored))


def test_a_zip_bomb_is_refused_by_what_it_says_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsxrows, "MAX_PART_BYTES", 1 << 20)
    with pytest.raises(BadList, match="decompresses to more than 1 MiB"):
        read(xlsx(ROWS, xl__sharedStrings="<sst>" + " " * (2 << 20) + "</sst>"))


def test_a_zip_file_with_very_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsxrows, "MAX_PARTS", 2)
    with pytest.raises(BadList, match="more than 2 parts"):
        read(xlsx(ROWS))


def test_a_workbook_larger_than_any_list_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsxrows, "MAX_STORED_BYTES", 100)
    with pytest.raises(BadList, match="larger than"):
        read(sample("au_dfat_xlsx"))


def test_a_zip_file_without_a_sheet_is_another_kind_of_file() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as folder:
        folder.writestr("letter.txt", "to the reef")
    with pytest.raises(BadList, match="another kind of file"):
        read(stored.getvalue())


def test_an_unknown_compression_is_refused() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_BZIP2) as workbook:
        workbook.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    with pytest.raises(BadList, match="compressed in an unknown way"):
        read(stored.getvalue())
