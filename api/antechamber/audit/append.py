"""Append to the audit log inside the caller's transaction."""

import re
import secrets
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import insert, select, update

from antechamber.audit.bundle_verifier import leaf_hash
from antechamber.crypto.keys import Key
from antechamber.crypto.macs import audit_token
from antechamber.tables import AuditEntryRow, metadata
from antechamber.vault import OFFICE_KEY, KeyRef
from antechamber.work import Work
from antechamber_compliance.canonical import canonical

SCHEMA = 1
ACTION = re.compile(r"[a-z][a-z_-]*\.[a-z][a-z_-]*")
# What a name may be revealed for. A purpose stands in the entry, which outlives every erasure and
# goes to auditors: a word of one's own could be a name.
Purpose = Literal[
    "accommodation",
    "consent",
    "correction",
    "invitation",
    "legal-request",
    "payment",
    "review",
    "safeguarding",
    "screening",
    "security",
    "subject-request",
    "travel",
]
PURPOSES = frozenset(get_args(Purpose))
PART = "content"
# Plain statements: through the session's unit of work, others would wait twice as long.
HEAD, ENTRY = metadata.tables["audit_head"], metadata.tables["audit_entry"]
LOCKED_HEAD = select(HEAD.c.sequence, HEAD.c.leaf).with_for_update()
NEW_ENTRY, MOVED_HEAD = insert(ENTRY), update(HEAD)


def append(
    work: Work,
    action: str,
    object_id: UUID | str,
    *,
    purpose: Purpose | None = None,
    payload: Mapping[str, object] | None = None,
    key: KeyRef = OFFICE_KEY,
) -> AuditEntryRow:
    """Add one entry that commits or vanishes with the change it describes.

    Call it last: writers queue on the head row until they commit. `action` is
    'noun.past-verb', such as 'session.scheduled'; `purpose` a word of PURPOSES. The entry
    holds pseudonyms only. Names and texts belong in `payload`, which dies with `key`: the
    participant's where it is about one person, else the initiative's or the office's.
    """
    if not (ACTION.fullmatch(action) and (purpose is None or purpose in PURPOSES)):
        raise ValueError("an action is noun.past_verb, a purpose is one of PURPOSES")
    content, commitment = _commit_to(payload or {})
    work.session.flush()  # what the caller changed goes first: once the head is locked, others wait
    connection = work.session.connection()
    sequence, previous = connection.execute(LOCKED_HEAD).one()
    entry = canonical(
        {
            "schema": SCHEMA,
            "sequence": sequence + 1,
            "at": work.now.astimezone(UTC).isoformat(),
            "actor": audit_token(work.keys.oldest, "actor", work.actor),
            "action": action,
            "object": audit_token(work.keys.oldest, "object", str(object_id)),
            "purpose": purpose or "",
            "commitment": commitment,
        }
    )
    row = AuditEntryRow(sequence=sequence + 1, previous=previous, leaf=leaf_hash(entry))
    work.seal(row, "entry", entry, key=OFFICE_KEY)
    work.seal_json(row, "payload", _wrap(work, row, content, key), key=OFFICE_KEY)
    connection.execute(NEW_ENTRY, dict(row))
    connection.execute(MOVED_HEAD, {"sequence": row.sequence, "leaf": row.leaf})
    return row


def commitment_of(content: bytes, nonce: bytes) -> str:
    """Return HMAC-SHA256 of the payload under its own random key, as hex."""
    return Key(nonce).mac(content).hex()


def _commit_to(payload: Mapping[str, object]) -> tuple[bytes, str]:
    nonce, text = secrets.token_bytes(32), canonical(dict(payload))
    return nonce + text, commitment_of(text, nonce)


def _wrap(work: Work, row: AuditEntryRow, content: bytes, key: KeyRef) -> Mapping[str, object]:
    # Sealed twice, the office's key outside: the header of a blob names its key, and that a
    # participant's key was used next to a session is just what the database must not tell.
    sealed = work.seal_part(row, "payload", PART, content, key=key)
    return {
        "key": str(key.id) if key.id else None,
        "initiative": str(key.initiative) if key.initiative else None,
        "sealed": b64encode(sealed.blob).decode(),
    }
