"""The sealed session document: plan, roster and, nested under each person's key, the seats."""

from typing import Any, ClassVar
from uuid import UUID

from antechamber.documents.base import Document, Part
from antechamber.documents.participant import PERSONAL
from antechamber_compliance.dossier.seat import Seat
from antechamber_compliance.dossier.shape import json_name, leaves

# What is neither personal nor kept with consent and screening belongs to the seat.
SEATED = tuple(
    name
    for f, _ in leaves(Seat)
    if (name := json_name(f)) not in (*PERSONAL, "consent", "screening")
)


class SeatEntry(Part):
    """Who sits here, and their part: sealed under the participant's own key (base64)."""

    participant: UUID
    part: str


class SeatPart(Document):
    """What one seat is: role, track, ties, journey, support, determinations."""

    bucket: ClassVar[int] = 2048

    facts: dict[str, Any]


class SessionDocument(Document):
    """One session as planned, and who sits in it.

    `plan` has the leaves of the dossier's `session`; `counts` the rows of each kind, kept
    when they are written. The bucket holds 16 ordinary seats.
    """

    bucket: ClassVar[int] = 65536

    title: str
    plan: dict[str, Any] = {}
    seats: list[SeatEntry] = []
    counts: dict[str, int] = {}

    def seat_of(self, participant: UUID) -> SeatEntry | None:
        """Return the seat of a participant."""
        return next((seat for seat in self.seats if seat.participant == participant), None)

    def counted(self, seats: dict[UUID, SeatPart]) -> "SessionDocument":
        """Return the document with its counts renewed; `seats` are all its parts, opened."""
        facts = [part.facts for part in seats.values()]
        counts = dict(self.counts) | {
            "seats": len(self.seats),
            "determinations": sum(len(f.get("determinations", ())) for f in facts),
            "support_lines": sum(len(f.get("support", ())) for f in facts),
            "session_funders": len(self.plan.get("funders", ())),
            "disclosures": len(self.plan.get("disclose_to", ())),
        }
        counts.setdefault("signoffs", 0)
        return self.model_copy(update={"counts": counts})
