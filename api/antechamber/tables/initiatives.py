"""Initiatives, and the people and bodies known inside each."""

from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from antechamber.crypto.sealing import Sealed
from antechamber.tables.columns import Versioned, random_id, sealed


class InitiativeRow(Versioned, table=True):
    """One track of dialogue: a compartment with a key of its own, and the row writers lock.

    Open: id, version. Sealed: everything else.
    """

    __tablename__ = "initiative"

    id: UUID = random_id()
    document: Sealed = sealed()


class ParticipantRow(Versioned, table=True):
    """A person in one initiative. No table and no open column ties them to a session.

    Open: ids, version, key id, whether erased, two blind indexes (16 bytes, keyed for this
    initiative, not unique). Sealed under the participant's own key: identity and file.
    """

    __tablename__ = "participant"
    __table_args__ = (
        Index(None, "initiative_id", "email_index"),
        Index(None, "initiative_id", "document_index"),
    )

    id: UUID = random_id()
    initiative_id: UUID = Field(foreign_key="initiative.id")
    key_id: UUID
    erased: bool = Field(default=False)
    email_index: bytes | None = Field(default=None)
    document_index: bytes | None = Field(default=None)
    identity: Sealed = sealed()
    file: Sealed = sealed()


class OrganisationRow(Versioned, table=True):
    """A party, funder or other body, as known in one initiative.

    Open: ids, version. Sealed: everything else.
    """

    __tablename__ = "organisation"

    id: UUID = random_id()
    initiative_id: UUID = Field(foreign_key="initiative.id", index=True)
    document: Sealed = sealed()
