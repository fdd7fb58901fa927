"""Canonical JSON (RFC 8785) for the values that records are made of.

Only objects with text keys, arrays, text, whole numbers up to 2**53 - 1, booleans and null
occur: there are no fractions, so the number rules of the RFC reduce to plain digits.
"""

import json
from hashlib import sha256

from antechamber_compliance.dossier.kinds import LARGEST_INT

_IN_GIVEN_ORDER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
_BY_KEY = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), allow_nan=False, sort_keys=True
)


def canonical(value: object) -> bytes:
    """Return the one byte string for a value; raise TypeError on what JSON cannot hold."""
    if _has_plain_keys(value):
        return _BY_KEY.encode(value).encode()
    return _IN_GIVEN_ORDER.encode(_ordered(value)).encode()


def digest(value: object) -> str:
    """Return the hex SHA-256 of a value's canonical form."""
    return sha256(canonical(value)).hexdigest()


def _has_plain_keys(value: object) -> bool:
    """Tell whether all keys are ASCII; raise TypeError on what canonical JSON cannot hold."""
    if isinstance(value, str) or value is None or isinstance(value, bool):
        return True
    if isinstance(value, dict):
        # A list, so that all are looked at; str.isascii raises TypeError on what is no text.
        return all([*map(str.isascii, value), *map(_has_plain_keys, value.values())])
    if isinstance(value, list | tuple):
        return all([*map(_has_plain_keys, value)])
    if isinstance(value, int) and abs(value) <= LARGEST_INT:
        return True
    raise TypeError(f"canonical JSON cannot hold a {type(value).__name__} here")


def _ordered(value: object) -> object:
    """Return the value with the keys of every object in the order of RFC 8785."""
    if isinstance(value, dict):
        # By UTF-16 code units, which differs from code points past U+FFFF.
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return {key: _ordered(value[key]) for key in keys}
    return [_ordered(item) for item in value] if isinstance(value, list | tuple) else value
