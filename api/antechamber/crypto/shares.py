"""Shares of a recovery key as people write them down: 18 groups of five characters.

A share is 45 bytes: format 1, set 4, threshold 1, count 1, number 1, value 32, checksum 5. In
Crockford's base32 that is 72 characters, in groups of four; the fifth of each group checks it
and its place, so that a slip of the pen is named by its group.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from antechamber.crypto import shamir
from antechamber.crypto.keys import KEY_BYTES, Key
from antechamber.crypto.recovery import recovery_public

FORMAT = 1
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ALIKE = str.maketrans("OIL", "011")
SET_BYTES, CHECK_BYTES = 4, 5
GROUPS, DATA, PER_LINE = 18, 4, 6


class BadShare(Exception):
    """A share that cannot be used; the message says which and why, and shows none of it."""


@dataclass(frozen=True, slots=True)
class Share:
    """One share of a recovery key; `set_id` tells shares of one splitting from another's."""

    set_id: bytes
    threshold: int
    count: int
    number: int
    value: bytes

    def __repr__(self) -> str:
        return f"Share({self.number} of {self.count}, hidden)"

    @property
    def text(self) -> str:
        """Return the share as it is printed: three lines of six groups."""
        counts = bytes([self.threshold, self.count, self.number])
        body = bytes([FORMAT]) + self.set_id + counts + self.value
        number = int.from_bytes(body + _checksum(body))
        bits = GROUPS * DATA * 5
        data = "".join(ALPHABET[number >> bits - 5 * (i + 1) & 31] for i in range(GROUPS * DATA))
        groups = [data[i : i + DATA] for i in range(0, len(data), DATA)]
        shown = [group + _check(place, group) for place, group in enumerate(groups, start=1)]
        lines = (shown[i : i + PER_LINE] for i in range(0, GROUPS, PER_LINE))
        return "\n".join(" ".join(line) for line in lines)


def split(private: Key, *, threshold: int, count: int) -> list[Share]:
    """Split a recovery key; raise ValueError unless 2 <= threshold <= count <= 255."""
    set_id = sha256(recovery_public(private).raw).digest()[:SET_BYTES]
    values = shamir.split(private.expose(), threshold=threshold, count=count)
    return [Share(set_id, threshold, count, number, value) for number, value in values.items()]


def groups_of(text: str, name: str, *, start: int = 1) -> list[str]:
    """Return the groups of a typed line, the first being number `start`; raise BadShare."""
    letters = "".join(text.upper().translate(ALIKE).replace("-", " ").split())
    groups = [letters[i : i + DATA + 1] for i in range(0, len(letters), DATA + 1)]
    for place, group in enumerate(groups, start):
        if place > GROUPS:
            raise BadShare(f"{name} has more than {GROUPS} groups.")
        if not set(group) <= set(ALPHABET) or _check(place, group[:DATA]) != group[DATA:]:
            raise BadShare(f"{name}: group {place} is mistyped. Compare it with the paper.")
    return groups


def read(text: str, name: str) -> Share:
    """Read a share as it was typed; raise BadShare, which calls it by `name`."""
    groups = groups_of(text, name)
    if len(groups) != GROUPS:
        raise BadShare(f"{name} has {len(groups)} groups instead of {GROUPS}.")
    number = 0
    for character in "".join(group[:DATA] for group in groups):
        number = number << 5 | ALPHABET.index(character)
    raw = number.to_bytes(GROUPS * DATA * 5 // 8)
    body, check = raw[:-CHECK_BYTES], raw[-CHECK_BYTES:]
    if _checksum(body) != check:
        raise BadShare(f"{name} is mistyped, and no group shows where. Compare it with the paper.")
    if body[0] != FORMAT:
        raise BadShare(f"{name} has a newer format; use a newer antechamber.")
    threshold, count, place = body[1 + SET_BYTES : -KEY_BYTES]
    if not (2 <= threshold <= count and 1 <= place <= count):
        raise BadShare(f"{name} is none that this software made.")
    return Share(body[1 : 1 + SET_BYTES], threshold, count, place, body[-KEY_BYTES:])


def combine(shares: Sequence[Share]) -> Key:
    """Put a recovery key together; raise BadShare for too few, or of more than one set."""
    if not shares:
        raise BadShare("No share was given.")
    first, *others = shares
    for share in others:
        if share.set_id != first.set_id:
            raise BadShare(
                f"Shares {first.number} and {share.number} are of two different sets. Use shares "
                "that were printed together."
            )
    values = {share.number: share.value for share in shares}
    if len(values) < first.threshold:
        raise BadShare(f"{len(values)} of the {first.threshold} shares needed were given.")
    key = Key(shamir.combine(dict(list(values.items())[: first.threshold])))
    if sha256(recovery_public(key).raw).digest()[:SET_BYTES] != first.set_id:
        raise BadShare("These shares do not belong together. Compare each with its paper.")
    return key


def _checksum(body: bytes) -> bytes:
    return sha256(b"antechamber share" + body).digest()[:CHECK_BYTES]


def _check(place: int, group: str) -> str:
    return ALPHABET[sha256(f"antechamber group {place} {group}".encode()).digest()[0] >> 3]
