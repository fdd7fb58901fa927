"""Signatures over a rulebook: two roles, two keys, one file beside the rules.

What is signed is the rulebook's digest, its revision, the digest of its scenarios and notes, and
the signing role, so a signature is good for that folder and role alone. `signatures.toml` has
one spelling: a file with any byte changed is refused, whatever a reader would make of it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from antechamber.crypto.keys import length_prefixed
from antechamber.crypto.signatures import PublicKey, SigningKey
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.rulebook import SIGNATURES, digest_beside

SIGNING_ROLES = ("compliance", "director")
PURPOSE = b"antechamber/rulebook/2"

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
class Identity:
    """What is signed: one rulebook, and `beside` it the scenarios that it passed and its notes."""

    digest: str
    revision: int
    beside: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """What `signatures.toml` holds: what was signed, and by whom."""

    of: Identity
    by: tuple[Signature, ...]

    def to_bytes(self) -> bytes:
        """Return the one spelling of the file."""
        lines = [f'digest = "{self.of.digest}"', f"revision = {self.of.revision}"]
        lines.append(f'beside = "{self.of.beside}"')
        for each in sorted(self.by, key=lambda signature: signature.role):
            lines += ["", "[[signature]]", f'role = "{each.role}"', f'key = "{each.key}"']
            lines.append(f'value = "{each.value.hex()}"')
        return "\n".join([*lines, ""]).encode()


def read_signatures(raw: bytes) -> Signatures:
    """Read `signatures.toml`; raise BadSignatures unless it is just as it was written."""
    try:
        document = tomllib.loads(raw.decode())
        found = Signatures(
            Identity(str(document["digest"]), int(document["revision"]), str(document["beside"])),
            tuple(
                Signature(str(each["role"]), str(each["key"]), bytes.fromhex(each["value"]))
                for each in document["signature"]
            ),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BadSignatures(
            f"{SIGNATURES} is damaged, or of an earlier version; sign again."
        ) from None
    if found.to_bytes() != raw:
        raise BadSignatures(f"{SIGNATURES} was changed after signing; sign the rulebook again.")
    return found


def identify(files: Mapping[str, bytes], rulebook: Rulebook) -> Identity:
    """Return what signatures of a rulebook, loaded from `files`, are good for."""
    return Identity(rulebook.digest, rulebook.revision, digest_beside(files))


def sign(of: Identity, role: str, key: SigningKey, before: Signatures | None) -> Signatures:
    """Add or renew a role's signature; signatures of anything else are left out.

    Raises BadSignatures where this key has signed for the other role.
    """
    same = before is not None and before.of == of
    others = [each for each in before.by if each.role != role] if before and same else []
    if any(each.key == key.public.id for each in others):
        raise BadSignatures(
            "This key has signed for the other role; two people sign, two keys. Let whoever holds"
            " that role sign again with their own key, then sign with this one."
        )
    mine = Signature(role, key.public.id, key.sign(_statement(of, role)))
    return Signatures(of, (*others, mine))


def verify(files: Mapping[str, bytes], rulebook: Rulebook, trust: Trust) -> None:
    """Check both signatures of a rulebook, loaded from `files`; raise BadSignatures."""
    if SIGNATURES not in files:
        raise BadSignatures("Nobody has signed this rulebook.")
    found = read_signatures(files[SIGNATURES])
    of = identify(files, rulebook)
    if (found.of.digest, found.of.revision) != (of.digest, of.revision):
        raise BadSignatures("The rulebook was changed after it was signed; sign it again.")
    if found.of.beside != of.beside:
        raise BadSignatures(
            "The scenarios or notes beside the rulebook were changed after it was signed; test, and"
            " sign it again."
        )
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
        if not trusted.verifies(each.value, _statement(of, each.role)):
            raise BadSignatures(f"The signature of {each.role} does not fit the rulebook.")


def _refuse_bad_trust(trust: Trust) -> None:
    for role in SIGNING_ROLES:
        if role not in trust:
            raise BadSignatures(f"No key of {role} is trusted here; give it with --trust KEY.pub.")
    if len({trust[role].raw for role in SIGNING_ROLES}) < len(SIGNING_ROLES):
        raise BadSignatures("One key is trusted for both roles; two people sign, two keys.")


def _statement(of: Identity, role: str) -> bytes:
    return length_prefixed(
        PURPOSE, of.digest.encode(), str(of.revision).encode(), of.beside.encode(), role.encode()
    )
