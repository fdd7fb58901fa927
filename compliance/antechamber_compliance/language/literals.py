"""Literals: integers of 64 bits, RFC 3339 instants, and durations in h, m and s."""

import re
from datetime import UTC, datetime, timedelta

LARGEST = 2**63 - 1
SMALLEST = -(2**63)
# CEL counts durations in nanoseconds of 64 bits: 292 years.
LONGEST = timedelta(microseconds=LARGEST // 1000)

_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?"
    r"(Z|[+-](0[0-9]|1[0-9]|2[0-3]):[0-5][0-9])"
)
_SPAN = re.compile(
    r"(?P<sign>-?)(?=[0-9])(?:(?P<hours>[0-9]{1,9})h)?(?:(?P<minutes>[0-9]{1,12})m)?"
    r"(?:(?P<seconds>[0-9]{1,12})s)?"
)


def integer(digits: str, *, negative: bool = False) -> int:
    """Read decimal digits; raise ValueError beyond 64 bits."""
    # Counted first: turning thousands of digits into a number is slow.
    value = int(digits) if len(digits.lstrip("0")) <= len(str(LARGEST)) else LARGEST + 2
    value = -value if negative else value
    if not SMALLEST <= value <= LARGEST:
        raise ValueError("an integer has at most 64 bits")
    return value


def instant(text: str) -> datetime:
    """Read an RFC 3339 instant with its offset; raise ValueError on anything else."""
    wrong = 'timestamp() needs an instant such as "2026-03-01T09:30:00Z"'
    if _INSTANT.fullmatch(text) is None:
        raise ValueError(wrong)
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError) as fault:
        raise ValueError(wrong) from fault


def span_text(value: timedelta) -> str:
    """Write a duration as its literal would be: 72h, 1h30m, -90s."""
    whole = abs(value)
    minutes, seconds = divmod(whole.seconds + whole.days * 86_400, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{whole.microseconds:06}".rstrip("0") if whole.microseconds else ""
    shown = "".join(f"{count}{unit}" for count, unit in ((hours, "h"), (minutes, "m")) if count)
    if seconds or fraction or not shown:
        shown += f"{seconds}{fraction}s"
    return f"-{shown}" if value < timedelta(0) else shown


def span(text: str) -> timedelta:
    """Read a duration such as 72h, 1h30m or -90s; raise ValueError on anything else."""
    found = _SPAN.fullmatch(text)
    if found is None:
        raise ValueError('duration() needs hours, minutes or seconds such as "72h" or "1h30m"')
    hours, minutes, seconds = (int(found[unit] or 0) for unit in ("hours", "minutes", "seconds"))
    total = hours * 3600 + minutes * 60 + seconds
    if total > LONGEST.total_seconds():
        raise ValueError("a duration is at most 292 years")
    return timedelta(seconds=-total if found["sign"] else total)
