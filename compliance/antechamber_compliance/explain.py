"""A rule in plain words: what it asks, who may sign, today's numbers, its sources.

The words come from the rule's own texts. Only what cannot be said in words, the conditions,
is shown as it is written, last.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from antechamber_compliance.finding import engine_finding
from antechamber_compliance.language import Expression, Template
from antechamber_compliance.policy import (
    Effect,
    Parameter,
    ParameterValue,
    Reference,
    Requirement,
    Rule,
    Scope,
    Terms,
)

MARKS: Mapping[str, str] = {
    "V": "verified against the text",
    "P": "partly verified",
    "J": "our own judgement",
    "G": "general knowledge, not verified",
}
EFFECTS: Mapping[Effect, str] = {
    "deny": "denies",
    "needs_approval": "needs approval",
    "warn": "warns",
}
SUBJECTS: Mapping[Scope, str] = {
    "participant": "each seat",
    "session": "the session",
    "initiative": "the initiative",
    "office": "the office",
}


CURE_ALONE = "Nobody can sign it away: only the cure helps."
# What the engine itself finds, before any rule; the words are its own.
ENGINE_CODES = (
    "no_rules",
    "bad_input",
    "unknown_field",
    "bad_parameter",
    "bad_times",
    "incomplete",
    "empty_nexus",
    "empty_parties",
    "empty_seats",
    "rule_error",
)


EXEMPT = "exempt"  # what rules call the let that says where their floor is not asked for


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an explanation: a head, and what is said under it."""

    head: str
    lines: tuple[str, ...]


def explain(rule: Rule, day: date, code: str = "") -> tuple[Part, ...]:
    """Return a rule in words, or what belongs to one requirement, with the numbers of a day.

    The day is that on which a session starts. Raises KeyError for a code it does not have.
    """
    asked = tuple(r for r in rule.requirements if code in ("", r.code))
    told = tuple(n for n in rule.notifications if code in ("", n.code))
    if not (asked or told):
        raise KeyError(code)
    numbers = numbers_on(rule, day)
    parts = [Part("Why", (rule.rationale,)), Part("When it applies", (when_sentence(rule),))]
    parts.append(Part("What is exempt", tuple(_exempt(rule, asked, numbers))))
    parts += [_asked(rule, requirement, numbers) for requirement in asked]
    if asked:
        parts.append(Part("If a fact is missing", (f"{missing_sentence(rule)} Record the fact.",)))
    parts += [
        Part(f"{rule.id}/{n.code}", (f"{role_words(n.to)} is told: {spoken(n.message, numbers)}",))
        for n in told
    ]
    parts.append(Part(f"Numbers, for a session that starts on {day}", tuple(_numbers(rule, day))))
    parts.append(Part("Sources", tuple(source(each) for each in rule.references)))
    paths = sorted({path for requirement in asked for path in requirement.paths})
    parts.append(Part("What it reads", (", ".join(paths),) if paths else ()))
    parts.append(Part("As it is written", tuple(_written(rule, asked))))
    return tuple(part for part in parts if part.lines)


def explain_engine(code: str = "") -> tuple[Part, ...]:
    """Return what the engine itself finds, all or one of it; raise KeyError for another code."""
    if code and code not in ENGINE_CODES:
        raise KeyError(code)
    found = (engine_finding(each, "engagement") for each in ENGINE_CODES if code in ("", each))
    return tuple(
        Part(
            f"{each.name} {EFFECTS[each.effect]}",
            (f"The finding: {each.message}", f"What to do: {each.remedy}", CURE_ALONE),
        )
        for each in found
    )


def numbers_on(rule: Rule, day: date) -> dict[str, ParameterValue]:
    """Return the shipped numbers that a rule reads on a day, by the name they have in it."""
    return {parameter.name: parameter.on(day) for _, parameter in rule.parameters_read}


def spoken(message: Template, numbers: Mapping[str, ParameterValue]) -> str:
    """Return a message with its numbers filled in; what only a session knows stays in brackets."""
    return "".join(
        part if isinstance(part, str) else _blank(part, numbers) for part in message.parts
    )


def _blank(part: Expression, numbers: Mapping[str, ParameterValue]) -> str:
    source_text = part.source.strip()
    name = source_text.removeprefix("params.")
    if name != source_text and name in numbers:
        return value_words(numbers[name])
    return "[person]" if source_text == "seat.ref" else f"[{source_text.replace('_', ' ')}]"


