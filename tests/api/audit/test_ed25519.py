"""The verifier's own Ed25519: the vectors of RFC 8032, and what it must refuse.

tests/security/test_t25_signatures.py holds it beside `cryptography`.
"""

from hashlib import sha512

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from antechamber.audit.bundle_verifier import (
    BASE,
    ORDER,
    ZERO,
    P,
    Point,
    _decoded,
    _encoded,
    _plus,
    _sum_of,
    ed25519_verifies,
)

# RFC 8032, section 7.1: public key, message, signature.
VECTORS = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
            "f9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0"
            "f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f76098"
            "4dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ),
]
# Every encoding of the eight points of small order, canonical or not (Y, and the sign of X).
EIGHTH = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
Y = int.from_bytes(bytes.fromhex(EIGHTH), "little")
SMALL = [
    (y | sign << 255).to_bytes(32, "little")
    for y in (0, 1, P - 1, P, P + 1, Y, P - Y)
    for sign in (0, 1)
]


def times(factor: int, point: Point) -> Point:
    return _sum_of(factor, point, 0, ZERO)


def oracle(public: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@pytest.mark.parametrize(("public", "message", "signature"), VECTORS)
def test_the_vectors_of_the_rfc_hold(public: str, message: str, signature: str) -> None:
    key, text, signed = (bytes.fromhex(each) for each in (public, message, signature))
    assert ed25519_verifies(key, signed, text)
    assert not ed25519_verifies(key, signed, text + b"\0")


def test_a_signature_with_the_order_added_is_refused() -> None:
    key = Ed25519PrivateKey.generate()
    public, signature = key.public_key().public_bytes_raw(), key.sign(b"log")
    scalar = int.from_bytes(signature[32:], "little")
    for times in range(1, 15):
        again = signature[:32] + (scalar + times * ORDER).to_bytes(32, "little")
        assert not ed25519_verifies(public, again, b"log")


@pytest.mark.parametrize("public", SMALL, ids=bytes.hex)
def test_a_key_of_small_order_signs_nothing(public: bytes) -> None:
    # With such a key and R = [s]B, one signature in eight, at least, would fit any message.
    for scalar in range(40):
        first = _encoded(times(scalar, BASE))
        signature = first + scalar.to_bytes(32, "little")
        assert not ed25519_verifies(public, signature, b"any message")


def test_without_that_refusal_a_key_of_small_order_would_sign() -> None:
    accepted = [
        oracle(public, _encoded(times(scalar, BASE)) + scalar.to_bytes(32, "little"), b"m")
        for public in SMALL
        for scalar in range(40)
    ]
    assert any(accepted), "the test above tries nothing that anybody would accept"


@pytest.mark.parametrize("sign", [0, 1])
@pytest.mark.parametrize("over", range(19))
def test_what_is_no_canonical_encoding_is_no_point(over: int, sign: int) -> None:
    assert _decoded((P + over | sign << 255).to_bytes(32, "little")) is None


@pytest.mark.parametrize("y", [1, P - 1])
def test_minus_zero_is_no_canonical_encoding(y: int) -> None:
    assert _decoded(y.to_bytes(32, "little")) is not None
    assert _decoded((y | 1 << 255).to_bytes(32, "little")) is None


def test_what_holds_only_times_the_cofactor_is_refused() -> None:
    key, nonce = 7 * 2**250, 12345
    twisted = _plus(times(key, BASE), _decoded(bytes.fromhex(EIGHTH)) or ZERO)
    public, first = _encoded(twisted), _encoded(times(nonce, BASE))
    refused = 0
    for number in range(32):
        message = bytes([number])
        digest = sha512(first + public + message).digest()
        challenge = int.from_bytes(digest, "little") % ORDER
        scalar = (nonce + challenge * key) % ORDER
        signature = first + scalar.to_bytes(32, "little")
        assert eightfold(scalar, nonce, challenge, twisted)
        assert ed25519_verifies(public, signature, message) == oracle(public, signature, message)
        refused += not ed25519_verifies(public, signature, message)
    assert refused > 16


def eightfold(scalar: int, nonce: int, challenge: int, key: Point) -> bool:
    """The check with the cofactor: [8][s]B = [8]R + [8][k]A."""
    left = times(8 * scalar, BASE)
    right = _plus(times(8 * nonce, BASE), times(8 * challenge, key))
    return _encoded(left) == _encoded(right)


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_key_or_signature_of_another_length_is_refused(length: int) -> None:
    key = Ed25519PrivateKey.generate()
    public, signature = key.public_key().public_bytes_raw(), key.sign(b"log")
    assert not ed25519_verifies(bytes(length), signature, b"log")
    assert not ed25519_verifies((public * 2)[:length], signature, b"log")
    assert length == 64 or not ed25519_verifies(public, (signature * 2)[:length], b"log")


def test_points_add_up() -> None:
    assert _encoded(times(ORDER, BASE)) == _encoded(ZERO)
    assert _encoded(_plus(times(5, BASE), times(9, BASE))) == _encoded(times(14, BASE))
