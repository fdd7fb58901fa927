"""The sealed columns that follow a newer key, and how a batch of them is sealed anew.

What is left to do is seen in the rows: the header of a value names the key that sealed it. So
whoever is killed in between goes on where it ended, and nobody has to remember a place.
"""

import time
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, LargeBinary, inspect
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import col, func, select, update

from antechamber.crypto.keys import KEY_ID_BYTES
from antechamber.crypto.sealing import Sealed, Unsealable
from antechamber.errors import NotReady
from antechamber.tables import (
    IdempotencyRow,
    InitiativeRow,
    KeyRow,
    ListSnapshotRow,
    MembershipRow,
    OfficeRow,
    OrganisationRow,
    OutboxRow,
    ParticipantRow,
    Row,
    RulebookRow,
    ScreeningListRow,
    SessionRow,
    SignoffRow,
    TokenRow,
    UserRow,
)
from antechamber.vault import OFFICE_KEY, KeyRef
from antechamber.work import Work

BATCH = 250
PAUSE_SECONDS = 0.11  # those who wait look again after a tenth of a second at most
KEY_ID_AT = 3  # in the header of a sealed value, counted from 1


@dataclass(frozen=True, slots=True)
class Place:
    """A sealed column that follows its key, and how many of its values make a batch."""

    model: type[Row]
    column: str
    batch: int = BATCH

    @property
    def key_id(self) -> ColumnElement[bytes]:
        """The part of the stored value that names its key."""
        column = getattr(self.model, self.column)
        return func.substr(column, KEY_ID_AT, KEY_ID_BYTES, type_=LargeBinary)


OF_OFFICE = (
    Place(OfficeRow, "document"),
    Place(UserRow, "profile"),
    Place(MembershipRow, "document"),
    Place(TokenRow, "holder"),
    Place(ScreeningListRow, "document"),
    Place(ListSnapshotRow, "document"),
    Place(ListSnapshotRow, "content", 1),  # a whole list
    Place(RulebookRow, "document"),
    Place(RulebookRow, "content", 10),
    Place(IdempotencyRow, "outcome"),
)
OF_INITIATIVE = (
    Place(InitiativeRow, "document"),
    Place(OrganisationRow, "document"),
    Place(SessionRow, "document", 25),  # 64 KiB each
    Place(SignoffRow, "document"),
    Place(OutboxRow, "payload"),
)
OF_PARTICIPANT = (Place(ParticipantRow, "identity"), Place(ParticipantRow, "file"))


def places_of(key: KeyRef) -> tuple[Place, ...]:
    """Return where the office's or an initiative's documents lie."""
    return OF_OFFICE if key == OFFICE_KEY else OF_INITIATIVE


def let_others_in() -> None:
    """Pause between two batches: nobody queues for SQLite's lock, each looks now and then."""
    time.sleep(PAUSE_SECONDS)


def seal_anew(work: Work, key: KeyRef) -> bool:
    """Seal one batch of the key's documents by its newest version; tell whether any was left."""
    newest = work.vault.sealer(key).key_id
    for place in places_of(key):
        rows = select(place.model).where(place.key_id != newest, *_within(place, key))
        # In the order in which others write many rows at once: two that cross would deadlock.
        ordered = rows.order_by(*inspect(place.model).primary_key)
        found = work.session.exec(ordered.limit(place.batch)).all()
        for row in found:
            renew(work, row, place.column, key)
        if found:
            return True
    return False


def stale(work: Work, key: KeyRef) -> int:
    """Count the documents that are not sealed by the newest version of their key."""
    work.must_see_everything()
    newest = work.vault.sealer(key).key_id
    counts = (
        select(func.count())
        .select_from(place.model)
        .where(place.key_id != newest, *_within(place, key))
        for place in places_of(key)
    )
    return sum(work.session.exec(each).one() for each in counts)


def renew(work: Work, row: Row, column: str, key: KeyRef) -> None:
    """Seal one value by the newest version of its key, unless somebody changes it meanwhile."""
    put_in_place(work, row, column, open_or_stop(work, row, column, key), key)


def put_in_place(work: Work, row: Row, column: str, data: bytes, key: KeyRef) -> None:
    """Seal data in the place of a value that was read; one that has changed since is left.

    The row's version stays: whoever holds its entity tag has read what it still says.
    """
    sealed = work.vault.sealer(key).seal(data, place=work.place(row, column))
    replace_value(work, row, column, sealed)


def replace_value(work: Work, row: Row, column: str, sealed: Sealed, **others: Any) -> None:
    """Write a sealed value where the one that was read still stands; further columns with it."""
    mapper = inspect(type(row))
    same = [c == getattr(row, mapper.get_property_by_column(c).key) for c in mapper.primary_key]
    kept = {"version": mapper.columns["version"]} if _is_tagged(row) else {}
    changed = update(type(row)).where(*same, getattr(type(row), column) == getattr(row, column))
    written = work.session.exec(
        changed.values({column: sealed, **others, **kept}),
        execution_options={"synchronize_session": False},
    )
    if written.rowcount == 1:
        for name, value in {column: sealed, **others}.items():
            set_committed_value(row, name, value)
    else:
        work.session.refresh(row)


def open_or_stop(work: Work, row: Row, column: str, key: KeyRef) -> bytes:
    """Open a value; raise NotReady where it is damaged: nothing is destroyed then."""
    try:
        return work.open(row, column, key=key)
    except Unsealable:
        raise damaged(row.place[0]) from None


def damaged(table: str) -> NotReady:
    """Return the fault that stops a rotation before anything is destroyed."""
    return NotReady(
        f"A value in the table {table} does not open. No key was destroyed. Find out with a "
        "backup what happened to it, then give the command again."
    )


def keys_below(initiative: UUID | None) -> ColumnElement[bool]:
    """Choose the keys that an initiative's key wraps; without one, those of initiatives."""
    return col(KeyRow.initiative_id).is_not_distinct_from(initiative)


def wrap_anew(work: Work, initiative: UUID | None, most: int | None = BATCH) -> bool:
    """Wrap one batch of keys by the newest key above them; tell whether any was left."""
    found = work.session.exec(_wrapped_by_older(work, initiative).limit(most)).all()
    for row in found:
        try:
            work.vault.rewrap(row)
        except Unsealable:
            raise damaged("key") from None
        work.session.add(row)
    work.session.flush()
    return bool(found)


def wrapped_by_older(work: Work, initiative: UUID | None) -> bool:
    """Tell whether any key is not wrapped by the newest key above it."""
    work.must_see_everything()
    return work.session.exec(_wrapped_by_older(work, initiative).limit(1)).first() is not None


def older_versions(work: Work, key: KeyRef) -> list[KeyRow]:
    """Return the versions of a key that are whole but not the newest."""
    newest_first = select(KeyRow).where(KeyRow.id == key.id).order_by(col(KeyRow.version).desc())
    return [row for row in work.session.exec(newest_first).all()[1:] if work.vault.is_whole(row)]


def _wrapped_by_older(work: Work, initiative: UUID | None) -> Any:
    newest = work.vault.wrapper(initiative).key_id
    return select(KeyRow).where(keys_below(initiative), Place(KeyRow, "wrapped").key_id != newest)


def _within(place: Place, key: KeyRef) -> list[ColumnElement[bool]]:
    if key == OFFICE_KEY:
        return []
    column = "id" if place.model is InitiativeRow else "initiative_id"
    return [getattr(place.model, column) == key.id]


def _is_tagged(row: Row) -> bool:
    return "version" in inspect(type(row)).columns and not isinstance(row, KeyRow)
