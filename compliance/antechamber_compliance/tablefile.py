"""Read the decision tables of the policies from CSV.

Read strictly: every cell of the matrix once, every word known. They are part of the
rulebook and of its digest. Columns that nothing here returns are for people to read.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal, TypeVar, cast, get_args

from antechamber_compliance.dossier.vocabulary import FORMATS, REGIMES
from antechamber_compliance.language.errors import did_you_mean, line_start
from antechamber_compliance.policy import BadPolicy
from antechamber_compliance.screening.regimes import BadTable, parse
from antechamber_compliance.section import one_of
from antechamber_compliance.tables import NO_TABLES, Cell, Instrument, Route, Tables, Window

MATRIX, TYPES = "tables/support_matrix.csv", "tables/support_types.csv"
FORMAT_LINES, INSTRUMENTS = "tables/formats.csv", "tables/exemptions.csv"
# Read by the screening; part of the rulebook and of its digest like the others.
PROGRAMMES = "tables/programme_regimes.csv"
# The rules that cannot be judged without these tables.
ROUTING_RULES = frozenset({"PRO-04", "PRO-05", "PRO-06", "PRO-07", "PRO-08", "PRO-09"})
ROUTING_TABLES = (MATRIX, TYPES, FORMAT_LINES, INSTRUMENTS)

When = Literal["always", "in_person", "remote", "interpreter_seated_and_used",
               "catering_and_in_person"]  # fmt: skip
ROUTES: tuple[str, ...] = get_args(Route)
VERIFICATION = ("V", "P", "J", "G")
INSTRUMENT_COLUMNS = (
    "id regimes instrument valid_from end activities support_types lifts_travel_ban actors limits"
    " verification"
)
MATRIX_COLUMNS = (
    "regime support_type route counsel_memo occasions_memo_from public_session_route"
    " possible_authorisations legal_basis rationale verification"
)
# One cell of a table that the reader has accepted, quoted or plain, and what ends it.
_CELL = re.compile(r'(?:"(?:[^"]|"")*"|[^,\r\n]*)(?P<end>,|\r\n?|\n|\Z)')
_LINE = re.compile(r"line (?P<line>[0-9]+): ")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Sheet:
    """The text of a table; where its cells stand is looked for when there is a complaint."""

    file: str
    text: str

    @cached_property
    def _lines(self) -> list[list[int]]:
        """The offset of each cell, by record."""
        lines: list[list[int]] = [[]]
        for found in _CELL.finditer(self.text):
            lines[-1].append(found.start())
            if found["end"] != ",":
                lines.append([])
        return lines

    def bad(self, message: str, record: int = 0, column: int = 0) -> BadPolicy:
        """Return the error that shows a cell; records and columns count from 0."""
        return BadPolicy(self.file, message, text=self.text, at=self._lines[record][column])


class Row:
    """One record of a table, read strictly."""

    def __init__(self, sheet: Sheet, number: int, values: Mapping[str, str]) -> None:
        self._sheet, self._number, self._values = sheet, number, values

    def bad(self, message: str, column: str = "") -> BadPolicy:
        """Return the error that shows this record, or its cell in a column."""
        place = list(self._values).index(column) if column else 0
        return self._sheet.bad(message, self._number, place)

    def text(self, column: str) -> str:
        """Take a text that is not blank."""
        value = self._values[column].strip()
        if not value:
            raise self.bad(f"{column} is blank", column)
        return value

    def word(self, column: str, words: tuple[str, ...]) -> str:
        """Take one of a closed list of words."""
        value = self.text(column)
        if value not in words:
            raise self.bad(f"{column} is {value!r}, {one_of(value, words)}", column)
        return value

    def words(self, column: str, known: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Take words separated by bars, each known where a list of them is given."""
        values = tuple(self.text(column).split("|"))
        for value in values:
            if not value:
                raise self.bad(f"{column} has a bar too many", column)
            if known is not None and value not in known:
                hint = did_you_mean(value, known)
                raise self.bad(f"{column} has {value!r}, which is not known{hint}", column)
        return values

    def blank(self, column: str) -> bool:
        """Tell whether a cell is blank."""
        return not self._values[column].strip()


def read_tables(files: Mapping[str, bytes], faults: dict[str, BadPolicy]) -> Tables:
    """Read the four tables of a rulebook; add the first fault of each that has one."""

    def attempt(file: str, read: Callable[[Iterable[Row]], Made], columns: str) -> Made | None:
        try:
            return read(_rows(file, files[file], tuple(columns.split())))
        except BadPolicy as fault:
            faults[file] = fault
            return None

    windows = attempt(TYPES, _windows, "support_type economic window meaning")
    if windows is None:
        return NO_TABLES
    types = tuple(windows)
    instruments = attempt(INSTRUMENTS, partial(_instruments, types), INSTRUMENT_COLUMNS)
    implied = attempt(FORMAT_LINES, partial(_implied, types), "format when support_type")
    matrix = attempt(MATRIX, partial(_matrix, types, instruments), MATRIX_COLUMNS)
    if instruments is None or implied is None or matrix is None:
        return NO_TABLES
    return Tables(matrix=matrix, windows=windows, implied=implied, instruments=instruments)


