"""What comes in and goes out about sign-offs."""

from datetime import date
from uuid import UUID

from pydantic import Field

from antechamber.http.schemas import Incoming, Outgoing, Said, SaidOrLeftOut


class SignoffIn(Incoming):
    """Which finding is to be signed, why, what is done about it, and until which day."""

    rule: str = Field(max_length=20, examples=["GEN-01"])
    code: str = Field(max_length=40, examples=["share"])
    subject: str = Field(max_length=40, examples=["session"])
    reason: Said = Field(examples=["Two delegates withdrew in the last week."])
    mitigation: SaidOrLeftOut = Field(
        default="", examples=["A women's caucus meets before each round."]
    )
    memo: bool = Field(default=False, examples=[True])
    expires: date = Field(description="the last day, inclusive", examples=["2026-12-31"])


class SignatureOut(Outgoing):
    """Who signed in which role."""

    role: str
    user: str


class SignoffOut(Outgoing):
    """A sign-off and where it stands. What your role does not see is null."""

    id: UUID
    session: UUID
    state: str
    kind: str
    expires: str
    rule: str | None = None
    code: str | None = None
    subject: str | None = None
    requested_by: str | None = None
    reason: str | None = None
    mitigation: str | None = None
    memo: str | None = None
    signatures: list[SignatureOut] | None = None
