"""Read the decision tables of the policies from CSV.

Read strictly: every cell of the matrix once, every word known. They are part of the
rulebook and of its digest. Columns that nothing here returns are for people to read.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Literal, cast, get_args

from antechamber_compliance.dossier.vocabulary import FORMATS, REGIMES
from antechamber_compliance.policy import BadPolicy
from antechamber_compliance.tables import Cell, Instrument, Route, Tables, Window

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


class Row:
    """One line of a table, read strictly."""

    def __init__(self, file: str, line: int, values: Mapping[str, str]) -> None:
        self.file, self.line, self._values = file, line, values

    def bad(self, message: str) -> BadPolicy:
        """Return the error that names this file and line."""
        return BadPolicy(self.file, f"line {self.line}", message)

    def text(self, column: str) -> str:
        """Take a text that is not blank."""
        value = self._values[column].strip()
        if not value:
            raise self.bad(f"{column} is blank")
        return value

    def word(self, column: str, words: tuple[str, ...]) -> str:
        """Take one of a closed list of words."""
        value = self.text(column)
        if value not in words:
            raise self.bad(f"{column} is {value!r}; it must be one of {', '.join(words)}")
        return value

    def words(self, column: str, known: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Take words separated by bars, each known where a list of them is given."""
        values = tuple(self.text(column).split("|"))
        for value in values:
            if not value or (known is not None and value not in known):
                raise self.bad(f"{column} has {value!r}, which is not known")
        return values

    def blank(self, column: str) -> bool:
        """Tell whether a cell is blank."""
        return not self._values[column].strip()


def read_tables(files: Mapping[str, bytes]) -> Tables:
    """Read the four tables of a rulebook; raise BadPolicy on the first flaw."""
    windows = _windows(files[TYPES])
    types = tuple(windows)
    instruments = _instruments(files[INSTRUMENTS], types)
    return Tables(
        matrix=_matrix(files[MATRIX], types, instruments),
        windows=windows,
        implied=_implied(files[FORMAT_LINES], types),
        instruments=instruments,
    )


def _rows(file: str, raw: bytes, columns: tuple[str, ...]) -> Iterator[Row]:
    try:
        lines = csv.reader(io.StringIO(raw.decode()), strict=True)
        header = tuple(next(lines, ()))
        if header != columns:
            raise BadPolicy(file, "line 1", f"needs the columns {','.join(columns)}")
        for cells in lines:
            if len(cells) != len(columns):
                place = f"line {lines.line_num}"
                raise BadPolicy(file, place, f"has {len(cells)} cells, not {len(columns)}")
            yield Row(file, lines.line_num, dict(zip(columns, cells, strict=True)))
    except (UnicodeDecodeError, csv.Error) as fault:
        raise BadPolicy(file, "", f"is not a CSV table: {fault}") from fault


def _windows(raw: bytes) -> dict[str, Window]:
    found: dict[str, Window] = {}
    for row in _rows(TYPES, raw, ("support_type", "economic", "window", "meaning")):
        name = row.text("support_type")
        if name in found:
            raise row.bad(f"{name} stands here twice")
        row.word("economic", ("yes", "no"))
        row.text("meaning")
        found[name] = cast(Window, row.word("window", get_args(Window)))
    if not found:
        raise BadPolicy(TYPES, "", "names no support type")
    return found


def _instruments(raw: bytes, types: tuple[str, ...]) -> dict[str, Instrument]:
    columns = ("id", "regimes", "instrument", "valid_from", "end", "activities", "support_types",
               "lifts_travel_ban", "actors", "limits", "verification")  # fmt: skip
    found: dict[str, Instrument] = {}
    for row in _rows(INSTRUMENTS, raw, columns):
        name = row.text("id")
        if name in found:
            raise row.bad(f"{name} stands here twice")
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


def _implied(raw: bytes, types: tuple[str, ...]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in _rows(FORMAT_LINES, raw, ("format", "when", "support_type")):
        line = (row.word("when", get_args(When)), row.word("support_type", types))
        lines = found.setdefault(row.word("format", FORMATS), [])
        if line in lines:
            raise row.bad("stands here twice")
        lines.append(line)
    for name in FORMATS:
        if not any(when == "always" for when, _ in found.get(name, ())):
            raise BadPolicy(FORMAT_LINES, "", f"{name} implies nothing that is always given")
    return {name: tuple(lines) for name, lines in found.items()}


def _matrix(
    raw: bytes, types: tuple[str, ...], instruments: Mapping[str, Instrument]
) -> dict[tuple[str, str], Cell]:
    columns = ("regime", "support_type", "route", "counsel_memo", "occasions_memo_from",
               "public_session_route", "possible_authorisations", "legal_basis", "rationale",
               "verification")  # fmt: skip
    found: dict[tuple[str, str], Cell] = {}
    for row in _rows(MATRIX, raw, columns):
        key = (row.word("regime", REGIMES), row.word("support_type", types))
        if key in found:
            raise row.bad(f"{key[1]} under {key[0]} stands here twice")
        found[key] = _cell(row, key[0], instruments)
    for regime in REGIMES:
        for name in types:
            if (regime, name) not in found:
                raise BadPolicy(MATRIX, "", f"lacks {name} under {regime}")
    return found


def _cell(row: Row, regime: str, instruments: Mapping[str, Instrument]) -> Cell:
    for column in ("legal_basis", "rationale"):
        row.text(column)
    row.word("verification", VERIFICATION)
    if not row.blank("possible_authorisations"):
        for name in row.words("possible_authorisations", tuple(instruments)):
            if regime not in instruments[name].regimes:
                raise row.bad(f"{name} serves no {regime}")
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
        raise row.bad("occasions_memo_from must be a whole number from 1, or blank")
    return int(text)
