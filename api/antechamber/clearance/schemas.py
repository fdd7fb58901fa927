"""What goes out about decisions."""

from typing import Any
from uuid import UUID

from pydantic import Field

from antechamber.http.schemas import Outgoing


class DecisionOut(Outgoing):
    """A decision on record; `verdict` is as much of it as your role sees."""

    id: UUID
    session: UUID
    sequence: int
    revision: int
    event: str
    may_proceed: bool
    verdict: dict[str, Any] = Field(
        description="outcome, findings, horizons; compliance and auditors see all of it"
    )


class StepOut(Outgoing):
    """Where a session stands after a step, and the decision that the step made, if any."""

    session: UUID
    state: str
    revision: int
    decision: UUID | None
    outcome: str | None
    findings: list[dict[str, Any]]
    suggestions: list[dict[str, Any]] = Field(
        description="changes that would each lift a denial, the least first"
    )


class PreviewOut(Outgoing):
    """What the engine says of the session as it is now; nothing is stored."""

    session: UUID
    state: str
    verdict: dict[str, Any]
