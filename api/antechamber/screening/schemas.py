"""What comes in and goes out about lists, screenings and hits."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from antechamber.documents.screening import DispositionKind
from antechamber.http.schemas import Incoming, Outgoing, Said


class ListOut(Outgoing):
    """A list of the office, and the copy of it that is in force."""

    id: str
    publisher: str
    regimes: list[str]
    country: str
    source: str
    status: Literal["current", "failed"]
    fetched_at: datetime
    digest: str
    entries: int


class ScreenedOut(Outgoing):
    """How many people and organisations were screened, and what is open now."""

    initiative: UUID
    screened: int
    open_hits: int


class HitOut(Outgoing):
    """A resemblance to a list entry, for those who settle it.

    `explanation` says what agrees, word by word, in the words of the list. `snapshot` is the
    SHA-256 of the copy of the list that was searched, `entry_digest` that of the entry.
    """

    id: str
    subject: UUID
    ref: str
    list_id: str = Field(serialization_alias="list")
    entry_id: str
    entry_name: str
    entry_digest: str
    snapshot: str
    score: int
    band: str
    corroborated: bool
    regimes: list[str]
    disposition: str
    by: str
    reason: str
    fresh: bool
    explanation: Any


class DispositionIn(Incoming):
    """What a person made of a hit, on the records as they are now."""

    kind: DispositionKind = Field(examples=["false_positive"])
    reason: Said = Field(examples=["Born in another year and another country."])