def value_words(value: ParameterValue) -> str:
    """Return a number, a flag, a word or a set of words as text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(value) if value else "none"
    return str(value)


def signing_sentence(requirement: Requirement) -> str:
    """Say who may sign a finding, for how long and with what, or that nobody may."""
    terms = requirement.terms
    if terms is None and requirement.effect == "warn":
        return "Nobody needs to sign it."
    if terms is None:
        return CURE_ALONE
    kind = "A waiver" if terms.kind == "waiver" else "An approval"
    roles = " and ".join(role_words(role) for role in terms.roles)
    people = "different people, none" if len(terms.roles) > 1 else "not"
    return (
        f"{kind} by {roles} ({people} a convener or the asker), for at most {terms.max_days} "
        f"days{_with(terms)}."
    )


def _with(terms: Terms) -> str:
    needed = [
        words
        for words, wanted in (("a mitigation", terms.mitigation), ("counsel's memo", terms.memo))
        if wanted
    ]
    return f", with {' and '.join(needed)}" if needed else ""


def when_sentence(rule: Rule) -> str:
    """Say what a rule is judged for, and under which condition."""
    subjects = dict.fromkeys(SUBJECTS[r.subject] for r in rule.requirements)
    about = f"Judged for {' and for '.join(subjects)}"
    if rule.applies is None:
        return f"{about}, always."
    return f"{about}, where this holds or is not known: `{_one_line(rule.applies.source)}`."


def missing_sentence(rule: Rule) -> str:
    """Say what follows where a fact that the rule reads is missing."""
    return f"{rule.id}/missing is found; it {EFFECTS[rule.missing]}, and nobody can sign it."


def role_words(role: str) -> str:
    """Return a role as words."""
    return role.replace("_", " ")


def source(reference: Reference) -> str:
    """Say what a reference is, since when it is in force, how it was checked, until when."""
    since = f", in force {reference.in_force}" if reference.in_force else ""
    return f"{reference.cite}{since}: {MARKS[reference.checked]}; review by {reference.review}"


def number_sentence(parameter: Parameter, day: date) -> str:
    """Say what a number is on a day, since when, its bounds, and which way is stricter."""
    since = max((start for start, _ in parameter.values if start <= day), default=None)
    unit = f" {parameter.unit}" if parameter.unit else ""
    dated = f" since {since}" if since else ""
    sentence = f"{value_words(parameter.on(day))}{unit}{dated}; {bounds_words(parameter)}"
    coming = [
        f"{value_words(value)}{unit} from {start}"
        for start, value in parameter.values
        if start > (since or parameter.values[0][0])
    ]
    return f"{sentence}. To come: {', '.join(coming)}." if coming else f"{sentence}."


def bounds_words(parameter: Parameter) -> str:
    """Say what a number may be, and which way is stricter."""
    stricter = {"fewer": "fewer of them", "more": "more of them", "earlier": "an earlier word",
                "later": "a later word"}.get(parameter.stricter, parameter.stricter)  # fmt: skip
    return f"may be {parameter.bounds}; {stricter} is stricter"


def _asked(rule: Rule, requirement: Requirement, numbers: Mapping[str, ParameterValue]) -> Part:
    lines = [
        f"The finding: {spoken(requirement.message, numbers)}",
        f"What to do: {requirement.remedy}",
        f"Who may sign: {signing_sentence(requirement)}",
    ]
    if requirement.voids:
        voided = ", ".join(requirement.voids)
        lines.append(f"Where it is found, sign-offs under {voided} have no effect.")
    return Part(f"{rule.id}/{requirement.code} {EFFECTS[requirement.effect]}", tuple(lines))


def _numbers(rule: Rule, day: date) -> Iterator[str]:
    own = f"{rule.id}."
    for full, parameter in rule.parameters_read:
        lent = "" if full.startswith(own) else f" (of {rule.borrows})"
        yield f"{parameter.name}{lent}: {number_sentence(parameter, day)}"


def _exempt(
    rule: Rule, asked: tuple[Requirement, ...], numbers: Mapping[str, ParameterValue]
) -> Iterator[str]:
    """Say where a rule calls a session exempt, and in which of its parts that makes a difference."""
    meant = next((let for let in rule.lets if let.name == EXEMPT), None)
    parts = {let.name: let.value for let in rule.lets} | {
        f"{rule.id}/{r.code}": r.that for r in asked
    }
    changed = [name for name, value in parts.items() if EXEMPT in value.names]
    if meant is None or not changed:
        return
    source_text = _one_line(meant.value.source)
    for name in meant.value.paths:
        known = numbers.get(name.removeprefix("params."))
        if name.startswith("params.") and known is not None:
            source_text = source_text.replace(name, f"({value_words(known)})")
    yield f"A session is exempt where this holds: `{source_text}`."
    yield f"What is asked then is another in: {', '.join(changed)}; see below, as it is written."


def _written(rule: Rule, asked: tuple[Requirement, ...]) -> Iterator[str]:
    if rule.applies is not None:
        yield f"applies: {_one_line(rule.applies.source)}"
    wanted = {name for r in asked for name in (*r.that.names, *r.message.names)}
    if rule.applies is not None:
        wanted |= rule.applies.names
    for let in reversed(rule.lets):
        if let.name in wanted:
            wanted |= let.value.names
    for let in rule.lets:
        if let.name in wanted:
            yield f"let {let.name}: {_one_line(let.value.source)}"
    for requirement in asked:
        yield f"{requirement.code}: {_one_line(requirement.that.source)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
