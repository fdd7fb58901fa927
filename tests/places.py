"""Every place in an engagement at which there is a value, and what happens to it in tests."""

from collections.abc import Iterator
from typing import Any

from engagements import Json

Place = tuple[str, ...]

# The maps whose keys are free: in the template of a place, `*` stands for the key.
ROWS = (
    ("params",), ("office", "role_holders"), ("office", "lists"), ("initiative", "nexus"),
    ("initiative", "parties"), ("initiative", "actors"), ("initiative", "actors", "*", "listings"),
    ("initiative", "authorisations"), ("initiative", "funders"),
    ("initiative", "funders", "*", "derogations"), ("initiative", "overlaps"), ("participants",),
    ("participants", "*", "screening", "hits"), ("participants", "*", "listings"),
    ("participants", "*", "determinations"), ("participants", "*", "support"), ("signoffs",),
)  # fmt: skip

# Rows that nothing counts and an office may do without: a role that nobody fills, a list of a
# regime out of nexus.
OPTIONAL = (("office", "role_holders", "*"), ("office", "lists", "*"))


def places(node: Any, place: Place = ()) -> Iterator[Place]:
    """Yield every place at which there is a value, maps included."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield (*place, key)
            yield from places(value, (*place, key))


def leaves(raw: Json) -> Iterator[Place]:
    """Yield every place at which there is a value that is no map."""
    return (place for place in places(raw) if not isinstance(value_at(raw, place), dict))


def template_of(place: Place) -> Place:
    """Return the place with `*` for the keys of rows, as the engagement's shape is written."""
    found: Place = ()
    for key in place:
        found = (*found, "*" if found in ROWS else key)
    return found


def value_at(raw: Json, place: Place) -> Any:
    """Return the value at a place."""
    for key in place:
        raw = raw[key]
    return raw


def with_value(raw: Json, place: Place, value: Any) -> Json:
    """Copy an engagement with another value at one place."""
    changed, node = _opened(raw, place)
    node[place[-1]] = value
    return changed


def without(raw: Json, place: Place) -> Json:
    """Copy an engagement with nothing at one place."""
    changed, node = _opened(raw, place)
    del node[place[-1]]
    return changed


def _opened(raw: Json, place: Place) -> tuple[Json, Json]:
    """Return a copy, and in it the map that holds the place; what is not on the way is shared."""
    changed = dict(raw)
    node = changed
    for key in place[:-1]:
        node[key] = dict(node[key])
        node = node[key]
    return changed, node


def of_another_type(value: Any) -> Any:
    """Return a value of another type that resembles this one."""
    match value:
        case bool():
            return "yes" if value else 0
        case int():
            return str(value)
        case str():
            return [value]
        case list():
            return {str(n): item for n, item in enumerate(value)}
        case _:
            return "none"


def reads(path: str, place: Place) -> bool:
    """Tell whether a path that a finding names leads to this place, or to what holds it."""
    # A path may end at rows or a record, and so reads all below; what holds a path holds its value.
    return all(part in ("*", key) for part, key in zip(path.split("."), place, strict=False))
