"""What a rule file holds once it is read and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from antechamber_compliance.language import Expression, Shortcut, Template
from antechamber_compliance.language.errors import Spot
from antechamber_compliance.language.literals import span, span_text
from antechamber_compliance.tables import NO_TABLES, Tables

Effect = Literal["deny", "needs_approval", "warn"]
Scope = Literal["participant", "session", "initiative", "office"]
ParameterType = Literal["int", "bool", "duration", "enum", "set"]
# Plain values, as a record shows them: a duration is its text, such as "72h".
ParameterValue = bool | int | str | tuple[str, ...]
SignOffKind = Literal["waiver", "approval"]
SEVERITY: Mapping[str, int] = {"warn": 1, "needs_approval": 2, "deny": 3}


class BadPolicy(Exception):
    """A policy file that cannot be obeyed: where in it, what is wrong, what would be right.

    `line` and `column` count from 1, and are 1 where the file as a whole is meant.
    """

    def __init__(self, file: str, message: str, *, text: str = "", at: int = 0) -> None:
        spot = Spot.of(text, at)
        self.file, self.line, self.column = file, spot.line, spot.column
        self.message = message
        shown = f"\n{spot.shown}" if text else ""
        super().__init__(f"{file}:{spot.line}:{spot.column}: {message}{shown}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A dated number of a rule, its bounds, and which way is stricter.

    `least` and `most` bound an int, and a duration in seconds; `members` are the words of an
    enum, in order, or those that a set may hold; a bool has no bounds.
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
        """Return a value of this type, or None for one of another type or outside the bounds."""
        match self.type, value:
            case ("bool", bool()):
                return value
            case ("int", int()) if not isinstance(value, bool):
                return value if self.least <= value <= self.most else None
            case ("duration", str()):
                seconds = _seconds(value)
                inside = seconds is not None and self.least <= seconds <= self.most
                return value if inside else None
            case ("enum", str()):
                return value if value in self.members else None
            case ("set", list() | tuple()) if all(isinstance(word, str) for word in value):
                # A set has no order, so none reaches the record.
                return tuple(sorted(set(value))) if set(value) <= set(self.members) else None
        return None

    def loosens(self, value: ParameterValue, than: ParameterValue) -> bool:
        """Tell whether a value is laxer than another in the direction that `stricter` names."""
        if isinstance(value, tuple) and isinstance(than, tuple):
            more, fewer = set(value) - set(than), set(than) - set(value)
            return bool(more if self.stricter == "fewer" else fewer)
        rise = self._rank(value) - self._rank(than)
        return rise < 0 if self.stricter in ("higher", "true", "later") else rise > 0

    def in_rules(self, value: ParameterValue) -> object:
        """Return a value as expressions compute with it."""
        return span(value) if self.type == "duration" and isinstance(value, str) else value

    @property
    def bounds(self) -> str:
        """What it may be, in words."""
        match self.type:
            case "int":
                return f"{self.least} to {self.most}"
            case "duration":
                least, most = (span_text(timedelta(seconds=n)) for n in (self.least, self.most))
                return f"{least} to {most}"
            case "bool":
                return "true or false"
            case "enum":
                return f"one of {', '.join(self.members)}"
            case "set":
                return f"any of {', '.join(self.members)}"

    def _rank(self, value: ParameterValue) -> int:
        """Return a number that orders the values of this type."""
        match self.type, value:
            case ("enum", str()):
                return self.members.index(value)
            case ("duration", str()):
                return int(span(value).total_seconds())
            case (_, int()):
                return int(value)
        raise TypeError(f"{self.name}: a {self.type} has no such value")


def _seconds(text: str) -> int | None:
    try:
        return int(span(text).total_seconds())
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A source of a rule; `checked` is V verified, P partly, J our judgement, G general.

    `review` is the day by which somebody must have looked at it again.
    """

    cite: str
    checked: str
    in_force: date | None
    review: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How a finding may be signed: by which roles, for how long, with what on file."""

    kind: SignOffKind
    roles: tuple[str, ...]
    max_days: int
    mitigation: bool
    memo: bool

    def to_json(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {
            "kind": self.kind,
            "roles": list(self.roles),
            "max_days": self.max_days,
            "mitigation": self.mitigation,
            "memo": self.memo,
        }


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

    `everybody` holds only if all requirements do, of all seats to which the rule applies;
    `together` is true of a seat only if all requirements about it hold: one question instead
    of many, since most often nothing is wrong. Either may be None; the requirements decide
    by themselves.
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
    borrowed: tuple[Parameter, ...]
    lets: tuple[Let, ...]
    requirements: tuple[Requirement, ...]
    notifications: tuple[Notification, ...]
    together: Expression | None
    everybody: Shortcut | None

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
    def parameters_read(self) -> tuple[tuple[str, Parameter], ...]:
        """The parameters it reads or owns, by full name."""
        owned = [(f"{self.id}.{p.name}", p) for p in self.parameters]
        return (*((f"{self.borrows}.{p.name}", p) for p in self.borrowed), *owned)

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
