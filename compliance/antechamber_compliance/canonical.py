"""Canonical JSON (RFC 8785) for the values that records are made of.

Only objects with text keys, arrays, text, whole numbers up to 2**53 - 1, booleans and null
occur: there are no fractions, so the number rules of the RFC reduce to plain digits.
"""

import json
from hashlib import sha256

from antechamber_compliance.dossier.kinds import LARGEST_INT


def canonical(value: object) -> bytes:
    """Return the one byte string for a value; raise TypeError on what JSON cannot hold."""
    return json.dumps(
        _ordered(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False
    ).encode()


def digest(value: object) -> str:
    """Return the hex SHA-256 of a value's canonical form."""
    return sha256(canonical(value)).hexdigest()


def _sorted_keys(value: dict[str, object]) -> list[str]:
    # All keys are looked at: str.isascii raises TypeError on one that is no text.
    plain = [str.isascii(key) for key in value]
    if all(plain):
        return sorted(value)
    # RFC 8785 sorts by UTF-16 code units, which differs from code points past U+FFFF.
    return sorted(value, key=lambda key: key.encode("utf-16-be"))


def _ordered(value: object) -> object:
    if isinstance(value, str) or value is None or isinstance(value, bool):
        return value
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in _sorted_keys(value)}
    if isinstance(value, list | tuple):
        return [_ordered(item) for item in value]
    if isinstance(value, int) and abs(value) <= LARGEST_INT:
        return value
    raise TypeError(f"canonical JSON cannot hold a {type(value).__name__} here")
