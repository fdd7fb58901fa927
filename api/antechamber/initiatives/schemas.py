"""What comes in and goes out about initiatives."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, WithJsonSchema

from antechamber.documents.facts import schema
from antechamber.http.schemas import SEEN, Incoming, Outgoing
from antechamber.initiatives.service import NEXUS, ORDINARY
from antechamber_compliance.dossier import vocabulary as v
from antechamber_compliance.dossier.initiative import Initiative
from antechamber_compliance.dossier.kinds import HANDLE

OrdinaryFacts = Annotated[dict[str, Any], WithJsonSchema(schema(Initiative, ORDINARY))]
NexusFacts = Annotated[dict[str, Any], WithJsonSchema(schema(Initiative, NEXUS))]


class NewInitiative(Incoming):
    """An initiative goes by its code name; its real title belongs nowhere in this system."""

    code_name: Annotated[str, Field(min_length=1, max_length=80), SEEN] = Field(
        examples=["HARBOUR LIGHT"]
    )


class ChangedInitiative(Incoming):
    """A merge patch (RFC 7396) of the facts: null removes."""

    facts: OrdinaryFacts = Field(
        examples=[{"ends": "2027-12-31", "toc_objectives": ["relationship_building"]}]
    )


class ChangedNexus(Incoming):
    """A merge patch (RFC 7396) of regimes and authorisations; a changed regime ends the review."""

    facts: NexusFacts = Field(
        examples=[
            {
                "nexus": {
                    "UK_SAMLA": {
                        "applies": True,
                        "applied_before": False,
                        "reason": "A member of the staff is a British citizen.",
                        "removed_by": [],
                    }
                }
            }
        ]
    )


class NewMember(Incoming):
    """A user, by handle, and their role in the initiative."""

    user: str = Field(pattern=f"^{HANDLE}$", max_length=32, examples=["U-C1"])
    role: v.Role = Field(examples=["compliance"])


class InitiativeOut(Outgoing):
    """An initiative. What your role does not see is null."""

    id: UUID
    code_name: str | None
    facts: dict[str, Any] | None


class MemberOut(Outgoing):
    """A membership."""

    id: UUID
    user: str
    role: str
