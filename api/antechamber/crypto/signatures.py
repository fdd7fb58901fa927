"""Ed25519: keys that people sign rulebooks with and the office its log, and what checks them."""

from dataclasses import dataclass
from hashlib import sha256
from typing import NoReturn

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from antechamber.crypto.keys import Label, Root

PUBLIC_BYTES = 32
ID_BYTES = 8


class BadSigningKey(Exception):
    """No Ed25519 key, or another passphrase; which one is never said."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """An Ed25519 public key, 32 bytes."""

    raw: bytes

    def __post_init__(self) -> None:
        if len(self.raw) != PUBLIC_BYTES:
            raise ValueError("an Ed25519 public key has 32 bytes")

    @property
    def id(self) -> str:
        """Return 16 hex digits that name the key: the start of its SHA-256."""
        return sha256(self.raw).digest()[:ID_BYTES].hex()

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Say whether the holder of this key signed exactly this message."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


class SigningKey:
    """An Ed25519 private key. Hidden from repr and from pickle."""

    __slots__ = ("_key",)

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    @classmethod
    def random(cls) -> "SigningKey":
        """Make a new key from the operating system's generator."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def of_the_log(cls, root: Root) -> "SigningKey":
        """Derive the key by which an office signs checkpoints of its audit log."""
        seed = root.derive(Label.AUDIT_SIGNING).expose()
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    @classmethod
    def from_pem(cls, pem: bytes, passphrase: bytes) -> "SigningKey":
        """Open what `to_pem` made; raise BadSigningKey."""
        try:
            key = load_pem_private_key(pem, passphrase)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            raise BadSigningKey from None
        if not isinstance(key, Ed25519PrivateKey):
            raise BadSigningKey
        return cls(key)

    def __repr__(self) -> str:
        return "SigningKey(hidden)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is not pickled")

    @property
    def public(self) -> PublicKey:
        """Return the key that checks what this one signs."""
        return PublicKey(self._key.public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """Return the signature of a message, 64 bytes."""
        return self._key.sign(message)

    def to_pem(self, passphrase: bytes) -> bytes:
        """Return the key as PKCS#8 in PEM, encrypted: PBES2 with AES-256 and PBKDF2."""
        encryption = BestAvailableEncryption(passphrase)
        return self._key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)
