"""Erase a person for good: from today's database, and from older copies of it with today's keys.

An older copy holds their key, wrapped by their initiative's, wrapped by the office's. So that
today's keys open none of it, the first is deleted and the other two are replaced, all in one
transaction: a person is erased whole or not at all.
"""

from collections.abc import Callable
from uuid import UUID

from sqlmodel import select

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.documents import store
from antechamber.documents.participant import Identity, ParticipantFile
from antechamber.documents.session import SessionDocument
from antechamber.erasure.report import Destroyed, Report, report
from antechamber.errors import NotFound
from antechamber.office import Office
from antechamber.rotation import initiatives
from antechamber.rotation.office import retire_wrapping
from antechamber.rotation.sealed import wrap_anew
from antechamber.rotation.values import open_or_stop
from antechamber.tables import (
    IdempotencyRow,
    OutboxRow,
    ParticipantRow,
    SessionRow,
    SignoffRow,
)
from antechamber.vault import OFFICE_KEY, KeyRef, initiative_key
from antechamber.work import Everywhere, Work

Allow = Callable[[Work], object]


def anybody(_: Work) -> None:
    """Allow it: whoever gives commands with the office's key is the office."""


def erase(office: Office, actor: Everywhere, participant: UUID, allow: Allow = anybody) -> Report:
    """Erase a participant and report what is left; raise NotFound, or Busy.

    `allow` is asked in the transaction that erases, and raises where it may not be done. Live
    sessions are decided again. Who is erased already is reported on again.
    """
    with office.keyring.alone():
        if not _was_erased(office, actor, participant):
            office.keyring.write(office.keys.with_newer("wrapping", office.clock()))
        with office.work(actor, alone=True) as work:
            allow(work)
            row = work.session.get(ParticipantRow, participant)
            if row is None:
                raise NotFound
            gone = Destroyed() if _is_erased(work, row) else _erase(work, row)
            found = report(work, row, gone, office.settings)
        retire_wrapping(office, actor)
    return found


def finish(office: Office, actor: Everywhere) -> None:
    """Destroy the wrapping key that a killed erasure has left behind; raise Busy."""
    if is_unfinished(office.keys):
        with office.keyring.alone():
            retire_wrapping(office, actor)


def is_unfinished(keys: OfficeKeys) -> bool:
    """Tell whether a killed erasure left a key behind: it came alone, others came with a root."""
    with_a_root = {root.made for root in keys.roots}
    alone = any(key.made not in with_a_root for key in keys.wrapping[:-1])
    return alone or len(keys.wrapping) > len(keys.roots)


def _was_erased(office: Office, actor: Everywhere, participant: UUID) -> bool:
    with office.reading(actor) as work:
        row = work.session.get(ParticipantRow, participant)
        if row is None:
            raise NotFound
        return _is_erased(work, row)


def _is_erased(work: Work, row: ParticipantRow) -> bool:
    # What the row says of itself is an open column, which a writer to the database could set.
    return row.erased and not work.vault.keeps(store.person_key(row))


def _erase(work: Work, row: ParticipantRow) -> Destroyed:
    work.lock_row(row)
    initiative = row.initiative_id
    ref = store.load_file(work, row).ref
    gone = Destroyed(
        seats=_unseat(work, row),
        signoffs=_drop_signoffs(work, row, ref),
        messages=_drop_messages(work, row),
        requests=_drop_requests(work, row),
    )
    work.destroy_participant_key(initiative, row.key_id)
    _leave_a_tombstone(work, row)
    work.new_initiative_key(initiative)
    initiatives.renew_whole(work, initiative)
    initiatives.destroy_older(work, initiative)
    while wrap_anew(work, None):
        pass
    audit.append(work, "participant.erased", row.id, key=initiative_key(initiative))
    clearance.changed(work, initiative)
    return gone


def _leave_a_tombstone(work: Work, row: ParticipantRow) -> None:
    """Write nothing, in the usual size, over what was known; that they were there stays, and until when."""
    row.erased, row.email_index, row.document_index = True, None, None
    key = initiative_key(row.initiative_id)
    work.seal(row, "identity", Identity(names=[]).to_bytes(), key=key)
    work.seal(
        row, "file", ParticipantFile(ref="", pseudonym="", erased_at=work.now).to_bytes(), key=key
    )
    work.session.add(row)
    work.session.flush()


def _unseat(work: Work, person: ParticipantRow) -> int:
    """Take the person off every session, past ones too; return of how many."""
    work.vault.preload(person.initiative_id)
    count = 0
    rows = select(SessionRow).where(SessionRow.initiative_id == person.initiative_id)
    for row in work.session.exec(rows).all():
        document = store.load_session(work, row)
        if document.seat_of(person.id):
            store.save_session(work, row, _without(work, row, document, person.id))
            work.session.add(row)
            count += 1
    return count


def _without(
    work: Work, row: SessionRow, document: SessionDocument, person: UUID
) -> SessionDocument:
    seats = [seat for seat in document.seats if seat.participant != person]
    left = document.model_copy(update={"seats": seats})
    parts = {key: part for key, (_, part) in store.open_seats(work, row, left).items()}
    return left.counted(parts)


def _drop_signoffs(work: Work, person: ParticipantRow, ref: str) -> int:
    """Delete what was signed about the person: its reasons are about them."""
    rows = select(SignoffRow).where(SignoffRow.initiative_id == person.initiative_id)
    about = [row for row in work.session.exec(rows) if store.load_signoff(work, row).subject == ref]
    return _delete(work, about)


def _drop_messages(work: Work, person: ParticipantRow) -> int:
    rows = select(OutboxRow).where(OutboxRow.initiative_id == person.initiative_id)
    key = initiative_key(person.initiative_id)
    about = [
        row for row in work.session.exec(rows) if _mentions(work, row, "payload", key, person.id)
    ]
    return _delete(work, about)


def _drop_requests(work: Work, person: ParticipantRow) -> int:
    about = [
        row
        for row in work.session.exec(select(IdempotencyRow))
        if _mentions(work, row, "outcome", OFFICE_KEY, person.id)
    ]
    return _delete(work, about)


def _mentions(
    work: Work, row: OutboxRow | IdempotencyRow, column: str, key: KeyRef, person: UUID
) -> bool:
    return str(person).encode() in open_or_stop(work, row, column, key)


def _delete(work: Work, rows: list[SignoffRow] | list[OutboxRow] | list[IdempotencyRow]) -> int:
    for row in rows:
        work.session.delete(row)
    work.session.flush()
    return len(rows)
