"""The kinds of leaf: how each is called, typed in expressions, and taken from raw JSON."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal, get_args, get_origin

from antechamber_compliance.language.types import BOOL, INT, STRING, TIMESTAMP, Opaque, Type
from antechamber_compliance.texts import NONE, is_said, writable
from antechamber_compliance.zones import zone

LARGEST_INT = 2**53 - 1  # beyond this, JSON readers elsewhere lose digits
# Written out, because what fromisoformat accepts differs between versions of Python.
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LOCAL_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]")
# One spelling of each user: whom nobody recognises could sign where they must not.
HANDLE = r"[A-Z][A-Z0-9-]{0,31}"
_HANDLE = re.compile(HANDLE)
_SIGNATURE = re.compile(rf"[a-z_]{{1,40}}:{HANDLE}")
_COUNTRY = re.compile(r"[A-Z]{2,3}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?"
    r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
)


# Takes the value of one leaf from raw JSON, or raises ValueError.
Valuer = Callable[[object], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of leaf: how it is called, its type in expressions, how raw JSON is taken.

    `take` returns the value or raises ValueError.
    """

    title: str
    type: Type
    take: Callable[[object], Any]


def _text(raw: object) -> str:
    if isinstance(raw, str) and (raw == NONE or is_said(raw)):
        return raw
    raise ValueError


def _handle(raw: object) -> str:
    if isinstance(raw, str) and _HANDLE.fullmatch(raw):
        return raw
    raise ValueError


def _signature(raw: object) -> str:
    if isinstance(raw, str) and _SIGNATURE.fullmatch(raw):
        return raw
    raise ValueError


def _flag(raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    raise ValueError


def _count(raw: object) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= LARGEST_INT:
        return raw
    raise ValueError


def _date(raw: object) -> str:
    if isinstance(raw, str) and _DATE.fullmatch(raw):
        date.fromisoformat(raw)
        return raw
    raise ValueError


def _local_time(raw: object) -> str:
    if isinstance(raw, str) and _LOCAL_TIME.fullmatch(raw):
        datetime.fromisoformat(raw)
        return raw
    raise ValueError


def _instant(raw: object) -> datetime:
    if isinstance(raw, str) and _INSTANT.fullmatch(raw):
        try:
            return datetime.fromisoformat(raw).astimezone(UTC)
        except OverflowError as fault:
            raise ValueError from fault
    raise ValueError


def _country(raw: object) -> str:
    # One spelling only: a rule compares codes, and 'qnb' must not be another place than 'QNB'.
    if isinstance(raw, str) and _COUNTRY.fullmatch(raw):
        return raw
    raise ValueError


def _zone(raw: object) -> str:
    if isinstance(raw, str) and zone(raw) is not None:
        return raw
    raise ValueError


def _parameters(raw: object) -> Mapping[str, object]:
    if isinstance(raw, Mapping) and all(writable(str(name)) == name for name in raw):
        return dict(raw)
    raise ValueError


def _or_word(take: Callable[[object], Any], word: str) -> Callable[[object], Any]:
    return lambda raw: raw if raw == word else take(raw)


Key = Annotated[str, Kind("key", STRING, _text)]
Text = Annotated[str, Kind("text", STRING, _text)]
Handle = Annotated[str, Kind("handle", STRING, _handle)]
HandleOrNone = Annotated[str, Kind("handle/none", STRING, _or_word(_handle, NONE))]
Signed = Annotated[str, Kind("role:handle", STRING, _signature)]
Flag = Annotated[bool, Kind("bool", BOOL, _flag)]
Count = Annotated[int, Kind("int", INT, _count)]
Date = Annotated[str, Kind("date", STRING, _date)]
DateOrNone = Annotated[str, Kind("date/none", STRING, _or_word(_date, "none"))]
DateOrSession = Annotated[str, Kind("date/session", STRING, _or_word(_date, "session"))]
DateOrNot = Annotated[str, Kind("date/not_applicable", STRING, _or_word(_date, "not_applicable"))]
LocalTime = Annotated[str, Kind("local time", STRING, _local_time)]
Instant = Annotated[datetime, Kind("instant", TIMESTAMP, _instant)]
Country = Annotated[str, Kind("country", STRING, _country)]
Zone = Annotated[str, Kind("zone", STRING, _zone)]
CountOrNone = Annotated[
    int | Literal["none"],
    Kind("int/none", Opaque("a cap is read through derived facts"), _or_word(_count, "none")),
]
Parameters = Annotated[
    Mapping[str, object],
    Kind("map", Opaque("parameters are read as params.NAME"), _parameters),
]


def kind_of(annotation: Any) -> Kind | None:
    """Return the leaf kind of an annotation, or None for a record, rows, list or word."""
    extras = getattr(annotation, "__metadata__", ())
    return next((extra for extra in extras if isinstance(extra, Kind)), None)


def value_taker(annotation: Any, most: int) -> Valuer:
    """Return the function that takes a leaf's raw value, or raises ValueError."""
    kind = kind_of(annotation)
    if kind is not None:
        return kind.take
    if get_origin(annotation) is Literal:
        return _word_taker(frozenset(get_args(annotation)))
    return _list_taker(value_taker(get_args(annotation)[0], most), most)


def _word_taker(words: frozenset[str]) -> Valuer:
    def take(raw: object) -> str:
        if isinstance(raw, str) and raw in words:
            return raw
        raise ValueError

    return take


def _list_taker(value_of: Valuer, most: int) -> Valuer:
    def take(raw: object) -> tuple[Any, ...]:
        if not isinstance(raw, list) or len(raw) > most:
            raise ValueError
        return tuple([value_of(each) for each in raw])

    return take
