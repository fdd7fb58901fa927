"""T25: the verifier's own Ed25519 believes what it must, and nothing else."""

import random
from collections import Counter
from collections.abc import Callable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from antechamber.audit.bundle_verifier import ed25519_verifies
from published import bytes_of, wycheproof


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


def test_it_answers_every_vector_of_wycheproof(came_out: Callable[[str, str, str], None]) -> None:
    seen, wrong = Counter[str](), []
    for vector in wycheproof("ed25519"):
        believed = ed25519_verifies(*bytes_of(vector, "pk", "sig", "msg"))
        kind = vector["result"]
        if "SmallOrderPublicKey" in vector["flags"]:  # left to each implementation; ours refuses
            kind = "invalid"
        seen[kind] += 1
        if kind != "acceptable" and believed != (kind == "valid"):
            wrong.append(vector["tcId"])
    came_out(
        "T25",
        f"Project Wycheproof's vectors for Ed25519: {seen['valid']} to be believed,"
        f" {seen['invalid']} to be refused",
        f"{len(wrong)} answered wrongly",
    )
    assert wrong == []
    assert (seen["valid"], seen["invalid"]) == (117, 72)
