"""Find, for each mutant, a scenario whose expectation fails under it.

A scenario is decided in full only where a mutant could change its verdict. A rule that finds
the same as before leaves the verdict as it was, unless its sign-offs differ; a cell that
nobody's support is routed by changes nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from antechamber_compliance.derive import derive
from antechamber_compliance.dossier import Dossier
from antechamber_compliance.finding import Finding
from antechamber_compliance.intake import parameters_in_force
from antechamber_compliance.judging import Case, judge
from antechamber_compliance.missing import Missing
from antechamber_compliance.mutation.making import Mutant
from antechamber_compliance.mutation.tables import Spot
from antechamber_compliance.policy import ParameterValue, Rule, Rulebook
from antechamber_compliance.scenarios.running import Prepared, rules_named

Said = tuple[object, ...]


@dataclass(slots=True, eq=False)
class Settled:
    """A scenario under the rulebook as it is: its facts, and what each rule says of them."""

    prepared: Prepared
    dossier: Dossier
    parameters: Mapping[str, ParameterValue]
    bad: tuple[Finding, ...]
    routed: frozenset[Spot]
    said: dict[str, Said] = field(default_factory=dict)

    @property
    def named(self) -> frozenset[str]:
        """The rules that its expectation names."""
        return rules_named(self.prepared.case["expect"])

    @property
    def signed(self) -> frozenset[str]:
        """The rules for which sign-offs are on file."""
        rows = () if isinstance(self.dossier.signoffs, Missing) else self.dossier.signoffs
        return frozenset(row.rule for row in rows if not isinstance(row.rule, Missing))


class Hunt:
    """Scenarios that all hold under a rulebook, and some of which each mutant must fail."""

    def __init__(self, scenarios: Iterable[Prepared], rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._settled = [_settle(each, rulebook) for each in scenarios]
        self._orders: dict[str, list[Settled]] = {}

    def killer(self, mutant: Mutant) -> str | None:
        """Return the id of a scenario that fails under a mutant, None if it survives."""
        for settled in self._in_order(mutant):
            if self._could_differ(settled, mutant) and settled.prepared.faults(mutant.rulebook):
                return settled.prepared.id
        return None

    def _in_order(self, mutant: Mutant) -> list[Settled]:
        """Return the scenarios, first those that are about what was changed."""
        about = mutant.rules[0].id if mutant.rules else "PRO-04"
        if about not in self._orders:
            self._orders[about] = sorted(self._settled, key=lambda each: about not in each.named)
        return self._orders[about]

    def _could_differ(self, settled: Settled, mutant: Mutant) -> bool:
        if mutant.spot is not None:
            return mutant.spot in settled.routed
        pairs = [(self._rulebook.rule(rule.id), rule) for rule in mutant.rules]
        parameters, bad = settled.parameters, settled.bad
        if any(old is None or old.parameters != new.parameters for old, new in pairs):
            parameters, found = parameters_in_force(settled.dossier, mutant.rulebook)
            bad = tuple(found)
        return bad != settled.bad or any(
            old is None or self._rule_could_differ(settled, old, new, parameters)
            for old, new in pairs
        )

    def _rule_could_differ(
        self, settled: Settled, old: Rule, new: Rule, parameters: Mapping[str, ParameterValue]
    ) -> bool:
        if new.reads_signoffs or old.reads_signoffs:
            return True
        if old.id not in settled.said:
            settled.said[old.id] = _said(old, settled, settled.parameters)
        before = settled.said[old.id]
        if _beyond_findings(old) != _beyond_findings(new) and (
            before != NOTHING or old.id in settled.signed
        ):
            return True
        return _said(new, settled, parameters) != before


NOTHING: Said = (frozenset(), ())


def _said(rule: Rule, settled: Settled, parameters: Mapping[str, ParameterValue]) -> Said:
    """Return what of a rule's answer can make a difference to an expectation."""
    judged = judge(rule, Case(settled.dossier, parameters, settled.prepared.received.gaps))
    found = frozenset((finding.key, finding.effect) for finding in judged.findings)
    return found, tuple(notice.name for notice in judged.notices)


def _beyond_findings(rule: Rule) -> list[object]:
    """Return what a rule says of sign-offs, which its own findings do not show."""
    return [(r.code, r.subject, r.terms, r.voids) for r in rule.requirements]


def _settle(prepared: Prepared, rulebook: Rulebook) -> Settled:
    dossier = derive(prepared.received.dossier, rulebook.tables)
    parameters, bad = parameters_in_force(dossier, rulebook)
    return Settled(prepared, dossier, parameters, tuple(bad), frozenset(_routed(dossier)))


def _routed(dossier: Dossier) -> Iterable[Spot]:
    """Yield the spots of the tables that are read for this dossier."""
    session, initiative = dossier.session, dossier.initiative
    if not isinstance(session, Missing) and not isinstance(session.format, Missing):
        yield Spot("format", (session.format,))
    if not isinstance(initiative, Missing) and not isinstance(initiative.authorisations, Missing):
        for each in initiative.authorisations:
            if not isinstance(each.instrument, Missing):
                yield Spot("instrument", (each.instrument,))
    for seat in () if isinstance(dossier.seats, Missing) else dossier.seats:
        facts = seat.derived
        if isinstance(facts, Missing) or isinstance(facts.uses, Missing):
            continue
        for use in facts.uses:
            yield Spot("cell", (use.regime, use.type))
            yield Spot("window", (use.type,))
