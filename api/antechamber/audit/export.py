"""What an auditor takes away: the whole log as a bundle, or the proof of one entry."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain
from typing import BinaryIO

from sqlmodel import col, select

from antechamber.audit import checkpoints, tree
from antechamber.audit.append import append
from antechamber.audit.bundle_verifier import (
    BUNDLE,
    PROOF,
    Checkpoint,
    line_of,
    seal_text,
    split_notes,
)
from antechamber.audit.log import BATCH, leaves, tree_of
from antechamber.errors import NotReady
from antechamber.office import Office
from antechamber.tables import AuditEntryRow, AuditHeadRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Everywhere, Work


def export(office: Office, out: BinaryIO, *, actor: Everywhere, with_entries: bool) -> Checkpoint:
    """Write the log as a bundle, with every checkpoint kept and one of this moment.

    Hashes alone; `with_entries` adds what the entries say, by pseudonyms. The export is an entry
    itself, committed before anything is written. Raises BrokenLog and Refused: what does not
    hold is not exported.
    """
    with office.work(actor) as work:
        append(work, "audit.exported", office.id, payload={"entries": with_entries})
    notes, key = checkpoints.kept_notes(office), checkpoints.verifier_key(office.keys)
    digest = sha256()
    with office.reading(actor) as work:
        whole = tree_of(work, checkpoints.read(office.keys, notes) if notes else ())
        signed = split_notes(notes) if notes else []
        signed.append(checkpoints.checkpoint_of(office.keys, whole))
        head = {"format": BUNDLE, "key": str(key), "checkpoints": signed}
        for line in chain([line_of(head)], _entries(work, with_entries=with_entries)):
            digest.update(line)
            out.write(line)
    seal = checkpoints.sign(office.keys, seal_text(key.name, digest.hexdigest()))
    out.write(line_of({"seal": seal}))
    return Checkpoint(whole.count, whole.root())


def _entries(work: Work, *, with_entries: bool) -> Iterator[bytes]:
    if not with_entries:
        for sequence, previous, leaf in leaves(work):
            yield line_of(_hashes(sequence, previous, leaf))
        return
    ordered = select(AuditEntryRow).order_by(col(AuditEntryRow.sequence))
    for row in work.session.exec(ordered.execution_options(yield_per=BATCH)):
        yield line_of(_hashes(row.sequence, row.previous, row.leaf) | {"entry": _text(work, row)})
        work.session.expunge(row)  # a long log must not fill the memory


def _hashes(sequence: int, previous: bytes, leaf: bytes) -> dict[str, object]:
    return {"sequence": sequence, "previous": previous.hex(), "leaf": leaf.hex()}


def _text(work: Work, row: AuditEntryRow) -> str:
    return work.open(row, "entry", key=OFFICE_KEY).decode()


def prove(
    office: Office, sequence: int, *, actor: Everywhere, anchors: Sequence[bytes] = ()
) -> bytes:
    """Return the proof that an entry, counted from 1, is in the log of the newest checkpoint.

    It shows what the entry says, by pseudonyms, and is an entry itself. `anchors` are files of
    checkpoints: it also proves that the log still begins as each of them says. Raises NotReady,
    BrokenLog, Refused.
    """
    older = {
        old: checkpoints.signed_once(office.keys, note)
        for each in anchors
        for note, old in zip(split_notes(each), checkpoints.read(office.keys, each), strict=True)
    }
    note, newest = _newest_over(office, sequence, older)
    with office.work(actor) as work:
        append(work, "entry.proved", str(sequence))
    with office.reading(actor) as work:
        tree_of(work, [newest, *older])
        hashes = [leaf for _, _, leaf in leaves(work)][: newest.size]
        entry = _text(work, work.session.get_one(AuditEntryRow, sequence))
    return line_of(
        {
            "format": PROOF,
            "key": str(checkpoints.verifier_key(office.keys)),
            "sequence": sequence,
            "entry": entry,
            "checkpoint": note,
            "inclusion": _hex(tree.inclusion(hashes, sequence - 1)),
            "extends": [
                {"checkpoint": each, "proof": _hex(tree.consistency(hashes, old.size))}
                for old, each in sorted(older.items(), key=lambda known: known[0].size)
                if old.size <= newest.size
            ],
        }
    )


def _newest_over(
    office: Office, sequence: int, older: Iterable[Checkpoint]
) -> tuple[str, Checkpoint]:
    """Return the office's newest checkpoint; raise NotReady, saying why it is not enough."""
    with office.reading(Everywhere("audit")) as work:
        count = work.session.exec(select(AuditHeadRow)).one().sequence
    if not 1 <= sequence <= count:
        raise NotReady(f"The log has {count} entries, counted from 1: there is no such one.")
    found = checkpoints.newest(office)
    size = found[1].size if found else 0
    collected = max((each.size for each in older), default=0)
    if size < collected <= count:
        raise NotReady(
            f"What was collected names {collected} entries, the newest checkpoint in "
            f"{office.settings.checkpoint_file} {size}: put the newest copy of that file back."
        )
    if found is None or size < sequence:
        raise NotReady("No checkpoint covers this entry yet. Run: antechamber audit checkpoint")
    return found


def _hex(hashes: list[bytes]) -> list[str]:
    return [each.hex() for each in hashes]
