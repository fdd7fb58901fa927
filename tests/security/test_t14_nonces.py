"""T14: no nonce comes twice, and the cipher is AES-256-GCM as it was published.

The vectors are test cases 13 to 16 of McGrew and Viega, The Galois/Counter Mode of Operation
(2005), which NIST SP 800-38D refers to. Project Wycheproof's are not: no package carries them.
"""

from collections.abc import Callable
from uuid import UUID

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from antechamber.crypto.keys import Key, Label
from antechamber.crypto.sealing import (
    AES_256_GCM,
    HEADER_BYTES,
    NONCE_BYTES,
    VERSION,
    Place,
    Sealer,
    pad,
)

PLACE = Place(office=UUID(int=1), table="participant", row="1", column="identity")


def test_no_nonce_comes_twice(
    came_out: Callable[[str, str, str], None], figure: Callable[[int, int], int]
) -> None:
    sealer, sealed = Sealer(Key.random()), figure(100_000, 1_000_000)
    nonces = {
        sealer.seal(b"", place=PLACE).blob[HEADER_BYTES - NONCE_BYTES : HEADER_BYTES]
        for _ in range(sealed)
    }
    came_out("T14", f"{sealed:,} values sealed", f"{sealed - len(nonces)} nonces came twice")
    assert len(nonces) == sealed


TEXT = (
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
    "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255"
)
CIPHERTEXT = (
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
    "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad"
)
KEY, NONCE = "feffe9928665731c6d6a8f9467308308" * 2, "cafebabefacedbaddecaf888"
DATA = "feedfacedeadbeeffeedfacedeadbeefabaddad2"
# key, nonce, text, associated data, ciphertext, tag
VECTORS = {
    13: ("00" * 32, "00" * 12, "", "", "", "530f8afbc74536b9a963b4f1c4cb738b"),
    14: (
        "00" * 32, "00" * 12, "00" * 16, "",
        "cea7403d4d606b6e074ec5d3baf39d18", "d0d1c8a799996bf0265b98b5d48ab919",
    ),
    15: (KEY, NONCE, TEXT, "", CIPHERTEXT, "b094dac5d93471bdec1a502270e3cc6c"),
    16: (
        KEY, NONCE, TEXT[:120], DATA, CIPHERTEXT[:120], "76fc6ece0f4e1768cddf8853bb2d551b",
    ),
}  # fmt: skip


def test_the_cipher_answers_the_published_vectors_and_refuses_them_altered(
    came_out: Callable[[str, str, str], None],
) -> None:
    refused = tried = 0
    for vector in VECTORS.values():
        key, nonce, text, data, ciphertext, tag = map(bytes.fromhex, vector)
        assert AESGCM(key).encrypt(nonce, text, data) == ciphertext + tag
        assert AESGCM(key).decrypt(nonce, ciphertext + tag, data) == text
        for at in range(8 * len(ciphertext + tag)):
            altered = bytearray(ciphertext + tag)
            altered[at // 8] ^= 1 << at % 8
            tried += 1
            with pytest.raises(InvalidTag):
                AESGCM(key).decrypt(nonce, bytes(altered), data)
            refused += 1
    came_out(
        "T14",
        f"{len(VECTORS)} published AES-256-GCM vectors, and {tried} alterations of them; "
        "not Project Wycheproof's, which no package carries",
        f"all answered, {refused} alterations refused",
    )


def test_what_is_stored_is_aes_256_gcm_as_the_format_says() -> None:
    """Opened by the bare cipher, from the documented layout alone."""
    key = Key.random()
    blob = Sealer(key).seal(b"Ilse Varga", place=PLACE).blob
    header, body = blob[:HEADER_BYTES], blob[HEADER_BYTES:]
    assert header[:2] == bytes([VERSION, AES_256_GCM])
    assert header[2:10] == key.check[:8]
    seal_key = key.derive(Label.SEAL).expose()
    opened = AESGCM(seal_key).decrypt(header[10:], body, PLACE.bound(header))
    assert opened == pad(b"Ilse Varga")
