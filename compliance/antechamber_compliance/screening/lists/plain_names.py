"""Read a list of names, one a line, such as Schedule 2 to the Terrorism Act 2000 (UTF-8 text).

Lines that start with # are comments. The Act has no identifiers: an entry is known by the
number of its line among the names, so that an entry may change its number from one version
to the next. What stands in brackets after a name is another name of the same party.
"""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.lists.badlist import MAX_NAME_CHARS, BadList, one_line
from antechamber_compliance.screening.lists.collecting import Record, checked

BRACKETS = re.compile(r"\(([^()]*)\)")


def read(stream: BinaryIO) -> Iterator[Record]:
    """Yield each name line as an entry, identified as row-N; the file does not say what it is."""
    for ordinal, line in enumerate(_names(stream), 1):
        yield checked(Entry(f"row-{ordinal}", "LegalEntity", tuple(_spellings(line))), ordinal)


def _names(stream: BinaryIO) -> Iterator[str]:
    text = io.TextIOWrapper(stream, encoding="utf-8-sig")
    number = 0
    try:
        while line := text.readline(MAX_NAME_CHARS + 2):
            number += 1
            if len(line) > MAX_NAME_CHARS + 1:
                raise BadList(f"a name longer than {MAX_NAME_CHARS} characters", f"line {number}")
            name = one_line(line)
            if name and not name.startswith("#"):
                yield name
    except UnicodeDecodeError as fault:
        raise BadList("not UTF-8 text", f"line {number + 1} or after") from fault
    finally:
        text.detach()  # the stream belongs to the caller
    if not number:
        raise BadList("the file is empty")


def _spellings(line: str) -> Iterator[ListedName]:
    """Yield the line itself, the name without its brackets, and what the brackets hold."""
    yield ListedName(line)
    yield ListedName(BRACKETS.sub(" ", line))
    for inner in BRACKETS.findall(line):
        yield ListedName(inner)
