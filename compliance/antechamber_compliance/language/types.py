"""The types of the policy language, and what a free name stands for.

At run time: bool, int, str, datetime (aware UTC), timedelta, tuple, frozen record.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from antechamber_compliance.missing import Missing


class Scalar(Enum):
    """A single value of a built-in kind."""

    BOOL = "bool"
    INT = "int"
    STRING = "string"
    TIMESTAMP = "timestamp"
    DURATION = "duration"

    def __str__(self) -> str:
        return self.value


BOOL, INT, STRING = Scalar.BOOL, Scalar.INT, Scalar.STRING
TIMESTAMP, DURATION = Scalar.TIMESTAMP, Scalar.DURATION


@dataclass(frozen=True, slots=True)
class EnumOf:
    """A string out of a closed set."""

    values: tuple[str, ...]

    def __str__(self) -> str:
        return "enum"


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; `bound` is the most items it can hold, from which costs are computed."""

    item: "Type"
    bound: int

    def __str__(self) -> str:
        return f"list of {self.item}"


@dataclass(frozen=True, slots=True)
class Opaque:
    """A field that exists but is no use in an expression; `reason` says what to read instead."""

    reason: str

    def __str__(self) -> str:
        return "opaque"


@dataclass(frozen=True, slots=True)
class RecordOf:
    """A record with fields.

    `derived_from` names, for each field that is computed and so has no dossier path of its
    own, the paths that it was computed from; one that starts with '.' begins at the record.
    Raises ValueError for a field name under which a Missing would answer instead of refusing.
    """

    name: str
    fields: Mapping[str, "Type"]
    derived_from: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in self.fields:
            if hasattr(Missing, name):
                raise ValueError(f"{self.name}: a record cannot have a field named {name!r}")

    def __str__(self) -> str:
        return self.name


Type = Scalar | EnumOf | ListOf | RecordOf | Opaque


@dataclass(frozen=True, slots=True)
class Binding:
    """What a free name stands for: its type, and its dossier path ('' where it has none)."""

    type: Type
    path: str = ""


def scalar(kind: Type) -> Scalar | None:
    """Return the built-in kind of a scalar type (an enum is a string), None for any other."""
    if isinstance(kind, EnumOf):
        return STRING
    return kind if isinstance(kind, Scalar) else None


def join(left: Type, right: Type) -> Type | None:
    """Return the narrowest type that holds both, or None where there is none."""
    if left == right:
        return left
    if isinstance(left, EnumOf) and isinstance(right, EnumOf):
        return EnumOf(tuple(sorted({*left.values, *right.values})))
    if isinstance(left, ListOf) and isinstance(right, ListOf):
        item = join(left.item, right.item)
        return None if item is None else ListOf(item, max(left.bound, right.bound))
    kind = scalar(left)
    return kind if kind is not None and kind is scalar(right) else None


def disjoint(left: Type, right: Type) -> bool:
    """Tell whether two types are enums without a common value."""
    return (
        isinstance(left, EnumOf)
        and isinstance(right, EnumOf)
        and set(left.values).isdisjoint(right.values)
    )


def fits(actual: Type, wanted: Type) -> bool:
    """Tell whether every value of one type is a value of the other."""
    if isinstance(actual, EnumOf) and isinstance(wanted, EnumOf):
        return set(actual.values) <= set(wanted.values)
    if isinstance(actual, ListOf) and isinstance(wanted, ListOf):
        return actual.bound <= wanted.bound and fits(actual.item, wanted.item)
    return actual == wanted or (wanted is STRING and isinstance(actual, EnumOf))
