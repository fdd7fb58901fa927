"""Run a scenario: decide it and compare the verdict with every key of its `expect`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from antechamber_compliance.dossier import Received, receive
from antechamber_compliance.dossier.shape import instant_text
from antechamber_compliance.engine import weigh
from antechamber_compliance.finding import ENGINE
from antechamber_compliance.language.errors import did_you_mean
from antechamber_compliance.lifecycle import next_state
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.scenarios.building import build
from antechamber_compliance.scenarios.casefile import Json, instant
from antechamber_compliance.scenarios.hints import misnamed, unexpected
from antechamber_compliance.verdict import Verdict

# With missing facts more may follow than is named; else what is left out must not happen.
LEFT_OUT: Mapping[str, Any] = {"signed": {}, "notices": [], "unreachable": [], "refused": False}


@dataclass(frozen=True, slots=True)
class Result:
    """How one scenario went: `absent` rules keep it from being judged, else `faults`.

    `hints` say what may be behind either.
    """

    id: str
    title: str
    absent: tuple[str, ...]
    faults: tuple[str, ...]
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A case with its engagement built and read, to be judged under one or more rulebooks."""

    case: Json
    engagement: Json
    received: Received

    @property
    def id(self) -> str:
        """What the case is called."""
        return str(self.case.get("id", "?"))

    def absent(self, rulebook: Rulebook) -> tuple[str, ...]:
        """Return the rules that the expectation is about and the rulebook does not hold."""
        return tuple(sorted(rules_named(self.case["expect"]) - rulebook.ids - {ENGINE}))

    def faults(self, rulebook: Rulebook) -> tuple[str, ...]:
        """Decide and say where the verdict is not the one expected."""
        return tuple(_faults(self.case["expect"], weigh(self.received, rulebook), self.engagement))


def prepare(base: Json, case: Json) -> Prepared:
    """Build the engagement of a case and read it."""
    engagement = build(base, case)
    return Prepared(case, engagement, receive(engagement))


def run(base: Json, case: Json, rulebook: Rulebook) -> Result:
    """Decide one case and compare the verdict with every key of its `expect`."""
    prepared, expect = prepare(base, case), case["expect"]
    name, title = prepared.id, str(case.get("title", ""))
    hints = tuple(misnamed(expect, rulebook))
    if absent := prepared.absent(rulebook):
        return Result(name, title, absent, (), hints)
    verdict = weigh(prepared.received, rulebook)
    faults = tuple(_faults(expect, verdict, prepared.engagement))
    if faults:
        hints += tuple(unexpected(expect, verdict))
    return Result(name, title, (), faults, hints)


def rules_named(expect: Json) -> frozenset[str]:
    """Return the rules that an expectation names."""
    names = (*expect.get("findings", ()), *expect.get("signed", ()), *expect.get("notices", ()))
    return frozenset((*expect.get("fires", ()), *(name.partition("/")[0] for name in names)))


def _faults(expect: Json, verdict: Verdict, engagement: Json) -> Iterator[str]:
    partly = bool(expect.get("at_least"))
    for key, wanted in {**({} if partly else LEFT_OUT), **expect}.items():
        if key == "at_least":
            continue
        compared = _COMPARED.get(key)
        if compared is None:
            yield f"{key}: this key is not known{did_you_mean(key, _COMPARED)}"
            continue
        got = compared.got(verdict, engagement, expect)
        if partly and key in AT_LEAST:
            yield from _lacking(key, wanted, got)
        elif got != (plain := compared.plain(wanted)):
            yield f"{key}: expected {plain}, got {got}"


AT_LEAST = ("fires", "findings")


def _lacking(key: str, wanted: Any, got: Any) -> Iterator[str]:
    """Say which rules, or findings, of those wanted at least are not there."""
    if isinstance(wanted, list):
        if not set(wanted) <= set(got):
            yield f"{key}: expected at least {sorted(wanted)}, got {got}"
        return
    for name, subjects in wanted.items():
        if not set(subjects) <= set(got.get(name, ())):
            yield f"{key}: expected at least {name} {sorted(subjects)}, got {got.get(name)}"


def _by_name(verdict: Verdict, *, signed: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for finding in sorted(verdict.findings, key=lambda finding: finding.key):
        if bool(finding.signed_by) == signed:
            found.setdefault(finding.name, []).append(finding.subject)
    return found


def _state_after(verdict: Verdict, engagement: Json) -> str | None:
    return next_state(str(engagement.get("state")), str(engagement.get("event")), verdict.outcome)


def _horizons(verdict: Verdict) -> dict[str, str]:
    both = {kind: verdict.earliest(kind) for kind in ("hard", "refresh")}
    return {kind: instant_text(at) for kind, at in both.items() if at}


def _routes(verdict: Verdict, wanted: Json) -> Json:
    """Return the part of the routes shown that an expectation is about; None is no route."""
    return {
        seat: {kind: _strictest(verdict, seat, kind) for kind in kinds}
        for seat, kinds in wanted.items()
    }


def _strictest(verdict: Verdict, seat: str, kind: str) -> str | None:
    shown = verdict.routes.get(seat, {}).get(kind)
    return shown.strictest if shown else None


def _as_is(wanted: Any) -> Any:
    return wanted


def _in_order(wanted: Iterable[str]) -> list[str]:
    return sorted(set(wanted))


def _subjects_in_order(wanted: Json) -> Json:
    # A finding on nobody is no finding.
    return {name: _in_order(subjects) for name, subjects in wanted.items() if subjects}


def _in_utc(wanted: str | None) -> str | None:
    return None if wanted is None else instant_text(instant(wanted))


@dataclass(frozen=True, slots=True)
class _Compared:
    """How one key of an expectation is compared: what the verdict says, and in which form."""

    got: Callable[[Verdict, Json, Json], Any]
    plain: Callable[[Any], Any] = _as_is


_COMPARED: Mapping[str, _Compared] = {
    "decision": _Compared(lambda verdict, _, __: verdict.outcome),
    "may_proceed": _Compared(lambda verdict, _, __: verdict.may_proceed),
    "fires": _Compared(
        lambda verdict, _, __: sorted({f.rule for f in verdict.findings if not f.signed_by}),
        _in_order,
    ),
    "findings": _Compared(
        lambda verdict, _, __: _by_name(verdict, signed=False), _subjects_in_order
    ),
    "signed": _Compared(lambda verdict, _, __: _by_name(verdict, signed=True), _subjects_in_order),
    "session_state": _Compared(
        lambda verdict, engagement, _: _state_after(verdict, engagement) or engagement.get("state")
    ),
    "refused": _Compared(lambda verdict, engagement, _: _state_after(verdict, engagement) is None),
    "routes": _Compared(lambda verdict, _, expect: _routes(verdict, expect["routes"])),
    "horizons": _Compared(
        lambda verdict, _, __: _horizons(verdict),
        lambda wanted: {kind: _in_utc(at) for kind, at in wanted.items()},
    ),
    "valid_until": _Compared(
        lambda verdict, _, __: instant_text(verdict.valid_until) if verdict.valid_until else None,
        _in_utc,
    ),
    "notices": _Compared(
        lambda verdict, _, __: sorted({notice.name for notice in verdict.notices}), _in_order
    ),
    "unreachable": _Compared(lambda verdict, _, __: sorted(set(verdict.unreachable)), _in_order),
}
