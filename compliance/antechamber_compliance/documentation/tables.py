"""The decision tables as they are shown on the page about the rules."""

import csv
import io
from collections.abc import Iterator, Mapping

from antechamber_compliance.documentation.markdown import table
from antechamber_compliance.tablefile import (
    FORMAT_LINES,
    INSTRUMENTS,
    MATRIX,
    PROGRAMMES,
    TYPES,
)

NOTICE = """\
## The tables

**Counsel must sign these off.** They say under which law what may be given to a listed person.
They were made from public sources with the marks above, not by your lawyers; laws change, and so
do the lists. What the tables do not have is denied."""
WHAT = (
    (TYPES, "Kinds of support", "What a session may give somebody, and whether it is of value."),
    (
        FORMAT_LINES,
        "Formats",
        "What each format gives by itself, and when: it is judged like support that is given.",
    ),
    (
        INSTRUMENTS,
        "Exemptions and licences",
        "The instruments an authorisation may rest on, with what each covers.",
    ),
    (
        PROGRAMMES,
        "Programmes of the lists",
        "Which regime an entry of a published list belongs to.",
    ),
)
PER_REGIME = ("regime", "legal_basis")


def tables_section(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the lines that show every decision table that is there."""
    if MATRIX not in files:
        return
    yield from (NOTICE, "")
    yield from _matrix(files[MATRIX])
    for path, title, words in WHAT:
        if path in files:
            heads, rows = _read(files[path])
            yield from (f"### {title}", "", words, "")
            yield from table([_head(h) for h in heads], [[row[h] for h in heads] for row in rows])


def _matrix(raw: bytes) -> Iterator[str]:
    """Show the matrix regime by regime, with the legal basis once where it is one."""
    heads, rows = _read(raw)
    yield from ("### Support under each regime", "")
    yield "Routes: `approve_record` and `exempt_record` ask for a record, `licence` for an"
    yield "authorisation that covers it, `deny` for nothing: it is prohibited."
    yield ""
    shown = [head for head in heads if head not in PER_REGIME]
    for regime in dict.fromkeys(row["regime"] for row in rows):
        here = [row for row in rows if row["regime"] == regime]
        bases = dict.fromkeys(row["legal_basis"] for row in here)
        yield from (f"#### {regime}", "", f"Legal basis: {'; '.join(bases)}.", "")
        yield from table([_head(h) for h in shown], [[row[h] for h in shown] for row in here])


def _read(raw: bytes) -> tuple[list[str], list[dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(raw.decode()))
    rows = list(reader)
    return list(reader.fieldnames or ()), rows


def _head(column: str) -> str:
    return column.replace("_", " ")
