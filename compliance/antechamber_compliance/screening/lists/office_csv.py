"""Read a list that the office keyed itself (CSV, UTF-8, with a header line).

Columns: entry_id, name, schema, aliases, birth_date, countries, programme, regimes. Several
values in one cell are separated by a bar (|). The regimes are the office's own reading.
"""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from antechamber_compliance.screening.dates import is_birth_date
from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.lists.badlist import BadList, distinct, one_line
from antechamber_compliance.screening.lists.collecting import checked, primary_first

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


def read(stream: BinaryIO) -> Iterator[Entry]:
    """Yield each row; `entry_id`, `name`, `schema` and `regimes` must be filled."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    rows = csv.reader(text, strict=True)
    try:
        header = next(rows, None)
        if header is None:
            raise BadList("the file is empty")
        if [one_line(cell) for cell in header] != COLUMNS:
            raise BadList(f"the columns are not {','.join(COLUMNS)}", "line 1")
        for ordinal, row in enumerate((row for row in rows if row), 1):
            yield checked(_entry(row, ordinal), ordinal)
    except UnicodeDecodeError as fault:
        raise BadList("not UTF-8 text", f"line {rows.line_num + 1} or after") from fault
    except csv.Error as fault:
        raise BadList("not CSV", f"line {rows.line_num}") from fault
    finally:
        text.detach()  # the stream belongs to the caller


def _entry(row: list[str], ordinal: int) -> Entry:
    if len(row) != len(COLUMNS):
        raise BadList(f"not {len(COLUMNS)} cells", f"entry {ordinal}")
    cells = dict(zip(COLUMNS, map(one_line, row), strict=True))
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
