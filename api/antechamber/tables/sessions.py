"""Sessions, the decisions that clear or withhold them, and what people signed off."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import Enum, UniqueConstraint
from sqlmodel import Field

from antechamber.crypto.sealing import Sealed
from antechamber.tables.columns import Versioned, random_id, sealed


class SessionState(StrEnum):
    """Where a session stands; `scheduled` and `in_session` need a clearance (tables/gate.py)."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    IN_REVIEW = "in_review"
    BLOCKED = "blocked"
    AWAITING_APPROVAL = "awaiting_approval"
    CLEARED = "cleared"
    SCHEDULED = "scheduled"
    IN_SESSION = "in_session"
    SUSPENDED = "suspended"
    HELD = "held"
    REVIEWED = "reviewed"
    ARCHIVED = "archived"
    CANCELLED = "cancelled"
    DESTROYED = "destroyed"


STATE = Enum(
    SessionState,
    name="state",
    native_enum=False,
    create_constraint=True,
    length=20,
    values_callable=lambda states: [state.value for state in states],
)


class SessionRow(Versioned, table=True):
    """A session of one initiative. The database itself refuses to schedule it uncleared.

    Open: ids, version, state, revision, clearance (the decision it rests on). Sealed under
    the initiative's key: plan, roster and, nested under each participant's key, the seats.
    """

    __tablename__ = "session"
    # Without a rowid there is no second key by which SQLite's REPLACE could swap a row.
    __table_args__ = {"sqlite_with_rowid": False}

    id: UUID = random_id()
    initiative_id: UUID = Field(foreign_key="initiative.id", index=True)
    state: SessionState = Field(default=SessionState.DRAFT, sa_type=STATE)
    revision: int = Field(default=0)
    clearance_id: UUID | None = Field(default=None)
    document: Sealed = sealed()


class DecisionRow(Versioned, table=True):
    """One answer of the engine about one revision of a session; only ever added.

    Open: ids, version, sequence within the session, revision, fingerprint (32 bytes, keyed),
    whether it may proceed, MAC (32 bytes). Sealed: the record with its findings, the dossier.
    """

    __tablename__ = "decision"
    added_only = True
    __table_args__ = (
        UniqueConstraint("session_id", "sequence"),
        {"sqlite_with_rowid": False},
    )

    id: UUID = random_id()
    initiative_id: UUID = Field(foreign_key="initiative.id", index=True)
    session_id: UUID = Field(foreign_key="session.id")
    sequence: int
    revision: int
    fingerprint: bytes
    may_proceed: bool
    mac: bytes
    record: Sealed = sealed()
    dossier: Sealed = sealed()


class SignoffRow(Versioned, table=True):
    """A waiver, an approval or a derogation, bound to what its signer saw.

    Open: ids, version. Sealed: kind, finding digest, signer, dates, reasons.
    """

    __tablename__ = "signoff"

    id: UUID = random_id()
    initiative_id: UUID = Field(foreign_key="initiative.id", index=True)
    document: Sealed = sealed()
