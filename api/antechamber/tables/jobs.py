"""Work to be done after a commit, and requests already answered."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from antechamber.crypto.sealing import Sealed
from antechamber.tables.columns import Instant, Versioned, random_id, sealed


class OutboxRow(Versioned, table=True):
    """Something to send or to do, written in the transaction that called for it.

    Open: ids, version, who works on it and until when, status. Sealed: what it is.
    """

    __tablename__ = "outbox"

    id: UUID = random_id()
    initiative_id: UUID | None = Field(default=None, foreign_key="initiative.id", index=True)
    claimed_by: str | None = Field(default=None, max_length=64)
    claimed_until: datetime | None = Field(default=None, sa_type=Instant)
    status: str = Field(default="waiting", max_length=20, index=True)
    payload: Sealed = sealed()


class IdempotencyRow(Versioned, table=True):
    """A request that succeeded, so that its repetition gets the same answer.

    Open: id, version, keyed hash of actor, route and key (32 bytes), status. Sealed: outcome.
    """

    __tablename__ = "idempotency"

    id: UUID = random_id()
    keyed_hash: bytes = Field(unique=True)
    status: int
    outcome: Sealed = sealed()
