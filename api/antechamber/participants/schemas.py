"""What comes in and goes out about participants and organisations."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, Field, WithJsonSchema

from antechamber import audit
from antechamber.documents.facts import schema
from antechamber.http.schemas import SEEN, Incoming, Outgoing
from antechamber.participants.service import ORDINARY
from antechamber_compliance.dossier import vocabulary as v
from antechamber_compliance.dossier.initiative import ActorListing
from antechamber_compliance.dossier.seat import Listing, Seat
from antechamber_compliance.screening.dates import is_birth_date


def _of_the_calendar(text: str) -> str:
    if not is_birth_date(text):  # nobody could be screened with it
        raise ValueError
    return text


PersonalFacts = Annotated[dict[str, Any], WithJsonSchema(schema(Seat, ORDINARY))]
Listings = Annotated[
    dict[str, Any],
    WithJsonSchema({"type": "object", "additionalProperties": schema(Listing)}),
]
ActorListings = Annotated[
    dict[str, Any],
    WithJsonSchema({"type": "object", "additionalProperties": schema(ActorListing)}),
]
Name = Annotated[str, Field(min_length=1, max_length=1000), SEEN]
Country = Annotated[str, Field(pattern=r"^[a-z]{2,3}$", description="ISO 3166-1, lower case")]
BirthDate = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", description="YYYY, YYYY-MM, YYYY-MM-DD"),
    AfterValidator(_of_the_calendar),
]
Ref = Annotated[
    str,
    Field(
        pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,31}$",
        description="Names the record in dossiers and findings; tells nothing about it.",
    ),
]


class IdentityIn(Incoming):
    """Who a person is; one name is enough, the first is the primary one."""

    names: list[Name] = Field(
        min_length=1, max_length=50, examples=[["Merrin Vandoral", "M. Vandoral"]]
    )
    birth_date: BirthDate | None = Field(default=None, examples=["1971-03"])
    countries: list[Country] = Field(default=[], max_length=20, examples=[["qna"]])
    documents: list[Name] = Field(default=[], max_length=20, examples=[["Passport QX100200"]])
    email: str | None = Field(default=None, max_length=320, examples=["vandoral@example.org"])
    notes: str = Field(default="", examples=["Prefers to be called in the evening."])


class IdentityOut(Outgoing):
    """Who a person is; the first name is the primary one."""

    names: list[str]
    birth_date: str | None
    countries: list[str]
    documents: list[str]
    email: str | None
    notes: str


class NewParticipant(Incoming):
    """A person of one initiative, known by pseudonym everywhere else."""

    ref: Ref = Field(examples=["P12"])
    pseudonym: Annotated[str, Field(min_length=1, max_length=80), SEEN] = Field(examples=["Heron"])
    identity: IdentityIn
    facts: PersonalFacts = Field(
        default={}, examples=[{"gender": "woman", "earlier_occasions": 0, "threat": "none"}]
    )


class ChangedParticipant(Incoming):
    """A merge patch (RFC 7396) of the personal facts: null removes."""

    facts: PersonalFacts = Field(examples=[{"legal_basis": "explicit_consent", "threat": "none"}])


class ChangedListings(Incoming):
    """A merge patch (RFC 7396) of the person's own listings, by row: null removes."""

    listings: Listings = Field(examples=[{"L1": {"regime": "UK_SAMLA", "travel_ban": False}}])


class Purpose(Incoming):
    """Why somebody's identity is opened: a word of a list, for it is kept in the audit log."""

    purpose: audit.Purpose = Field(examples=["travel"])


class ParticipantOut(Outgoing):
    """A participant by pseudonym. What your role does not see is null."""

    id: UUID
    ref: str
    pseudonym: str
    facts: dict[str, Any] | None
    consent: dict[str, Any] | None
    open_hits: int | None


class NewOrganisation(Incoming):
    """A body that people belong to; with `actor_kind` it is an actor on record."""

    ref: Ref = Field(examples=["ORG-12"])
    names: list[Name] = Field(min_length=1, max_length=50, examples=[["Lakeside Circle"]])
    actor_kind: v.ActorKind | None = Field(default=None, examples=["armed_group"])


class ChangedActorListings(Incoming):
    """A merge patch (RFC 7396) of an actor's listings, by row: null removes."""

    listings: ActorListings = Field(examples=[{"L1": {"regime": "UK_TA2000"}}])


class OrganisationOut(Outgoing):
    """An organisation. `settled`: it was screened and no hit is left open."""

    id: UUID
    ref: str
    names: list[str]
    actor_kind: str | None
    settled: bool
    listings: dict[str, Any] | None
