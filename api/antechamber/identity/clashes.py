"""Roles that must not meet in one person (domain model, section 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from antechamber.identity.problems import IncompatibleRoles
from antechamber.tables import MembershipRow
from antechamber_compliance.dossier.vocabulary import ROLES

APPROVERS = frozenset(
    {
        "compliance",
        "director",
        "gender_adviser",
        "safeguarding_lead",
        "security_lead",
        "data_protection_officer",
        "deconfliction_officer",
    }
)


@dataclass(frozen=True, slots=True)
class Clash:
    """A role and those it must not meet: in the same initiative, or anywhere in the office."""

    role: str
    others: frozenset[str]
    anywhere: bool
    why: str


CLASHES = (
    Clash("convener", APPROVERS, False, "who wants the meeting does not clear it"),
    Clash("facilitator", frozenset({"safeguarding_lead"}), False, "complaints go past the case"),
    Clash(
        "auditor",
        frozenset(ROLES) - {"auditor"},
        True,
        "an auditor reads everything and decides nothing",
    ),
    Clash(
        "administrator",
        frozenset({"compliance", "director", "auditor"}),
        True,
        "keys and judgement stay apart",
    ),
)


def refuse_clashes(held: Iterable[MembershipRow], role: str, initiative_id: UUID | None) -> None:
    """Raise IncompatibleRoles if `role` must not come on top of what is held."""
    for row in held:
        here = initiative_id is not None and row.initiative_id == initiative_id
        for clash in CLASHES:
            if (clash.anywhere or here) and _meet(clash, role, row.role):
                place = "anywhere" if clash.anywhere else "in this initiative"
                raise IncompatibleRoles(
                    f"The user is {row.role} and cannot be {role} {place}: {clash.why}. "
                    f"Name somebody else, or release the user from {row.role} first."
                )


def _meet(clash: Clash, one: str, other: str) -> bool:
    return (one == clash.role and other in clash.others) or (
        other == clash.role and one in clash.others
    )
