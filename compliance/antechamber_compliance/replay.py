"""Decide again on stored inputs under their own rules, and compare byte for byte.

A decision file has one JSON object a line: `decision`, `session`, `dossier` and `verdict`.
`dossier` is null where a person in it was erased since. A file of mere inputs, for
comparing rulebooks, has no `verdict`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from antechamber_compliance.canonical import canonical
from antechamber_compliance.dossier import Received, receive
from antechamber_compliance.engine import decide
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.scenarios.casefile import once
from antechamber_compliance.texts import writable
from antechamber_compliance.verdict import SCHEMA, Verdict

Result = Literal[
    "identical", "different", "schema_changed", "rulebook_not_at_hand", "erased", "no_verdict"
]
RESULTS: tuple[Result, ...] = get_args(Result)
# A difference here may come from the code or the zone rules, not from the decision.
VERSIONS = ("engine", "zones")


class BadDecision(Exception):
    """A line that is no decision: which line, and what is wrong; never what it says."""

    def __init__(self, line: int, fault: str) -> None:
        super().__init__(f"line {line}: {fault}")


@dataclass(frozen=True, slots=True)
class Stored:
    """A decision as it was exported; `dossier` is None where a person in it was erased."""

    decision: str
    session: str
    dossier: Mapping[str, object] | None
    verdict: Mapping[str, Any] | None

    @property
    def rulebook_digest(self) -> str | None:
        """The rulebook that it was decided under, None for a mere input."""
        return None if self.verdict is None else str(self.verdict["rulebook"]["digest"])

    def to_line(self) -> bytes:
        """Return its line in a decision file, with the line end."""
        body = {"decision": self.decision, "session": self.session, "dossier": self.dossier}
        return canonical(body if self.verdict is None else body | {"verdict": self.verdict}) + b"\n"


@dataclass(frozen=True, slots=True)
class Replayed:
    """How one decision was replayed; `differing` are the parts of the verdict that differ."""

    decision: str
    result: Result
    differing: tuple[str, ...] = ()


def read_decisions(lines: Iterable[str]) -> Iterator[Stored]:
    """Yield the decisions of a file as it is read; raise BadDecision at the first that is none."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _stored(number, line)


def _stored(number: int, line: str) -> Stored:
    try:
        raw = json.loads(line, object_pairs_hook=once)
    except (ValueError, RecursionError):
        raise BadDecision(number, "is not JSON") from None
    if not isinstance(raw, dict) or "dossier" not in raw:
        raise BadDecision(number, "has no 'dossier'")
    strange = raw.keys() - {"decision", "session", "dossier", "verdict"}
    if strange:
        raise BadDecision(number, "has members that no decision has")
    dossier, verdict = raw["dossier"], raw.get("verdict")
    if not isinstance(dossier, dict | None):
        raise BadDecision(number, "'dossier' is neither an engagement nor null")
    if verdict is not None and not _is_verdict(verdict):
        raise BadDecision(number, "'verdict' is no verdict")
    decision, session = raw.get("decision", f"line {number}"), raw.get("session", "")
    if not isinstance(decision, str) or not isinstance(session, str):
        raise BadDecision(number, "'decision' and 'session' must be texts")
    if writable(decision + session) != decision + session:
        raise BadDecision(number, "'decision' or 'session' holds half a character")
    return Stored(decision, session, dossier, verdict)


def _is_verdict(raw: object) -> bool:
    """Tell whether JSON can be compared with a verdict: its bytes, its rulebook, its findings."""
    try:
        canonical(raw)
    except (TypeError, ValueError):
        return False
    match raw:
        case {"rulebook": {"digest": str()}, "findings": [*findings]}:
            return all(isinstance(finding, dict) for finding in findings)
    return False


def replay(stored: Stored, rulebook: Rulebook | None) -> Replayed:
    """Decide again on a stored decision's input and compare the bytes of the two verdicts.

    `rulebook` is the one that it was decided under, None where it is not at hand.
    """
    if stored.dossier is None:
        return Replayed(stored.decision, "erased")
    if stored.verdict is None:
        return Replayed(stored.decision, "no_verdict")
    if rulebook is None:
        return Replayed(stored.decision, "rulebook_not_at_hand")
    received = receive(stored.dossier)
    if schema_changed(received, stored.verdict):
        return Replayed(stored.decision, "schema_changed")
    again = decide(received, rulebook)
    if again.canonical() == canonical(stored.verdict):
        return Replayed(stored.decision, "identical")
    return Replayed(stored.decision, "different", tuple(_differing(stored.verdict, again)))


def schema_changed(received: Received, verdict: Mapping[str, Any] | None) -> bool:
    """Tell whether an input was stored in another shape than today's.

    Under one shape every fact that is missing, and every field that is strange, stands in the
    verdict. One that the verdict does not know has appeared since: the shape has changed. Of
    an input without a verdict only strange fields can tell.
    """
    strangers = {stranger.path for stranger in received.strangers}
    if verdict is None:
        return bool(strangers)
    gaps = {gap.path for gap in received.gaps}
    named = {path for f in verdict["findings"] for path in _texts(f, "missing")}
    strange = {
        path
        for finding in verdict["findings"]
        if finding.get("code") == "unknown_field"
        for path in _texts(finding, "paths")
    }
    return verdict.get("schema") != SCHEMA or not (gaps <= named and strangers <= strange)


def _texts(finding: Mapping[str, Any], key: str) -> list[str]:
    found = finding.get(key)
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def _differing(before: Mapping[str, Any], again: Verdict) -> Iterator[str]:
    """Name the parts that differ; engine and zones with both versions."""
    after = again.to_json()
    for name in VERSIONS:
        if before.get(name) != after[name]:
            yield f"{name} {before.get(name, 'not stated')}, now {after[name]}"
    for name in sorted(before.keys() | after.keys() - set(VERSIONS)):
        if name not in VERSIONS and not _same(before, after, name):
            yield name


def _same(one: Mapping[str, object], other: Mapping[str, object], name: str) -> bool:
    if name not in one or name not in other:
        return False
    return canonical(one[name]) == canonical(other[name])
