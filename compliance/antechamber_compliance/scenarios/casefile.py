"""Read a file of scenarios strictly: a misspelt expectation would test nothing."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, get_args

from antechamber_compliance.language.errors import did_you_mean
from antechamber_compliance.verdict import Outcome

Json = dict[str, Any]
Check = tuple[Callable[[Any], bool], str]
ROUTES = ("approve_record", "exempt_record", "licence", "deny")


class BadScenario(Exception):
    """A scenario file that cannot be run: which line, and what is wrong with it."""


def read_cases(lines: Iterable[str]) -> Iterator[Json]:
    """Yield the cases of a JSON-lines file; raise BadScenario naming the line."""
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            case = _read(line, number)
            name = case.get("id")
            if name is not None and (first := seen.setdefault(name, number)) != number:
                raise BadScenario(f"line {number}: the id {name} stands in line {first} as well")
            yield case


def _read(line: str, number: int) -> Json:
    try:
        case = json.loads(line, object_pairs_hook=once)
    except json.JSONDecodeError as fault:
        place = f"line {number} column {fault.colno}"
        raise BadScenario(f"{place} is not JSON: {fault.msg}") from fault
    except (ValueError, RecursionError) as fault:
        raise BadScenario(f"line {number} is not JSON: {fault}") from fault
    if not isinstance(case, dict) or not isinstance(case.get("expect"), dict):
        raise BadScenario(f"line {number} is no scenario: it needs an 'expect' object")
    for key in case.keys() - CASE.keys():
        if hint := did_you_mean(key, CASE):  # other keys are remarks
            raise BadScenario(f"line {number}: {key} is not a key of a scenario{hint}")
    _check(case, CASE, f"line {number}: ")
    _check(case["expect"], EXPECT, f"line {number}: expect.")
    return case


def _check(found: Json, shape: Mapping[str, Check], place: str) -> None:
    for key, value in found.items():
        fits, wanted = shape.get(key, _ANYTHING)
        if not fits(value):
            raise BadScenario(f"{place}{key} {wanted}")


def once(pairs: list[tuple[str, Any]]) -> Json:
    """Build an object; of a key that stands twice JSON would silently keep the last."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key {next(k for k in keys if keys.count(k) > 1)!r} stands twice")
    return found


def instant(text: object) -> datetime:
    """Read an instant with its offset; raise ValueError on anything else."""
    moment = datetime.fromisoformat(text) if isinstance(text, str) else None
    if moment is None or moment.tzinfo is None:
        raise ValueError
    return moment


def _is_instant(value: object) -> bool:
    try:
        instant(value)
    except ValueError:
        return False
    return True


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_subjects(value: object) -> bool:
    return isinstance(value, dict) and all(_is_texts(each) for each in value.values())


def _is_routes(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(kinds, dict) and all(route in (None, *ROUTES) for route in kinds.values())
        for kinds in value.values()
    )


def _is_horizons(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() <= {"hard", "refresh"}
        and all(_is_instant(each) for each in value.values())
    )


_TEXT: Check = (lambda value: isinstance(value, str), "must be a text")
_FLAG: Check = (lambda value: isinstance(value, bool), "must be true or false")
_NAMES: Check = (_is_texts, "must be a list of texts")
_SUBJECTS: Check = (_is_subjects, "must hold, by RULE/code, lists of subjects")
_ANYTHING: Check = (lambda _: True, "")

CASE: Mapping[str, Check] = {
    "id": _TEXT,
    "title": _TEXT,
    "note": _TEXT,
    "patch": (lambda value: isinstance(value, dict), "must be an object"),
    "delete": (_is_texts, "must be a list of dotted paths"),
    "expect": (lambda value: isinstance(value, dict), "must be an object"),
}
EXPECT: Mapping[str, Check] = {
    "decision": (
        lambda value: value in get_args(Outcome),
        f"must be one of {', '.join(get_args(Outcome))}",
    ),
    "may_proceed": _FLAG,
    "fires": _NAMES,
    "findings": _SUBJECTS,
    "at_least": _FLAG,
    "signed": _SUBJECTS,
    "session_state": _TEXT,
    "refused": _FLAG,
    "routes": (_is_routes, "must hold, by seat and kind of support, a route (null: none)"),
    "horizons": (_is_horizons, "must hold instants under 'hard' and 'refresh'"),
    "valid_until": (lambda value: value is None or _is_instant(value), "must be an instant"),
    "notices": _NAMES,
    "unreachable": _NAMES,
}
