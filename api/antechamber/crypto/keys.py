"""Keys that never print, and what is derived from them."""

import hmac
import secrets
from enum import StrEnum
from typing import NoReturn, Protocol

KEY_BYTES = 32
KEY_ID_BYTES = 8


class Label(StrEnum):
    """What a derived key is for; no key serves two purposes."""

    SEAL = "seal"
    CHECK = "check"
    WRAPPING = "wrapping"
    DOCUMENTS = "documents"
    RECORDS = "records"
    BACKUP = "backup"
    BLIND_INDEX = "blind-index"
    AUDIT = "audit"
    AUDIT_SIGNING = "audit-signing"
    CREDENTIAL = "credential"
    REQUEST = "request"
    CURSOR = "cursor"
    SIGNOFF = "sign-off"
    FINGERPRINT = "fingerprint"
    DECISION_MAC = "decision-mac"


# Info and number of the first and only block of HKDF-Expand; the input is uniform, so no Extract.
_FIRST_BLOCK = {label: f"antechamber/1/{label}".encode() + b"\x01" for label in Label}


class Root(Protocol):
    """What keys are derived from: a key, or what a destroyed one has left behind."""

    def derive(self, label: Label) -> "Key":
        """Derive the key for one purpose."""


class Key:
    """32 random bytes. Hidden from repr, from `vars` and from pickle."""

    __slots__ = ("_bytes",)

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError("a key has 32 bytes")
        self._bytes = key

    @classmethod
    def random(cls) -> "Key":
        """Make a new key from the operating system's generator."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def __repr__(self) -> str:
        return "Key(hidden)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is not pickled")

    def derive(self, label: Label) -> "Key":
        """Derive the key for one purpose: HKDF-Expand with SHA-256 (RFC 5869), 32 bytes."""
        return Key(hmac.digest(self._bytes, _FIRST_BLOCK[label], "sha256"))

    @property
    def check(self) -> bytes:
        """Return the key-check value: 32 bytes that commit to this key and reveal nothing."""
        return self.derive(Label.CHECK).expose()

    def matches(self, check: bytes) -> bool:
        """Say whether `check` is this key's check value."""
        return hmac.compare_digest(self.check, check)

    def mac(self, message: bytes) -> bytes:
        """Return HMAC-SHA256 of the message, 32 bytes."""
        return hmac.digest(self._bytes, message, "sha256")

    def expose(self) -> bytes:
        """Return the raw bytes: to a cipher or to the wrapping of this key, nowhere else."""
        return self._bytes


def length_prefixed(*parts: bytes) -> bytes:
    """Join byte strings so that no two lists of parts give the same bytes."""
    return b"".join([len(part).to_bytes(4, "big") + part for part in parts])
