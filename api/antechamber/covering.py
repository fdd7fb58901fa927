"""Write the records of everybody in an initiative anew where the record of one was changed.

The database shows what was written together: `xmin` of a row, the WAL. Decisions are made again
in the transaction of a change, and their state is open. Were one person's row alone written with
them, a session that stops in that transaction would say in whom it was that something changed:
who sits there. So all of them are sealed anew, in the same flush and in the order of their random
ids, and which one was meant does not show.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, TypeAlias
from uuid import UUID, uuid4

from sqlalchemy import event
from sqlmodel import Session, select

from antechamber.crypto.sealing import Unsealable
from antechamber.tables import OrganisationRow, ParticipantRow
from antechamber.vault import initiative_key, participant_key
from antechamber.work import Work

Person: TypeAlias = ParticipantRow | OrganisationRow
# The columns that are sealed anew.
SEALED: Mapping[type[Person], tuple[str, ...]] = {
    ParticipantRow: ("identity", "file"),
    OrganisationRow: ("document",),
}


def cover(work: Work) -> None:
    """Watch a Work: whenever it writes such a record, write those beside it as well.

    Not for one that the Work itself has made: it is seen to be new, and nobody sits anywhere yet.
    """
    made: set[UUID] = set()

    def before_flush(session: Session, *_: object) -> None:
        new: Iterable[Any] = (row for row in session.new if isinstance(row, tuple(SEALED)))
        made.update(row.id for row in new)
        for kind in SEALED:
            for initiative in _changed(session, kind, made):
                _write_all(work, kind, initiative)

    event.listen(work.session, "before_flush", before_flush)


def _changed(session: Session, kind: type[Person], made: set[UUID]) -> set[UUID]:
    found: Iterable[Any] = (row for row in session.dirty if isinstance(row, kind))
    return {r.initiative_id for r in found if r.id not in made and session.is_modified(r)}


def _write_all(work: Work, kind: type[Person], initiative: UUID) -> None:
    work.vault.preload(initiative)
    with work.session.no_autoflush:
        rows: Iterable[Any] = work.session.exec(
            select(kind).where(kind.initiative_id == initiative)
        ).all()
    for row in rows:  # the changed one too: a column that it kept would single it out
        with suppress(Unsealable):  # erased or damaged: that shows, and is not for here
            _seal_anew(work, row, SEALED[kind])


def _seal_anew(work: Work, row: Person, columns: Iterable[str]) -> None:
    key = initiative_key(row.initiative_id)
    if isinstance(row, ParticipantRow):
        key = participant_key(row.initiative_id, row.key_id)
    for column, opened in [(each, work.open(row, each, key=key)) for each in columns]:
        work.seal(row, column, opened, key=key)
    # Said here: of many rows written at once, SQLAlchemy believes that all got the first's.
    row.version = uuid4()
