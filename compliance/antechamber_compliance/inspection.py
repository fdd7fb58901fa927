"""Look inside a rule: its expressions by where they stand, and the names they may use."""

from collections.abc import Iterator, Mapping

from antechamber_compliance.language import Binding, Expression
from antechamber_compliance.lets import Names
from antechamber_compliance.policy import Rule


def expressions(rule: Rule) -> Iterator[tuple[str, Expression]]:
    """Yield every expression of a rule with its place on the page; lets come first."""
    yield from ((f"let.{let.name}", let.value) for let in rule.lets)
    if rule.applies is not None:
        yield "applies", rule.applies
    for requirement in rule.requirements:
        yield f"{code_of(rule, requirement.code, requirement.subject)}.that", requirement.that
    yield from ((f"{told.code}.when", told.when) for told in rule.notifications)


def code_of(rule: Rule, code: str, subject: str) -> str:
    """Return the code of a requirement, with its subject where a rule has the code twice."""
    twice = sum(requirement.code == code for requirement in rule.requirements) > 1
    return f"{code}({subject})" if twice else code


def bindings(rule: Rule) -> Mapping[str, Binding]:
    """Return what the expressions of a rule may name."""
    known = Names.of((*rule.parameters, *rule.borrowed)).known
    return {**known, **{let.name: Binding(let.value.type, let.value.path) for let in rule.lets}}
