"""Read a TOML file strictly: every key typed, none left over, every fault with its place."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from antechamber_compliance.language.errors import did_you_mean, line_start, nearest
from antechamber_compliance.policy import BadPolicy
from antechamber_compliance.texts import is_said
from antechamber_compliance.tomlplaces import Path, Place, characters, find_places

Value = TypeVar("Value")
KINDS: Mapping[type, str] = {
    bool: "true or false",
    date: "a date such as 2026-01-01",
    int: "a whole number",
    list: "a list",
    str: "a text in quotes",
}
# Written with other signs or in another order, or of a day that the calendar does not have.
_LIKE_A_DATE = re.compile(r"\b\d{1,4}([-./])\d{1,2}\1\d{1,4}\b")
_CURLY = tuple("\u201c\u201d\u201e\u2018\u2019")
_WHERE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


# Without slots: places are looked for when there is something to complain of, and kept.
@dataclass(frozen=True)
class Document:
    """A TOML file and its text."""

    file: str
    text: str

    @cached_property
    def _places(self) -> Mapping[Path, Place]:
        return find_places(self.text)

    def place(self, path: Path) -> Place:
        """Return where something stands; for what is not written, where it would belong."""
        while path not in self._places:
            if not path:
                return Place(0, 0)
            path = path[:-1]
        return self._places[path]

    def bad(self, message: str, at: int) -> BadPolicy:
        """Return the error that shows a place in this file."""
        return BadPolicy(self.file, message, text=self.text, at=at)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in a file, without the space around it."""

    document: Document
    path: Path
    raw: str

    @property
    def text(self) -> str:
        """The text itself."""
        return self.raw.strip()

    def bad(self, message: str, at: int = 0) -> BadPolicy:
        """Return the error that shows a character of the text in its file."""
        where = characters(self.document.text, self.document.place(self.path).value)
        before = len(self.raw) - len(self.raw.lstrip())
        return self.document.bad(message, where[min(before + at, len(where) - 1)])

    def bad_name(self, message: str) -> BadPolicy:
        """Return the error that shows the key of the text."""
        return self.document.bad(message, self.document.place(self.path).key)


def open_section(file: str, raw: bytes) -> "Section":
    """Read a TOML file; raise BadPolicy if it is none."""
    try:
        # As the parser does before it counts lines.
        text = raw.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        sound = raw[: fault.start].decode().replace("\r\n", "\n")
        raise BadPolicy(file, "is not UTF-8 from here on", text=sound, at=len(sound)) from None
    try:
        return Section(Document(file, text), (), tomllib.loads(text))
    except tomllib.TOMLDecodeError as fault:
        raise _not_toml(Document(file, text), str(fault)) from None
    except RecursionError:
        raise BadPolicy(file, "is nested too deeply") from None


def _not_toml(document: Document, fault: str) -> BadPolicy:
    found = _WHERE.search(fault)
    at = len(document.text)
    if found and found["line"]:
        at = line_start(document.text, int(found["line"])) + int(found["column"]) - 1
    words = _WHERE.sub("", fault)
    return document.bad(f"is not TOML: {words}{_hint(words, document.text, at)}", at)


def _hint(fault: str, text: str, at: int) -> str:
    """Return '; write ...' for the slips that the parser's words do not name, or nothing."""
    # A text that a curly quote was to end goes on to the end of its line, or of the file.
    endless = fault.startswith(("Illegal character", "Unterminated"))
    if text.startswith(_CURLY, at) or (endless and text[:at].rstrip().endswith(_CURLY)):
        return "; write straight quotes"
    start = text.rfind("\n", 0, at) + 1
    line = text[start:].partition("\n")[0]
    if any(found.start() <= at - start <= found.end() for found in _LIKE_A_DATE.finditer(line)):
        return "; write a day that exists, as 2027-01-01"
    if fault.startswith("Unclosed") and text[at : at + 1] not in ("", "]", "}"):
        return "; write a comma before this"
    return ""


