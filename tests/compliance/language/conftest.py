from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from antechamber_compliance.language import (
    BOOL,
    DURATION,
    INT,
    STRING,
    TIMESTAMP,
    Binding,
    EnumOf,
    ListOf,
    Opaque,
    RecordOf,
)


@dataclass(frozen=True, slots=True)
class Seat:
    ref: Any
    has_voice: Any
    gender: Any
    tags: Any = ()
    in_force: Any = True


@dataclass(frozen=True, slots=True)
class Session:
    starts: Any
    lasts: Any
    format: Any


@pytest.fixture(scope="session")
def names() -> Mapping[str, Binding]:
    seat = RecordOf(
        "seat",
        {
            "ref": STRING,
            "has_voice": BOOL,
            "gender": EnumOf(("woman", "man", "undisclosed")),
            "tags": ListOf(STRING, 10),
            "born": Opaque("dates are read through seat.derived"),
            "in_force": BOOL,
            "until": Opaque("horizons are the engine's"),
        },
        {"until": (".licence.until",), "in_force": (".licence.until", "session.starts")},
    )
    session = RecordOf(
        "session",
        {"starts": TIMESTAMP, "lasts": DURATION, "format": EnumOf(("plenary", "shuttle"))},
    )
    return {
        "seats": Binding(ListOf(seat, 500), "participants"),
        "seat": Binding(seat, "participants.*"),
        "session": Binding(session, "session"),
        "minimum": Binding(INT),
        "exempt": Binding(ListOf(EnumOf(("plenary", "shuttle")), 2)),
        "yes": Binding(BOOL, "yes"),
        "no": Binding(BOOL, "no"),
        "gap": Binding(BOOL, "gap"),
        "hole": Binding(BOOL, "hole"),
    }


@pytest.fixture
def scope() -> dict[str, Any]:
    ada = Seat("p1", True, "woman", ("a", "b"))
    ben = Seat("p2", True, "man")
    cleo = Seat("p3", False, "undisclosed", ("b",))
    return {
        "seats": (ada, ben, cleo),
        "seat": ada,
        "session": Session(datetime(2026, 3, 1, 9, tzinfo=UTC), timedelta(hours=2), "plenary"),
        "minimum": 2,
        "exempt": ("shuttle",),
        "yes": True,
        "no": False,
    }
