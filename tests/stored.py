"""Every sealed value that an office stores, and how it is opened."""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import select

from antechamber.audit.append import PART
from antechamber.clearance.dossiers import StoredDossier
from antechamber.crypto.keys import Label
from antechamber.crypto.sealing import Place, Sealed, Unsealable
from antechamber.documents import store
from antechamber.rotation.sealed import OF_INITIATIVE, OF_OFFICE, OF_PARTICIPANT
from antechamber.tables import (
    AuditEntryRow,
    DecisionRow,
    InitiativeRow,
    KeyRow,
    ParticipantRow,
    Row,
    SessionRow,
)
from antechamber.vault import OFFICE_KEY, KeyRef, initiative_key
from antechamber.work import Work


@dataclass(frozen=True)
class Stored:
    """One sealed value: what it says it is, where it lies, under which key and use."""

    name: str
    sealed: Sealed
    place: Place
    key: KeyRef
    use: Label = Label.DOCUMENTS

    def open(self, work: Work, sealed: Sealed | None = None) -> bytes:
        """Open it, or another value in its place."""
        tried = sealed or self.sealed
        return work.vault.opener(self.key, tried, self.use).open(tried, place=self.place)


@dataclass(frozen=True)
class WrappedKey(Stored):
    """A key, as the key above it seals it; `key` names the one that is wrapped."""

    def open(self, work: Work, sealed: Sealed | None = None) -> bytes:
        """Open it, or another value in its place, by the newest version of the key above."""
        wrapper = work.vault.wrapper(self.key.initiative)
        return wrapper.open(sealed or self.sealed, place=self.place)


def stored_values(work: Work) -> Iterator[Stored]:
    """Yield everything that is sealed."""
    for wrapped in work.session.exec(select(KeyRow)).all():
        yield _wrapped(work, wrapped)
    for place in (*OF_OFFICE, *OF_INITIATIVE, *OF_PARTICIPANT):
        for row in work.session.exec(select(place.model)).all():
            key = OFFICE_KEY if place in OF_OFFICE else _key(row)
            yield _stored(work, row, place.column, key)
    for row in work.session.exec(select(SessionRow)).all():
        yield from _seats(work, row)
    for decision in work.session.exec(select(DecisionRow)).all():
        key = initiative_key(decision.initiative_id)
        for column in ("record", "dossier"):
            yield _stored(work, decision, column, key, Label.RECORDS)
        yield from _parts(work, decision)
    for entry in work.session.exec(select(AuditEntryRow)).all():
        for column in ("entry", "payload"):
            yield _stored(work, entry, column, OFFICE_KEY, Label.RECORDS)
        yield _content(work, entry)


def opened(work: Work) -> Iterator[bytes]:
    """Yield whatever opens of all that is stored, keys aside."""
    for value in stored_values(work):
        try:
            if not isinstance(value, WrappedKey):
                yield value.open(work)
        except Unsealable:
            continue


def about(work: Work, person: ParticipantRow) -> list[Stored]:
    """Return the values that are sealed under this person's own key."""
    return [each for each in stored_values(work) if each.key == store.person_key(person)]


def _wrapped(work: Work, row: KeyRow) -> WrappedKey:
    ref, place = KeyRef(row.id, row.initiative_id), work.place(row, "wrapped")
    return WrappedKey("key.wrapped", row.wrapped, place, ref, Label.WRAPPING)


def _seats(work: Work, row: SessionRow) -> Iterator[Stored]:
    for seat in store.load_session(work, row).seats:
        person = work.session.get_one(ParticipantRow, seat.participant)
        sealed, place = Sealed(b64decode(seat.part)), work.place(row, "document", str(person.id))
        yield Stored("session.document/seat", sealed, place, store.person_key(person))


def _parts(work: Work, row: DecisionRow) -> Iterator[Stored]:
    content = work.open_json(row, "dossier", key=initiative_key(row.initiative_id))
    for ref, (participant, part) in StoredDossier.from_json(content).parts.items():
        person = work.session.get_one(ParticipantRow, participant)
        place = work.place(row, "dossier", ref)
        key = store.person_key(person)
        yield Stored("decision.dossier/part", Sealed(b64decode(part)), place, key, Label.RECORDS)


def _content(work: Work, row: AuditEntryRow) -> Stored:
    outer = work.open_json(row, "payload", key=OFFICE_KEY)
    ids = (None if outer[name] is None else UUID(outer[name]) for name in ("key", "initiative"))
    sealed, place = Sealed(b64decode(outer["sealed"])), work.place(row, "payload", PART)
    return Stored("audit_entry.payload/content", sealed, place, KeyRef(*ids), Label.RECORDS)


def _stored(work: Work, row: Row, column: str, key: KeyRef, use: Label = Label.DOCUMENTS) -> Stored:
    name = f"{row.place[0]}.{column}"
    return Stored(name, getattr(row, column), work.place(row, column), key, use)


def _key(row: Row) -> KeyRef:
    if isinstance(row, ParticipantRow):
        return store.person_key(row)
    if isinstance(row, InitiativeRow):
        return initiative_key(row.id)
    found = getattr(row, "initiative_id", None)
    return initiative_key(found) if isinstance(found, UUID) else OFFICE_KEY


def some_of_each(values: Iterator[Stored], most: int, largest: int) -> list[Stored]:
    """Choose values of every kind in turn, none longer than `largest` bytes."""
    kinds: dict[str, list[Stored]] = {}
    for value in values:
        if len(value.sealed.blob) <= largest:
            kinds.setdefault(value.name, []).append(value)
    chosen: list[Stored] = []
    while len(chosen) < most and any(kinds.values()):
        chosen += [each.pop() for each in kinds.values() if each]
    return chosen[:most]
