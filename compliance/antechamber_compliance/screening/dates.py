"""Compare birth dates as lists publish them: YYYY, YYYY-MM or YYYY-MM-DD."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["agrees", "conflicts", "unknown"]

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
TOLERANCE_YEARS = 2  # registers and calendars differ by this much without being wrong


def is_birth_date(text: str) -> bool:
    """Say whether a text is a year, a month or a day that exists."""
    if not DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "0001-01-01"[len(text) :])
    except ValueError:
        return False
    return True


def compare(asked: str, listed: Iterable[str]) -> Verdict:
    """Return whether a birth date agrees with one of the listed ones, as far as both go.

    It conflicts only when every listed one is more than two years away; in between, and
    where either side is silent, nothing is known.
    """
    known = [text for text in listed if is_birth_date(text)]
    if not asked or not known:
        return "unknown"
    if any(asked.startswith(text) or text.startswith(asked) for text in known):
        return "agrees"
    if all(abs(int(text[:4]) - int(asked[:4])) > TOLERANCE_YEARS for text in known):
        return "conflicts"
    return "unknown"


def same_day(asked: str, listed: Iterable[str]) -> bool:
    """Say whether a whole birth date, with month and day, is one of the listed ones."""
    return len(asked) == len("YYYY-MM-DD") and asked in listed