class Section:
    """One table of a policy file; whoever reads it says when it is `done`."""

    def __init__(self, document: Document, path: Path, table: object) -> None:
        self.document, self.path = document, path
        if not isinstance(table, Mapping):
            raise document.bad("this must be a table", document.place(path).value)
        self._left: dict[str, object] = dict(table)
        self._asked: set[str] = set()

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.document.file

    def bad(self, message: str, *steps: str | int) -> BadPolicy:
        """Return the error that shows this table, or the value that the steps lead to."""
        return self.document.bad(message, self.document.place((*self.path, *steps)).value)

    def bad_name(self, message: str, *steps: str | int) -> BadPolicy:
        """Return the error that shows a key."""
        return self.document.bad(message, self.document.place((*self.path, *steps)).key)

    def take(self, key: str, kind: type[Value], default: Value | None = None) -> Value:
        """Take a value of this kind; raise BadPolicy when it is absent or of another kind."""
        self._asked.add(key)
        value = self._left.pop(key, default)
        if value is None:
            raise self._lacks(key)
        # A bool is an int to Python, and a date with a time a date.
        narrower = (kind is int and isinstance(value, bool)) or (
            kind is date and isinstance(value, datetime)
        )
        if not isinstance(value, kind) or narrower:
            raise self.bad(f"{key!r} must be {KINDS[kind]}", key)
        return value

    def _lacks(self, key: str) -> BadPolicy:
        meant = nearest(key, self._left)
        if meant is None:
            return self.bad(f"lacks {key!r}")
        return self.bad_name(f"lacks {key!r}; is {meant!r} meant to be it?", meant)

    def optional(self, key: str, kind: type[Value]) -> Value | None:
        """Take a value of this kind, or None where the key is absent."""
        return self.take(key, kind) if self.has(key) else None

    def passage(self, key: str) -> Passage:
        """Take a text that is not blank, and where it stands."""
        found = Passage(self.document, (*self.path, key), self.take(key, str))
        if not found.text:
            raise self.bad(f"{key!r} is blank", key)
        return found

    def prose(self, key: str) -> str:
        """Take a text that says something to those who read it."""
        found = self.text(key)
        if not is_said(found):
            raise self.bad(f"{key!r} says nothing", key)
        return found

    def text(self, key: str) -> str:
        """Take a text that is not blank."""
        return self.passage(key).text

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Take a list of texts, none of them twice."""
        if not self.has(key) and default is not None:
            return default
        values = self.take(key, list)
        for number, value in enumerate(values):
            if not isinstance(value, str) or not value.strip():
                raise self.bad(f"{key!r} must be a list of texts", key, number)
            if value in values[:number]:
                raise self.bad(f"{value!r} stands here twice", key, number)
        return tuple(values)

    def word(self, key: str, words: tuple[str, ...], default: str | None = None) -> str:
        """Take one of a closed list of words."""
        value = self.take(key, str, default)
        if value not in words:
            raise self.bad(f"{key!r} is {value!r}, {one_of(value, words)}", key)
        return value

    def words(
        self, key: str, words: Iterable[str], default: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        """Take a list of words that are all known."""
        values, known = self.texts(key, default), tuple(words)
        for number, value in enumerate(values):
            if value not in known:
                raise self.bad(f"{key!r} has {value!r}, {one_of(value, known)}", key, number)
        return values

    def section(self, key: str) -> "Section | None":
        """Take a table within, or None where it is absent."""
        self._asked.add(key)
        table = self._left.pop(key, None)
        return None if table is None else Section(self.document, (*self.path, key), table)

    def sections(self, key: str) -> list["Section"]:
        """Take an array of tables, empty where it is absent."""
        self._asked.add(key)
        rows = self._left.pop(key, [])
        if not isinstance(rows, list):
            raise self.bad(f"{key!r} must be an array of tables", key)
        return [Section(self.document, (*self.path, key, n), row) for n, row in enumerate(rows)]

    def has(self, key: str) -> bool:
        """Tell whether a key is there; asking makes it one that is known."""
        self._asked.add(key)
        return key in self._left

    def names(self) -> tuple[str, ...]:
        """Return the keys that are left, in the order of the file."""
        return tuple(self._left)

    def done(self) -> None:
        """Refuse keys that nobody reads: a misspelt one must not be silently without effect."""
        for key in self._left:
            hint = did_you_mean(key, self._asked)
            raise self.bad_name(f"has an unknown key: {key!r}{hint}", key)


def one_of(word: str, words: tuple[str, ...]) -> str:
    """Say what a word must be instead."""
    hint = did_you_mean(word, words)
    return f"and must be one of {', '.join(words)}{hint}"
