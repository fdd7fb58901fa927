"""The wrapped keys of initiatives and participants, unwrapped for one transaction."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from sqlmodel import Session, col, delete, select

from antechamber.crypto.keyring import OfficeKeys
from antechamber.crypto.keys import Key
from antechamber.crypto.sealing import Place, Sealed, Sealer, Unsealable
from antechamber.tables import KeyRow


class Erased(Unsealable):
    """The key was destroyed: what it sealed is gone for good."""


@dataclass(frozen=True, slots=True)
class KeyRef:
    """Names a key, and the initiative whose key wraps it; made by the three names below."""

    id: UUID | None
    initiative: UUID | None = None


OFFICE_KEY = KeyRef(None)


def initiative_key(initiative: UUID) -> KeyRef:
    """Name the key of an initiative."""
    return KeyRef(initiative)


def participant_key(initiative: UUID, key_id: UUID) -> KeyRef:
    """Name the key of one participant of an initiative."""
    return KeyRef(key_id, initiative)


@dataclass(slots=True)
class Versions:
    """The sealers of one key: the newest seals, the one that a header names opens."""

    newest: Sealer
    version: int
    by_key_id: dict[bytes, Sealer] = field(default_factory=dict)


class Vault:
    """Unwraps keys on demand and keeps them only as long as its transaction lasts."""

    def __init__(self, session: Session, keys: OfficeKeys) -> None:
        self._session = session
        self._office = keys.office
        root = keys.sealer()
        self._open = {OFFICE_KEY: Versions(root, 1, {root.key_id: root})}

    def sealer(self, ref: KeyRef) -> Sealer:
        """Return the newest version of a key; raise Erased if it was destroyed."""
        return self._versions(ref).newest

    def opener(self, ref: KeyRef, sealed: Sealed) -> Sealer:
        """Return the version that the blob names; raise Unsealable or Erased."""
        sealer = self._versions(ref).by_key_id.get(sealed.key_id)
        if sealer is None:
            raise Unsealable
        return sealer

    def add_initiative_key(self, initiative: UUID) -> None:
        """Make an initiative's first key, or a newer version of it."""
        ref = initiative_key(initiative)
        try:
            version = self._versions(ref).version + 1
        except Erased:  # none so far
            version = 1
        self._add(KeyRow(id=initiative, version=version, kcv=b""))

    def add_participant_key(self, initiative: UUID) -> UUID:
        """Make a participant's key, wrapped under the initiative's; return its id."""
        row = KeyRow(id=uuid4(), version=1, initiative_id=initiative, kcv=b"")
        self._add(row)
        return row.id

    def destroy(self, ref: KeyRef) -> None:
        """Delete every version of a key; what it sealed is erased when this commits."""
        self._session.exec(delete(KeyRow).where(col(KeyRow.id) == ref.id))
        self._open.pop(ref, None)

    def preload(self, initiative: UUID) -> None:
        """Unwrap the keys of all participants of an initiative with one query."""
        self._admit(self._session.exec(select(KeyRow).where(KeyRow.initiative_id == initiative)))

    def _versions(self, ref: KeyRef) -> Versions:
        if ref not in self._open:
            self._admit(self._session.exec(select(KeyRow).where(KeyRow.id == ref.id)))
        try:
            return self._open[ref]
        except KeyError:
            raise Erased from None

    def _add(self, row: KeyRow) -> None:
        key = Key.random()
        row.kcv = key.check
        sealer = self.sealer(_wrapped_under(row))
        row.wrapped = sealer.seal(key.expose(), place=self._place(row))
        self._session.add(row)
        self._keep(row, key)

    def _admit(self, rows: Iterable[KeyRow]) -> None:
        for row in list(rows):
            opener = self.opener(_wrapped_under(row), row.wrapped)
            key = Key(opener.open(row.wrapped, place=self._place(row)))
            if not key.matches(row.kcv):  # verified before anything is opened with it
                raise Unsealable
            self._keep(row, key)

    def _keep(self, row: KeyRow, key: Key) -> None:
        sealer = Sealer(key)
        known = self._open.setdefault(
            KeyRef(row.id, row.initiative_id), Versions(sealer, row.version)
        )
        known.by_key_id[sealer.key_id] = sealer
        if row.version > known.version:
            known.newest, known.version = sealer, row.version

    def _place(self, row: KeyRow) -> Place:
        table, name = row.place
        return Place(office=self._office, table=table, row=name, column="wrapped")


def _wrapped_under(row: KeyRow) -> KeyRef:
    return OFFICE_KEY if row.initiative_id is None else initiative_key(row.initiative_id)
