"""What another rulebook would have said: the same inputs decided under two of them.

Lists, instant and sign-offs are those of the stored input; `binding` of a sign-off stays as
it was stored. Overrides that would have no effect under the new rules are left out there. An input of another schema is not replayable, never guessed. What would lift a
denial is not asked here.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from antechamber_compliance.derive import derive
from antechamber_compliance.dossier import Dossier, Received, receive
from antechamber_compliance.engine import weigh_derived
from antechamber_compliance.finding import Finding
from antechamber_compliance.judging import Case, Judged, judge
from antechamber_compliance.missing import Missing
from antechamber_compliance.overlays import carried, first_day
from antechamber_compliance.policy import Rule, Rulebook
from antechamber_compliance.replay import Result, Stored, schema_changed
from antechamber_compliance.verdict import Outcome, Verdict

Kind = Literal["new", "gone", "effect", "signed", "terms", "message", "remedy"]


@dataclass(frozen=True, slots=True)
class Change:
    """What differs about one finding: it is new or gone, or one of its parts is another.

    `before` and `after` are the texts of the part that differs: for a finding that is new or
    gone its effect, '' where there is none.
    """

    name: str
    subject: str
    kind: Kind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One input under both rulebooks; `also` names other parts of the verdict that differ."""

    decision: str
    session: str
    before: Outcome
    after: Outcome
    changes: tuple[Change, ...]
    also: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether anything but the rulebook itself is different."""
        return bool(self.before != self.after or self.changes or self.also)


class Pair:
    """Two rulebooks; a rule that is the same in both is judged once.

    That cannot differ: over the same tables the derived facts are the same, and a rule reads
    nothing but these, its own parameters and, if it looks at sign-offs, other findings.
    """

    def __init__(self, old: Rulebook, new: Rulebook) -> None:
        self.old, self.new = old, new
        kept = (rule for rule in new.rules if not rule.reads_signoffs and old.rule(rule.id) == rule)
        self._same = frozenset(r.id for r in kept) if old.tables == new.tables else frozenset()

    def weigh(self, received: Received) -> tuple[Verdict, Verdict]:
        """Decide under both, without asking what would lift a denial."""
        known: dict[str, Judged] = {}

        def once(rule: Rule, case: Case) -> Judged:
            if rule.id not in self._same:
                return judge(rule, case)
            if rule.id not in known:
                known[rule.id] = judge(rule, case)
            return known[rule.id]

        first = derive(received.dossier, self.old.tables)
        second = first if self._same else derive(received.dossier, self.new.tables)
        second = _with_carried(second, self.old, self.new)
        return (
            weigh_derived(received, first, self.old, once),
            weigh_derived(received, second, self.new, once),
        )


def _with_carried(dossier: Dossier, old: Rulebook, new: Rulebook) -> Dossier:
    """Leave out the overrides that would have no effect if the new rulebook were in force."""
    session, params, counts = dossier.session, dossier.params, dossier.counts
    if isinstance(session, Missing) or isinstance(params, Missing) or isinstance(counts, Missing):
        return dossier
    kept = carried(old, new, params, first_day(session.start, session.tz))
    lost = len(params) - len(kept)
    if not lost or isinstance(counts.params, Missing):
        return dossier
    return replace(dossier, params=kept, counts=replace(counts, params=counts.params - lost))


@dataclass(slots=True)
class Comparison:
    """All inputs under both rulebooks; `differing` holds those that differ."""

    pair: Pair
    decided: int = 0
    outcomes: Counter[tuple[Outcome, Outcome]] = field(default_factory=Counter)
    subjects: dict[tuple[str, Kind], Counter[str]] = field(default_factory=dict)
    also: Counter[str] = field(default_factory=Counter)
    differing: list[Compared] = field(default_factory=list)
    not_replayable: list[tuple[str, Result]] = field(default_factory=list)

    def add(self, stored: Stored) -> None:
        """Decide on one more input and count what differs."""
        found = compare(stored, self.pair)
        if not isinstance(found, Compared):
            self.not_replayable.append((stored.decision, found))
            return
        self.decided += 1
        self.outcomes[found.before, found.after] += 1
        self.also.update(found.also)
        for change in found.changes:
            counted = self.subjects.setdefault((change.name, change.kind), Counter())
            counted[change.subject] += 1
        if found.differs:
            self.differing.append(found)

    def to_json(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {
            "decided": self.decided,
            "outcomes": [
                {"from": before, "to": after, "count": count}
                for (before, after), count in sorted(self.outcomes.items())
            ],
            "changes": [
                {"finding": name, "kind": kind, "subjects": dict(sorted(subjects.items()))}
                for (name, kind), subjects in sorted(self.subjects.items())
            ],
            "also_different": dict(sorted(self.also.items())),
            "differing": [_compared_json(each) for each in self.differing],
            "not_replayable": [
                {"decision": decision, "why": why} for decision, why in self.not_replayable
            ],
        }


def compare(stored: Stored, pair: Pair) -> Compared | Result:
    """Decide on one input under both rulebooks; say why where that cannot be."""
    if stored.dossier is None:
        return "erased"
    received = receive(stored.dossier)
    if schema_changed(received, stored.verdict):
        return "schema_changed"
    before, after = pair.weigh(received)
    return Compared(
        decision=stored.decision,
        session=stored.session,
        before=before.outcome,
        after=after.outcome,
        changes=tuple(_changes(before, after)),
        also=tuple(_also(before, after)),
    )


def _changes(before: Verdict, after: Verdict) -> Iterator[Change]:
    if before.findings == after.findings:
        return
    earlier = {finding.key: finding for finding in before.findings}
    later = {finding.key: finding for finding in after.findings}
    for key in sorted(earlier.keys() | later.keys()):
        was, is_now = earlier.get(key), later.get(key)
        if was is not None and is_now is not None:
            yield from _parts(was, is_now)
        elif was is not None:
            yield Change(was.name, was.subject, "gone", was.effect, "")
        elif is_now is not None:
            yield Change(is_now.name, is_now.subject, "new", "", is_now.effect)


def _parts(was: Finding, is_now: Finding) -> Iterator[Change]:
    pairs: tuple[tuple[Kind, str, str], ...] = (
        ("effect", was.effect, is_now.effect),
        ("signed", was.signed_by, is_now.signed_by),
        ("terms", _terms(was), _terms(is_now)),
        ("message", was.message, is_now.message),
        ("remedy", was.remedy, is_now.remedy),
    )
    for kind, one, other in pairs:
        if one != other:
            yield Change(was.name, was.subject, kind, one, other)


def _terms(finding: Finding) -> str:
    terms = finding.terms
    if terms is None:
        return ""
    extras = [
        word for word, asked in (("mitigation", terms.mitigation), ("memo", terms.memo)) if asked
    ]
    return ", ".join((terms.kind, " + ".join(terms.roles), f"{terms.max_days} days", *extras))


def _also(before: Verdict, after: Verdict) -> Iterator[str]:
    pairs = (
        ("horizons", before.horizons, after.horizons),
        ("notices", before.notices, after.notices),
        ("routes", before.routes, after.routes),
        ("signoffs", before.signoffs, after.signoffs),
        ("unreachable", before.unreachable, after.unreachable),
    )
    for name, one, other in pairs:
        if one != other:
            yield name


def _compared_json(each: Compared) -> dict[str, object]:
    return {
        "decision": each.decision,
        "session": each.session,
        "from": each.before,
        "to": each.after,
        "changes": [
            {
                "finding": change.name,
                "subject": change.subject,
                "kind": change.kind,
                "before": change.before,
                "after": change.after,
            }
            for change in each.changes
        ],
        "also_different": list(each.also),
    }
