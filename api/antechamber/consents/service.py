"""Record consents and withdrawals."""

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.documents import facts as shapes
from antechamber.documents import store
from antechamber.documents.facts import Facts
from antechamber.documents.participant import ConsentVersion
from antechamber.errors import Problem
from antechamber.identity.actor import Actor
from antechamber.tables import ParticipantRow
from antechamber.work import Work
from antechamber_compliance.dossier.seat import Consent
from antechamber_compliance.dossier.shape import json_name, leaves

# Whose consent it is follows from whose file it is in, unless somebody else gave it.
FIELDS = frozenset(json_name(f) for f, _ in leaves(Consent))
WITHDRAWN = "withdrawn"


class NothingToWithdraw(Problem):
    """There is no consent on record, so there is none to withdraw."""

    status, slug, title = 409, "nothing-to-withdraw", "No consent is on record"


def record(work: Work, row: ParticipantRow, actor: Actor, facts: Facts) -> ParticipantRow:
    """Add a version of the person's consent; raise InvalidFacts."""
    shapes.check(Consent, facts, FIELDS)
    return _add(work, row, actor, facts, "consent.recorded")


def withdraw(work: Work, row: ParticipantRow, actor: Actor) -> ParticipantRow:
    """Record that the person withdraws; sessions that rest on it are suspended with it.

    Repeating it changes nothing. Raises NothingToWithdraw.
    """
    work.lock_row(row)
    latest = store.load_file(work, row).consents
    if not latest:
        raise NothingToWithdraw("Nobody has recorded a consent of this participant.")
    if latest[-1].facts.get("status") == WITHDRAWN:
        work.settle(row.initiative_id)  # already so: nothing changed, nothing to decide
        return row
    return _add(work, row, actor, {**latest[-1].facts, "status": WITHDRAWN}, "consent.withdrawn")


def _add(
    work: Work, row: ParticipantRow, actor: Actor, facts: Facts, action: str
) -> ParticipantRow:
    work.lock_row(row)
    file = store.load_file(work, row)
    version = ConsentVersion(facts=facts, recorded_by=actor.handle)
    store.save_file(work, row, file.model_copy(update={"consents": [*file.consents, version]}))
    work.session.add(row)
    work.session.flush()  # the audit entry is about what is stored
    audit.append(work, action, row.id, key=store.person_key(row))
    clearance.changed(work, row.initiative_id)
    return row
