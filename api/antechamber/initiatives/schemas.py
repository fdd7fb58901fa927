"""What comes in and goes out about initiatives."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, WithJsonSchema

from antechamber.documents.facts import schema
from antechamber.http.schemas import Incoming, Outgoing
from antechamber.initiatives.service import NEXUS, ORDINARY
from antechamber_compliance.dossier import vocabulary as v
from antechamber_compliance.dossier.initiative import Initiative

OrdinaryFacts = Annotated[dict[str, Any], WithJsonSchema(schema(Initiative, ORDINARY))]
NexusFacts = Annotated[dict[str, Any], WithJsonSchema(schema(Initiative, NEXUS))]


class NewInitiative(Incoming):
    """An initiative goes by its code name; its real title belongs nowhere in this system."""

    code_name: str = Field(min_length=1, max_length=80, examples=["HARBOUR LIGHT"])


class ChangedInitiative(Incoming):
    """A merge patch (RFC 7396) of the facts: null removes."""

    facts: OrdinaryFacts


class ChangedNexus(Incoming):
    """A merge patch (RFC 7396) of regimes and authorisations; a changed regime ends the review."""

    facts: NexusFacts


class NewMember(Incoming):
    """A user, by handle, and their role in the initiative."""

    user: str = Field(min_length=1, max_length=32, examples=["U-C1"])
    role: v.Role


class InitiativeOut(Outgoing):
    """An initiative; `facts` are shown to those who work on them."""

    id: UUID
    code_name: str
    facts: dict[str, Any] | None


class MemberOut(Outgoing):
    """A membership."""

    id: UUID
    user: str
    role: str


class Recorded(Outgoing):
    """Something was recorded, and everything that rests on it decided again."""

    id: UUID
    recorded: Literal[True] = True
