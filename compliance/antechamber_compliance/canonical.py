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
_ALWAYS_HELD = frozenset({str, bool, type(None)})


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
    keys: set[str] = set()
    rest = [value]
    while rest:
        inner = rest.pop()
        if isinstance(inner, dict):
            keys.update(inner)
            rest += [each for each in inner.values() if type(each) not in _ALWAYS_HELD]
        elif isinstance(inner, (list, tuple)):
            rest += [each for each in inner if type(each) not in _ALWAYS_HELD]
        elif not _is_held(inner):
            raise TypeError(f"canonical JSON cannot hold a {type(inner).__name__} here")
    return "".join(keys).isascii()  # join raises TypeError on a key that is no text


def _is_held(value: object) -> bool:
    if isinstance(value, int):
        return abs(value) <= LARGEST_INT
    return isinstance(value, str) or value is None


def _ordered(value: object) -> object:
    """Return the value with the keys of every object in the order of RFC 8785."""
    if isinstance(value, dict):
        # By UTF-16 code units, which differs from code points past U+FFFF.
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return {key: _ordered(value[key]) for key in keys}
    return [_ordered(item) for item in value] if isinstance(value, list | tuple) else value
