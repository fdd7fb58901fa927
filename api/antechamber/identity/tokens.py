"""Bearer tokens: random, kept as a keyed hash, for one user in one role, until they expire.

Nothing here writes the audit log: the service that calls does, last in its transaction.
"""

import secrets
import zlib
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from antechamber.crypto.macs import credential_hash
from antechamber.crypto.sealing import Unsealable
from antechamber.identity.actor import Actor
from antechamber.identity.problems import RoleNotHeld, Unauthorised
from antechamber.identity.users import handle_of, holds, initiatives_of
from antechamber.tables import TokenRow, UserRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Work

# What secret scanners look for: ante_, 64 hex digits (256 random bits), CRC-32 of both.
PATTERN = r"ante_[0-9a-f]{72}"
PREFIX = "ante_"
SECRET_BYTES = 32
LONGEST = timedelta(days=90)


def issue(
    work: Work,
    user: UserRow,
    role: str,
    initiative_id: UUID | None = None,
    *,
    lifetime: timedelta,
) -> str:
    """Make a token and return it, for the only time: it cannot be read back.

    Raises RoleNotHeld, or ValueError unless 0 < `lifetime` <= LONGEST.
    """
    if not timedelta() < lifetime <= LONGEST:
        raise ValueError(f"a token lives at most {LONGEST.days} days")
    if user.disabled or not holds(work, user.id, role, initiative_id):
        raise RoleNotHeld("Give the user this role first, or ask for a role that they hold.")
    secret = _new_secret()
    row = TokenRow(
        credential_hash=credential_hash(work.keys.root, secret),
        role=role,
        expires_at=work.now + lifetime,
    )
    holder = {
        "user": str(user.id),
        "role": role,
        "initiative": str(initiative_id) if initiative_id else None,
        "expires": row.expires_at.isoformat(),
        "hash": row.credential_hash.hex(),
    }
    work.seal_json(row, "holder", holder, key=OFFICE_KEY)
    work.session.add(row)
    work.session.flush()  # whoever is asked next, in this transaction, must see it
    return secret


def authenticate(work: Work, secret: str) -> Actor:
    """Return who presents this token; every reason to refuse raises the same Unauthorised."""
    row = _find(work, secret)
    if row is None:
        raise Unauthorised
    holder = _holder(work, row)
    role, initiative = holder["role"], holder["initiative"]
    initiative_id = UUID(initiative) if initiative else None
    user = work.session.get(UserRow, UUID(holder["user"]))
    if datetime.fromisoformat(holder["expires"]) <= work.now:
        raise Unauthorised
    if user is None or user.disabled or not holds(work, user.id, role, initiative_id):
        raise Unauthorised
    seen = initiatives_of(work, user.id, role)
    if initiative_id:
        seen &= {initiative_id}
    return Actor(user.id, handle_of(work, user), role, initiative_id, seen)


def revoke(work: Work, secret: str) -> None:
    """End a token now; one that is unknown or has ended is no fault."""
    row = _find(work, secret)
    if row is not None:
        work.session.delete(row)
        work.session.flush()


def _holder(work: Work, row: TokenRow) -> dict[str, Any]:
    # The sealed copy is what counts: whoever can write to the database can write the open
    # columns, and could move the hash of a token of their own to somebody else's row.
    try:
        holder: dict[str, Any] = work.open_json(row, "holder", key=OFFICE_KEY)
    except Unsealable:
        raise Unauthorised from None
    if holder.get("hash") != row.credential_hash.hex():
        raise Unauthorised
    return holder


def _find(work: Work, secret: str) -> TokenRow | None:
    # The search compares keyed hashes: its timing tells nothing about any token.
    hashes = [credential_hash(root, secret) for root in work.keys.every]
    found = select(TokenRow).where(col(TokenRow.credential_hash).in_(hashes))
    return work.session.exec(found).first()


def _new_secret() -> str:
    body = PREFIX + secrets.token_hex(SECRET_BYTES)
    return f"{body}{zlib.crc32(body.encode()):08x}"
