"""Screen one record of a JSON Lines file: a plain mapping in, a plain mapping out."""

from collections.abc import Mapping

from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.match import BadQuery, Match, Query, match

REQUIRED = frozenset({"id", "name", "schema"})
OPTIONAL = frozenset({"birth_date", "countries"})
MAX_MATCHES = 10
MAX_ID_CHARS = 200
COUNTRY_CHARS = (2, 3)  # three for user-assigned codes such as QNB


def screen_line(
    index: Index, record: Mapping[str, object], thresholds: Thresholds
) -> dict[str, object]:
    """Return id, band and at most ten matches for a query record; raise BadQuery on a bad one.

    The record has `id`, `name` and `schema`, optionally `birth_date` and `countries`, and
    nothing else: a misspelt field must not silently weaken a query.
    """
    query = parsed(record)
    screened = match(index, query, thresholds)
    return {
        "id": query.id,
        "band": screened.band,
        "matches": [_plain(one) for one in screened.matches[:MAX_MATCHES]],
    }


def parsed(record: Mapping[str, object]) -> Query:
    """Return the query that a record states; raise BadQuery where it states none."""
    if not isinstance(record, Mapping):
        raise BadQuery("a query must be a JSON object")
    if missing := REQUIRED - record.keys():
        raise BadQuery(f"missing: {', '.join(sorted(missing))}")
    if set(record) - REQUIRED - OPTIONAL:
        known = ", ".join(sorted(REQUIRED | OPTIONAL))
        raise BadQuery(f"a field that is not one of {known}")
    identifier = _text(record, "id")
    if not 0 < len(identifier) <= MAX_ID_CHARS:
        raise BadQuery(f"id must have 1 to {MAX_ID_CHARS} characters")
    return Query(
        id=identifier,
        name=_text(record, "name"),
        schema=_text(record, "schema"),
        birth_date=_text(record, "birth_date") if "birth_date" in record else "",
        countries=_countries(record.get("countries", [])),
    )


def _text(record: Mapping[str, object], field: str) -> str:
    value = record[field]
    if not isinstance(value, str):
        raise BadQuery(f"{field} must be text")
    return value


def _countries(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise BadQuery("countries must be a list of codes")
    for code in value:
        if not isinstance(code, str) or len(code) not in COUNTRY_CHARS or not code.isalpha():
            raise BadQuery("countries must be a list of codes")
    return tuple(code.casefold() for code in value)


def _plain(one: Match) -> dict[str, object]:
    return {
        "list": one.list_id,
        "entry_id": one.entry_id,
        "score": one.score,
        "name": one.name,
        "explanation": one.explanation,
    }
