"""Rotate the keys of a level over the whole office, and destroy what was replaced.

Only one process at a time does this; it may be killed anywhere, and goes on when it is asked
again. Which initiatives are left is remembered in the office's document, all else is seen in
the keys and values themselves.
"""

from collections.abc import Callable, Iterable
from typing import Literal
from uuid import UUID

from sqlmodel import col, select

from antechamber.documents import store
from antechamber.documents.office import Rotating
from antechamber.office import Office
from antechamber.rotation import initiatives, key_of_keys, participants
from antechamber.rotation import office as roots
from antechamber.rulebooks.redeciding import lock_office
from antechamber.tables import InitiativeRow, OfficeRow
from antechamber.work import Everywhere, Work

Level = Literal["root", "initiative", "participant"]
Shown = Callable[[list[UUID]], Iterable[UUID]]

WITHIN = {"initiative": initiatives, "participant": participants}


def rotate(
    office: Office, actor: Everywhere, level: Level, *, keep: bool = False, shown: Shown = iter
) -> None:
    """Rotate one level; raise Busy where somebody else changes keys.

    With `keep`, older versions stay until `retire`: an older copy of the database then still
    opens with the present keyring.
    """
    with office.keyring.alone():
        if level == "root":
            roots.rotate(office, actor)
            if not keep:
                roots.retire(office, actor)
            return
        for initiative in shown(_begin(office, actor, level)):
            WITHIN[level].rotate(office, actor, initiative)
            if not keep:
                WITHIN[level].retire(office, actor, initiative)
            _done(office, actor, initiative)


def retire(office: Office, actor: Everywhere, *, shown: Shown = iter) -> None:
    """Destroy every version of a key that a newer one has replaced; raise Busy."""
    with office.keyring.alone():
        with office.reading(actor) as work:
            found = all_initiatives(work)
        for initiative in shown(found):
            participants.retire(office, actor, initiative)
            initiatives.retire(office, actor, initiative)
        roots.retire(office, actor)
    key_of_keys.retire(office, actor)


def all_initiatives(work: Work) -> list[UUID]:
    """Return the ids of all initiatives, in order."""
    return list(work.session.exec(select(InitiativeRow.id).order_by(col(InitiativeRow.id))))


def under_way(work: Work) -> Rotating | None:
    """Return the rotation that was begun and not finished."""
    return store.load_office(work, work.session.exec(select(OfficeRow)).one()).rotating


def _begin(office: Office, actor: Everywhere, level: Level) -> list[UUID]:
    with office.work(actor) as work:
        row = lock_office(work)
        document = store.load_office(work, row)
        begun = document.rotating
        if begun is None or begun.level != level:
            begun = Rotating(level=level, since=work.now, left=all_initiatives(work))
            if begun.left:
                _remember(work, row, begun)
    return begun.left


def _done(office: Office, actor: Everywhere, initiative: UUID) -> None:
    with office.work(actor) as work:
        row = lock_office(work)
        begun = store.load_office(work, row).rotating
        if begun is not None:
            left = [each for each in begun.left if each != initiative]
            _remember(work, row, begun.model_copy(update={"left": left}) if left else None)


def _remember(work: Work, row: OfficeRow, rotating: Rotating | None) -> None:
    document = store.load_office(work, row)
    store.save_office(work, row, document.model_copy(update={"rotating": rotating}))
    work.session.add(row)
