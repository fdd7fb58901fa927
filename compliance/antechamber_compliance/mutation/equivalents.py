"""The list of mutants that are known to say the same as the policies themselves."""

import tomllib
from collections.abc import Mapping

from antechamber_compliance.texts import is_said


class BadList(Exception):
    """A list of equivalents that cannot be read: which entry, and what is wrong with it."""


def read_equivalents(text: str) -> Mapping[str, str]:
    """Return by name why each mutant is equivalent; raise BadList."""
    try:
        entries = tomllib.loads(text).get("equivalent", [])
    except tomllib.TOMLDecodeError as fault:
        raise BadList(f"not TOML: {fault}") from fault
    found: dict[str, str] = {}
    for number, entry in enumerate(entries, 1):
        names, reason = entry.get("mutants"), entry.get("reason")
        if entry.keys() != {"mutants", "reason"} or not isinstance(names, list):
            raise BadList(f"entry {number} needs 'mutants', a list, and 'reason', nothing else")
        if not isinstance(reason, str) or not is_said(reason):
            raise BadList(f"entry {number} gives no reason")
        for name in names:
            if name in found:
                raise BadList(f"entry {number}: {name} stands here twice")
            found[name] = reason
    return found
