"""The office itself, and who works in it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from antechamber.crypto.sealing import Sealed
from antechamber.tables.columns import Instant, SealedBytes, Versioned, random_id, sealed


class OfficeRow(Versioned, table=True):
    """The organisation that this instance serves: one row.

    Open: id, version. Sealed: its name and settings.
    """

    __tablename__ = "office"

    id: UUID = random_id()
    document: Sealed = sealed()


class UserRow(Versioned, table=True):
    """Somebody who may sign in.

    Open: id, version, whether disabled. Sealed: name, address, how they sign in.
    """

    __tablename__ = "user"

    id: UUID = random_id()
    disabled: bool = Field(default=False)
    profile: Sealed = sealed(bucket=512)


class MembershipRow(Versioned, table=True):
    """A user's role in one initiative, or in the whole office where `initiative_id` is null.

    Open: all but the document, to search by. Sealed: the same again, which is what counts
    (`identity.memberships`); None in rows from before there was one, which count for nothing.
    """

    __tablename__ = "membership"

    id: UUID = random_id()
    initiative_id: UUID | None = Field(default=None, foreign_key="initiative.id", index=True)
    user_id: UUID = Field(foreign_key="user.id", index=True)
    role: str = Field(max_length=40)
    document: Sealed | None = Field(
        default=None, sa_type=SealedBytes, sa_column_kwargs={"info": {"bucket": 256}}
    )


class TokenRow(Versioned, table=True):
    """A credential, kept as a keyed hash of 32 bytes; it cannot be read back.

    Open: id, version, hash, role, expiry. Sealed: whose it is and what for, and the hash again.
    """

    __tablename__ = "token"

    id: UUID = random_id()
    credential_hash: bytes = Field(unique=True)
    role: str = Field(max_length=40)
    expires_at: datetime = Field(sa_type=Instant)
    holder: Sealed = sealed(bucket=512)
