"""Seal bytes so that they open only in their own office, table, row and column."""

import os
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from antechamber.crypto.keys import KEY_ID_BYTES, Key, Label, length_prefixed

VERSION = 1
AES_256_GCM = 1
NONCE_BYTES = 12
TAG_BYTES = 16
HEADER_BYTES = 2 + KEY_ID_BYTES + NONCE_BYTES
BLOCK_BYTES = 64
KEY_ID_AT = 3  # in the header, counted from 1


class Unsealable(Exception):
    """Wrong key, wrong place or altered bytes; which one is never said."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """Ciphertext at rest: version 1, suite 1, key id 8, nonce 12, text, tag 16 (bytes)."""

    blob: bytes

    def __repr__(self) -> str:
        return f"Sealed({len(self.blob)} bytes)"

    @property
    def key_id(self) -> bytes:
        """Return the 8 bytes that name the key, as claimed by the header."""
        return self.blob[2 : 2 + KEY_ID_BYTES]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The one spot where a sealed value opens; `schema` is the version of what it holds."""

    office: UUID
    table: str
    row: str
    column: str
    schema: int = 1

    def bound(self, header: bytes) -> bytes:
        """Return the associated data: every part with its length, and the whole header."""
        return length_prefixed(
            self.office.bytes,
            self.table.encode(),
            self.row.encode(),
            self.column.encode(),
            str(self.schema).encode(),
            header,
        )


class Sealer:
    """AES-256-GCM under one key; headers name it by `key_id`, the start of its check value."""

    def __init__(self, key: Key) -> None:
        self._aead = AESGCM(key.derive(Label.SEAL).expose())
        self.key_id = key.check[:KEY_ID_BYTES]
        self._lead = bytes([VERSION, AES_256_GCM]) + self.key_id

    def seal(self, text: bytes, *, place: Place) -> Sealed:
        """Encrypt `text` for `place` under a fresh random nonce."""
        header = self._lead + os.urandom(NONCE_BYTES)
        body = self._aead.encrypt(header[-NONCE_BYTES:], pad(text), place.bound(header))
        return Sealed(header + body)

    def open(self, sealed: Sealed, *, place: Place) -> bytes:
        """Decrypt what was sealed for `place`; raise Unsealable otherwise."""
        header, body = sealed.blob[:HEADER_BYTES], sealed.blob[HEADER_BYTES:]
        if len(body) < TAG_BYTES or header[:-NONCE_BYTES] != self._lead:
            raise Unsealable
        try:
            return unpad(self._aead.decrypt(header[-NONCE_BYTES:], body, place.bound(header)))
        except InvalidTag:
            raise Unsealable from None


def pad(text: bytes) -> bytes:
    """Add 0x80 and zeros up to a multiple of 64 bytes (ISO/IEC 7816-4), hiding the length."""
    return text + b"\x80" + bytes(-(len(text) + 1) % BLOCK_BYTES)


def unpad(padded: bytes) -> bytes:
    """Take the padding off; raise Unsealable where there is none."""
    marked = padded.rstrip(b"\x00")
    if not marked.endswith(b"\x80"):
        raise Unsealable
    return marked[:-1]
