"""T25: the verifier's own Ed25519 believes exactly what `cryptography` believes."""

import random
from collections.abc import Callable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from antechamber.audit.bundle_verifier import ed25519_verifies


def oracle(public: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def flipped(data: bytes, chance: random.Random) -> bytes:
    spot = chance.randrange(len(data) * 8)
    changed = bytearray(data)
    changed[spot // 8] ^= 1 << spot % 8
    return bytes(changed)


def test_it_agrees_with_cryptography_on_signatures_good_and_spoilt(
    came_out: Callable[[str, str, str], None], figure: Callable[[int, int], int]
) -> None:
    chance, keys, cases = random.Random(8032), figure(60, 1000), 0
    for _ in range(keys):
        key = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
        public, message = key.public_key().public_bytes_raw(), chance.randbytes(1 + cases % 99)
        signature = key.sign(message)
        assert ed25519_verifies(public, signature, message)
        for spoilt in (
            (flipped(public, chance), signature, message),
            (public, flipped(signature, chance), message),
            (public, signature, flipped(message, chance)),
            (public, chance.randbytes(64), message),
            (chance.randbytes(32), signature, message),
        ):
            assert not oracle(*spoilt)
            assert not ed25519_verifies(*spoilt)
        cases += 6
    came_out("T25", f"{cases:,} signatures, good and spoilt", "the verifier agrees on all")
