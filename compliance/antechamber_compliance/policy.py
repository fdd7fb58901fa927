"""What a rule file holds once it is read and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from antechamber_compliance.language import Expression, Template
from antechamber_compliance.tables import NO_TABLES, Tables

Effect = Literal["deny", "needs_approval", "warn"]
Scope = Literal["participant", "session", "initiative", "office"]
ParameterType = Literal["int", "bool", "set"]
ParameterValue = bool | int | tuple[str, ...]
SignOffKind = Literal["waiver", "approval"]
SEVERITY: Mapping[str, int] = {"warn": 1, "needs_approval": 2, "deny": 3}


class BadPolicy(Exception):
    """A policy file that cannot be obeyed: which file, where in it, what to do."""

    def __init__(self, file: str, place: str, message: str) -> None:
        super().__init__(f"{file}: {place}: {message}" if place else f"{file}: {message}")
        self.file = file


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A dated number of a rule, its bounds, and which way is stricter.

    `least` and `most` bound an int, `members` a set; a bool has no bounds.
    """

    name: str
    type: ParameterType
    unit: str
    least: int
    most: int
    members: tuple[str, ...]
    stricter: str
    values: tuple[tuple[date, ParameterValue], ...]

    def on(self, day: date) -> ParameterValue:
        """Return the shipped value in force on a day; before the first date, the first."""
        past = [value for start, value in self.values if start <= day]
        return past[-1] if past else self.values[0][1]

    def admit(self, value: object) -> ParameterValue | None:
        """Return an override as a value of this type, or None where it is outside the bounds."""
        if self.type == "bool":
            return value if isinstance(value, bool) else None
        if self.type == "int":
            if not isinstance(value, int) or isinstance(value, bool):
                return None
            return value if self.least <= value <= self.most else None
        if not isinstance(value, list | tuple) or not all(isinstance(v, str) for v in value):
            return None
        return tuple(value) if set(value) <= set(self.members) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A source of a rule; `checked` is V verified, P partly, J our judgement, G general."""

    cite: str
    checked: str
    in_force: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How a finding may be signed: by which roles, for how long, with what on file."""

    kind: SignOffKind
    roles: tuple[str, ...]
    max_days: int
    mitigation: bool
    memo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Let:
    """A named part of a rule; `about_seat` says that it differs from seat to seat."""

    name: str
    value: Expression
    about_seat: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What must hold, for each subject, and what follows where it does not.

    `voids` are the rules whose sign-offs lose their effect where it does not hold; `paths`
    all dossier paths that the verdict may read, `@` standing for the seat.
    """

    code: str
    effect: Effect
    subject: Scope
    that: Expression
    message: Template
    remedy: str
    view: str
    terms: Terms | None
    voids: tuple[str, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """What one office role is told, outside the decision, when something is the case."""

    code: str
    to: str
    when: Expression
    message: Template


# Without slots: what is asked of a rule at every decision is worked out once and kept.
@dataclass(frozen=True, kw_only=True)
class Rule:
    """One page of policy.

    `together` is true of a seat only if all requirements about it hold, `everybody` only if
    they hold of all seats to which the rule applies: one question instead of many, since of
    most seats nothing is wrong. Either may be None; the requirements decide by themselves.
    """

    id: str
    title: str
    rationale: str
    view: str
    missing: Effect
    applies: Expression | None
    references: tuple[Reference, ...]
    parameters: tuple[Parameter, ...]
    borrows: str
    borrowed: tuple[str, ...]
    lets: tuple[Let, ...]
    requirements: tuple[Requirement, ...]
    notifications: tuple[Notification, ...]
    together: Expression | None
    everybody: Expression | None

    @cached_property
    def general(self) -> tuple[Requirement, ...]:
        """The requirements judged once."""
        return tuple(r for r in self.requirements if r.subject != "participant")

    @cached_property
    def personal(self) -> tuple[Requirement, ...]:
        """The requirements judged for each seat."""
        return tuple(r for r in self.requirements if r.subject == "participant")

    @cached_property
    def shared_lets(self) -> tuple[Let, ...]:
        """The lets that are the same for every seat."""
        return tuple(let for let in self.lets if not let.about_seat)

    @cached_property
    def own_lets(self) -> tuple[Let, ...]:
        """The lets that differ from seat to seat."""
        return tuple(let for let in self.lets if let.about_seat)

    @cached_property
    def applies_to_seats(self) -> bool:
        """Whether it depends on the seat if the rule applies."""
        if self.applies is None:
            return False
        return not {"seat", *(let.name for let in self.own_lets)}.isdisjoint(self.applies.names)

    @cached_property
    def parameters_read(self) -> tuple[tuple[str, str], ...]:
        """The parameters it reads or owns, by full name and by the name they have in it."""
        owned = [(f"{self.id}.{p.name}", p.name) for p in self.parameters]
        return (*((f"{self.borrows}.{name}", name) for name in self.borrowed), *owned)

    @cached_property
    def reads_signoffs(self) -> bool:
        """Whether it looks at sign-offs: then it is judged after the findings they may answer."""
        read = [*(r.that for r in self.requirements), *(let.value for let in self.lets)]
        return any("signoffs" in expression.names for expression in read)


@dataclass(frozen=True, kw_only=True)
class Rulebook:
    """Every rule that is enforced, and the digest of the files that they were read from."""

    version: str
    revision: int
    digest: str
    rules: tuple[Rule, ...]
    tables: Tables

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all rules."""
        return frozenset(rule.id for rule in self.rules)

    @cached_property
    def _parameters(self) -> Mapping[str, Parameter]:
        return {f"{rule.id}.{p.name}": p for rule in self.rules for p in rule.parameters}

    @cached_property
    def _requirements(self) -> Mapping[tuple[str, str], Requirement]:
        return {(rule.id, r.code): r for rule in self.rules for r in rule.requirements}

    def rule(self, rule_id: str) -> Rule | None:
        """Return the rule of this id."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def requirement(self, rule_id: str, code: str) -> Requirement | None:
        """Return the requirement of this rule and code."""
        return self._requirements.get((rule_id, code))

    def parameters(self) -> Mapping[str, Parameter]:
        """Return every parameter by its full name, RULE-ID.name."""
        return self._parameters


# What decides where no rulebook could be loaded: it denies everything.
NO_RULES = Rulebook(version="", revision=0, digest="", rules=(), tables=NO_TABLES)
