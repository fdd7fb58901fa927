"""Read the rows of an XLSX workbook's sheets: a zip of XML files, each part bounded.

Only stored and deflated parts are read, no formula is computed and no link followed.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from antechamber_compliance.screening.lists.badlist import BadList, one_line
from antechamber_compliance.screening.lists.xmlstream import Node, records

MAX_STORED_BYTES = 64 << 20
MAX_PART_BYTES = 128 << 20  # after decompression
MAX_PARTS = 1_000
MAX_COLUMNS = 256
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
STRINGS = "xl/sharedStrings.xml"
CELL = re.compile(r"([A-Z]{1,3})[0-9]+")
ESCAPED = re.compile(r"_x000[0-9A-Fa-f]_")  # a control character, as the format writes it
ENCRYPTED = 0x1


def sheets(stream: BinaryIO) -> Iterator[list[list[str]]]:
    """Yield the rows of each sheet, as texts; raise BadList on what is no sound workbook."""
    stored = stream.read(MAX_STORED_BYTES + 1)
    if not stored:
        raise BadList("the file is empty")
    if len(stored) > MAX_STORED_BYTES:
        raise BadList(f"a workbook larger than {MAX_STORED_BYTES >> 20} MiB")
    with _faults("the workbook"), zipfile.ZipFile(io.BytesIO(stored)) as workbook:
        parts = {part.filename: part for part in workbook.infolist()}
        if len(parts) > MAX_PARTS:
            raise BadList(f"a workbook with more than {MAX_PARTS} parts")
        names = sorted(filter(SHEET.fullmatch, parts), key=lambda name: (len(name), name))
        if not names:
            raise BadList("a zip file without a sheet: another kind of file")
        strings = list(_strings(workbook, parts))
        for name in names:
            with _opened(workbook, parts[name]) as part:
                yield [_row(node, strings, name) for node in records(part, "worksheet", {"row"})]


@contextmanager
def _faults(what: str) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as fault:
        raise BadList(f"{what} is not a sound XLSX file: damaged or truncated") from fault


@contextmanager
def _opened(workbook: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[BinaryIO]:
    """Open one part; its declared size bounds what it can give."""
    if part.file_size > MAX_PART_BYTES:
        raise BadList(f"decompresses to more than {MAX_PART_BYTES >> 20} MiB")
    plain = part.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    if part.flag_bits & ENCRYPTED or not plain:
        raise BadList("a workbook that is encrypted or compressed in an unknown way")
    with workbook.open(part) as opened:
        yield cast(BinaryIO, opened)


def _strings(workbook: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> Iterator[str]:
    if STRINGS in parts:
        with _opened(workbook, parts[STRINGS]) as part:
            for node in records(part, "sst", {"si"}):
                yield _text(node)


def _row(node: Node, strings: list[str], sheet: str) -> list[str]:
    cells: list[str] = []
    for cell in node.all("c"):
        place = CELL.fullmatch(cell.get("r"))
        column = _column(place[1]) if place else len(cells)
        if not len(cells) <= column < MAX_COLUMNS:
            raise BadList("a cell out of order or too far right", f"{sheet} {cell.get('r')}")
        cells += [""] * (column - len(cells))
        cells.append(_value(cell, strings, sheet))
    return cells


def _value(cell: Node, strings: list[str], sheet: str) -> str:
    if cell.get("t") == "inlineStr":
        return " ".join(_text(found) for found in cell.all("is"))
    value = one_line(ESCAPED.sub(" ", cell.child_text("v")))
    if cell.get("t") != "s":
        return value
    if not value.isdecimal() or len(value) > 9 or int(value) >= len(strings):
        raise BadList("a cell that refers to no text", f"{sheet} {cell.get('r')}")
    return strings[int(value)]


def _text(node: Node) -> str:
    """Return the text of a string, plain or in runs of different type."""
    parts = (t.written for t in (*node.all("t"), *node.all("r", "t")))
    return one_line(ESCAPED.sub(" ", "".join(parts)))


def _column(letters: str) -> int:
    """Return the number of a column, from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
