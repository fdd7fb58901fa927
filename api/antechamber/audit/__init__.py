"""The audit log: one ordered line of all that changed, was decided or was revealed."""

from antechamber.audit.append import Purpose, append
from antechamber.audit.bundle_verifier import Refused
from antechamber.audit.checkpoints import (
    add_checkpoint,
    anchors_hold,
    begin_anew,
    forget,
    kept_notes,
    verifier_key,
)
from antechamber.audit.export import export, prove
from antechamber.audit.history import last_done
from antechamber.audit.log import BrokenLog, Finding
from antechamber.audit.verify import VerifiedLog, verify

__all__ = [
    "BrokenLog",
    "Finding",
    "Purpose",
    "Refused",
    "VerifiedLog",
    "add_checkpoint",
    "anchors_hold",
    "append",
    "begin_anew",
    "export",
    "forget",
    "kept_notes",
    "last_done",
    "prove",
    "verifier_key",
    "verify",
]
