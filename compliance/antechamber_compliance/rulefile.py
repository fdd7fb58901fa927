"""Read one rule file: its parameters, its references, its requirements."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast, get_args

from antechamber_compliance.dossier.vocabulary import ROLES
from antechamber_compliance.language import BOOL, Expression
from antechamber_compliance.language.literals import span
from antechamber_compliance.lets import Names
from antechamber_compliance.policy import (
    SEVERITY,
    Effect,
    Notification,
    Parameter,
    ParameterType,
    ParameterValue,
    Reference,
    Requirement,
    Rule,
    Scope,
    SignOffKind,
    Terms,
)
from antechamber_compliance.rulechecks import check_message, check_requirement, check_rule
from antechamber_compliance.section import Passage, Section

EFFECTS: tuple[str, ...] = get_args(Effect)
SCOPES: tuple[str, ...] = get_args(Scope)
STRICTER: Mapping[str, tuple[str, ...]] = {
    "int": ("lower", "higher"),
    "duration": ("lower", "higher"),
    "bool": ("true", "false"),
    "enum": ("earlier", "later"),
    "set": ("fewer", "more"),
}
# How a value of each type is written, and what goes before its bounds to say so.
WRITTEN: Mapping[ParameterType, tuple[type, str]] = {
    "int": (int, "a whole number, "),
    "duration": (str, 'a duration such as "72h", '),
    "bool": (bool, ""),
    "enum": (str, "a text in quotes, "),
    "set": (list, "a list of texts, "),
}
Parameters = Mapping[str, tuple[Parameter, ...]]
VIEWS = ("general", "gender", "screening")


@dataclass(frozen=True, slots=True)
class Pack:
    """What the rules of one pack share: lets, and who may see their findings in full."""

    id: str
    title: str
    owner: str
    version: str
    view: str
    lets: Mapping[str, Passage]


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for each requirement of a rule unless it says otherwise."""

    rule_id: str
    scope: str
    view: str


def read_pack(section: Section) -> Pack:
    """Read a `pack.toml`."""
    pack = Pack(
        id=section.text("id"),
        title=section.text("title"),
        owner=section.text("owner"),
        version=section.text("version"),
        view=section.word("view", VIEWS, "general"),
        lets=_let_texts(section),
    )
    section.done()
    return pack


def _let_texts(section: Section) -> dict[str, Passage]:
    lets = section.section("let")
    return {name: lets.passage(name) for name in lets.names()} if lets else {}


def read_parameters(section: Section) -> tuple[Parameter, ...]:
    """Read the `[params.*]` tables of a rule."""
    params = section.section("params")
    if params is None:
        return ()
    return tuple(
        _parameter(name, each)
        for name in params.names()
        if (each := params.section(name)) is not None
    )


def _parameter(name: str, section: Section) -> Parameter:
    kind = section.word("type", get_args(ParameterType))
    bounds = Parameter(
        name=name,
        type=cast(ParameterType, kind),
        unit=section.take("unit", str, ""),
        least=_bound(section, kind, "min"),
        most=_bound(section, kind, "max"),
        members=section.texts("members") if kind in ("enum", "set") else (),
        stricter=section.word("stricter", STRICTER[kind]),
        values=(),
    )
    if bounds.least > bounds.most or (kind in ("enum", "set") and not bounds.members):
        raise section.bad("its bounds leave no value")
    rows = section.sections("values")
    values = tuple(_dated(row, bounds) for row in rows)
    section.done()
    if not values:
        raise section.bad("needs at least one dated value", "values")
    for row, (day, _), (before, _) in zip(rows[1:], values[1:], values, strict=False):
        if day <= before:
            raise row.bad(f"{day} must be later than {before}, the date before it", "from")
    return replace(bounds, values=values)


def _bound(section: Section, kind: str, key: str) -> int:
    """Take a bound of a number, of a duration in seconds; other types have none."""
    if kind == "int":
        return section.take(key, int)
    if kind != "duration":
        return 0
    try:
        return int(span(section.text(key)).total_seconds())
    except ValueError:
        raise section.bad(f'{key!r} must be a duration such as "72h"', key) from None


def _dated(row: Section, bounds: Parameter) -> tuple[date, ParameterValue]:
    day = row.take("from", date)
    written = row.take("value", object)
    value = bounds.admit(written)
    row.optional("cite", str)
    row.done()
    if value is None:
        raise row.bad(_not_admitted(written, bounds), "value")
    return day, value


def _not_admitted(written: object, bounds: Parameter) -> str:
    """Say what a value must be: one of another kind is not outside the bounds."""
    python, words = WRITTEN[bounds.type]
    # A bool is an int to Python.
    if isinstance(written, python) and isinstance(written, bool) == (python is bool):
        return f"the value is outside the bounds: it must be {bounds.bounds}"
    return f"the value must be {words}{bounds.bounds}"


