"""Decisions on record: written once, verified at every reading."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import col, func, select

from antechamber.clearance.dossiers import seal_dossier
from antechamber.clearance.facts import Gathered
from antechamber.crypto.macs import decision_mac, fingerprint, verify_decision_mac
from antechamber.documents.base import Document
from antechamber.errors import NotFound
from antechamber.tables import DecisionRow, SessionRow
from antechamber.vault import initiative_key
from antechamber.work import Work
from antechamber_compliance.binding import fingerprint_input
from antechamber_compliance.verdict import Verdict


class Forged(Exception):
    """A decision that this office did not make as it is stored. Nothing may rely on it."""


class DecisionRecord(Document):
    """What the decision's record column holds.

    `snapshots` maps each list to the digest of the copy in force; `input_digest` is that of
    the sealed dossier; `verdict` is the engine's answer as it was given.
    """

    bucket = 16384

    event: str
    input_digest: str
    snapshots: dict[str, str]
    verdict: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """The engine's answer about one session, and the facts that it was given."""

    gathered: Gathered
    verdict: Verdict


def new_decision(work: Work, session: SessionRow, revision: int, judged: Judged) -> DecisionRow:
    """Make the row of a decision about one revision of a session; it is not added yet."""
    decision, inputs = uuid4(), fingerprint_input(judged.gathered.facts, judged.verdict)
    row = DecisionRow(
        id=decision,
        initiative_id=session.initiative_id,
        session_id=session.id,
        sequence=_last_sequence(work, session.id) + 1,
        revision=revision,
        fingerprint=fingerprint(work.keys.root, decision, inputs),
        may_proceed=judged.verdict.may_proceed,
        mac=b"",
    )
    record = DecisionRecord(
        event=judged.gathered.facts["event"],
        input_digest=seal_dossier(work, row, judged.gathered),
        snapshots=dict(judged.gathered.snapshots),
        verdict=judged.verdict.to_json(),
    )
    work.seal(row, "record", record.to_bytes(), key=initiative_key(row.initiative_id))
    row.mac = decision_mac(work.keys.root, row)
    return row


def read_decision(work: Work, decision_id: UUID) -> DecisionRow:
    """Return a decision; raise NotFound, or Forged where its MAC does not verify."""
    row = work.session.get(DecisionRow, decision_id)
    if row is None:
        raise NotFound("No decision with this id that you may see.")
    return verified(work, row)


def verified(work: Work, row: DecisionRow) -> DecisionRow:
    """Return the row itself if this office made it; raise Forged otherwise."""
    if not any(verify_decision_mac(root, row) for root in work.keys.every):
        raise Forged(f"decision {row.id} was not made by this office")
    return row


def open_record(work: Work, row: DecisionRow) -> DecisionRecord:
    """Open what a decision says."""
    key = initiative_key(row.initiative_id)
    return DecisionRecord.from_json(work.open_json(row, "record", key=key))


def _last_sequence(work: Work, session_id: UUID) -> int:
    highest = select(func.max(col(DecisionRow.sequence))).where(
        DecisionRow.session_id == session_id
    )
    return work.session.exec(highest).one() or 0
