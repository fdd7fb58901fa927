"""Shamir's secret sharing over GF(256): any k of n shares give the secret, fewer give nothing.

Each byte of the secret is the value at 0 of a random polynomial of degree k - 1; share number x
holds the values at x. The field is that of AES (x^8 + x^4 + x^3 + x + 1).
"""

import secrets
from collections.abc import Mapping

MOST = 255


def split(secret: bytes, *, threshold: int, count: int) -> dict[int, bytes]:
    """Return shares by their number, from 1; raise ValueError unless 2 <= threshold <= count."""
    if not 2 <= threshold <= count <= MOST:
        raise ValueError(f"a secret is split for 2 or more, among at most {MOST}")
    polynomials = [bytes([byte]) + secrets.token_bytes(threshold - 1) for byte in secret]
    return {
        x: bytes(_value_at(x, coefficients) for coefficients in polynomials)
        for x in range(1, count + 1)
    }


def combine(shares: Mapping[int, bytes]) -> bytes:
    """Return the value at 0 of the polynomials through these shares; too few give noise."""
    secret = bytes(len(next(iter(shares.values()))))
    for x, values in shares.items():
        weight = 1  # Lagrange: the product of other / (other - x); minus is exclusive or
        for other in shares:
            if other != x:
                weight = multiply(weight, multiply(other, inverse(other ^ x)))
        secret = bytes(s ^ multiply(weight, value) for s, value in zip(secret, values, strict=True))
    return secret


def multiply(a: int, b: int) -> int:
    """Multiply in GF(256)."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a = a << 1 ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return product


def inverse(a: int) -> int:
    """Return 1 / a: a to the power of 254, since a to the power of 255 is 1."""
    result = 1
    for _ in range(254):
        result = multiply(result, a)
    return result


def _value_at(x: int, coefficients: bytes) -> int:
    value = 0
    for coefficient in reversed(coefficients):
        value = multiply(value, x) ^ coefficient
    return value
