"""The one error that an author sees: where, what, and the line with a caret under it."""

from collections.abc import Iterable
from difflib import get_close_matches

WIDEST = 120  # characters of a line shown


class PolicyError(Exception):
    """A policy text that cannot be accepted; `line` and `column` count from 1."""

    def __init__(self, text: str, at: int, message: str) -> None:
        start = text.rfind("\n", 0, at) + 1
        self.line = text.count("\n", 0, at) + 1
        self.column = at - start + 1
        self.message = message
        shown = max(start, at - WIDEST // 2)
        before = _printable(text[shown:at])
        after = _printable(text[at : shown + WIDEST].partition("\n")[0].rstrip("\r"))
        pad = "".join("\t" if char == "\t" else " " for char in before)
        place = f"{self.line}:{self.column}"
        super().__init__(f"{place}: {message}\n  | {before}{after}\n  | {pad}^")


def _printable(line: str) -> str:
    # A control character could move the caret or rewrite the reader's terminal.
    return "".join(char if char.isprintable() or char == "\t" else "?" for char in line)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return '; did you mean ...?' for the nearest known word, or nothing."""
    near = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
