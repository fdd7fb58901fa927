"""Who sees how much of a sign-off (need to know, DOMAIN.md section 5)."""

from antechamber.documents.signoff import SignoffDocument
from antechamber.identity.actor import Actor
from antechamber.signoffs.schemas import SignoffOut
from antechamber.tables import SignoffRow
from antechamber.work import Work

SEES_ALL = frozenset({"convener", "facilitator", "compliance", "director", "auditor"})
STATUS = frozenset({"session", "state", "kind", "expires"})


def shown(work: Work, row: SignoffRow, document: SignoffDocument, actor: Actor) -> SignoffOut:
    """Return a sign-off as the actor's role may see it: whoever may sign it sees what it is."""
    sees_all = actor.role in SEES_ALL or actor.role in _signers(work, document)
    body = document.model_dump(include=set(SignoffOut.model_fields) if sees_all else set(STATUS))
    return SignoffOut.model_validate({**body, "id": row.id})


def _signers(work: Work, document: SignoffDocument) -> tuple[str, ...]:
    requirement = work.rulebook.requirement(document.rule, document.code)
    return requirement.terms.roles if requirement and requirement.terms else ()
