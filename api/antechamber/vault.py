"""The wrapped keys of initiatives and participants, unwrapped for one transaction.

Every key has three uses, for each of which a key is derived from it. *Documents* are rewritten,
and so follow a newer version. *Records* are only ever added: decisions and the log. Keys below
are *wrapped*. So an old version can be destroyed and its records still open: what is left of
it is the key derived for records, which opens no document and no key.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, inspect
from sqlalchemy.orm import Bundle
from sqlmodel import Session, col, delete, select

from antechamber.crypto.keys import KEY_BYTES, Key, Label, Root
from antechamber.crypto.office_keys import Destroyed, Former, OfficeKeys
from antechamber.crypto.sealing import Place, Sealed, Sealer, Unsealable
from antechamber.tables import KeyRow

# The first byte of what a key row wraps.
WHOLE, FOR_RECORDS = b"\x01", b"\x02"


class Erased(Unsealable):
    """The key was destroyed: what it sealed is gone for good."""


class KeyRef(NamedTuple):
    """Names a key, and the initiative whose key wraps it; made by the three names below."""

    id: UUID | None
    initiative: UUID | None = None


OFFICE_KEY = KeyRef(None)
STORED: Bundle[Any] = Bundle("stored", *inspect(KeyRow).columns)


def initiative_key(initiative: UUID) -> KeyRef:
    """Name the key of an initiative."""
    return KeyRef(initiative)


def participant_key(initiative: UUID, key_id: UUID) -> KeyRef:
    """Name the key of one participant of an initiative."""
    return KeyRef(key_id, initiative)


class Wrapped(Protocol):
    """The columns of a key row, which of many keys are read without making rows of them."""

    id: UUID
    version: int
    initiative_id: UUID | None
    kcv: bytes
    wrapped: Sealed


@dataclass(slots=True)
class Version:
    """One version of a key: whole, or what it left behind for records."""

    root: Root
    _sealers: dict[Label, Sealer | None] = field(default_factory=dict)

    def sealer(self, use: Label) -> Sealer | None:
        """Return the sealer for one use, None where the version was destroyed for it."""
        try:
            return self._sealers[use]
        except KeyError:
            return self._sealers.setdefault(use, self._made(use))

    def _made(self, use: Label) -> Sealer | None:
        try:
            return Sealer(self.root.derive(use))
        except Destroyed:
            return None


Versions = Mapping[int, Version]


class Vault:
    """Unwraps keys on demand and keeps them only as long as its transaction lasts."""

    def __init__(self, session: Session, keys: OfficeKeys) -> None:
        self._session = session
        self._office = keys.office
        self._wrapping = {each.number: Version(each.key) for each in keys.wrapping}
        roots = {each.number: Version(each.key) for each in keys.roots}
        former = {each.number: Version(each) for each in keys.former}
        # Of each key its versions by number: the highest seals, the one that a header names opens.
        self._open: dict[KeyRef, dict[int, Version]] = {OFFICE_KEY: roots | former}
        self._preloaded: set[UUID] = set()

    def sealer(self, ref: KeyRef, use: Label = Label.DOCUMENTS) -> Sealer:
        """Return the newest version of a key; raise Erased if it was destroyed."""
        return _newest(self._versions(ref), use)

    def opener(self, ref: KeyRef, sealed: Sealed, use: Label = Label.DOCUMENTS) -> Sealer:
        """Return the version that the blob names; raise Unsealable or Erased."""
        return _named(self._versions(ref), sealed, use)

    def add_initiative_key(self, initiative: UUID) -> None:
        """Make an initiative's first key, or a newer version of it."""
        number = self._next_number(initiative_key(initiative))
        self._add(KeyRow(id=initiative, version=number, kcv=b""))

    def add_participant_key(self, initiative: UUID, key_id: UUID | None = None) -> UUID:
        """Make a participant's key, or a newer version of it, under the initiative's."""
        made = key_id or uuid4()
        number = self._next_number(participant_key(initiative, made)) if key_id else 1
        self._add(KeyRow(id=made, version=number, initiative_id=initiative, kcv=b""))
        return made

    def destroy(self, ref: KeyRef) -> None:
        """Delete every version of a key; what it sealed is erased when this commits."""
        self._session.exec(delete(KeyRow).where(col(KeyRow.id) == ref.id))
        self._open.pop(ref, None)

    def keeps(self, ref: KeyRef) -> bool:
        """Say whether any version of a key is stored, whether it opens or not."""
        rows = select(KeyRow.id).where(KeyRow.id == ref.id)
        return self._session.exec(rows.limit(1)).first() is not None

    def preload(self, initiative: UUID, only: Collection[UUID] | None = None) -> None:
        """Unwrap the keys of the participants of an initiative, all or some, with one query."""
        if initiative in self._preloaded:
            return
        some = () if only is None else (col(KeyRow.id).in_(only),)
        self._admit(col(KeyRow.initiative_id) == initiative, *some)
        if only is None:
            self._preloaded.add(initiative)

    def wrapper(self, initiative: UUID | None) -> Sealer:
        """Return what wraps an initiative's participants' keys; without one, initiative keys."""
        return _newest(self._wrappers(initiative), Label.WRAPPING)

    def wrapped_anew(self, row: Wrapped) -> Sealed:
        """Return a key wrapped by the newest version of what wraps it; raise Unsealable."""
        return self._wrapped(row, self._unwrap(row))

    def leave_records(self, row: KeyRow) -> None:
        """Destroy a version of a key but for what its records need; raise Unsealable."""
        content = self._unwrap(row)
        if content[:1] == FOR_RECORDS:
            return
        left = Key(content[1:]).derive(Label.RECORDS)
        row.kcv = left.check
        row.wrapped = self._wrapped(row, FOR_RECORDS + left.expose())
        self._open.pop(KeyRef(row.id, row.initiative_id), None)

    def is_whole(self, row: KeyRow) -> bool:
        """Say whether a version of a key was not destroyed; raise Unsealable."""
        return self._unwrap(row)[:1] == WHOLE

    def _next_number(self, ref: KeyRef) -> int:
        try:
            return max(self._versions(ref)) + 1
        except Erased:  # none so far
            return 1

    def _versions(self, ref: KeyRef) -> Versions:
        known = self._open.get(ref)
        if known is None:
            self._admit(col(KeyRow.id) == ref.id)
            known = self._open.get(ref)
        if known is None:
            raise Erased
        return known

    def _wrappers(self, initiative: UUID | None) -> Versions:
        return self._wrapping if initiative is None else self._versions(initiative_key(initiative))

    def _add(self, row: KeyRow) -> None:
        key = Key.random()
        row.kcv = key.check
        row.wrapped = self._wrapped(row, WHOLE + key.expose())
        self._session.add(row)
        self._keep(row, key)

    def _wrapped(self, row: Wrapped, content: bytes) -> Sealed:
        return self.wrapper(row.initiative_id).seal(content, place=self._place(row))

    def _unwrap(self, row: Wrapped) -> bytes:
        opener = _named(self._wrappers(row.initiative_id), row.wrapped, Label.WRAPPING)
        content = opener.open(row.wrapped, place=self._place(row))
        if len(content) != 1 + KEY_BYTES or content[:1] not in (WHOLE, FOR_RECORDS):
            raise Unsealable
        if not Key(content[1:]).matches(row.kcv):  # before anything is opened with it
            raise Unsealable
        return content

    def _admit(self, *which: ColumnElement[bool]) -> None:
        found: Sequence[Wrapped] = self._session.exec(select(STORED).where(*which)).all()
        for row in found:
            content = self._unwrap(row)
            key = Key(content[1:])
            whole = content[:1] == WHOLE
            self._keep(row, key if whole else Former(row.version, {Label.RECORDS: key}))

    def _keep(self, row: Wrapped, root: Root) -> None:
        known = self._open.setdefault(KeyRef(row.id, row.initiative_id), {})
        known[row.version] = Version(root)

    def _place(self, row: Wrapped) -> Place:
        name = f"{row.id}:{row.version}"
        return Place(office=self._office, table="key", row=name, column="wrapped")


def _newest(versions: Versions, use: Label) -> Sealer:
    sealer = versions[max(versions)].sealer(use)
    if sealer is None:  # the newest version is never destroyed in part
        raise Unsealable
    return sealer


def _named(versions: Versions, sealed: Sealed, use: Label) -> Sealer:
    named = sealed.key_id
    for version in versions.values():
        sealer = version.sealer(use)
        if sealer is not None and sealer.key_id == named:
            return sealer
    raise Unsealable
