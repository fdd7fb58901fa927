"""The wrapped keys of initiatives and participants, unwrapped for one transaction.

Every key has three uses, for each of which a key is derived from it. *Documents* are rewritten,
and so follow a newer version. *Records* are only ever added: decisions and the log. Keys below
are *wrapped*. So an old version can be destroyed and its records still open: what is left of
it is the key derived for records, which opens no document and no key.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from sqlmodel import Session, col, delete, select

from antechamber.crypto.keys import KEY_BYTES, Key, Label, Root
from antechamber.crypto.office_keys import Destroyed, Former, OfficeKeys
from antechamber.crypto.sealing import Place, Sealed, Sealer, Unsealable
from antechamber.tables import KeyRow

# The first byte of what a key row wraps.
WHOLE, FOR_RECORDS = b"\x01", b"\x02"


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
class Version:
    """One version of a key: whole, or what it left behind for records."""

    number: int
    root: Root
    _sealers: dict[Label, Sealer | None] = field(default_factory=dict)

    def sealer(self, use: Label) -> Sealer | None:
        """Return the sealer for one use, None where the version was destroyed for it."""
        if use not in self._sealers:
            try:
                self._sealers[use] = Sealer(self.root.derive(use))
            except Destroyed:
                self._sealers[use] = None
        return self._sealers[use]


class Vault:
    """Unwraps keys on demand and keeps them only as long as its transaction lasts."""

    def __init__(self, session: Session, keys: OfficeKeys) -> None:
        self._session = session
        self._office = keys.office
        self._wrapping = [Version(each.number, each.key) for each in keys.wrapping]
        roots = [Version(each.number, each.key) for each in keys.roots]
        former = [Version(each.number, each) for each in keys.former]
        # Of each key the newest version first: it seals, and the one that a header names opens.
        self._open: dict[KeyRef, list[Version]] = {OFFICE_KEY: [*roots, *former]}

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

    def preload(self, initiative: UUID) -> None:
        """Unwrap the keys of all participants of an initiative with one query."""
        self._admit(self._session.exec(select(KeyRow).where(KeyRow.initiative_id == initiative)))

    def wrapper(self, initiative: UUID | None) -> Sealer:
        """Return what wraps an initiative's participants' keys; without one, initiative keys."""
        return _newest(self._wrappers(initiative), Label.WRAPPING)

    def rewrap(self, row: KeyRow) -> None:
        """Wrap a key by the newest version of what wraps it; raise Unsealable."""
        self._wrap(row, self._unwrap(row))

    def leave_records(self, row: KeyRow) -> None:
        """Destroy a version of a key but for what its records need; raise Unsealable."""
        content = self._unwrap(row)
        if content[:1] == FOR_RECORDS:
            return
        left = Key(content[1:]).derive(Label.RECORDS)
        row.kcv = left.check
        self._wrap(row, FOR_RECORDS + left.expose())
        self._open.pop(KeyRef(row.id, row.initiative_id), None)

    def is_whole(self, row: KeyRow) -> bool:
        """Say whether a version of a key was not destroyed; raise Unsealable."""
        return self._unwrap(row)[:1] == WHOLE

    def _next_number(self, ref: KeyRef) -> int:
        try:
            return self._versions(ref)[0].number + 1
        except Erased:  # none so far
            return 1

    def _versions(self, ref: KeyRef) -> list[Version]:
        if ref not in self._open:
            self._admit(self._session.exec(select(KeyRow).where(KeyRow.id == ref.id)))
        try:
            return self._open[ref]
        except KeyError:
            raise Erased from None

    def _wrappers(self, initiative: UUID | None) -> list[Version]:
        return self._wrapping if initiative is None else self._versions(initiative_key(initiative))

    def _add(self, row: KeyRow) -> None:
        key = Key.random()
        row.kcv = key.check
        self._wrap(row, WHOLE + key.expose())
        self._session.add(row)
        self._keep(row, key)

    def _wrap(self, row: KeyRow, content: bytes) -> None:
        sealer = self.wrapper(row.initiative_id)
        row.wrapped = sealer.seal(content, place=self._place(row))

    def _unwrap(self, row: KeyRow) -> bytes:
        opener = _named(self._wrappers(row.initiative_id), row.wrapped, Label.WRAPPING)
        content = opener.open(row.wrapped, place=self._place(row))
        if len(content) != 1 + KEY_BYTES or content[:1] not in (WHOLE, FOR_RECORDS):
            raise Unsealable
        if not Key(content[1:]).matches(row.kcv):  # before anything is opened with it
            raise Unsealable
        return content

    def _admit(self, rows: Iterable[KeyRow]) -> None:
        for row in list(rows):
            content = self._unwrap(row)
            key = Key(content[1:])
            whole = content[:1] == WHOLE
            self._keep(row, key if whole else Former(row.version, {Label.RECORDS: key}))

    def _keep(self, row: KeyRow, root: Root) -> None:
        known = self._open.setdefault(KeyRef(row.id, row.initiative_id), [])
        known[:] = [each for each in known if each.number != row.version]
        known.append(Version(row.version, root))
        known.sort(key=lambda each: -each.number)

    def _place(self, row: KeyRow) -> Place:
        table, name = row.place
        return Place(office=self._office, table=table, row=name, column="wrapped")


def _newest(versions: Sequence[Version], use: Label) -> Sealer:
    sealer = versions[0].sealer(use)
    if sealer is None:  # the newest version is never destroyed in part
        raise Unsealable
    return sealer


def _named(versions: Sequence[Version], sealed: Sealed, use: Label) -> Sealer:
    for version in versions:
        sealer = version.sealer(use)
        if sealer is not None and sealer.key_id == sealed.key_id:
            return sealer
    raise Unsealable
