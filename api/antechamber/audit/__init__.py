"""The audit log: one ordered line of all that changed, was decided or was revealed."""

from antechamber.audit.append import append
from antechamber.audit.verify import BrokenLog, Finding, VerifiedLog, verify

__all__ = ["BrokenLog", "Finding", "VerifiedLog", "append", "verify"]
