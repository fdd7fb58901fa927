"""What comes in and goes out about sessions and seats."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, WithJsonSchema

from antechamber.documents.facts import schema
from antechamber.http.schemas import SEEN, Incoming, Outgoing, Said
from antechamber.sessions.service import ORDINARY
from antechamber_compliance.dossier import vocabulary as v
from antechamber_compliance.dossier.seat import Seat
from antechamber_compliance.dossier.session import Session

Plan = Annotated[dict[str, Any], WithJsonSchema(schema(Session))]
SeatFacts = Annotated[dict[str, Any], WithJsonSchema(schema(Seat, ORDINARY))]


class NewSession(Incoming):
    """A session as first planned; what is not known yet is left out."""

    title: Annotated[str, Field(min_length=1, max_length=200), SEEN] = Field(
        examples=["Second workshop"]
    )
    plan: Plan = Field(
        default={},
        examples=[
            {
                "track": "2",
                "format": "problem_solving_workshop",
                "country": "QNB",
                "tz": "Europe/Zurich",
                "start": "2027-03-04T09:00",
                "end": "2027-03-06T16:00",
            }
        ],
    )


class ChangedSession(Incoming):
    """A merge patch (RFC 7396) of the plan: null removes."""

    plan: Plan = Field(examples=[{"country": "QNA", "catering": True}])


class SeatIn(Incoming):
    """A merge patch (RFC 7396) of one seat's facts: null removes."""

    facts: SeatFacts = Field(
        examples=[{"role": "participant", "track": "2", "capacity": "personal", "mode": "remote"}]
    )


class DeterminationIn(Incoming):
    """Whether the person belongs to a listed actor, and how that is known."""

    basis: v.DeterminationBasis = Field(examples=["neither"])
    reason: Said = Field(examples=["Left the group in 2019, by two sources."])


class SeatOut(Outgoing):
    """A seat, by pseudonym, with those of its facts that your role sees."""

    participant: UUID
    ref: str
    pseudonym: str
    facts: dict[str, Any]


class SessionOut(Outgoing):
    """A session. What your role does not see is null."""

    id: UUID
    initiative: UUID
    state: str
    revision: int
    clearance: UUID | None
    title: str | None
    plan: dict[str, Any] | None
    seats: list[SeatOut] | None
