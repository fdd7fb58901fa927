"""Wrapped keys."""

from uuid import UUID

from sqlmodel import Field

from antechamber.crypto.sealing import Sealed
from antechamber.tables.columns import Row, random_id, sealed


class KeyRow(Row, table=True):
    """One version of a key; the highest version seals, every version opens.

    An initiative's key has the initiative's id and is wrapped under the office's root; a
    participant's key has `initiative_id` set and is wrapped under that initiative's key.
    Deleting a participant's key erases what it sealed.

    Open: ids, version, check value (32 bytes). Sealed: the key.
    """

    __tablename__ = "key"

    id: UUID = random_id()
    version: int = Field(default=1, primary_key=True)
    initiative_id: UUID | None = Field(default=None, foreign_key="initiative.id", index=True)
    kcv: bytes
    wrapped: Sealed = sealed()
