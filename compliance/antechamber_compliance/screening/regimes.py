"""Which legal regimes a listing falls under: a dated table of the policies, read here.

Columns of the table: list, programme, un_listed, regimes, in_force, verification, basis.
`programme` is the publisher's code, in any case of letters; one that ends in `*` stands for
all that begin so, and `*` alone for every other code and for none, so that a code nobody has
seen yet still counts. The row with the longest match decides. `un_listed` is any, yes or no
(does the entry carry a United Nations number). Several regimes are separated by a bar.

`verification` is V (checked against the text), P (source seen), J (our judgement) or G
(general knowledge). A row marked J or G puts an entry under a regime to be on the safe side;
it does not make the list one that fills this regime.
"""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from antechamber_compliance.screening.entry import Entry

COLUMNS = ["list", "programme", "un_listed", "regimes", "in_force", "verification", "basis"]
EVERY_OTHER = "*"
UN_LISTED = {"any": None, "yes": True, "no": False}
REGIME = re.compile("[A-Z][A-Z0-9_]*")
MARKS = frozenset("VPJG")
SEEN_IN_A_SOURCE = frozenset("VP")


class BadTable(ValueError):
    """A table of programmes that cannot be relied on; names the line and what is wrong."""


class UnmappedList(LookupError):
    """No row, not even `*`, says which regimes a list's entries fall under."""


@dataclass(frozen=True, slots=True)
class Row:
    """From `in_force` on, entries of a list under a programme fall under these regimes."""

    series: str
    programme: str
    un_listed: bool | None
    regimes: tuple[str, ...]
    in_force: date
    verification: str

    def matches(self, programme: str) -> bool:
        """Say whether this row is about a programme, whatever its case of letters."""
        known, code = self.programme.casefold(), programme.casefold()
        return code.startswith(known[:-1]) if known.endswith(EVERY_OTHER) else code == known


@dataclass(frozen=True, slots=True)
class RegimeTable:
    """The parsed table: under which regimes an entry falls, and which ones a list fills."""

    rows: tuple[Row, ...]
    # A list has thousands of entries under few programmes.
    _found: dict[tuple[str, str, bool, date], Row] = field(
        default_factory=dict, compare=False, repr=False
    )

    def regimes_of(self, series: str, entry: Entry, on: date) -> tuple[str, ...]:
        """Return the regimes of an entry on a day, sorted; raise UnmappedList without a row.

        `series` is the list without its version, such as "un_sc". Regimes that the office
        keyed into the entry itself stand as they are.
        """
        if entry.regimes:
            return tuple(sorted(entry.regimes))
        codes = entry.programmes or (EVERY_OTHER,)
        found = (self._row(series, code, entry.un_listed, on).regimes for code in codes)
        return tuple(sorted({regime for regimes in found for regime in regimes}))

    def filled_by(self, series: str, on: date) -> tuple[str, ...]:
        """Return the regimes that a list, held whole, fills on a day, sorted.

        Those only that a row names which was seen in a source: to say that a regime has its
        list is to say that who is not on it is not listed.
        """
        found = (
            row.regimes
            for row in self.rows
            if row.series == series and row.in_force <= on and row.verification in SEEN_IN_A_SOURCE
        )
        return tuple(sorted({regime for regimes in found for regime in regimes}))

    def _row(self, series: str, programme: str, un_listed: bool, on: date) -> Row:
        asked = (series, programme, un_listed, on)
        if asked not in self._found:
            self._found[asked] = self._newest(*asked)
        return self._found[asked]

    def _newest(self, series: str, programme: str, un_listed: bool, on: date) -> Row:
        rows = [
            row
            for row in self.rows
            if row.series == series
            and row.in_force <= on
            and row.un_listed in (None, un_listed)
            and row.matches(programme)
        ]
        if not rows:
            raise UnmappedList(f"no row says which regimes list {series} fills on {on}")
        return max(rows, key=lambda row: (_exactness(row), row.in_force))


def _exactness(row: Row) -> tuple[bool, int]:
    """Return what orders rows about one programme: the code itself, then the longest beginning."""
    return not row.programme.endswith(EVERY_OTHER), len(row.programme)


def parse(text: str) -> RegimeTable:
    """Read the table's CSV text; raise BadTable unless every list in it has its `*` row."""
    lines = csv.reader(io.StringIO(text), strict=True)
    try:
        if next(lines, None) != COLUMNS:
            raise BadTable(f"the columns are not {','.join(COLUMNS)}")
        rows = tuple(_row(cells, lines.line_num) for cells in lines if cells)
    except csv.Error as fault:
        raise BadTable(f"line {lines.line_num}: not CSV") from fault
    _check_whole(rows)
    return RegimeTable(rows)


def _row(cells: list[str], line: int) -> Row:
    if len(cells) != len(COLUMNS):
        raise BadTable(f"line {line}: not {len(COLUMNS)} cells")
    row = dict(zip(COLUMNS, (cell.strip() for cell in cells), strict=True))
    regimes = tuple(row["regimes"].split("|"))
    if not row["list"] or not row["programme"]:
        raise BadTable(f"line {line}: no list or no programme")
    if row["un_listed"] not in UN_LISTED:
        raise BadTable(f"line {line}: un_listed is not any, yes or no")
    if not all(map(REGIME.fullmatch, regimes)):
        raise BadTable(f"line {line}: regimes are not codes separated by a bar")
    if row["verification"] not in MARKS:
        raise BadTable(f"line {line}: verification is not one of V, P, J, G")
    try:
        in_force = date.fromisoformat(row["in_force"])
    except ValueError as fault:
        raise BadTable(f"line {line}: in_force is not a date") from fault
    un_listed = UN_LISTED[row["un_listed"]]
    return Row(row["list"], row["programme"], un_listed, regimes, in_force, row["verification"])


def _check_whole(rows: Iterable[Row]) -> None:
    covered: dict[str, set[bool | None]] = {}
    seen: set[tuple[str, str, date, bool]] = set()
    for row in rows:
        fallback = covered.setdefault(row.series, set())
        if row.programme == EVERY_OTHER:
            fallback.add(row.un_listed)
        for value in (True, False) if row.un_listed is None else (row.un_listed,):
            key = (row.series, row.programme.casefold(), row.in_force, value)
            if key in seen:
                raise BadTable(f"two rows for {row.series}, {row.programme} from {row.in_force}")
            seen.add(key)
    if not covered:
        raise BadTable("the table has no rows")
    for series, fallback in covered.items():
        if None not in fallback and fallback != {True, False}:
            raise BadTable(f"list {series} has no row for every other programme (*)")
