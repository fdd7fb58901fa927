"""Decide again over all initiatives, and remember it until it is done.

Whoever changes what concerns every initiative calls `mark` in the Work of the change and `run`
after it. If the process ends in between, the mark is still there: the next start of the server
or command on the office resumes it. One Work for each initiative, so that none waits for
another.
"""

import logging
from collections.abc import Callable, Iterable
from uuid import UUID, uuid4

from sqlmodel import col, select

from antechamber.clearance import service as clearance
from antechamber.documents import store
from antechamber.documents.office import Redeciding
from antechamber.office import Office
from antechamber.tables import InitiativeRow, OfficeRow
from antechamber.work import Asking, Work

log = logging.getLogger("antechamber.rules")

Shown = Callable[[list[UUID]], Iterable[UUID]]


def lock_office(work: Work) -> OfficeRow:
    """Keep others who change the office's document waiting until the transaction ends."""
    return work.session.get_one(
        OfficeRow, work.keys.office, with_for_update=True, populate_existing=True
    )


def mark(work: Work) -> None:
    """Remember, in the Work of a change, that every initiative must be decided again."""
    row = lock_office(work)
    document = store.load_office(work, row)
    pending = Redeciding(id=uuid4(), since=work.now)
    store.save_office(work, row, document.model_copy(update={"redeciding": pending}))
    work.session.add(row)


def pending(work: Work) -> Redeciding | None:
    """Return what is not all decided again yet."""
    return store.load_office(work, work.session.exec(select(OfficeRow)).one()).redeciding


def run(office: Office, actor: Asking, shown: Shown = iter) -> int:
    """Decide again on the sessions of every initiative; return of how many.

    One that others keep busy, or that does not open, is left; the mark then stays.
    """
    with office.reading(actor) as work:
        marked = pending(work)
        rows = select(InitiativeRow.id).order_by(col(InitiativeRow.id))
        found = list(work.session.exec(rows))
    done = sum(_decide(office, actor, initiative) for initiative in shown(found))
    if marked is not None and done == len(found):
        _clear(office, actor, marked)
    return done


def resume(office: Office, actor: Asking) -> int | None:
    """Finish what an ended process left undone; return of how many, None if it left nothing."""
    with office.reading(actor) as work:
        if pending(work) is None:
            return None
    return run(office, actor)


def _decide(office: Office, actor: Asking, initiative: UUID) -> bool:
    try:
        with office.work(actor) as work:
            clearance.tick(work, initiative)
    except Exception as fault:  # noqa: BLE001 - one must not keep all others from being decided
        log.error("an initiative was not decided again", extra={"fault": type(fault).__name__})
        return False
    return True


def _clear(office: Office, actor: Asking, marked: Redeciding) -> None:
    with office.work(actor) as work:
        row = lock_office(work)
        document = store.load_office(work, row)
        if document.redeciding == marked:  # a later change has a mark of its own
            store.save_office(work, row, document.model_copy(update={"redeciding": None}))
            work.session.add(row)
