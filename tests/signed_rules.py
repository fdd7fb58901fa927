"""Rulebooks to sign and adopt: the shipped rules with another revision and few scenarios."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from antechamber.crypto.signatures import SigningKey
from antechamber.rulebooks.candidates import Candidate, examine
from antechamber.rulebooks.keyfiles import public_line
from antechamber.rulebooks.signing import SIGNING_ROLES, Signatures, Trust, identify, sign
from antechamber_compliance.rulebook import REVISION, SIGNATURES, load
from engagements import base, cases, policy_files

Files = dict[str, bytes]
BASE, CASES = "scenarios/base.json", "scenarios/cases.jsonl"
CROWD = "process/MEL-99-crowd.toml"
# A rule that no session of the tests meets.
NOBODY_PASSES = b"""
id = "MEL-99"
title = "Nothing is small"
scope = "session"
rationale = "For tests: it denies every session."

[[references]]
cite = "None"
checked = "J"
review = 2027-11-01

[[require]]
code = "small"
effect = "deny"
that = 'size(seats) > 400'
message = "There are {size(seats)} seats."
remedy = "Invite more."
"""
# One that clears and one that does not.
FEW = ("G001", "G002")


@cache
def keys() -> Mapping[str, SigningKey]:
    """One signing key for each role."""
    return {role: SigningKey.random() for role in SIGNING_ROLES}


def trust() -> Trust:
    """The public keys of those who sign."""
    return {role: key.public for role, key in keys().items()}


def unsigned(revision: int = 2, changes: Mapping[str, bytes] | None = None) -> Files:
    """The shipped rules as another revision; `changes` replaces whole files."""
    few = [json.dumps(case) for case in cases() if case["id"] in FEW]
    beside = (SIGNATURES, "scenarios/")
    files = {path: raw for path, raw in policy_files().items() if not path.startswith(beside)}
    files[REVISION] = f"revision = {revision}\n".encode()
    files[BASE], files[CASES] = json.dumps(base()).encode(), "\n".join(few).encode()
    return {**files, **(changes or {})}


def signed_by(files: Files, holders: Mapping[str, SigningKey]) -> Files:
    """The files with signatures of these roles by these keys."""
    of, found = identify(files, load(files)), None
    for role, key in holders.items():
        found = sign(of, role, key, found)
    assert isinstance(found, Signatures)
    return {**files, SIGNATURES: found.to_bytes()}


def signed(revision: int = 2, changes: Mapping[str, bytes] | None = None) -> Files:
    """The shipped rules as another revision, with both signatures."""
    return signed_by(unsigned(revision, changes), keys())


@cache
def stricter(revision: int = 2) -> Candidate:
    """Signed rules that deny every session; its scenarios were not asked."""
    files = signed(revision, {CROWD: NOBODY_PASSES})
    return Candidate(files, load(files), 0)


@cache
def candidate(revision: int = 2) -> Candidate:
    """A signed rulebook that may be adopted."""
    return examine(signed(revision))


def write(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files into a folder and return it."""
    for path, raw in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)
    return folder


def write_public(folder: Path) -> dict[str, Path]:
    """Write the public keys, a file for each role."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    for role, key in keys().items():
        found[role] = folder / f"{role}.pub"
        found[role].write_text(public_line(role, key.public) + "\n")
    return found
