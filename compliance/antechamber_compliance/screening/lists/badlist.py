"""The one fault of a list file, and the bounds that every reader keeps."""

from collections.abc import Iterable

MAX_ENTRIES = 200_000
MAX_NAME_CHARS = 1_000
MAX_NAMES = 2_000  # of one entry; the longest real one has about 150
MAX_LINKS = 2_000  # of one entry
MAX_RANGE_YEARS = 30  # a birth-date range wider than this says nothing


class BadList(Exception):
    """A list file that cannot be relied on, whole. Says where and why, never what it holds."""

    def __init__(self, reason: str, place: str = "", list_id: str = "") -> None:
        super().__init__(": ".join(part for part in (list_id, place, reason) if part))
        self.reason = reason
        self.place = place
        self.list_id = list_id

    def of(self, list_id: str) -> "BadList":
        """Return the same fault with the list named."""
        return BadList(self.reason, self.place, list_id)


def one_line(text: str) -> str:
    """Return text with its white space collapsed."""
    return " ".join(text.split())


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the non-empty texts once each, in the order of their first appearance."""
    return tuple(dict.fromkeys(text for text in texts if text))
