"""Read a list that the office keyed itself (CSV, UTF-8, with a header line).

Columns: entry_id, name, schema, aliases, birth_date, countries, programme, regimes. Several
values in one cell are separated by a bar (|). The regimes are the office's own reading.
"""

from collections.abc import Iterator
from typing import BinaryIO

from antechamber_compliance.screening.dates import is_birth_date
from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.lists.badlist import BadList, distinct
from antechamber_compliance.screening.lists.collecting import Record, checked, primary_first
from antechamber_compliance.screening.lists.csvrows import records

COLUMNS = [
    "entry_id",
    "name",
    "schema",
    "aliases",
    "birth_date",
    "countries",
    "programme",
    "regimes",
]
SCHEMAS = frozenset({"Person", "Organization"})


def read(stream: BinaryIO) -> Iterator[Record]:
    """Yield each row; `entry_id`, `name`, `schema` and `regimes` must be filled."""
    for ordinal, cells in enumerate(records(stream, COLUMNS), 1):
        yield checked(_entry(cells, ordinal), ordinal)


def _entry(cells: dict[str, str], ordinal: int) -> Entry:
    if cells["schema"] not in SCHEMAS:
        raise BadList("schema is neither Person nor Organization", f"entry {ordinal}")
    regimes = _parts(cells["regimes"])
    if not regimes:
        raise BadList("an entry without a regime", f"entry {ordinal}")
    birth_dates = _parts(cells["birth_date"])
    if not all(map(is_birth_date, birth_dates)):
        raise BadList("a birth date that is not YYYY, YYYY-MM or YYYY-MM-DD", f"entry {ordinal}")
    return Entry(
        entry_id=cells["entry_id"],
        schema=cells["schema"],
        names=primary_first(cells["name"], map(ListedName, _parts(cells["aliases"]))),
        birth_dates=birth_dates,
        countries=tuple(code.casefold() for code in _parts(cells["countries"])),
        programmes=_parts(cells["programme"]),
        regimes=regimes,
    )


def _parts(cell: str) -> tuple[str, ...]:
    return distinct(part.strip() for part in cell.split("|"))
