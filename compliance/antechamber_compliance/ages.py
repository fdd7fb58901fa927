"""Ages and terms: started days between instants, calendar days and whole months."""

from calendar import monthrange
from datetime import date, datetime, timedelta

_DAY = timedelta(days=1)
STALE = -1


def started_days(since: datetime, now: datetime) -> int:
    """Count the days begun between two instants; STALE where `since` is later than `now`."""
    return STALE if since > now else -((since - now) // _DAY)


def calendar_days(since: date, today: date) -> int:
    """Count the calendar days between two days; STALE where `since` is later than `today`."""
    return STALE if since > today else (today - since).days


def add_months(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_to_hold(start: date, end: date) -> int:
    """Return the fewest whole months after `start` that reach `end`; 0 where it is not later."""
    if end <= start:
        return 0
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) >= end else months + 1
