"""Mutants of the decision tables: one cell that decides, changed to one beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from antechamber_compliance.tables import Cell, Instrument, Tables
from antechamber_compliance.verdict import STRICTEST_FIRST

Kind = Literal["cell", "window", "format", "instrument"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a table differs: the cell's regime and support type, or the one key of its row."""

    kind: Kind
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableChange:
    """One cell changed: what into what, where, and the tables that result."""

    what: str
    spot: Spot
    tables: Tables


def table_changes(tables: Tables) -> Iterator[TableChange]:
    """Yield every change of a cell of the tables that decides something."""
    for key, cell in tables.matrix.items():
        for what, new in _cells(cell):
            changed = replace(tables, matrix={**tables.matrix, key: new})
            yield TableChange(f"matrix {'/'.join(key)}: {what}", Spot("cell", key), changed)
    for kind, window in tables.windows.items():
        other: Any = "travel" if window == "session" else "session"
        changed = replace(tables, windows={**tables.windows, kind: other})
        yield TableChange(f"types {kind}: {window} -> {other}", Spot("window", (kind,)), changed)
    for name, lines in tables.implied.items():
        for what, left in _lines(lines):
            changed = replace(tables, implied={**tables.implied, name: left})
            yield TableChange(f"formats {name}: {what}", Spot("format", (name,)), changed)
    for ref, instrument in tables.instruments.items():
        for what, row in _rows(instrument):
            changed = replace(tables, instruments={**tables.instruments, ref: row})
            yield TableChange(f"exemptions {ref}: {what}", Spot("instrument", (ref,)), changed)


def _cells(cell: Cell) -> Iterator[tuple[str, Cell]]:
    for route in _beside(cell.route):
        yield f"route {cell.route} -> {route}", replace(cell, route=route)
    for route in _beside(cell.public_route):
        yield f"public {cell.public_route} -> {route}", replace(cell, public_route=route)
    if cell.route == cell.public_route == "deny":
        return  # where all is denied, no memo is read
    yield "memo", replace(cell, counsel_memo=not cell.counsel_memo)
    if cell.memo_from is not None:
        for occasion in (cell.memo_from + 1, cell.memo_from - 1, None):
            what = f"memo from {cell.memo_from} -> {occasion or 'never'}"
            yield what, replace(cell, memo_from=occasion)


def _beside(route: str) -> Iterator[Any]:
    """Yield the next stricter and the next laxer route."""
    at = STRICTEST_FIRST.index(route)
    yield from STRICTEST_FIRST[max(at - 1, 0) : at]
    yield from STRICTEST_FIRST[at + 1 : at + 2]


def _lines(
    lines: tuple[tuple[str, str], ...],
) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    for at, (when, kind) in enumerate(lines):
        before, after = lines[:at], lines[at + 1 :]
        if when != "always":
            yield f"without {kind}, {when}", (*before, *after)
        other = "in_person" if when == "always" else "always"
        yield f"{kind}, {when} -> {other}", (*before, (other, kind), *after)
        yield f"{kind}, {when} -> visa_letter", (*before, (when, "visa_letter"), *after)


def _rows(row: Instrument) -> Iterator[tuple[str, Instrument]]:
    for regime in row.regimes:
        left = tuple(each for each in row.regimes if each != regime)
        yield f"without {regime}", replace(row, regimes=left)
    for name in row.activities or ():
        left = tuple(each for each in row.activities or () if each != name)
        yield f"without {name}", replace(row, activities=left)
    for name in row.support_types or ():
        left = tuple(each for each in row.support_types or () if each != name)
        yield f"without {name}", replace(row, support_types=left)
    if row.activities is not None:
        yield "any activity", replace(row, activities=None)
    if row.support_types is not None:
        yield "any support", replace(row, support_types=None)
    verify, lifts = not row.end_to_verify, not row.lifts_travel_ban
    yield f"end to verify -> {str(verify).lower()}", replace(row, end_to_verify=verify)
    yield f"lifts travel bans -> {str(lifts).lower()}", replace(row, lifts_travel_ban=lifts)
