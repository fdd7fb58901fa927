"""Where the tables, keys and values of a TOML document stand: the parser does not say.

It walks a document that the parser has accepted, so it only finds its way and checks
nothing. A path is made of keys, and of numbers from 0 for the items of an array.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

Path = tuple[str | int, ...]

_SPACE = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_BLANKS = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
# Three quotes first: two of them alone are an empty text. Up to two more may stand at the end.
_TEXT = re.compile(
    r"""
    \"{3} (?:\\.|[^\\])*? \"{3,5} | '{3} .*? '{3,5}
  | " (?:\\.|[^"\\])* "           | ' [^']* '
    """,
    re.VERBOSE | re.DOTALL,
)
_OTHER = re.compile(r"[^,\]}\n#]+")
# One character of a text in double quotes; a backslash at the end of a line joins two lines.
_CHARACTER = re.compile(r"\\(?:u.{4}|U.{8}|(?P<joined>[ \t]*\n[ \t\n]*)|.)|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """The offsets of a key and of its value; of an item or a table, both are its own."""

    key: int
    value: int


def find_places(text: str) -> Mapping[Path, Place]:
    """Return the place of everything in a document; its line ends are single line feeds."""
    walk = _Walk(text)
    walk.document()
    return walk.places


def characters(text: str, at: int) -> list[int]:
    """Return where each character of the text value at `at` stands, and last where it ends."""
    found = _TEXT.match(text, at)
    if found is None:
        return [at]
    width = 3 if found[0][:3] in ('"""', "'''") else 1
    start, end = at + width, found.end() - width
    if width == 3 and text[start] == "\n":
        start += 1  # a line feed right after the quotes is not part of the value
    if text[at] == "'":
        return list(range(start, end + 1))
    parts = _CHARACTER.finditer(text, start, end)
    return [*(part.start() for part in parts if part["joined"] is None), end]


@dataclass(slots=True)
class _Walk:
    text: str
    at: int = 0
    places: dict[Path, Place] = field(default_factory=dict)
    tables: dict[Path, int] = field(default_factory=dict)  # of each array of tables, how many

    def document(self) -> None:
        table: Path = ()
        self._skip()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip()

    def _skip(self, pattern: re.Pattern[str] = _SPACE) -> None:
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def _header(self) -> Path:
        start, many = self.at, self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        *above, last = self._keys()
        path: Path = ()
        for key in above:
            path = self._newest((*path, key))
            self._note(path, start)
        path = (*path, last)
        if many:
            self.tables[path] = self.tables.get(path, 0) + 1
            self._note(path, start)
        path = self._newest(path)
        self._note(path, start)
        self.at = self.text.index("]", self.at) + (2 if many else 1)
        return path

    def _newest(self, path: Path) -> Path:
        """Return the path of the table that a header means: of an array, the newest."""
        return (*path, self.tables[path] - 1) if path in self.tables else path

    def _note(self, path: Path, at: int) -> None:
        self.places.setdefault(path, Place(at, at))

    def _keys(self) -> list[str]:
        """Read a dotted key."""
        keys: list[str] = []
        while True:
            self._skip(_BLANKS)
            found = _BARE_KEY.match(self.text, self.at) or _TEXT.match(self.text, self.at)
            if found is None:
                return keys
            quoted = found[0][0] in "\"'"
            keys.append(tomllib.loads(f"key = {found[0]}")["key"] if quoted else found[0])
            self.at = found.end()
            self._skip(_BLANKS)
            if self.text[self.at] != ".":
                return keys
            self.at += 1

    def _pair(self, table: Path) -> None:
        start, keys = self.at, self._keys()
        for count in range(1, len(keys)):
            self._note((*table, *keys[:count]), start)
        self.at += 1  # the equals sign
        self._skip(_BLANKS)
        path = (*table, *keys)
        self.places[path] = Place(start, self.at)
        self._value(path)

    def _value(self, path: Path) -> None:
        match self.text[self.at]:
            case "[":
                self._array(path)
            case "{":
                self._inline_table(path)
            case _:
                found = _TEXT.match(self.text, self.at) or _OTHER.match(self.text, self.at)
                self.at = found.end() if found else self.at + 1

    def _array(self, path: Path) -> None:
        self.at += 1
        count = 0
        while not self._closed("]"):
            self._note((*path, count), self.at)
            self._value((*path, count))
            count += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        while not self._closed("}"):
            self._pair(path)

    def _closed(self, closer: str) -> bool:
        """Go to the next item, or past the bracket; tell which."""
        self._skip()
        if self.text[self.at] == ",":
            self.at += 1
            self._skip()
        if self.text[self.at] == closer:
            self.at += 1
            return True
        return False
