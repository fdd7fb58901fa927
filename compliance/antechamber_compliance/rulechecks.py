"""What a rule must not be, beyond what its shape and the language already refuse.

A message may show the keys of rows, which are pseudonymous, parameters, and facts that its
requirement reads. It never shows a free text, nor what is confidential about a person
(`dossier.confidential`): of that, only a number counted over many, in a view of its own.
"""

from collections.abc import Callable, Collection

from antechamber_compliance.dossier.confidential import is_confidential
from antechamber_compliance.language import INT, STRING, Expression, Template
from antechamber_compliance.policy import Requirement, Rule
from antechamber_compliance.section import Passage, Section

# The law of these rules is met by the cure alone; nobody can sign it away.
CURE_ONLY = frozenset({"CON-01", "CON-02", "CON-03", "CON-04", "CON-05"})
MAY_BE_SIGNED_IN_PRO = frozenset({"PRO-06"})


def check_requirement(section: Section, requirement: Requirement, rule_id: str) -> None:
    """Refuse a requirement that cannot be obeyed, or that the law of the rules forbids."""
    if not requirement.paths:
        raise section.bad("'that' reads no fact: it is always true or always false", "that")
    terms = requirement.terms
    if requirement.effect == "needs_approval" and terms is None:
        message = "needs_approval without a waiver or approval: nobody could ever clear it"
        raise section.bad(message, "effect")
    if terms is None:
        return
    if requirement.effect == "warn":
        raise section.bad("a warning needs no sign-off", terms.kind)
    if rule_id in CURE_ONLY or (rule_id.startswith("PRO-") and rule_id not in MAY_BE_SIGNED_IN_PRO):
        raise section.bad(f"{rule_id} is met by the cure alone; it takes no sign-off", terms.kind)


def check_message(
    source: Passage,
    message: Template,
    facts_read: Callable[[Expression], Collection[str]],
    judged: Collection[str],
    view: str,
) -> None:
    """Refuse a message that shows more than what is judged, or what is nobody's to read."""
    for at, part in message.expressions:
        # Keys of rows are pseudonymous by construction.
        shown = sorted(path for path in facts_read(part) if not path.endswith(".ref"))
        strange = [path for path in shown if path not in judged]
        if strange:
            raise source.bad(f"this shows {strange[0]}, which is not what is judged here", at)
        if shown and part.type is STRING:
            raise source.bad(f"this shows {shown[0]}, a text that may say anything", at)
        hidden = [path for path in shown if is_confidential(path)]
        if hidden and not _is_count(part, hidden, view):
            raise source.bad(f"this shows {hidden[0]}, which is confidential", at)


def _is_count(part: Expression, paths: Collection[str], view: str) -> bool:
    """Tell whether a part only counts people, for those who may read such counts."""
    of_one = any(path.startswith("participants.@") for path in paths)
    return part.type is INT and not of_one and view in ("gender", "screening")


def check_rule(
    section: Section, rule: Rule, parameters_read: Collection[str], own_lets: Collection[str]
) -> None:
    """Refuse a rule whose parts do not fit each other."""
    if not rule.requirements:
        raise section.bad("has no requirement")
    _check_codes(section, rule)
    if rule.applies_to_seats and (rule.general or rule.notifications):
        message = "'applies' is about the seat, which not all of its requirements have"
        raise section.bad(message, "applies")
    used = {let.name for let in rule.lets}
    for name in own_lets:
        if name not in used:
            raise section.bad_name(f"let {name} is never used", "let", name)
    for parameter in rule.parameters:
        if parameter.name not in parameters_read:
            message = f"parameter {parameter.name} is never used"
            raise section.bad_name(message, "params", parameter.name)


def _check_codes(section: Section, rule: Rule) -> None:
    """Refuse a code used twice, but for the same cure-only remark about two kinds of subject."""
    seen: dict[str, Requirement] = {}
    for number, requirement in enumerate(rule.requirements):
        code = requirement.code
        if code == "missing":
            message = "the requirement code 'missing' is reserved"
            raise section.bad(message, "require", number, "code")
        other = seen.setdefault(code, requirement)
        if other is requirement:
            continue
        if other.subject == requirement.subject or other.terms or requirement.terms:
            message = f"the requirement code {code!r} is used twice"
            raise section.bad(message, "require", number, "code")
    told = set(seen)
    for number, notification in enumerate(rule.notifications):
        if notification.code in told:
            raise section.bad("a notification needs a code of its own", "notify", number, "code")
        told.add(notification.code)
