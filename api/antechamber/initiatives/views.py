"""Who sees how much of an initiative (need to know, DOMAIN.md section 5)."""

from antechamber.documents.initiative import InitiativeDocument
from antechamber.identity.actor import Actor
from antechamber.initiatives.schemas import InitiativeOut
from antechamber.initiatives.service import ORDINARY
from antechamber.tables import InitiativeRow

FIELD = frozenset({"convener", "facilitator"})
# Which regimes apply, and whom an authorisation is for, would tell the field who is listed.
LEGAL = frozenset({"compliance", "director", "auditor"})
IDS_ALONE = frozenset({"integrator"})


def shown(row: InitiativeRow, document: InitiativeDocument, actor: Actor) -> InitiativeOut:
    """Return an initiative as the actor's role may see it."""
    facts = document.facts if actor.role in LEGAL else None
    if actor.role in FIELD:
        facts = {name: value for name, value in document.facts.items() if name in ORDINARY}
    code_name = None if actor.role in IDS_ALONE else document.code_name
    return InitiativeOut(id=row.id, code_name=code_name, facts=facts)
