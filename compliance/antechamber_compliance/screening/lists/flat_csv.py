"""Read a list that somebody flattened into six columns (CSV, UTF-8, with a header line).

Not a publisher's format: such files have no identifiers and no birth dates. An entry is
known by the number of its row, so that it may change its number from one version to the
next. Aliases stand in one cell between commas, and a comma inside an alias splits it:
a piece of one word, or with half a bracket, may be no name at all and counts as weak.
"""

from collections.abc import Iterator
from typing import BinaryIO

from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.lists.badlist import distinct
from antechamber_compliance.screening.lists.collecting import Record, checked, primary_first
from antechamber_compliance.screening.lists.countries import codes_in
from antechamber_compliance.screening.lists.csvrows import records

COLUMNS = ["Name", "Alias", "Nationality", "Designation", "Sanction Type", "Source"]
NOTHING = frozenset({"", "None", "Unknown", "na"})


def read(stream: BinaryIO) -> Iterator[Record]:
    """Yield each row, identified as row-N, N counted from 1; its kind is not known."""
    for ordinal, cells in enumerate(records(stream, COLUMNS), 1):
        yield checked(_entry(cells, ordinal), ordinal)


def _entry(cells: dict[str, str], ordinal: int) -> Entry:
    return Entry(
        entry_id=f"row-{ordinal}",
        schema="LegalEntity",
        names=primary_first(_filled(cells["Name"]), _aliases(_filled(cells["Alias"]))),
        countries=codes_in(_filled(cells["Nationality"])),
        programmes=distinct([_filled(cells["Sanction Type"])]),
    )


def _filled(cell: str) -> str:
    return "" if cell in NOTHING else cell


def _aliases(cell: str) -> Iterator[ListedName]:
    for piece in map(str.strip, cell.split(",")):
        whole = " " in piece and piece.count("(") == piece.count(")")
        yield ListedName(piece, "strong" if whole else "weak")
