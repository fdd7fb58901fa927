"""The decision tables of the policies: what may be given to whom under which law."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Route = Literal["deny", "licence", "approve_record", "exempt_record"]
Window = Literal["session", "travel"]


@dataclass(frozen=True, slots=True)
class Cell:
    """How one kind of support is treated under one regime.

    `memo_from` is the occasion from which counsel's memo is asked for, None for never.
    """

    route: Route
    public_route: Route
    counsel_memo: bool
    memo_from: int | None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal basis for authorisations; None for `activities` or `support_types` is no limit."""

    regimes: tuple[str, ...]
    activities: tuple[str, ...] | None
    support_types: tuple[str, ...] | None
    end_to_verify: bool
    lifts_travel_ban: bool


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables that route support to listed persons.

    `matrix` is by regime and kind of support, `windows` by kind of support; `implied` holds,
    by format, when which kind of support is given; `instruments` is by id.
    """

    matrix: Mapping[tuple[str, str], Cell]
    windows: Mapping[str, Window]
    implied: Mapping[str, tuple[tuple[str, str], ...]]
    instruments: Mapping[str, Instrument]


NO_TABLES = Tables({}, {}, {}, {})
