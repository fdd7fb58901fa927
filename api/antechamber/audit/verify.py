"""Read the whole log again and check that nothing is missing, moved or changed."""

import json
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from antechamber.audit import checkpoints
from antechamber.audit.append import PART, commitment_of
from antechamber.audit.bundle_verifier import grown, leaf_hash
from antechamber.audit.log import BrokenLog, Finding, Order, broken
from antechamber.audit.rows import Told
from antechamber.crypto.keys import KEY_BYTES
from antechamber.crypto.sealing import Sealed, Unsealable
from antechamber.office import Office
from antechamber.tables import AuditEntryRow
from antechamber.vault import OFFICE_KEY, Erased, KeyRef
from antechamber.work import Everywhere, Work
from antechamber_compliance.canonical import canonical

BATCH = 500  # whole rows, each a few KiB


@dataclass(frozen=True, slots=True)
class VerifiedLog:
    """The log held: so many entries, this Merkle root (32 bytes), so many checkpoints kept."""

    count: int
    root: bytes
    checkpoints: int = 0


def verify(office: Office, *anchors: bytes) -> VerifiedLog:
    """Check every entry, its place in the log and its payload; raise BrokenLog with all faults.

    A payload whose key was destroyed is in order: its entry still stands. Decisions, sessions and
    erasures must be those that the log tells of. `anchors` are files of checkpoints that the log
    must agree with; raises Refused if one is not of this office.
    """
    promised = [each for notes in anchors for each in checkpoints.read(office.keys, notes)]
    findings: list[Finding] = []
    with office.reading(Everywhere("audit")) as work:
        told = Told(work)
        tree, roots = grown(_checked(told, findings), {each.size for each in promised})
        findings += told.findings()
    findings += broken(promised, tree, roots)
    if findings:
        raise BrokenLog(findings)
    return VerifiedLog(tree.count, tree.root(), len(set(promised)))


def _checked(told: Told, findings: list[Finding]) -> Iterator[bytes]:
    """Yield the leaf of each entry; add what is wrong to `findings`."""
    work, order = told.work, Order()
    ordered = select(AuditEntryRow).order_by(col(AuditEntryRow.sequence))
    for row in work.session.exec(ordered.execution_options(yield_per=BATCH)):
        order.next(row.sequence, row.previous, row.leaf)
        findings += [Finding(row.sequence, fault) for fault in _faults(told, row)]
        yield row.leaf
        work.session.expunge(row)  # a long log must not fill the memory
    order.end(work)
    findings += order.findings


def _faults(told: Told, row: AuditEntryRow) -> list[str]:
    work = told.work
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
    content = _payload(work, row, entry["commitment"])
    if content is None:
        faults.append("payload is not the one committed to")
    elif not faults:
        told.note(entry, content)
    return faults


def _payload(work: Work, row: AuditEntryRow, commitment: str) -> bytes | None:
    """Return what an entry was given: b"" where its key was destroyed, None where it is another."""
    try:
        outer = work.open_json(row, "payload", key=OFFICE_KEY)
        key = KeyRef(_uuid(outer["key"]), _uuid(outer["initiative"]))
        sealed = Sealed(b64decode(outer["sealed"]))
        content = work.open_part(row, "payload", PART, sealed, key=key)
    except Erased:
        return b""
    except Unsealable:
        return None
    nonce, said = content[:KEY_BYTES], content[KEY_BYTES:]
    return said if commitment_of(said, nonce) == commitment else None


def _uuid(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)
