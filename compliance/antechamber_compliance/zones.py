"""Time zones from the pinned tzdata package, never from the machine.

A decision must replay to the same bytes years later on another machine, so the zone rules
are part of its inputs: their version stands in every verdict.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

import tzdata

VERSION: str = tzdata.IANA_VERSION
LONGEST_NAME = 64  # a longer one would be no name of a file
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}")


@lru_cache(maxsize=700)
def zone(name: str) -> ZoneInfo | None:
    """Return the IANA zone of this name, or None where there is none."""
    if len(name) > LONGEST_NAME or not _NAME.fullmatch(name):
        return None
    place = resources.files("tzdata").joinpath("zoneinfo", *name.split("/"))
    if not place.is_file():
        return None
    with place.open("rb") as stream:
        try:
            return ZoneInfo.from_file(stream, key=name)
        except ValueError:  # tzdata also ships tables that are no zones
            return None


def _require(name: str) -> ZoneInfo:
    found = zone(name)
    if found is None:
        raise ValueError("not an IANA zone name")
    return found


def earliest(local: str, tz: str) -> datetime:
    """Read a local time YYYY-MM-DDTHH:MM in a zone as an aware UTC instant.

    Where clocks change and it comes twice, or never, the earlier of the two readings.
    """
    return min(_readings(local, tz))


def latest(local: str, tz: str) -> datetime:
    """Read a local time as `earliest` does, but as the later of two readings."""
    return max(_readings(local, tz))


def _readings(local: str, tz: str) -> tuple[datetime, datetime]:
    """Return a local time by the clock before and after a change; both alike on other days."""
    shown = datetime.fromisoformat(local).replace(tzinfo=_require(tz))
    return shown.astimezone(UTC), shown.replace(fold=1).astimezone(UTC)


@lru_cache(maxsize=4096)
def day_start(day: date, tz: str) -> datetime:
    """Return the first instant of a local day."""
    return datetime.combine(day, time(), _require(tz)).astimezone(UTC)


def day_end(day: date, tz: str) -> datetime:
    """Return the instant at which a local day is over: the first of the next one."""
    return day_start(day + timedelta(days=1), tz)


def day_of(moment: datetime, tz: str) -> date:
    """Return the calendar day of an instant in a zone."""
    return moment.astimezone(_require(tz)).date()
