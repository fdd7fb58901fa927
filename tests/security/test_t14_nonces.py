"""T14: no nonce comes twice, and the cipher is AES-256-GCM as it was published."""

from collections import Counter
from collections.abc import Callable, Iterator
from uuid import UUID

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
from published import bytes_of, wycheproof

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


def test_the_cipher_answers_every_vector_of_wycheproof_and_refuses_each_altered(
    came_out: Callable[[str, str, str], None],
) -> None:
    seen, opened = Counter[str](), 0
    for vector in wycheproof("aes_gcm"):
        key, nonce, data, text, body = bytes_of(vector, "key", "iv", "aad", "msg", "ct")
        body += bytes.fromhex(vector["tag"])
        seen[vector["result"]] += 1
        if vector["result"] == "invalid":
            opened += opens(key, nonce, data, body)
            continue
        assert AESGCM(key).encrypt(nonce, text, data) == body
        assert AESGCM(key).decrypt(nonce, body, data) == text
        for altered in every_flip(body):
            seen["altered"] += 1
            opened += opens(key, nonce, data, altered)
    came_out(
        "T14",
        f"Project Wycheproof's vectors for AES-256-GCM with the sizes in use here: {seen['valid']}"
        f" valid, {seen['invalid']} not; and {seen['altered']:,} flips of a bit in the valid ones",
        f"the valid all answered, {opened} of the others opened",
    )
    assert (seen["valid"], seen["invalid"]) == (39, 27)
    assert opened == 0


def opens(key: bytes, nonce: bytes, data: bytes, body: bytes) -> bool:
    try:
        AESGCM(key).decrypt(nonce, body, data)
    except InvalidTag:
        return False
    return True


def every_flip(body: bytes) -> Iterator[bytes]:
    for at in range(8 * len(body)):
        altered = bytearray(body)
        altered[at // 8] ^= 1 << at % 8
        yield bytes(altered)


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
