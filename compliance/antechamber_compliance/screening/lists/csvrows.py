"""Read the rows of a CSV file one at a time: UTF-8, bounded lines, every fault with its place."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from antechamber_compliance.screening.lists.badlist import BadList, one_line

MAX_LINE_CHARS = 1 << 20


def rows(stream: BinaryIO) -> Iterator[list[str]]:
    """Yield each row that is not empty, cells as written; raise BadList on what is not CSV.

    A closing 0x1A, which old programs write at the end of a file, is not a row. The stream
    stays open: it belongs to the caller.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    read = csv.reader(_lines(text), strict=True)
    try:
        for row in read:
            if row and row != ["\x1a"]:
                yield row
    except UnicodeDecodeError as fault:
        raise BadList("not UTF-8 text", f"line {read.line_num + 1} or after") from fault
    except csv.Error as fault:
        raise BadList("not CSV", f"line {read.line_num}") from fault
    finally:
        text.detach()
    if not read.line_num:
        raise BadList("the file is empty")


def records(stream: BinaryIO, columns: list[str]) -> Iterator[dict[str, str]]:
    """Yield each row under a header line as {column: cell, white space collapsed}.

    Raise BadList unless the header is exactly `columns` and every row is as long.
    """
    found = rows(stream)
    header = next(found, None)
    if header is None or [one_line(cell) for cell in header] != columns:
        raise BadList(f"the columns are not {','.join(columns)}", "line 1")
    for ordinal, row in enumerate(found, 1):
        if len(row) != len(columns):
            raise BadList(f"not {len(columns)} cells", f"entry {ordinal}")
        yield dict(zip(columns, map(one_line, row), strict=True))


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    number = 0
    while line := text.readline(MAX_LINE_CHARS + 1):
        number += 1
        if len(line) > MAX_LINE_CHARS:
            raise BadList(f"a line longer than {MAX_LINE_CHARS} characters", f"line {number}")
        yield line
