"""Outcomes of engagements, decided without asking what would lift a denial: many, quickly."""

from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import weigh
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.verdict import Verdict
from engagements import SEVERITY, Json, rulebook


def weighed(raw: Json, rules: Rulebook | None = None) -> Verdict:
    """What the shipped rules, or others, say of an engagement."""
    return weigh(receive(raw), rules or rulebook())


def severity(raw: Json) -> int:
    """How grave the outcome is, from 0 for clear to 3 for deny."""
    return SEVERITY[weighed(raw).outcome]
