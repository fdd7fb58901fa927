"""What a rule must not be, beyond what its shape and the language already refuse."""

from antechamber_compliance.lets import Names
from antechamber_compliance.policy import Requirement, Rule
from antechamber_compliance.section import Section

# The law of these rules is met by the cure alone; nobody can sign it away.
CURE_ONLY = frozenset({"CON-01", "CON-02", "CON-03", "CON-04", "CON-05"})
MAY_BE_SIGNED_IN_PRO = frozenset({"PRO-06"})


def check_requirement(section: Section, requirement: Requirement, rule_id: str) -> None:
    """Refuse a requirement that cannot be obeyed, or that the law of the rules forbids."""
    if not requirement.paths:
        raise section.bad("'that' reads no fact: it is always true or always false")
    signable = requirement.terms is not None
    if requirement.effect == "needs_approval" and not signable:
        raise section.bad("needs_approval without a waiver or approval: nobody could ever clear it")
    if requirement.effect == "warn" and signable:
        raise section.bad("a warning needs no sign-off")
    cure_only = rule_id in CURE_ONLY or (
        rule_id.startswith("PRO-") and rule_id not in MAY_BE_SIGNED_IN_PRO
    )
    if signable and cure_only:
        raise section.bad(f"{rule_id} is met by the cure alone; it takes no sign-off")


def check_message(section: Section, requirement: Requirement, shown: tuple[str, ...]) -> None:
    """Refuse a message that shows a fact which its requirement does not read."""
    # Keys of rows are pseudonymous by construction.
    strange = {path for path in shown if not path.endswith(".ref")} - set(requirement.paths)
    if strange:
        raise section.bad(f"the message shows {min(strange)}, which the requirement does not read")


def check_rule(section: Section, rule: Rule, names: Names) -> None:
    """Refuse a rule whose parts do not fit each other."""
    if not rule.requirements:
        raise section.bad("has no requirement")
    _check_codes(section, rule)
    if rule.applies_to_seats and (rule.general or rule.notifications):
        raise section.bad("'applies' is about the seat, which not all of its requirements have")
    unused = names.own_lets - {let.name for let in rule.lets}
    if unused:
        raise section.bad(f"let {', '.join(sorted(unused))} is never used")
    idle = [p.name for p in rule.parameters if p.name not in names.parameters_read]
    if idle:
        raise section.bad(f"parameter {', '.join(idle)} is never used")


def _check_codes(section: Section, rule: Rule) -> None:
    """Refuse a code used twice, but for the same cure-only remark about two kinds of subject."""
    seen: dict[str, Requirement] = {}
    for requirement in rule.requirements:
        code = requirement.code
        other = seen.setdefault(code, requirement)
        if other is requirement:
            continue
        if other.subject == requirement.subject or other.terms or requirement.terms:
            raise section.bad(f"the requirement code {code!r} is used twice")
    if "missing" in seen:
        raise section.bad("the requirement code 'missing' is reserved")
    told = [n.code for n in rule.notifications]
    if len(set(told)) != len(told) or not seen.keys().isdisjoint(told):
        raise section.bad("a notification needs a code of its own")
