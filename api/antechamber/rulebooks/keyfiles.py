"""Key files of those who sign: a private key in PEM, a public key as one line of text.

A public line reads `compliance ed25519 <base64 of 32 bytes>`. A file may hold several: the
lines of both roles together are a trust file.
"""

from base64 import b64decode, b64encode

from antechamber.crypto.signatures import PublicKey
from antechamber.rulebooks.signing import SIGNING_ROLES

KIND = "ed25519"


class BadKeyFile(Exception):
    """A file that holds no public keys as they are written here; says which line."""


def public_line(role: str, key: PublicKey) -> str:
    """Return a public key as a line of text, without its end."""
    return f"{role} {KIND} {b64encode(key.raw).decode()}"


def read_public(text: str) -> dict[str, PublicKey]:
    """Read lines of public keys, by role; raise BadKeyFile."""
    found: dict[str, PublicKey] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        role, key = _read_line(number, line)
        if found.get(role, key) != key:
            raise BadKeyFile(f"line {number} names a second key of {role}")
        found[role] = key
    if not found:
        raise BadKeyFile("it holds no public key")
    return found


def _read_line(number: int, line: str) -> tuple[str, PublicKey]:
    words = line.split()
    if len(words) != 3 or words[1] != KIND:
        raise BadKeyFile(f"line {number} is no public key; it reads ROLE {KIND} KEY")
    role, _, encoded = words
    if role not in SIGNING_ROLES:
        raise BadKeyFile(f"line {number}: {' and '.join(SIGNING_ROLES)} sign, nobody else")
    try:
        return role, PublicKey(b64decode(encoded, validate=True))
    except ValueError:
        raise BadKeyFile(f"line {number}: the key is damaged") from None
