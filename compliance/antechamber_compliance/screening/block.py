"""Named parts, arrays and plain values, in one block of bytes that tells when it was damaged.

Layout: MAGIC; the SHA-256 of all that follows; the length of the head (8 bytes, little-endian);
the head, which is JSON: the plain parts, and name, type and length of each array; the arrays one
after the other, little-endian.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import numpy as np

Parts: TypeAlias = Mapping[str, Any]

MAGIC = b"antechamber block 1\n"
DIGEST_BYTES = 32
LENGTH_BYTES = 8
TYPES = frozenset({"<i4", "<i8", "<u4", "<f4", "|b1", "|u1"})


class BadBlock(ValueError):
    """Not a block of this layout, or a damaged one."""


def to_block(parts: Parts) -> bytes:
    """Return parts as bytes: arrays of one dimension, and plain JSON values."""
    arrays = {name: part for name, part in parts.items() if isinstance(part, np.ndarray)}
    plain = {name: part for name, part in parts.items() if name not in arrays}
    described = [
        [name, array.dtype.newbyteorder("<").str, len(array)] for name, array in arrays.items()
    ]
    head = json.dumps({"plain": plain, "arrays": described}, separators=(",", ":")).encode()
    written = (array.astype(array.dtype.newbyteorder("<")).tobytes() for array in arrays.values())
    body = b"".join([len(head).to_bytes(LENGTH_BYTES, "little"), head, *written])
    return MAGIC + hashlib.sha256(body).digest() + body


def from_block(block: bytes) -> dict[str, Any]:
    """Return the parts of a block; raise BadBlock."""
    start = len(MAGIC) + DIGEST_BYTES
    body = memoryview(block)[start:]
    if not block.startswith(MAGIC) or hashlib.sha256(body).digest() != block[len(MAGIC) : start]:
        raise BadBlock("not a block of this layout, or a damaged one")
    try:
        end = LENGTH_BYTES + int.from_bytes(body[:LENGTH_BYTES], "little")
        head = json.loads(bytes(body[LENGTH_BYTES:end]))
        return {**head["plain"], **dict(_arrays(head["arrays"], body[end:]))}
    except (KeyError, TypeError, ValueError) as fault:
        raise BadBlock("not a block of this layout") from fault


def _arrays(described: list[list[Any]], content: memoryview) -> Iterator[tuple[str, Any]]:
    for name, kind, length in described:
        if kind not in TYPES:
            raise BadBlock("an array of a type that no block has")
        size = np.dtype(kind).itemsize * length
        # Copied, so that it is aligned and in the byte order of this machine.
        yield (
            name,
            np.frombuffer(content[:size], dtype=kind).astype(np.dtype(kind).newbyteorder("=")),
        )
        content = content[size:]
