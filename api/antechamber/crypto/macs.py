"""Keyed hashes: what a decision rested on, that it is ours, and what a credential was."""

import hmac
from collections.abc import Sequence
from hashlib import sha256
from typing import Protocol
from uuid import UUID

from antechamber.crypto.keys import Label, Root, length_prefixed
from antechamber.crypto.sealing import Sealed

TOKEN_BYTES = 16


class Decided(Protocol):
    """The columns of a decision that its MAC binds."""

    id: UUID
    session_id: UUID
    sequence: int
    revision: int
    fingerprint: bytes
    may_proceed: bool
    mac: bytes
    record: Sealed
    dossier: Sealed


def fingerprint(root: Root, decision: UUID, inputs: bytes) -> bytes:
    """Return 32 bytes that say, to whoever has the root, whether a decision rests on `inputs`.

    Each decision has its own: that two rest on the same facts is not for the database to see.
    """
    return root.derive(Label.FINGERPRINT).mac(length_prefixed(decision.bytes, inputs))


def decision_mac(root: Root, row: Decided) -> bytes:
    """Return 32 bytes over all open columns of a decision and both of its blobs."""
    return root.derive(Label.DECISION_MAC).mac(
        length_prefixed(
            b"decision/1",
            row.id.bytes,
            row.session_id.bytes,
            str(row.sequence).encode(),
            str(row.revision).encode(),
            row.fingerprint,
            b"may proceed" if row.may_proceed else b"may not",
            sha256(row.record.blob).digest(),
            sha256(row.dossier.blob).digest(),
        )
    )


def verify_decision_mac(root: Root, row: Decided) -> bool:
    """Say whether this office made the decision exactly as it is stored."""
    return hmac.compare_digest(decision_mac(root, row), row.mac)


def credential_hash(root: Root, credential: str) -> bytes:
    """Return the 32 bytes stored in place of a random credential (a token, a link)."""
    return root.derive(Label.CREDENTIAL).mac(credential.encode())


def audit_token(root: Root, kind: str, name: str) -> str:
    """Return a pseudonym of 32 hex digits for use in the audit log."""
    message = length_prefixed(kind.encode(), name.encode())
    return root.derive(Label.AUDIT).mac(message)[:TOKEN_BYTES].hex()


def request_hash(root: Root, parts: Sequence[str]) -> bytes:
    """Return 32 bytes that equal lists of parts share: by which a repeated request is known."""
    return root.derive(Label.REQUEST).mac(length_prefixed(*(part.encode() for part in parts)))


def cursor_mac(root: Root, parts: Sequence[str]) -> bytes:
    """Return 32 bytes that bind where a page ends to who was given it."""
    return root.derive(Label.CURSOR).mac(length_prefixed(*(part.encode() for part in parts)))


def signoff_binding(root: Root, values: bytes) -> str:
    """Return the keyed digest (hex) of the values that somebody signed for."""
    return root.derive(Label.SIGNOFF).mac(values).hex()
