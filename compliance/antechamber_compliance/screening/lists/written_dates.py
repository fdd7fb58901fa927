"""Find the dates in what publishers write by hand: "circa 10 Dec 1948", "1948 to 1950"."""

import re
from collections.abc import Iterator

from antechamber_compliance.screening.dates import is_birth_date
from antechamber_compliance.screening.lists.collecting import years

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# In this order: 1948-12-10 and 1948-12; 10/12/1948, where 00 and dd mean unknown; 10 Dec 1948,
# Dec 1948 and December 10, 1948; 1948.
DATE = re.compile(
    r"(?P<y1>\d{4})-(?P<m1>\d{2})(?:-(?P<d1>\d{2}))?(?!\d)"
    r"|(?<!\d)(?P<d2>\d{1,2}|dd)[/.](?P<m2>\d{1,2}|mm)[/.](?P<y2>\d{4})(?!\d)"
    r"|(?:(?<!\d)(?P<d3>\d{1,2})(?:st|nd|rd|th)?[ -])?(?P<m3>[a-z]{3,9})\.?[ -]"
    r"(?:(?P<d4>\d{1,2}),? )?(?P<y3>\d{4})(?![\ds])"
    r"|(?<!\d)(?P<y4>\d{4})(?![\ds])",
    re.IGNORECASE,
)
DOUBTFUL = re.compile(r"circa|approx|about|estimate|\bc\.", re.IGNORECASE)
RANGE = re.compile(r"\bto\b|\bbetween\b|^\D*\d{4} ?[-–] ?\d{4}\D*$", re.IGNORECASE)


def birth_dates(text: str) -> Iterator[str]:
    """Yield YYYY, YYYY-MM or YYYY-MM-DD for each date written; of a range, each of its years.

    Of a doubtful date only the year counts.
    """
    found = list(_dates(text))
    if len(found) == 2 and RANGE.search(text):
        yield from years(found[0][:4], found[1][:4])
    else:
        doubtful = DOUBTFUL.search(text) is not None
        yield from (date[:4] if doubtful else date for date in found)


def day(text: str) -> str:
    """Return the one whole date that a text holds as YYYY-MM-DD, or empty text."""
    return next((date for date in _dates(text) if len(date) == len("YYYY-MM-DD")), "")


def _dates(text: str) -> Iterator[str]:
    for found in DATE.finditer(text):
        date = _iso(found)
        if is_birth_date(date):
            yield date


def _iso(found: re.Match[str]) -> str:
    """Return the date as far as it is known; a word that is no month leaves the year."""
    year = found["y1"] or found["y2"] or found["y3"] or found["y4"]
    month = found["m1"] or found["m2"] or _month(found["m3"] or "")
    date = found["d1"] or found["d2"] or found["d3"] or found["d4"]
    if not month or not month.isdecimal() or not int(month):
        return year
    if not date or not date.isdecimal() or not int(date):
        return f"{year}-{int(month):02d}"
    return f"{year}-{int(month):02d}-{int(date):02d}"


def _month(word: str) -> str:
    short = word[:3].casefold()
    return str(MONTHS.index(short) + 1) if short in MONTHS else ""
