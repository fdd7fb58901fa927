"""A ciphertext that AES-GCM opens under two keys: what a commitment to the key is against.

GHASH is a polynomial over GF(2^128), so one block of the ciphertext can be chosen so that one
tag is right under both keys (Dodis, Grubbs, Ristenpart, Woodage: Fast Message Franking, 2018).
"""

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

BLOCK = 16
REDUCTION = 0xE1 << 120


def sealed_for_both(one: bytes, other: bytes, nonce: bytes, associated: bytes) -> bytes:
    """Return a block of ciphertext and a tag that both keys accept for this nonce and data."""
    keys = (_hash_key(one), _hash_key(other))
    masks = (_mask(one, nonce), _mask(other, nonce))
    data = [associated[i : i + BLOCK] for i in range(0, len(associated), BLOCK)]
    known = [int.from_bytes(block.ljust(BLOCK, b"\0")) for block in data]
    lengths = (len(associated) * 8) << 64 | BLOCK * 8
    # tag = mask ^ hash(data, C, lengths), in which C stands before lengths: C * H^2.
    rests = [
        mask ^ _ghash(key, [*known, 0, lengths]) for key, mask in zip(keys, masks, strict=True)
    ]
    factor = _times(keys[0], keys[0]) ^ _times(keys[1], keys[1])
    chosen = _times(rests[0] ^ rests[1], _inverse(factor))
    tag = rests[0] ^ _times(chosen, _times(keys[0], keys[0]))
    return chosen.to_bytes(BLOCK) + tag.to_bytes(BLOCK)


def _hash_key(key: bytes) -> int:
    return int.from_bytes(_encrypt(key, bytes(BLOCK)))


def _mask(key: bytes, nonce: bytes) -> int:
    return int.from_bytes(_encrypt(key, nonce + (1).to_bytes(4)))


def _encrypt(key: bytes, block: bytes) -> bytes:
    return Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(block)


def _ghash(key: int, blocks: list[int]) -> int:
    value = 0
    for block in blocks:
        value = _times(value ^ block, key)
    return value


def _times(a: int, b: int) -> int:
    product = 0
    for bit in range(127, -1, -1):
        if b >> bit & 1:
            product ^= a
        a = a >> 1 ^ (REDUCTION if a & 1 else 0)
    return product


def _inverse(a: int) -> int:
    result, power = 1 << 127, a  # the one of this field has its bits the other way round
    for _ in range(127):
        power = _times(power, power)
        result = _times(result, power)
    return result
