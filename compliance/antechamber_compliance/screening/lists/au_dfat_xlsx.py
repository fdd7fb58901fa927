"""Read Australia's consolidated list (XLSX, as the Department of Foreign Affairs and Trade has it).

One row per name: 101 is a party, 101a and 101b are its other names. Written from the
published format; the real file is not among the project's data.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import BinaryIO

from antechamber_compliance.screening.entry import Document, Entry, ListedName, Quality
from antechamber_compliance.screening.lists.badlist import BadList, distinct
from antechamber_compliance.screening.lists.collecting import Record, checked, document
from antechamber_compliance.screening.lists.countries import codes_in
from antechamber_compliance.screening.lists.written_dates import birth_dates, day
from antechamber_compliance.screening.lists.xlsxrows import sheets

REFERENCE, NAME = "reference", "name of individual or entity"
NEEDED = frozenset({REFERENCE, NAME, "type", "name type", "committees"})
SCHEMAS = {"individual": "Person", "entity": "Organization", "vessel": "Vessel"}
MEASURES = {
    "targeted financial sanction": "asset freeze",
    "travel ban": "travel ban",
    "arms embargo": "arms embargo",
    "maritime restriction": "maritime restriction",
}
NUMBERED = re.compile(r"0*([0-9]+)(?:\.0)?[a-z]*")
SERIAL = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")  # a day as spreadsheets count them
FIRST_DAY = date(1899, 12, 30)
NO = frozenset({"", "0", "false", "n", "no", "n/a"})


def read(stream: BinaryIO) -> Iterator[Record]:
    """Yield each party, its rows put together; only sheets with the known columns count."""
    parties: dict[str, list[dict[str, str]]] = {}
    for number, row in enumerate(_rows(stream), 1):
        if not row[REFERENCE] and not row[NAME]:
            continue  # a note below the table
        found = NUMBERED.fullmatch(row[REFERENCE].casefold())
        if found is None:
            raise BadList("an entry without identifier", f"row {number}")
        parties.setdefault(found[1], []).append(row)
    for ordinal, (reference, rows) in enumerate(parties.items(), 1):
        yield checked(_entry(reference, rows, ordinal), ordinal)


def _rows(stream: BinaryIO) -> Iterator[dict[str, str]]:
    known = False
    for sheet in sheets(stream):
        filled = [row for row in sheet if any(row)]
        header = [cell.casefold() for cell in filled[0]] if filled else []
        if set(header) >= NEEDED:
            known = True
            for row in filled[1:]:
                yield dict(zip(header, row + [""] * (len(header) - len(row)), strict=False))
    if not known:
        raise BadList(f"no sheet has the columns {', '.join(sorted(NEEDED))}")


def _entry(reference: str, rows: list[dict[str, str]], ordinal: int) -> Entry:
    kinds = {row["type"].casefold() for row in rows} & SCHEMAS.keys()
    if not kinds:
        raise BadList("an unknown kind of party", f"entry {ordinal}")
    return Entry(
        entry_id=reference,
        # The list has rows of one party that say both; then it may be either.
        schema=SCHEMAS[kinds.pop()] if len(kinds) == 1 else "LegalEntity",
        names=tuple(_names(rows)),
        birth_dates=distinct(d for row in rows for d in _birth_dates(_cell(row, "date of birth"))),
        countries=distinct(c for row in rows for c in codes_in(_cell(row, "citizenship"))),
        programmes=distinct(row["committees"] for row in rows),
        documents=tuple(_documents(rows)),
        listed_on=min(filter(None, (_day(_cell(row, "control date")) for row in rows)), default=""),
        measures=distinct(_measures(rows)),
        birth_places=distinct(_cell(row, "place of birth") for row in rows),
        acts=distinct(_cell(row, "instrument of designation") for row in rows),
    )


def _cell(row: dict[str, str], column: str) -> str:
    """Return a cell of a column that older versions of the list do not have."""
    return row.get(column, "")


def _names(rows: list[dict[str, str]]) -> Iterator[ListedName]:
    for row in sorted(rows, key=lambda row: row["name type"].casefold() != "primary name"):
        quality: Quality = "strong"
        if _cell(row, "alias strength").casefold() == "weak":
            quality = "weak"
        yield ListedName(row[NAME], quality)


def _birth_dates(cell: str) -> Iterator[str]:
    if serial := _day(cell):
        yield serial
    else:
        yield from birth_dates(cell)


def _day(cell: str) -> str:
    if SERIAL.fullmatch(cell):
        return (FIRST_DAY + timedelta(days=int(cell[:5]))).isoformat()
    return day(cell)


def _documents(rows: list[dict[str, str]]) -> Iterator[Document]:
    for number in distinct(_cell(row, "imo number") for row in rows):
        yield from document("IMO number", number, "")


def _measures(rows: list[dict[str, str]]) -> Iterator[str]:
    for row in rows:
        for column, measure in MEASURES.items():
            if _cell(row, column).casefold() not in NO:
                yield measure
