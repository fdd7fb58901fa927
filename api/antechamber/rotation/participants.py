"""Newer keys for all people of an initiative, in the three steps of `initiatives`."""

from base64 import b64decode, b64encode
from typing import NamedTuple
from uuid import UUID

from sqlmodel import col, select

from antechamber import audit
from antechamber.crypto.sealing import Sealed, Unsealable
from antechamber.documents import store
from antechamber.documents.session import SeatEntry
from antechamber.office import Office
from antechamber.rotation.initiatives import leave_records
from antechamber.rotation.sealed import (
    BATCH,
    OF_PARTICIPANT,
    keys_below,
    let_others_in,
)
from antechamber.rotation.values import damaged, put_in_place, renew
from antechamber.tables import KeyRow, ParticipantRow, SessionRow
from antechamber.vault import initiative_key, participant_key
from antechamber.work import Everywhere, Work

LEVEL = {"level": "participant"}


class Person(NamedTuple):
    """Somebody's row and key, and which versions of it the headers of their documents name."""

    id: UUID
    key: UUID
    sealed_by: set[bytes]


def rotate(office: Office, actor: Everywhere, initiative: UUID) -> None:
    """Give everybody in an initiative a newer key, under which all of theirs then lies."""
    with office.work(actor, alone=True) as work:
        if not older(work, initiative):
            work.vault.preload(initiative)
            for person in _people(work, initiative):
                work.vault.add_participant_key(initiative, person.key)
            audit.append(work, "key.renewed", initiative, payload=LEVEL)
    after: UUID | None = None
    while True:
        with office.work(actor) as work:
            after = seal_people(work, initiative, after)
        let_others_in()
        if after is None:
            break
    for session in sessions_of(office, actor, initiative):
        with office.work(actor) as work:
            seal_seats(work, session)
        let_others_in()


def retire(office: Office, actor: Everywhere, initiative: UUID) -> None:
    """Destroy the older versions of the participants' keys, once nothing needs them."""
    sessions = sessions_of(office, actor, initiative)
    with office.reading(actor) as work:
        if not older(work, initiative):
            return
    with office.work(actor, alone=True) as work:
        left = older(work, initiative)
        after = seal_people(work, initiative)
        while after is not None:
            after = seal_people(work, initiative, after)
        for session in sessions:
            seal_seats(work, session)
        leave_records(work, left)
        audit.append(work, "key.destroyed", initiative, payload=LEVEL)


def older(work: Work, initiative: UUID) -> list[KeyRow]:
    """Return the versions of participants' keys that are whole but not the newest."""
    rows = select(KeyRow).where(keys_below(initiative)).order_by(col(KeyRow.version).desc())
    newest: set[UUID] = set()
    found = []
    for row in work.session.exec(rows):
        if row.id in newest and work.vault.is_whole(row):
            found.append(row)
        newest.add(row.id)
    return found


def seal_people(work: Work, initiative: UUID, after: UUID | None = None) -> UUID | None:
    """Seal a batch of people's documents by their newest keys; return where the next begins."""
    people = _people(work, initiative, after, BATCH)
    work.vault.preload(initiative, [person.key for person in people])
    left = [person.id for person in people if not _is_renewed(work, initiative, person)]
    rows = select(ParticipantRow).where(col(ParticipantRow.id).in_(left))
    for row in work.session.exec(rows.order_by(col(ParticipantRow.id))).all():
        renew(work, row, [place.column for place in OF_PARTICIPANT], store.person_key(row))
    return people[-1].id if people else None


def seal_seats(work: Work, session_id: UUID) -> None:
    """Seal the seats of one session by the newest keys of those who sit there."""
    row = work.session.get_one(SessionRow, session_id)
    document = store.load_session(work, row)
    work.vault.preload(row.initiative_id)
    people = store.people_of(work, row.initiative_id)
    seats = [_renewed(work, row, seat, people[seat.participant]) for seat in document.seats]
    if seats != document.seats:
        renewed = document.model_copy(update={"seats": seats})
        key = initiative_key(row.initiative_id)
        put_in_place(work, row, {store.DOCUMENT: renewed.to_bytes()}, key)


def sessions_of(office: Office, actor: Everywhere, initiative: UUID) -> list[UUID]:
    """Return the sessions of an initiative."""
    with office.reading(actor) as work:
        rows = select(SessionRow.id).where(SessionRow.initiative_id == initiative)
        return list(work.session.exec(rows.order_by(col(SessionRow.id))))


def _renewed(work: Work, row: SessionRow, seat: SeatEntry, person: ParticipantRow) -> SeatEntry:
    key, sealed = store.person_key(person), Sealed(b64decode(seat.part))
    if sealed.key_id == work.vault.sealer(key).key_id:
        return seat
    name = str(person.id)
    try:
        part = work.open_part(row, store.DOCUMENT, name, sealed, key=key)
    except Unsealable:
        raise damaged("session") from None
    newer = work.seal_part(row, store.DOCUMENT, name, part, key=key)
    return SeatEntry(participant=seat.participant, part=b64encode(newer.blob).decode())


def _people(
    work: Work, initiative: UUID, after: UUID | None = None, most: int | None = None
) -> list[Person]:
    identity, file = (place.key_id for place in OF_PARTICIPANT)
    people = select(ParticipantRow.id, ParticipantRow.key_id, identity, file).where(
        ParticipantRow.initiative_id == initiative, col(ParticipantRow.erased).is_(False)
    )
    if after is not None:
        people = people.where(col(ParticipantRow.id) > after)
    found = work.session.exec(people.order_by(col(ParticipantRow.id)).limit(most))
    return [Person(who, key, {one, other}) for who, key, one, other in found]


def _is_renewed(work: Work, initiative: UUID, person: Person) -> bool:
    newest = work.vault.sealer(participant_key(initiative, person.key)).key_id
    return person.sealed_by == {newest}
