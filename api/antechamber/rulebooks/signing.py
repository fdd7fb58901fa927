"""Signatures over a rulebook: two roles, two keys, one file beside the rules.

What is signed is the rulebook's digest, its revision and the signing role, so a signature
is good for that rulebook and role alone. `signatures.toml` has one spelling: a file with any
byte changed is refused, whatever a reader would make of it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from antechamber.crypto.keys import length_prefixed
from antechamber.crypto.signatures import PublicKey, SigningKey
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.rulebook import SIGNATURES

SIGNING_ROLES = ("compliance", "director")
PURPOSE = b"antechamber/rulebook/1"

Trust = Mapping[str, PublicKey]


class BadSignatures(Exception):
    """Why a rulebook is not signed as it must be: a sentence that can be shown."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One role's signature: the id of the key (hex) and 64 bytes."""

    role: str
    key: str
    value: bytes


@dataclass(frozen=True, slots=True)
class Signatures:
    """What `signatures.toml` holds: which rulebook was signed, and by whom."""

    digest: str
    revision: int
    by: tuple[Signature, ...]

    def to_bytes(self) -> bytes:
        """Return the one spelling of the file."""
        lines = [f'digest = "{self.digest}"', f"revision = {self.revision}"]
        for each in sorted(self.by, key=lambda signature: signature.role):
            lines += ["", "[[signature]]", f'role = "{each.role}"', f'key = "{each.key}"']
            lines.append(f'value = "{each.value.hex()}"')
        return "\n".join([*lines, ""]).encode()


def read_signatures(raw: bytes) -> Signatures:
    """Read `signatures.toml`; raise BadSignatures unless it is just as it was written."""
    try:
        document = tomllib.loads(raw.decode())
        found = Signatures(
            str(document["digest"]),
            int(document["revision"]),
            tuple(
                Signature(str(each["role"]), str(each["key"]), bytes.fromhex(each["value"]))
                for each in document["signature"]
            ),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BadSignatures(f"{SIGNATURES} is damaged; sign the rulebook again.") from None
    if found.to_bytes() != raw:
        raise BadSignatures(f"{SIGNATURES} was changed after signing; sign the rulebook again.")
    return found


def sign(rulebook: Rulebook, role: str, key: SigningKey, before: Signatures | None) -> Signatures:
    """Add or renew a role's signature; signatures of another rulebook are left out.

    Raises BadSignatures where this key has signed for the other role.
    """
    same = before is not None and (before.digest, before.revision) == _identity(rulebook)
    others = [each for each in before.by if each.role != role] if before and same else []
    if any(each.key == key.public.id for each in others):
        raise BadSignatures(
            "This key has signed for the other role; two people sign, two keys. Let whoever holds"
            " that role sign again with their own key, then sign with this one."
        )
    mine = Signature(role, key.public.id, key.sign(_statement(rulebook, role)))
    return Signatures(*_identity(rulebook), (*others, mine))


def verify(files: Mapping[str, bytes], rulebook: Rulebook, trust: Trust) -> None:
    """Check both signatures of a rulebook, loaded from `files`; raise BadSignatures."""
    if SIGNATURES not in files:
        raise BadSignatures("Nobody has signed this rulebook.")
    found = read_signatures(files[SIGNATURES])
    if (found.digest, found.revision) != _identity(rulebook):
        raise BadSignatures("The rulebook was changed after it was signed; sign it again.")
    _refuse_bad_trust(trust)
    roles = [each.role for each in found.by]
    for role in SIGNING_ROLES:
        if roles.count(role) != 1:
            raise BadSignatures(f"The rulebook needs one signature of {role}.")
    if len(roles) != len(SIGNING_ROLES):
        raise BadSignatures("The rulebook is signed for a role that signs no rulebooks.")
    for each in found.by:
        trusted = trust[each.role]
        if each.key != trusted.id:
            raise BadSignatures(
                f"The key that signed for {each.role}, {each.key}, is not the trusted one,"
                f" {trusted.id}."
            )
        if not trusted.verifies(each.value, _statement(rulebook, each.role)):
            raise BadSignatures(f"The signature of {each.role} does not fit the rulebook.")


def _refuse_bad_trust(trust: Trust) -> None:
    for role in SIGNING_ROLES:
        if role not in trust:
            raise BadSignatures(f"No key of {role} is trusted here; give it with --trust KEY.pub.")
    if len({trust[role].raw for role in SIGNING_ROLES}) < len(SIGNING_ROLES):
        raise BadSignatures("One key is trusted for both roles; two people sign, two keys.")


def _identity(rulebook: Rulebook) -> tuple[str, int]:
    return rulebook.digest, rulebook.revision


def _statement(rulebook: Rulebook, role: str) -> bytes:
    return length_prefixed(
        PURPOSE, rulebook.digest.encode(), str(rulebook.revision).encode(), role.encode()
    )
