"""What a check found."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """How one thing stands; `cure` says what to do and is empty where nothing is to be done."""

    check: str
    status: Literal["ok", "warn", "fail"]
    says: str
    cure: str = ""


def ok(check: str, says: str) -> Finding:
    """Find a thing in order."""
    return Finding(check, "ok", says)


def warn(check: str, says: str, cure: str) -> Finding:
    """Find a thing that should be seen to."""
    return Finding(check, "warn", says, cure)


def fail(check: str, says: str, cure: str) -> Finding:
    """Find a thing that must be seen to, now."""
    return Finding(check, "fail", says, cure)
