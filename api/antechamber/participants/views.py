"""Who sees how much of a participant (need to know, DOMAIN.md section 5)."""

from collections.abc import Mapping
from typing import Any

from antechamber.documents.organisation import OrganisationDocument
from antechamber.documents.participant import PERSONAL, ParticipantFile
from antechamber.identity.actor import Actor
from antechamber.participants.schemas import OrganisationOut, ParticipantOut
from antechamber.tables import OrganisationRow, ParticipantRow

SCRUTINY = frozenset({"compliance", "auditor"})
CONSENT_TEXT = frozenset({"convener", "compliance", "data_protection_officer", "auditor"})
SCREENING_STATUS = SCRUTINY | {"convener"}
# A declaration of gender is made to be counted, not to be read.
FIELD_FACTS = frozenset(PERSONAL) - {"gender", "listings"}
LEGAL_FACTS = frozenset({"listings", "coi", "rights_request", "legal_basis"})
FACTS: Mapping[str, frozenset[str]] = {
    "convener": FIELD_FACTS,
    "facilitator": FIELD_FACTS,
    "compliance": LEGAL_FACTS,
    "auditor": LEGAL_FACTS,
    "security_lead": frozenset({"threat"}),
    "data_protection_officer": frozenset({"rights_request", "legal_basis"}),
}


def shown(row: ParticipantRow, file: ParticipantFile, actor: Actor) -> ParticipantOut:
    """Return a participant as the actor's role may see them; never a name."""
    return ParticipantOut(
        id=row.id,
        ref=file.ref,
        pseudonym=file.pseudonym,
        facts=_facts(file, actor.role),
        consent=_consent(file, actor.role),
        open_hits=_open_hits(file) if actor.role in SCREENING_STATUS else None,
    )


def shown_organisation(
    row: OrganisationRow, document: OrganisationDocument, actor: Actor
) -> OrganisationOut:
    """Return an organisation as the actor's role may see it."""
    return OrganisationOut(
        id=row.id,
        ref=document.ref,
        names=document.names,
        actor_kind=document.actor_kind,
        settled=document.settled,
        listings=document.listings if actor.role in SCRUTINY else None,
    )


def _facts(file: ParticipantFile, role: str) -> dict[str, Any] | None:
    if role not in FACTS:
        return None
    return {name: value for name, value in file.facts.items() if name in FACTS[role]}


def _consent(file: ParticipantFile, role: str) -> dict[str, Any] | None:
    if role in CONSENT_TEXT:
        return dict(file.consent)
    if role == "logistics":
        return {"purposes": file.consent.get("purposes", [])}
    return None


def _open_hits(file: ParticipantFile) -> int:
    return sum(hit.open for hit in file.hits)
