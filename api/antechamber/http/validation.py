"""Say what is wrong with a request without repeating any of it.

Pydantic's own errors hold the input, and some of its messages quote it: of each error only
the code, the names that our own model declares, and the bounds it sets are used.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel

from antechamber.http.problems import Fault

# Only names of bounds that the model sets may stand in braces.
MESSAGES: Mapping[str, str] = {
    "missing": "is required",
    "extra_forbidden": "holds a member that is not part of it",
    "json_invalid": "is not JSON",
    "string_type": "must be a string",
    "string_too_short": "must have at least {min_length} characters",
    "string_too_long": "must have at most {max_length} characters",
    "string_pattern_mismatch": "must match {pattern}",
    "not_said": "must say something in words: not blank, not punctuation alone, not 'none' or 'n/a'",
    "blank": "must hold a letter or a digit",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "float_type": "must be a number",
    "decimal_type": "must be a number",
    "bool_type": "must be true or false",
    "list_type": "must be a list",
    "dict_type": "must be an object",
    "model_type": "must be an object",
    "too_short": "must have at least {min_length} entries",
    "too_long": "must have at most {max_length} entries",
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be at least {ge}",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be at most {le}",
    "enum": "must be one of {expected}",
    "literal_error": "must be one of {expected}",
    "uuid_parsing": "must be an id (UUID)",
    "uuid_type": "must be an id (UUID)",
    "date_from_datetime_parsing": "must be a date, as in 2026-11-22",
    "datetime_from_date_parsing": "must be an instant with zone, as in 2026-11-22T09:00:00Z",
    "timezone_aware": "must be an instant with zone, as in 2026-11-22T09:00:00Z",
}


def body_faults(errors: Iterable[Mapping[str, Any]], model: type[BaseModel]) -> list[Fault]:
    """Turn pydantic's errors about a body into faults."""
    return [
        Fault("body", _pointer(error["loc"], model), error["type"], _message(error))
        for error in errors
    ]


def parameter_faults(errors: Iterable[Mapping[str, Any]]) -> list[Fault]:
    """Turn FastAPI's errors about query and header parameters into faults."""
    return [
        Fault(str(error["loc"][0]), _joined(error["loc"][1:2]), error["type"], _message(error))
        for error in errors
    ]


def _message(error: Mapping[str, Any]) -> str:
    template = MESSAGES.get(error["type"], "is not valid")
    return template.format_map(error.get("ctx", {}))


def _pointer(places: Sequence[str | int], model: type[BaseModel]) -> str:
    """Follow the names that the model declares; stop above one that the sender made up."""
    fields, tags = _declared(model)
    known: list[str | int] = []
    for place in places:
        if isinstance(place, int) or place in fields:
            known.append(place)
        elif place not in tags:
            break
    return _joined(known)


def _joined(places: Iterable[str | int]) -> str:
    return "".join("/" + str(place).replace("~", "~0").replace("/", "~1") for place in places)


@cache
def _declared(model: type[BaseModel]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of all fields in the model and below, and the tags of its unions."""
    fields: set[str] = set()
    tags: set[str] = set()
    for schema in _objects(model.model_json_schema()):
        fields.update(schema.get("properties", {}))
        tags.update(schema.get("discriminator", {}).get("mapping", {}))
    return frozenset(fields), frozenset(tags)


def _objects(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from _objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _objects(part)
