"""Read the whole log again and check that nothing is missing, moved or changed."""

import json
from base64 import b64decode
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from antechamber.audit.append import PART, commitment_of
from antechamber.audit.leaf import Tree, leaf_hash
from antechamber.crypto.keys import KEY_BYTES
from antechamber.crypto.sealing import Sealed, Unsealable
from antechamber.office import Office
from antechamber.tables import AuditEntryRow, AuditHeadRow
from antechamber.tables.audit import NO_LEAF
from antechamber.vault import OFFICE_KEY, Erased, KeyRef
from antechamber.work import Work
from antechamber_compliance.canonical import canonical

BATCH = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, and at which sequence; never what the entry says."""

    sequence: int
    fault: str


@dataclass(frozen=True, slots=True)
class VerifiedLog:
    """The log held: so many entries, under this Merkle root (32 bytes)."""

    count: int
    root: bytes


class BrokenLog(Exception):
    """The log does not hold; `findings` say where."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        places = ", ".join(f"{finding.sequence}: {finding.fault}" for finding in findings[:10])
        super().__init__(f"{len(findings)} faults in the audit log ({places})")
        self.findings = findings


def verify(office: Office) -> VerifiedLog:
    """Check every entry, its place in the log and its payload; raise BrokenLog with all faults.

    A payload whose key was destroyed is in order: its entry still stands.
    """
    with office.reading("audit") as work:
        findings, tree = [], Tree()
        expected, previous = 1, NO_LEAF
        ordered = select(AuditEntryRow).order_by(col(AuditEntryRow.sequence))
        for row in work.session.exec(ordered.execution_options(yield_per=BATCH)):
            if row.sequence != expected:
                findings.append(Finding(expected, "missing"))
            if row.previous != previous:
                findings.append(Finding(row.sequence, "does not follow the entry before it"))
            findings += [Finding(row.sequence, fault) for fault in _faults(work, row)]
            expected, previous = row.sequence + 1, row.leaf
            tree.add(row.leaf)
            work.session.expunge(row)  # a long log must not fill the memory
        head = work.session.get(AuditHeadRow, 1)
        if head is None or (head.sequence, head.leaf) != (expected - 1, previous):
            findings.append(Finding(expected - 1, "is not the end that the head names"))
    if findings:
        raise BrokenLog(tuple(findings))
    return VerifiedLog(tree.count, tree.root())


def _faults(work: Work, row: AuditEntryRow) -> list[str]:
    try:
        text = work.open(row, "entry", key=OFFICE_KEY)
    except Unsealable:
        return ["entry does not open"]
    entry = json.loads(text)
    faults = []
    if leaf_hash(text) != row.leaf or canonical(entry) != text:
        faults.append("leaf is not that of the entry")
    if entry["sequence"] != row.sequence:
        faults.append("entry belongs elsewhere")
    if not _payload_holds(work, row, entry["commitment"]):
        faults.append("payload is not the one committed to")
    return faults


def _payload_holds(work: Work, row: AuditEntryRow, commitment: str) -> bool:
    try:
        outer = work.open_json(row, "payload", key=OFFICE_KEY)
        key = KeyRef(_uuid(outer["key"]), _uuid(outer["initiative"]))
        sealed = Sealed(b64decode(outer["sealed"]))
        content = work.open_part(row, "payload", PART, sealed, key=key)
    except Erased:
        return True
    except Unsealable:
        return False
    return commitment_of(content[KEY_BYTES:], content[:KEY_BYTES]) == commitment


def _uuid(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)
