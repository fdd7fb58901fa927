"""Run scenarios: a base engagement, a patch, and what the rulebook must say of it.

The format is that of the golden scenarios: a line has `id`, `title`, `patch` (JSON merge
patch, RFC 7396), optional `delete` (dotted paths) and `expect`.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from antechamber_compliance.dossier import receive
from antechamber_compliance.dossier.shape import instant_text
from antechamber_compliance.engine import decide
from antechamber_compliance.finding import ENGINE
from antechamber_compliance.lifecycle import next_state
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.verdict import Verdict

Json = dict[str, Any]


class BadScenario(Exception):
    """A scenario file that cannot be run: which line, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Result:
    """How one scenario went: `absent` rules keep it from being judged, else `faults`."""

    id: str
    title: str
    absent: tuple[str, ...]
    faults: tuple[str, ...]


def merge(target: Any, patch: Any) -> Any:
    """Apply a JSON merge patch (RFC 7396): null removes, objects merge, the rest replaces."""
    if not isinstance(patch, dict):
        return deepcopy(patch)
    out = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            out.pop(key, None)
        else:
            out[key] = merge(out.get(key), value)
    return out


def build(base: Json, case: Json) -> Json:
    """Return the engagement of a case: patched, each seat laid over the defaults, then cut."""
    engagement: Json = merge(deepcopy(base), case.get("patch", {}))
    defaults = engagement.pop("participant_defaults", {})
    seats = engagement.get("participants")
    if isinstance(seats, dict):
        engagement["participants"] = {
            ref: _seated(ref, defaults, seat) for ref, seat in seats.items()
        }
    for path in case.get("delete", ()):
        _cut(engagement, path.split("."))
    return engagement


def _seated(ref: str, defaults: Json, seat: Any) -> Any:
    seat = _laid_over(defaults, seat)
    consent = seat.get("consent") if isinstance(seat, dict) else None
    if isinstance(consent, dict) and consent.get("subject") == "self":
        consent["subject"] = ref
    return seat


def _laid_over(default: Any, value: Any) -> Any:
    """Lay a value over a default: maps key by key, everything else whole."""
    if not isinstance(default, dict) or not isinstance(value, dict):
        return deepcopy(value)
    out = deepcopy(default)
    for key, each in value.items():
        out[key] = _laid_over(out.get(key), each)
    return out


def _cut(node: Any, path: list[str]) -> None:
    for key in path[:-1]:
        node = node.get(key) if isinstance(node, dict) else None
    if isinstance(node, dict):
        node.pop(path[-1], None)


def read_cases(lines: Iterable[str]) -> Iterator[Json]:
    """Yield the cases of a JSON-lines file; raise BadScenario naming the line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            case = json.loads(line)
        except ValueError as fault:
            raise BadScenario(f"line {number} is not JSON: {fault}") from fault
        if not isinstance(case, dict) or not isinstance(case.get("expect"), dict):
            raise BadScenario(f"line {number} is no scenario: it needs an 'expect' object")
        yield case


def run(base: Json, case: Json, rulebook: Rulebook) -> Result:
    """Decide one case and compare the verdict with every key of its `expect`."""
    expect: Json = case["expect"]
    absent = _absent(expect, rulebook)
    if absent:
        return Result(case.get("id", "?"), case.get("title", ""), absent, ())
    engagement = build(base, case)
    verdict = decide(receive(engagement), rulebook)
    faults = tuple(_faults(expect, verdict, engagement))
    return Result(case.get("id", "?"), case.get("title", ""), (), faults)


def _absent(expect: Json, rulebook: Rulebook) -> tuple[str, ...]:
    """Return the rules that the expectation is about and the rulebook does not hold."""
    named = {*expect.get("fires", ()), *(n.partition("/")[0] for n in expect.get("signed", ()))}
    named |= {name.partition("/")[0] for name in expect.get("notices", ())}
    known = {rule.id for rule in rulebook.rules} | {ENGINE}
    return tuple(sorted(named - known))


def _faults(expect: Json, verdict: Verdict, engagement: Json) -> Iterator[str]:
    open_ones = _by_name((f.name, f.subject) for f in verdict.findings if not f.signed_by)
    partly = bool(expect.get("at_least"))
    # With missing facts, more may follow than is named; else what is left out must not happen.
    implied = {} if partly else {"signed": {}, "notices": [], "unreachable": [], "refused": False}
    for key, wanted in {**implied, **expect}.items():
        if key in ("findings", "at_least") or (key == "fires" and partly):
            continue
        compare = _COMPARED.get(key)
        if compare is None:
            yield f"{key}: this key is not known"
        elif (got := compare(verdict, engagement, expect)) != _plain(wanted):
            yield f"{key}: expected {_plain(wanted)}, got {got}"
    wanted = {name: sorted(subjects) for name, subjects in expect.get("findings", {}).items()}
    if partly:
        for name, subjects in wanted.items():
            if not set(subjects) <= set(open_ones.get(name, ())):
                yield f"findings: expected at least {name} {subjects}, got {open_ones.get(name)}"
    elif open_ones != wanted:
        yield f"findings: expected {wanted}, got {open_ones}"


def _by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, subject in sorted(pairs):
        found.setdefault(name, []).append(subject)
    return found


def _signed(verdict: Verdict) -> dict[str, list[str]]:
    return _by_name((f.name, f.subject) for f in verdict.findings if f.signed_by)


def _plain(wanted: Any) -> Any:
    if isinstance(wanted, dict):
        return {k: sorted(v) if isinstance(v, list) else v for k, v in wanted.items()}
    return sorted(wanted) if isinstance(wanted, list) else wanted


def _state_after(verdict: Verdict, engagement: Json) -> str | None:
    return next_state(str(engagement.get("state")), str(engagement.get("event")), verdict.outcome)


def _horizons(verdict: Verdict) -> dict[str, str]:
    both = {kind: verdict.earliest(kind) for kind in ("hard", "refresh")}
    return {kind: instant_text(at) for kind, at in both.items() if at}


def _routes(verdict: Verdict, wanted: Json) -> Json:
    """Return the part of the routes shown that an expectation is about."""
    return {
        seat: {
            kind: shown.strictest
            for kind, shown in verdict.routes.get(seat, {}).items()
            if kind in kinds
        }
        for seat, kinds in wanted.items()
    }


_COMPARED: Mapping[str, Callable[[Verdict, Json, Json], Any]] = {
    "decision": lambda verdict, _, __: verdict.outcome,
    "may_proceed": lambda verdict, _, __: verdict.may_proceed,
    "fires": lambda verdict, _, __: sorted({f.rule for f in verdict.findings if not f.signed_by}),
    "signed": lambda verdict, _, __: _signed(verdict),
    "session_state": lambda verdict, case, _: _state_after(verdict, case) or case.get("state"),
    "refused": lambda verdict, case, _: _state_after(verdict, case) is None,
    "horizons": lambda verdict, _, __: _horizons(verdict),
    "valid_until": lambda verdict, _, __: (
        instant_text(verdict.valid_until) if verdict.valid_until else None
    ),
    "notices": lambda verdict, _, __: sorted(notice.name for notice in verdict.notices),
    "routes": lambda verdict, _, expect: _routes(verdict, expect["routes"]),
    "unreachable": lambda verdict, _, __: sorted(verdict.unreachable),
}
