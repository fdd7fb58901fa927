"""Read one rule file: its parameters, its references, its requirements."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast, get_args

from antechamber_compliance.dossier.vocabulary import ROLES
from antechamber_compliance.language import BOOL, Expression, Template
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
from antechamber_compliance.section import Section

EFFECTS: tuple[str, ...] = get_args(Effect)
SCOPES: tuple[str, ...] = get_args(Scope)
STRICTER: Mapping[str, tuple[str, ...]] = {
    "int": ("lower", "higher"),
    "duration": ("lower", "higher"),
    "bool": ("true", "false"),
    "enum": ("earlier", "later"),
    "set": ("fewer", "more"),
}
VIEWS = ("general", "gender", "screening")


@dataclass(frozen=True, slots=True)
class Pack:
    """What the rules of one pack share: lets, and who may see their findings in full."""

    id: str
    title: str
    owner: str
    version: str
    view: str
    lets: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for each requirement of a rule unless it says otherwise."""

    rule_id: str
    scope: str
    view: str


def read_pack(section: Section) -> Pack:
    """Read a `pack.toml`."""
    lets = section.section("let")
    pack = Pack(
        id=section.text("id"),
        title=section.text("title"),
        owner=section.text("owner"),
        version=section.text("version"),
        view=section.word("view", VIEWS, "general"),
        lets=_let_texts(lets) if lets else (),
    )
    section.done()
    return pack


def _let_texts(lets: Section) -> tuple[tuple[str, str], ...]:
    texts = []
    for name, text in lets.items():
        if not isinstance(text, str):
            raise lets.bad(f"{name!r} must be an expression in quotes")
        texts.append((name, text))
    return tuple(texts)


def read_parameters(section: Section) -> tuple[Parameter, ...]:
    """Read the `[params.*]` tables of a rule."""
    params = section.section("params")
    if params is None:
        return ()
    return tuple(
        _parameter(name, Section(section.file, f"params.{name}", table))
        for name, table in params.items()
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
    values = tuple(_dated(row, bounds) for row in section.sections("values"))
    section.done()
    if bounds.least > bounds.most or (kind in ("enum", "set") and not bounds.members):
        raise section.bad("its bounds leave no value")
    days = [day for day, _ in values]
    if not days or days != sorted(set(days)):
        raise section.bad("needs dated values, each later than the one before")
    return replace(bounds, values=values)


def _bound(section: Section, kind: str, key: str) -> int:
    """Take a bound of a number, of a duration in seconds; other types have none."""
    if kind == "int":
        return section.take(key, int)
    if kind != "duration":
        return 0
    try:
        return int(span(section.text(key)).total_seconds())
    except ValueError as fault:
        raise section.bad(f'{key!r} must be a duration such as "72h"') from fault


def _dated(row: Section, bounds: Parameter) -> tuple[date, ParameterValue]:
    day = row.take("from", date)
    value = bounds.admit(row.take("value", object))
    row.optional("cite", str)
    row.done()
    if value is None:
        raise row.bad(f"the value is outside the bounds, {bounds.bounds}")
    return day, value


def read_rule(
    section: Section, pack: Pack, parameters: Mapping[str, tuple[Parameter, ...]], lender: str
) -> Rule:
    """Read a rule whose own parameters, and those of its `lender`, are read already."""
    rule_id = section.text("id")
    section.section("params")
    own, borrowed = parameters[rule_id], parameters.get(lender, ())
    hidden = {p.name for p in own} & {p.name for p in borrowed}
    if hidden:
        raise section.bad(f"parameter {min(hidden)} is one of {lender} as well")
    names = Names.of(section, (*own, *borrowed))
    _add_lets(section, names, pack.lets)
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
        rationale=section.text("rationale"),
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
    check_rule(section, rule, names)
    return rule


def _applies(section: Section, names: Names, *, about_seat: bool) -> Expression | None:
    source = section.optional("applies", str)
    if source is None:
        return None
    return names.compile("applies", source, about_seat=about_seat, expect=BOOL)


def _add_lets(section: Section, names: Names, pack_lets: tuple[tuple[str, str], ...]) -> None:
    for name, source in pack_lets:
        names.add(name, source)
    own = section.section("let")
    for name, source in _let_texts(own) if own else ():
        names.add(name, source)
        names.own_lets.add(name)


def _missing(section: Section, requirements: tuple[Requirement, ...]) -> Effect:
    strictest = max((r.effect for r in requirements), key=SEVERITY.__getitem__, default="deny")
    chosen = section.word("missing", EFFECTS, strictest)
    if SEVERITY[chosen] < SEVERITY[strictest]:
        raise section.bad(f"'missing' is {chosen!r}, milder than {strictest!r}: absence is no pass")
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
        in_force=section.day("in_force"),
    )
    section.done()
    return reference


def _requirement(
    section: Section, names: Names, defaults: Defaults, applies: Expression | None
) -> Requirement:
    subject = section.word("subject", SCOPES, defaults.scope)
    about_seat = subject == "participant"
    place = section.place
    that = names.compile(f"{place}.that", section.text("that"), about_seat=about_seat, expect=BOOL)
    message = names.template(f"{place}.message", section.text("message"), about_seat=about_seat)
    requirement = Requirement(
        code=section.text("code"),
        effect=cast(Effect, section.word("effect", EFFECTS)),
        subject=cast(Scope, subject),
        that=that,
        message=message,
        remedy=section.text("remedy"),
        view=section.word("view", VIEWS, defaults.view),
        terms=_terms(section),
        voids=section.texts("voids", ()),
        paths=_facts_read(names, that, applies),
    )
    section.done()
    check_requirement(section, requirement, defaults.rule_id)
    check_message(section, requirement, _facts_read(names, message))
    return requirement


def _notification(section: Section, names: Names) -> Notification:
    place = section.place
    notification = Notification(
        code=section.text("code"),
        to=section.word("to", ROLES),
        when=names.compile(f"{place}.when", section.text("when"), about_seat=False, expect=BOOL),
        message=names.template(f"{place}.message", section.text("message"), about_seat=False),
    )
    section.done()
    if notification.when.constant:
        raise section.bad("'when' reads no fact: it is always true or always false")
    return notification


def _facts_read(names: Names, *readers: Expression | Template | None) -> tuple[str, ...]:
    """Return all facts that these and the lets they use may read; parameters are no facts."""
    present = [reader for reader in readers if reader is not None]
    lets = names.used_by(name for reader in present for name in reader.names)
    paths = {path for each in (*present, *(let.value for let in lets)) for path in each.paths}
    # A derived fact stands beside the leaves it is made of.
    facts = {path.replace(".derived.", ".") for path in paths if not path.startswith("params.")}
    return tuple(sorted(facts))


def _terms(section: Section) -> Terms | None:
    terms = None
    for kind in get_args(SignOffKind):
        signoff = section.section(kind)
        if signoff is None:
            continue
        if terms is not None:
            raise section.bad("has a waiver and an approval; a finding has one sign-off")
        terms = Terms(
            kind=kind,
            roles=signoff.texts("roles"),
            max_days=signoff.take("max_days", int),
            mitigation=signoff.take("mitigation", bool, kind == "waiver"),
            memo=signoff.take("memo", bool, False),
        )
        signoff.done()
        if not terms.roles or not set(terms.roles) <= set(ROLES) or terms.max_days < 1:
            raise signoff.bad("needs known roles and max_days of at least 1")
    return terms