def read_rule(
    section: Section, rule_id: str, pack: Pack, parameters: Parameters, lender: str
) -> Rule:
    """Read the rest of a rule; its own parameters and those of its `lender` are read already."""
    own, borrowed = parameters[rule_id], parameters.get(lender, ())
    for name in sorted({p.name for p in own} & {p.name for p in borrowed}):
        raise section.bad_name(f"parameter {name} is one of {lender} as well", "params", name)
    names = Names.of((*own, *borrowed))
    own_lets = _let_texts(section)
    _add_lets(names, pack.lets, own_lets)
    defaults = Defaults(
        rule_id, section.word("scope", SCOPES), section.word("view", VIEWS, pack.view)
    )
    applies = _applies(section, names, about_seat=defaults.scope == "participant")
    requirements = tuple(
        _requirement(each, names, defaults, applies) for each in section.sections("require")
    )
    notifications = tuple(_notification(each, names) for each in section.sections("notify"))
    general = [r.that for r in requirements if r.subject != "participant"]
    personal = [r.that for r in requirements if r.subject == "participant"]
    rule = Rule(
        id=rule_id,
        title=section.text("title"),
        rationale=section.prose("rationale"),
        view=defaults.view,
        missing=_missing(section, requirements),
        applies=applies,
        references=tuple(_reference(each) for each in section.sections("references")),
        parameters=own,
        borrows=lender,
        borrowed=borrowed,
        lets=names.used_by(_named(requirements, notifications, applies)),
        requirements=requirements,
        notifications=notifications,
        together=names.together(personal),
        everybody=names.of_everybody(applies, general, personal),
    )
    section.done()
    check_rule(section, rule, names.parameters_read, tuple(own_lets))
    return rule


def _applies(section: Section, names: Names, *, about_seat: bool) -> Expression | None:
    if not section.has("applies"):
        return None
    return names.compile(section.passage("applies"), about_seat=about_seat, expect=BOOL)


def _add_lets(
    names: Names, pack_lets: Mapping[str, Passage], own_lets: Mapping[str, Passage]
) -> None:
    for name, source in (*pack_lets.items(), *own_lets.items()):
        if name in names.known:
            raise source.bad(f"the name {name!r} is taken")
        names.add(name, source)


def _missing(section: Section, requirements: tuple[Requirement, ...]) -> Effect:
    strictest = max((r.effect for r in requirements), key=SEVERITY.__getitem__, default="deny")
    chosen = section.word("missing", EFFECTS, strictest)
    if SEVERITY[chosen] < SEVERITY[strictest]:
        message = f"'missing' is {chosen!r}, milder than {strictest!r}: absence is no pass"
        raise section.bad(message, "missing")
    return cast(Effect, chosen)


def _named(
    requirements: tuple[Requirement, ...],
    notifications: tuple[Notification, ...],
    applies: Expression | None,
) -> set[str]:
    used = {name for r in requirements for name in (*r.that.names, *r.message.names)}
    used |= {name for n in notifications for name in (*n.when.names, *n.message.names)}
    return used | (set(applies.names) if applies else set())


def _reference(section: Section) -> Reference:
    reference = Reference(
        cite=section.text("cite"),
        checked=section.word("checked", ("V", "P", "J", "G")),
        in_force=section.optional("in_force", date),
        review=section.take("review", date),
    )
    section.done()
    return reference


def _requirement(
    section: Section, names: Names, defaults: Defaults, applies: Expression | None
) -> Requirement:
    subject = section.word("subject", SCOPES, defaults.scope)
    about_seat = subject == "participant"
    that = names.compile(section.passage("that"), about_seat=about_seat, expect=BOOL)
    shown = section.passage("message")
    message = names.template(shown, about_seat=about_seat)
    requirement = Requirement(
        code=section.text("code"),
        effect=cast(Effect, section.word("effect", EFFECTS)),
        subject=cast(Scope, subject),
        that=that,
        message=message,
        remedy=section.prose("remedy"),
        view=section.word("view", VIEWS, defaults.view),
        terms=_terms(section),
        voids=section.texts("voids", ()),
        paths=names.facts_read(that, applies),
    )
    section.done()
    check_requirement(section, requirement, defaults.rule_id)
    check_message(shown, message, names.facts_read, requirement.paths, requirement.view)
    return requirement


def _notification(section: Section, names: Names) -> Notification:
    shown = section.passage("message")
    notification = Notification(
        code=section.text("code"),
        to=section.word("to", ROLES),
        when=names.compile(section.passage("when"), about_seat=False, expect=BOOL),
        message=names.template(shown, about_seat=False),
    )
    section.done()
    judged = names.facts_read(notification.when)
    if not judged:
        raise section.bad("'when' reads no fact: it is always true or always false", "when")
    check_message(shown, notification.message, names.facts_read, judged, "general")
    return notification


def _terms(section: Section) -> Terms | None:
    terms = None
    for kind in get_args(SignOffKind):
        signoff = section.section(kind)
        if signoff is None:
            continue
        if terms is not None:
            raise signoff.bad("has a waiver and an approval; a finding has one sign-off")
        terms = Terms(
            kind=kind,
            roles=signoff.words("roles", ROLES),
            max_days=signoff.take("max_days", int),
            mitigation=signoff.take("mitigation", bool, kind == "waiver"),
            memo=signoff.take("memo", bool, False),
        )
        signoff.done()
        if not terms.roles:
            raise signoff.bad("needs at least one role", "roles")
        if terms.max_days < 1:
            raise signoff.bad("needs max_days of at least 1", "max_days")
    return terms
