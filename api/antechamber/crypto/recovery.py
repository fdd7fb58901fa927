"""A recovery key: whoever puts its private half together opens the keyring without a provider."""

from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from antechamber.crypto.keys import Key
from antechamber.crypto.sealing import Unsealable

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class RecoveryPublic:
    """The public half (X25519, 32 bytes): it wraps the keyring anew at each change."""

    raw: bytes

    def wrap(self, ring: Key, *, office: UUID) -> bytes:
        """Seal the key of the keyring for whoever holds the private half (HPKE, RFC 9180)."""
        public = X25519PublicKey.from_public_bytes(self.raw)
        return SUITE.encrypt(ring.expose(), public, _info(office))


def recovery_public(private: Key) -> RecoveryPublic:
    """Return the public half of 32 random bytes."""
    own = X25519PrivateKey.from_private_bytes(private.expose())
    return RecoveryPublic(own.public_key().public_bytes_raw())


def recovery_unwrap(private: Key, wrapped: bytes, *, office: UUID) -> Key:
    """Open what `wrap` sealed; raise Unsealable for another key or office."""
    own = X25519PrivateKey.from_private_bytes(private.expose())
    try:
        return Key(SUITE.decrypt(wrapped, own, _info(office)))
    except (InvalidTag, ValueError):
        raise Unsealable from None


def _info(office: UUID) -> bytes:
    return b"antechamber/recovery/" + office.bytes