def check_programmes(raw: bytes) -> None:
    """Refuse a table of programmes that the screening would refuse."""
    text = _decoded(PROGRAMMES, raw)
    try:
        parse(text)
    except BadTable as fault:
        found = _LINE.match(str(fault))
        at = line_start(text, int(found["line"])) if found else 0
        raise BadPolicy(PROGRAMMES, _LINE.sub("", str(fault)), text=text, at=at) from None


def _decoded(file: str, raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as fault:
        sound = raw[: fault.start].decode()
        raise BadPolicy(file, "is not UTF-8 from here on", text=sound, at=len(sound)) from None


def _rows(file: str, raw: bytes, columns: tuple[str, ...]) -> Iterator[Row]:
    sheet = Sheet(file, _decoded(file, raw))
    lines = csv.reader(io.StringIO(sheet.text, newline=""), strict=True)
    try:
        for number, cells in enumerate(lines):
            if number == 0:
                _check_header(sheet, tuple(cells), columns)
            elif len(cells) != len(columns):
                raise sheet.bad(f"has {len(cells)} cells, not {len(columns)}", number)
            else:
                yield Row(sheet, number, dict(zip(columns, cells, strict=True)))
    except csv.Error as fault:
        at = line_start(sheet.text, lines.line_num)
        message = f"is not a CSV table: {fault}"
        raise BadPolicy(file, message, text=sheet.text, at=at) from None


def _check_header(sheet: Sheet, header: tuple[str, ...], columns: tuple[str, ...]) -> None:
    for number, (name, wanted) in enumerate(zip(header, columns, strict=False)):
        if name != wanted:
            raise sheet.bad(f"the column {name!r} stands where {wanted!r} belongs", 0, number)
    if len(header) != len(columns):
        raise sheet.bad(f"needs the columns {','.join(columns)}")


def _windows(rows: Iterable[Row]) -> dict[str, Window]:
    found: dict[str, Window] = {}
    for row in rows:
        name = row.text("support_type")
        if name in found:
            raise row.bad(f"{name} stands here twice", "support_type")
        row.word("economic", ("yes", "no"))
        row.text("meaning")
        found[name] = cast(Window, row.word("window", get_args(Window)))
    if not found:
        raise BadPolicy(TYPES, "names no support type")
    return found


def _instruments(types: tuple[str, ...], rows: Iterable[Row]) -> dict[str, Instrument]:
    found: dict[str, Instrument] = {}
    for row in rows:
        name = row.text("id")
        if name in found:
            raise row.bad(f"{name} stands here twice", "id")
        row.text("instrument")
        row.word("verification", VERIFICATION)
        found[name] = Instrument(
            regimes=row.words("regimes", REGIMES),
            activities=_closed(row, "activities"),
            support_types=_closed(row, "support_types", types),
            end_to_verify=row.word("end", ("open", "per_authorisation", "verify")) == "verify",
            lifts_travel_ban=row.word("lifts_travel_ban", ("yes", "no")) == "yes",
        )
    return found


def _closed(row: Row, column: str, known: tuple[str, ...] | None = None) -> tuple[str, ...] | None:
    """Take a closed list, or None where the authorisation's own fields decide."""
    return None if row.text(column) in ("any", "per_authorisation") else row.words(column, known)


def _implied(types: tuple[str, ...], rows: Iterable[Row]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        line = (row.word("when", get_args(When)), row.word("support_type", types))
        lines = found.setdefault(row.word("format", FORMATS), [])
        if line in lines:
            raise row.bad(f"{line[1]} {line[0]} stands here twice", "format")
        lines.append(line)
    for name in FORMATS:
        if not any(when == "always" for when, _ in found.get(name, ())):
            raise BadPolicy(FORMAT_LINES, f"{name} implies nothing that is always given")
    return {name: tuple(lines) for name, lines in found.items()}


def _matrix(
    types: tuple[str, ...], instruments: Mapping[str, Instrument] | None, rows: Iterable[Row]
) -> dict[tuple[str, str], Cell]:
    found: dict[tuple[str, str], Cell] = {}
    for row in rows:
        key = (row.word("regime", REGIMES), row.word("support_type", types))
        if key in found:
            raise row.bad(f"{key[1]} under {key[0]} stands here twice", "regime")
        found[key] = _cell(row, key[0], instruments)
    for regime in REGIMES:
        for name in types:
            if (regime, name) not in found:
                raise BadPolicy(MATRIX, f"lacks {name} under {regime}")
    return found


def _cell(row: Row, regime: str, instruments: Mapping[str, Instrument] | None) -> Cell:
    for column in ("legal_basis", "rationale"):
        row.text(column)
    row.word("verification", VERIFICATION)
    column = "possible_authorisations"
    if instruments is not None and not row.blank(column):
        for name in row.words(column, tuple(instruments)):
            if regime not in instruments[name].regimes:
                raise row.bad(f"{name} serves no {regime}", column)
    return Cell(
        route=cast(Route, row.word("route", ROUTES)),
        public_route=cast(Route, row.word("public_session_route", ROUTES)),
        counsel_memo=row.word("counsel_memo", ("0", "1")) == "1",
        memo_from=_occasion(row),
    )


def _occasion(row: Row) -> int | None:
    if row.blank("occasions_memo_from"):
        return None
    text = row.text("occasions_memo_from")
    if not (text.isascii() and text.isdigit() and int(text) >= 1):
        message = "occasions_memo_from must be a whole number from 1, or blank"
        raise row.bad(message, "occasions_memo_from")
    return int(text)
