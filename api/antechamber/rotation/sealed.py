"""The sealed columns that follow a newer key, and how a batch of them is sealed anew.

What is left to do is seen in the rows: the header of a value names the key that sealed it. So
whoever is killed in between goes on where it ended, and nobody has to remember a place.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, LargeBinary, bindparam, inspect
from sqlmodel import col, func, select, update

from antechamber.crypto.keys import KEY_ID_BYTES
from antechamber.crypto.sealing import KEY_ID_AT, Unsealable
from antechamber.office import Office
from antechamber.rotation.values import damaged, renew
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
    metadata,
)
from antechamber.vault import OFFICE_KEY, STORED, KeyRef
from antechamber.work import Asking, Work

BATCH = 250
BATCH_OF_KEYS = 1_000
PAUSE_SECONDS = 0.11  # those who wait look again after a tenth of a second at most


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


_KEYS = metadata.tables["key"]
_WRAPPING = (
    update(_KEYS)
    .where(_KEYS.c.id == bindparam("of"), _KEYS.c.version == bindparam("number"))
    .values(wrapped=bindparam("new"))
)


def places_of(key: KeyRef) -> tuple[Place, ...]:
    """Return where the office's or an initiative's documents lie."""
    return OF_OFFICE if key == OFFICE_KEY else OF_INITIATIVE


def in_batches(office: Office, actor: Asking, batch: Callable[[Work], bool]) -> None:
    """Do batch after batch, each in a transaction of its own, until it says that none is left."""
    more = True
    while more:
        with office.work(actor) as work:
            more = batch(work)
        let_others_in()


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
            renew(work, row, [place.column], key)
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


def keys_below(initiative: UUID | None) -> ColumnElement[bool]:
    """Choose the keys that an initiative's key wraps; without one, those of initiatives."""
    return col(KeyRow.initiative_id).is_not_distinct_from(initiative)


def wrap_anew(work: Work, initiative: UUID | None) -> bool:
    """Wrap one batch of keys by the newest key above them; tell whether any was left."""
    found = work.session.exec(_wrapped_by_older(work, initiative).limit(BATCH_OF_KEYS)).all()
    try:
        wrapped = [
            {"of": row.id, "number": row.version, "new": work.vault.wrapped_anew(row)}
            for row in found
        ]
    except Unsealable:
        raise damaged("key") from None
    if wrapped:
        work.session.exec(_WRAPPING, params=wrapped)
    return bool(wrapped)


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
    return select(STORED).where(keys_below(initiative), Place(KeyRow, "wrapped").key_id != newest)


def _within(place: Place, key: KeyRef) -> list[ColumnElement[bool]]:
    if key == OFFICE_KEY:
        return []
    column = "id" if place.model is InitiativeRow else "initiative_id"
    return [getattr(place.model, column) == key.id]
