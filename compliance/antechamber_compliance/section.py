"""Read a decoded TOML table strictly: every key typed, none left over."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeVar

from antechamber_compliance.policy import BadPolicy

Value = TypeVar("Value")


class Section:
    """One table of a policy file; whoever reads it says when it is `done`."""

    def __init__(self, file: str, place: str, table: object) -> None:
        self.file, self.place = file, place
        if not isinstance(table, Mapping):
            raise self.bad("must be a table")
        self._left: dict[str, object] = dict(table)

    def bad(self, message: str) -> BadPolicy:
        """Return the error that names this file and place."""
        return BadPolicy(self.file, self.place, message)

    def take(self, key: str, kind: type[Value], default: Value | None = None) -> Value:
        """Take a value of this kind; raise BadPolicy when it is absent or of another kind."""
        value = self._left.pop(key, default)
        if value is None:
            raise self.bad(f"lacks {key!r}")
        # A bool is an int to Python, and a date with a time a date.
        narrower = (kind is int and isinstance(value, bool)) or (
            kind is date and isinstance(value, datetime)
        )
        if not isinstance(value, kind) or narrower:
            raise self.bad(f"{key!r} must be of type {kind.__name__}")
        return value

    def optional(self, key: str, kind: type[Value]) -> Value | None:
        """Take a value of this kind, or None where the key is absent."""
        return self.take(key, kind) if key in self._left else None

    def text(self, key: str) -> str:
        """Take a text that is not blank."""
        value = self.take(key, str).strip()
        if not value:
            raise self.bad(f"{key!r} is blank")
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Take a list of texts."""
        if default is not None and key not in self._left:
            return default
        values = self.take(key, list)
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.bad(f"{key!r} must be a list of texts")
        return tuple(values)

    def word(self, key: str, words: tuple[str, ...], default: str | None = None) -> str:
        """Take one of a closed list of words."""
        value = self.take(key, str, default)
        if value not in words:
            raise self.bad(f"{key!r} is {value!r}; it must be one of {', '.join(words)}")
        return value

    def day(self, key: str) -> date | None:
        """Take a TOML date, or None where the key is absent."""
        return self.optional(key, date)

    def section(self, key: str) -> "Section | None":
        """Take a table within, or None where it is absent."""
        table = self._left.pop(key, None)
        return None if table is None else Section(self.file, f"{self._inside(key)}", table)

    def sections(self, key: str) -> list["Section"]:
        """Take an array of tables, empty where it is absent."""
        rows = self._left.pop(key, [])
        if not isinstance(rows, list):
            raise self.bad(f"{key!r} must be an array of tables")
        return [Section(self.file, f"{self._inside(key)}[{n}]", r) for n, r in enumerate(rows, 1)]

    def items(self) -> list[tuple[str, object]]:
        """Take all that is left, in the order of the file."""
        items, self._left = list(self._left.items()), {}
        return items

    def done(self) -> None:
        """Refuse keys that nobody reads: a misspelt one must not be silently without effect."""
        if self._left:
            raise self.bad(f"has unknown keys: {', '.join(sorted(self._left))}")

    def _inside(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key
