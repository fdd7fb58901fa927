"""May they? One table, action -> roles, and one function that asks it."""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from antechamber.errors import NotFound
from antechamber.identity import memberships
from antechamber.identity.actor import Actor
from antechamber.identity.clashes import APPROVERS
from antechamber.identity.problems import Forbidden
from antechamber.work import Work
from antechamber_compliance.dossier.vocabulary import ROLES

EVERYBODY = frozenset(ROLES)
# A participant gets an own view, an integrator ids and statuses, an administrator keys.
STAFF = EVERYBODY - {"participant", "integrator", "administrator"}
CONVENER = frozenset({"convener"})
FIELD = CONVENER | {"facilitator"}
CLEARING = CONVENER | {"compliance"}
SCRUTINY = frozenset({"compliance", "auditor"})

# Inside an initiative. Which fields a role then sees of what it may read is for the slice.
INITIATIVE_ACTIONS: Mapping[str, frozenset[str]] = {
    "initiative.read": STAFF | {"integrator"},
    "initiative.write": CONVENER,
    "nexus.write": frozenset({"compliance", "director"}),
    "parameter.read": SCRUTINY | {"director"},
    "parameter.write": frozenset({"compliance"}),
    "parameter.confirm": frozenset({"director"}),
    "membership.read": STAFF,
    "membership.write": CONVENER,
    "organisation.read": CLEARING | {"facilitator", "director", "auditor"},
    "organisation.write": CLEARING,
    "participant.read": STAFF - {"me_adviser", "funder_liaison", "deconfliction_officer"},
    "participant.write": FIELD,
    "participant.erase": frozenset({"data_protection_officer"}),
    "identity.read": CLEARING,
    "listing.write": frozenset({"compliance"}),
    "determination.write": frozenset({"compliance", "director"}),
    "hit.read": SCRUTINY,
    "disposition.write": frozenset({"compliance"}),
    "consent.record": FIELD,
    "consent.withdraw": EVERYBODY - {"auditor", "integrator"},
    "screening.run": CLEARING,
    "session.read": STAFF | {"integrator"},
    "session.write": FIELD,
    "session.propose": CONVENER,
    "session.submit": CONVENER,
    "session.preview": CLEARING,
    "session.evaluate": CLEARING,
    "session.reopen": CLEARING,
    "session.schedule": CONVENER,
    "session.cancel": CONVENER,
    "signoff.read": STAFF,
    "signoff.request": FIELD,
    "signoff.approve": APPROVERS,
    "signoff.revoke": APPROVERS,
    "decision.read": STAFF | {"integrator"},
    "dossier.read": SCRUTINY,
}

# Outside every initiative: the role counts where it is held office-wide.
OFFICE_ACTIONS: Mapping[str, frozenset[str]] = {
    "initiative.create": CONVENER,
    "office-parameter.read": SCRUTINY | {"director"},
    "office-parameter.write": frozenset({"compliance"}),
    "office-parameter.confirm": frozenset({"director"}),
    "lists.write": frozenset({"compliance", "administrator"}),
    "user.read": frozenset({"administrator", "auditor"}),
    "user.write": frozenset({"administrator"}),
}

# Outside every initiative, and harmless: the role counts wherever it is held.
OPEN_ACTIONS: Mapping[str, frozenset[str]] = {
    "initiative.list": STAFF | {"integrator"},
    "lists.read": EVERYBODY,
    "lists.match": frozenset({"compliance", "integrator"}),
    "rulebook.read": EVERYBODY,
}

ALLOWED: Mapping[str, frozenset[str]] = MappingProxyType(
    {**INITIATIVE_ACTIONS, **OFFICE_ACTIONS, **OPEN_ACTIONS}
)


def may(work: Work, actor: Actor, action: str, initiative_id: UUID | None = None) -> None:
    """Let the actor pass, or raise: NotFound outside their initiatives, then Forbidden.

    `initiative_id` goes with INITIATIVE_ACTIONS and only with those; an action that is not in
    the table is a KeyError. Call it before anything else, within the Work that acts.
    """
    if (action in INITIATIVE_ACTIONS) is (initiative_id is None):
        raise KeyError(f"{action}: an initiative belongs to an action inside one")
    if initiative_id and not _is_member(work, actor, initiative_id):
        raise NotFound("No initiative with this id that you may see.")
    if actor.role not in ALLOWED[action]:
        raise Forbidden("Your role does not do this. Ask somebody whose role does.")
    if action in OFFICE_ACTIONS and not _holds_office_wide(work, actor):
        raise Forbidden("This takes the role office-wide, and a token that is office-wide.")


def _is_member(work: Work, actor: Actor, initiative_id: UUID) -> bool:
    if actor.initiative_id not in (None, initiative_id):
        return False
    return memberships.held(work, actor.user_id, actor.role, initiative_id)


def _holds_office_wide(work: Work, actor: Actor) -> bool:
    office_wide = memberships.held(work, actor.user_id, actor.role, None)
    return actor.initiative_id is None and office_wide
