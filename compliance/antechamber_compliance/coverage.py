"""What the scenarios of a rulebook exercise: outcomes, conditions, missing facts.

An outcome is what a requirement came to for a subject: it held, it fired, it could not be
judged because a fact was missing, or its rule did not apply. A condition is a part of an
expression that is true or false by itself. It counts where its rule applies, whether or not
the parts before it had already settled the whole.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import SimpleNamespace

from antechamber_compliance.conditions import Condition, conditions
from antechamber_compliance.derive import derive
from antechamber_compliance.dossier import Dossier
from antechamber_compliance.dossier.facts import SignOffFacts
from antechamber_compliance.engine import weigh
from antechamber_compliance.inspection import code_of
from antechamber_compliance.intake import parameters_in_force
from antechamber_compliance.missing import Missing, Unknown
from antechamber_compliance.policy import Let, ParameterValue, Requirement, Rule, Rulebook
from antechamber_compliance.scenarios import Prepared

HOLDS, FIRES, MISSING, IDLE = "holds", "fires", "missing", "does not apply"
Scope = dict[str, object]


@dataclass(slots=True)
class Coverage:
    """How often each outcome occurred, which answers each condition gave, what was missing.

    `missing` says of each leaf that a requirement reads whether some scenario lacks it.
    """

    outcomes: dict[tuple[str, str], int] = field(default_factory=dict)
    conditions: dict[str, set[bool]] = field(default_factory=dict)
    missing: dict[tuple[str, str], bool] = field(default_factory=dict)

    def uncovered(self) -> Iterator[str]:
        """Yield what no scenario exercises, one line each."""
        for (name, outcome), count in self.outcomes.items():
            if not count:
                yield f"{name}: never {outcome}"
        for name, answers in self.conditions.items():
            for answer in {True, False} - answers:
                yield f"{name}: never {str(answer).lower()}"
        for (name, path), found in self.missing.items():
            if not found:
                yield f"{name}: {path} is never missing"

    @property
    def all_outcomes(self) -> bool:
        """Whether every outcome that can occur does."""
        return all(self.outcomes.values())

    def counts(self) -> str:
        """Return how much of each kind is covered, in one line."""
        answers = sum(len(each) for each in self.conditions.values())
        return (
            f"{sum(map(bool, self.outcomes.values()))} of {len(self.outcomes)} outcomes, "
            f"{answers} of {2 * len(self.conditions)} answers of conditions, "
            f"{sum(self.missing.values())} of {len(self.missing)} missing facts"
        )


def measure(scenarios: Iterable[Prepared], rulebook: Rulebook) -> Coverage:
    """Run scenarios and note what each exercises."""
    coverage = Coverage()
    parts = [_Measured.of(rule, coverage) for rule in rulebook.rules]
    for scenario in scenarios:
        dossier = derive(scenario.received.dossier, rulebook.tables)
        parameters, _ = parameters_in_force(dossier, rulebook)
        dossier = _with_answers(dossier, scenario, rulebook)
        gaps = [tuple(gap.path.split(".")) for gap in scenario.received.gaps]
        for part in parts:
            part.note(dossier, parameters)
            part.note_missing(gaps)
    return coverage


def _with_answers(dossier: Dossier, scenario: Prepared, rulebook: Rulebook) -> Dossier:
    """Fill in, for each sign-off, whether there is a finding that it is for."""
    if isinstance(dossier.signoffs, Missing) or not dossier.signoffs:
        return dossier
    keys = {finding.key for finding in weigh(scenario.received, rulebook).findings}
    rows = []
    for row in dossier.signoffs:
        names = (row.rule, row.code, row.subject)
        if not any(isinstance(name, Missing) for name in names):
            row = replace(row, derived=SignOffFacts(answers=names in keys))
        rows.append(row)
    return replace(dossier, signoffs=tuple(rows))


@dataclass(slots=True)
class _Measured:
    """One rule and what is noted of it."""

    rule: Rule
    coverage: Coverage
    general: list[Condition]
    personal: list[Condition]
    reads: dict[tuple[str, str], tuple[str, ...]]
    before_applying: frozenset[str]

    @classmethod
    def of(cls, rule: Rule, coverage: Coverage) -> "_Measured":
        about_seat = {"seat", *(let.name for let in rule.own_lets)}
        both: dict[bool, list[Condition]] = defaultdict(list)
        for condition in conditions(rule):
            coverage.conditions.setdefault(condition.name, set())
            by_seat = rule.applies_to_seats or not about_seat.isdisjoint(condition.names)
            both[by_seat].append(condition)
        reads = {}
        for requirement in rule.requirements:
            name = f"{rule.id}/{code_of(rule, requirement.code, requirement.subject)}"
            for outcome in (HOLDS, FIRES, MISSING, *([IDLE] if rule.applies else [])):
                coverage.outcomes.setdefault((name, outcome), 0)
            for path in requirement.paths:
                # What is computed, and the key of a row, cannot be missing by itself.
                if not path.startswith("computed.") and not path.endswith(".ref"):
                    reads[name, path] = tuple(path.split("."))
                    coverage.missing.setdefault((name, path), False)
        return cls(rule, coverage, both[False], both[True], reads, _places_of_applies(rule))

    def note(self, dossier: Dossier, parameters: Mapping[str, ParameterValue]) -> None:
        """Note what one scenario makes of the rule, once and for each seat."""
        scope = _scope(self.rule, dossier, parameters)
        _evaluate(self.rule.shared_lets, scope)
        if not self.rule.applies_to_seats:
            self._note(self.rule.general, self.general, scope)
        for seat in () if isinstance(dossier.seats, Missing) else dossier.seats:
            scope["seat"] = seat
            _evaluate(self.rule.own_lets, scope)
            self._note(self.rule.personal, self.personal, scope)

    def _note(
        self, requirements: Iterable[Requirement], asked: Iterable[Condition], scope: Scope
    ) -> None:
        applies = self._applies(scope)
        for condition in asked:
            answers = self.coverage.conditions[condition.name]
            if len(answers) < 2 and (applies or condition.place in self.before_applying):
                answers |= condition.answers(scope)
        for requirement in requirements:
            name = f"{self.rule.id}/{code_of(self.rule, requirement.code, requirement.subject)}"
            outcome = _outcome(requirement, scope) if applies else IDLE
            self.coverage.outcomes[name, outcome] += 1

    def _applies(self, scope: Scope) -> bool:
        try:
            return self.rule.applies is None or bool(self.rule.applies.evaluate(scope))
        except Unknown:
            return True

    def note_missing(self, gaps: list[tuple[str, ...]]) -> None:
        """Note which facts that the rule reads one scenario lacks."""
        for key, path in self.reads.items():
            if not self.coverage.missing[key] and any(_is_at(gap, path) for gap in gaps):
                self.coverage.missing[key] = True


def _places_of_applies(rule: Rule) -> frozenset[str]:
    """Return where it stands whether a rule applies: what is asked even if it does not."""
    named = set(rule.applies.names) if rule.applies else set()
    for let in reversed(rule.lets):
        if let.name in named:
            named |= let.value.names
    return frozenset({"applies", *(f"let.{name}" for name in named)})


def _outcome(requirement: Requirement, scope: Scope) -> str:
    try:
        return HOLDS if requirement.that.evaluate(scope) else FIRES
    except Unknown:
        return MISSING


def _is_at(gap: tuple[str, ...], path: tuple[str, ...]) -> bool:
    """Tell whether a place in a dossier is one that a path with wildcards leads to."""
    return len(gap) == len(path) and all(
        wanted in ("*", "@", found) for found, wanted in zip(gap, path, strict=True)
    )


def _scope(rule: Rule, dossier: Dossier, parameters: Mapping[str, ParameterValue]) -> Scope:
    names = ("as_of", "office", "history", "initiative", "session", "seats", "signoffs")
    values = {p.name: p.in_rules(parameters[full]) for full, p in rule.parameters_read}
    return {**{name: getattr(dossier, name) for name in names}, "params": SimpleNamespace(**values)}


def _evaluate(lets: Iterable[Let], scope: Scope) -> None:
    for let in lets:
        try:
            scope[let.name] = let.value.evaluate(scope)
        except Unknown as lack:
            scope[let.name] = Missing(lack.paths)
