"""What compiled expressions may call: strict operations and the absorbing logic.

Every fault that CEL calls an error (division by zero, overflow) is Unknown here, with no
path to blame. A Missing operand refuses by itself.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from antechamber_compliance.language.literals import LARGEST, LONGEST, SMALLEST
from antechamber_compliance.missing import Missing, Unknown


def known(value: Any) -> Any:
    """Return the value itself, or raise Unknown if it is missing."""
    if isinstance(value, Missing):
        raise Unknown(*value.paths)
    return value


def contains(item: Any, items: tuple[Any, ...]) -> bool:
    """Tell whether an item is in a list; all of the list must be known, empty or not."""
    # Not `item in items`: that stops at the first match, and takes one Missing for itself.
    return items.count(known(item)) > 0


def whole(value: int) -> int:
    """Return an integer, or raise Unknown if it does not fit in 64 bits."""
    if SMALLEST <= value <= LARGEST:
        return value
    raise Unknown


def quotient(left: int, right: int) -> int:
    """Divide and truncate toward zero."""
    try:
        result, rest = left // right, left % right
    except ZeroDivisionError:
        raise Unknown from None
    return whole(result + 1 if rest and (left < 0) is not (right < 0) else result)


def remainder(left: int, right: int) -> int:
    """Return what truncating division leaves; it has the sign of `left`."""
    return left - right * quotient(left, right)


def plus(left: Any, right: Any) -> Any:
    """Add durations, or a duration and an instant."""
    try:
        return _in_range(left + right)
    except OverflowError:
        raise Unknown from None


def minus(left: Any, right: Any) -> Any:
    """Subtract a duration or an instant."""
    try:
        return _in_range(left - right)
    except OverflowError:
        raise Unknown from None


def _in_range(value: datetime | timedelta) -> datetime | timedelta:
    if isinstance(value, timedelta) and not -LONGEST <= value <= LONGEST:
        raise Unknown
    return value


def both(*parts: Callable[[], bool]) -> bool:
    """`&&`: false if any part is false, otherwise unknown if any is unknown."""
    return not _met(False, parts)


def either(*parts: Callable[[], bool]) -> bool:
    """`||`: true if any part is true, otherwise unknown if any is unknown."""
    return _met(True, parts)


def every(items: Iterable[Any], body: Callable[[Any], bool]) -> bool:
    """`all`: false if it is false of any item, otherwise unknown if any is unknown."""
    return not _met(False, (partial(body, item) for item in items))


def some(items: Iterable[Any], body: Callable[[Any], bool]) -> bool:
    """`exists`: true if it is true of any item, otherwise unknown if any is unknown."""
    return _met(True, (partial(body, item) for item in items))


def _met(decisive: bool, parts: Iterable[Callable[[], bool]]) -> bool:
    """Tell whether any part has the decisive value; raise Unknown if none has but one might."""
    gaps: list[Unknown] = []
    for part in parts:
        try:
            if bool(part()) is decisive:
                return True
        except Unknown as gap:
            gaps.append(gap)
    if gaps:
        raise Unknown(*(path for gap in gaps for path in gap.paths))
    return False


OPERATIONS: Mapping[str, Callable[..., Any]] = {
    operation.__name__: operation
    for operation in (
        all, any, len, tuple,
        known, contains, whole, quotient, remainder, plus, minus, both, either, every, some,
    )
}  # fmt: skip
