"""Wrapped keys."""

from uuid import UUID

from sqlmodel import Field

from antechamber.crypto.sealing import Sealed
from antechamber.tables.columns import Row, random_id, sealed


class KeyRow(Row, table=True):
    """One version of a key; the highest version seals.

    An older version opens what it sealed until that is sealed anew; of one that was replaced, the
    part that opens records is left. An initiative's key has the initiative's id and is wrapped by
    the office's wrapping key; a participant's key has `initiative_id` set and is wrapped by that
    initiative's key. Deleting a participant's key erases what it sealed.

    Open: ids, version, check value (32 bytes). Sealed: the key.
    """

    __tablename__ = "key"

    id: UUID = random_id()
    version: int = Field(default=1, primary_key=True)
    initiative_id: UUID | None = Field(default=None, foreign_key="initiative.id", index=True)
    kcv: bytes
    wrapped: Sealed = sealed()
