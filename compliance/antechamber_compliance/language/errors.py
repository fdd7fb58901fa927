"""The one error that an author sees: where, what, and the line with a caret under it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

WIDEST = 120  # characters of a line shown


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a text: line and column, counted from 1, and the line with a caret below."""

    line: int
    column: int
    shown: str

    @classmethod
    def of(cls, text: str, at: int) -> "Spot":
        """Find the place of a character."""
        start = text.rfind("\n", 0, at) + 1
        first = max(start, at - WIDEST // 2)
        before = _printable(text[first:at])
        after = _printable(text[at : first + WIDEST].partition("\n")[0].rstrip("\r"))
        pad = "".join("\t" if char == "\t" else " " for char in before)
        shown = f"  | {before}{after}\n  | {pad}^"
        return cls(text.count("\n", 0, at) + 1, at - start + 1, shown)


class PolicyError(Exception):
    """A policy text that cannot be accepted; `at` is the offset of what is wrong in it."""

    def __init__(self, text: str, at: int, message: str) -> None:
        spot = Spot.of(text, at)
        self.at, self.line, self.column = at, spot.line, spot.column
        self.message = message
        super().__init__(f"{spot.line}:{spot.column}: {message}\n{spot.shown}")


def _printable(line: str) -> str:
    # A control character could move the caret or rewrite the reader's terminal.
    return "".join(char if char.isprintable() or char == "\t" else "?" for char in line)


def line_start(text: str, line: int) -> int:
    """Return the offset at which a line begins; lines count from 1."""
    before = text.split("\n")[: line - 1]
    return sum(len(each) + 1 for each in before)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that this one was probably meant to be."""
    words = {each.casefold(): each for each in sorted(known)}
    # Of a short word, one letter is much: 'C5' shares half of itself with 'C4'.
    cutoff = 0.6 if len(word) > 3 else 0.5
    near = get_close_matches(word.casefold(), words, n=1, cutoff=cutoff)
    return words[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return '; did you mean ...?' for the nearest known word, or nothing."""
    near = nearest(word, known)
    return f"; did you mean {near!r}?" if near else ""
