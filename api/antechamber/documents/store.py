"""Load and save the documents of rows: which column, under whose key."""

import json
from base64 import b64decode, b64encode
from uuid import UUID

from sqlmodel import select

from antechamber.crypto.sealing import Sealed
from antechamber.documents.initiative import InitiativeDocument
from antechamber.documents.lists import ListDocument, SnapshotDocument
from antechamber.documents.office import OfficeDocument
from antechamber.documents.organisation import OrganisationDocument
from antechamber.documents.participant import Identity, ParticipantFile
from antechamber.documents.session import SeatEntry, SeatPart, SessionDocument
from antechamber.documents.signoff import SignoffDocument
from antechamber.tables import (
    InitiativeRow,
    ListSnapshotRow,
    OfficeRow,
    OrganisationRow,
    ParticipantRow,
    ScreeningListRow,
    SessionRow,
    SignoffRow,
)
from antechamber.vault import OFFICE_KEY, KeyRef, initiative_key, participant_key
from antechamber.work import Work

DOCUMENT = "document"


def person_key(row: ParticipantRow) -> KeyRef:
    """Name the key of a participant."""
    return participant_key(row.initiative_id, row.key_id)


def load_office(work: Work, row: OfficeRow) -> OfficeDocument:
    """Open the office's document."""
    return OfficeDocument.from_json(work.open_json(row, DOCUMENT, key=OFFICE_KEY))


def save_office(work: Work, row: OfficeRow, document: OfficeDocument) -> None:
    """Seal the office's document."""
    work.seal(row, DOCUMENT, document.to_bytes(), key=OFFICE_KEY)


def load_initiative(work: Work, row: InitiativeRow) -> InitiativeDocument:
    """Open an initiative's document."""
    return InitiativeDocument.from_json(work.open_json(row, DOCUMENT, key=initiative_key(row.id)))


def save_initiative(work: Work, row: InitiativeRow, document: InitiativeDocument) -> None:
    """Seal an initiative's document."""
    work.seal(row, DOCUMENT, document.to_bytes(), key=initiative_key(row.id))


def load_organisation(work: Work, row: OrganisationRow) -> OrganisationDocument:
    """Open an organisation's document."""
    key = initiative_key(row.initiative_id)
    return OrganisationDocument.from_json(work.open_json(row, DOCUMENT, key=key))


def save_organisation(work: Work, row: OrganisationRow, document: OrganisationDocument) -> None:
    """Seal an organisation's document."""
    work.seal(row, DOCUMENT, document.to_bytes(), key=initiative_key(row.initiative_id))


def load_identity(work: Work, row: ParticipantRow) -> Identity:
    """Open who a participant is; whoever shows it writes an audit entry first."""
    return Identity.from_json(work.open_json(row, "identity", key=person_key(row)))


def save_identity(work: Work, row: ParticipantRow, identity: Identity) -> None:
    """Seal who a participant is."""
    work.seal(row, "identity", identity.to_bytes(), key=person_key(row))


def load_file(work: Work, row: ParticipantRow) -> ParticipantFile:
    """Open a participant's file."""
    return ParticipantFile.from_json(work.open_json(row, "file", key=person_key(row)))


def save_file(work: Work, row: ParticipantRow, file: ParticipantFile) -> None:
    """Seal a participant's file."""
    work.seal(row, "file", file.to_bytes(), key=person_key(row))


def load_session(work: Work, row: SessionRow) -> SessionDocument:
    """Open a session's document; its seats stay sealed."""
    key = initiative_key(row.initiative_id)
    return SessionDocument.from_json(work.open_json(row, DOCUMENT, key=key))


def save_session(work: Work, row: SessionRow, document: SessionDocument) -> None:
    """Seal a session's document."""
    work.seal(row, DOCUMENT, document.to_bytes(), key=initiative_key(row.initiative_id))


def open_seat(work: Work, row: SessionRow, seat: SeatEntry, person: ParticipantRow) -> SeatPart:
    """Open one seat's part of a session document; raise Unsealable or Erased."""
    sealed = Sealed(b64decode(seat.part))
    part = work.open_part(row, DOCUMENT, str(person.id), sealed, key=person_key(person))
    return SeatPart.from_json(json.loads(part))


def seal_seat(work: Work, row: SessionRow, person: ParticipantRow, part: SeatPart) -> SeatEntry:
    """Seal one seat's part for a session document."""
    sealed = work.seal_part(row, DOCUMENT, str(person.id), part.to_bytes(), key=person_key(person))
    return SeatEntry(participant=person.id, part=b64encode(sealed.blob).decode())


def people_of(work: Work, initiative_id: UUID) -> dict[UUID, ParticipantRow]:
    """Return everybody in an initiative by id, the erased as well.

    Always all at once: the server may log what it is asked, and a question for some, or for one
    beside a session, would say who sits there.
    """
    rows = select(ParticipantRow).where(ParticipantRow.initiative_id == initiative_id)
    return {person.id: person for person in work.session.exec(rows)}


def open_seats(
    work: Work, row: SessionRow, document: SessionDocument
) -> dict[UUID, tuple[ParticipantRow, SeatPart]]:
    """Open every seat of a session, by participant."""
    people, seats = people_of(work, row.initiative_id), {}
    for seat in document.seats:
        person = people[seat.participant]
        seats[seat.participant] = (person, open_seat(work, row, seat, person))
    return seats


def load_signoff(work: Work, row: SignoffRow) -> SignoffDocument:
    """Open a sign-off."""
    key = initiative_key(row.initiative_id)
    return SignoffDocument.from_json(work.open_json(row, DOCUMENT, key=key))


def save_signoff(work: Work, row: SignoffRow, document: SignoffDocument) -> None:
    """Seal a sign-off."""
    work.seal(row, DOCUMENT, document.to_bytes(), key=initiative_key(row.initiative_id))


def load_list(work: Work, row: ScreeningListRow) -> ListDocument:
    """Open the record of a screening list."""
    return ListDocument.from_json(work.open_json(row, DOCUMENT, key=OFFICE_KEY))


def save_list(work: Work, row: ScreeningListRow, document: ListDocument) -> None:
    """Seal the record of a screening list."""
    work.seal(row, DOCUMENT, document.to_bytes(), key=OFFICE_KEY)


def save_snapshot(
    work: Work, row: ListSnapshotRow, document: SnapshotDocument, content: bytes
) -> None:
    """Seal one copy of a list: its record and its entries."""
    work.seal(row, DOCUMENT, document.to_bytes(), key=OFFICE_KEY)
    work.seal(row, "content", content, key=OFFICE_KEY)


def load_snapshot(work: Work, row: ListSnapshotRow) -> SnapshotDocument:
    """Open the record of one copy of a list."""
    return SnapshotDocument.from_json(work.open_json(row, DOCUMENT, key=OFFICE_KEY))


def load_snapshot_content(work: Work, row: ListSnapshotRow) -> bytes:
    """Open the entries of one copy of a list."""
    return work.open(row, "content", key=OFFICE_KEY)
