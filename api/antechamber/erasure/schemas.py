"""The report on an erasure, as HTTP shows it."""

from datetime import datetime
from uuid import UUID

from antechamber.http.schemas import Outgoing


class DestroyedOut(Outgoing):
    """How many of each kind were destroyed beside the person's key and file."""

    seats: int
    signoffs: int
    messages: int
    requests: int


class LeftOut(Outgoing):
    """Something that is still there; `count` is null where nobody counted."""

    where: str
    count: int | None
    what: str


class ErasureOut(Outgoing):
    """What was destroyed, what is left, and when the last backup that could tell is gone."""

    participant: UUID
    initiative: UUID
    at: datetime
    destroyed: DestroyedOut
    left: list[LeftOut]
    backup_days: int
    final: datetime
    backups: list[str]
