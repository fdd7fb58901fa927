"""Screen all initiatives: after a list update, or everybody anew; interrupted, it resumes.

One Work for each initiative, so that none waits for another and none is left half done. Who is
done is told by the screenings themselves: each says when it was and which copies it searched.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlmodel import col, select

from antechamber.documents import store
from antechamber.documents.office import Rescreening
from antechamber.documents.screening import ScreeningRun
from antechamber.errors import NotFound
from antechamber.office import Office
from antechamber.participants import organisations
from antechamber.participants import service as participants
from antechamber.rulebooks.redeciding import lock_office, mark
from antechamber.screening import lists, service
from antechamber.screening.delta import plan_update
from antechamber.screening.index import Indexes
from antechamber.screening.planning import EVERYBODY, Plan
from antechamber.tables import InitiativeRow, OfficeRow
from antechamber.work import Everywhere, Work

log = logging.getLogger("antechamber.screening")

Shown = Callable[[list[UUID]], Iterable[UUID]]


@dataclass(frozen=True, slots=True)
class Screened:
    """How many initiatives were screened, how many people and bodies were asked about in them.

    `skipped` initiatives were done before; `failed` ones were left as they were.
    """

    initiatives: int = 0
    asked: int = 0
    skipped: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """The last full screening, and how many initiatives are screened against what is in force."""

    last: Rescreening | None
    initiatives: int
    current: int


def after_update(
    office: Office, actor: Everywhere, indexes: Indexes, shown: Shown = iter
) -> Screened:
    """Screen whom the lists' changes may concern, and decide again everywhere; raise NoLists."""
    with office.reading(actor) as work:
        found = _initiatives(work)
        plan = plan_update(work, indexes, found)
    return _screen(office, actor, indexes, plan, found, shown)


def everybody(
    office: Office,
    actor: Everywhere,
    indexes: Indexes,
    *,
    resume: bool = False,
    shown: Shown = iter,
) -> Screened:
    """Screen everybody and decide again everywhere; raise NoLists.

    With `resume`, whoever the interrupted one has done is skipped, unless a list has changed
    since it began: then it begins anew.
    """
    with office.reading(actor) as work:
        snapshots = dict(indexes.current(work).snapshots)
        found, last = _initiatives(work), last_one(work)
        if not (resume and last and last.finished is None and last.snapshots == snapshots):
            last = None
        left = [each for each in found if last is None or not _done(work, each, last)]
    begun = last or _begin(office, actor, snapshots)
    done = _screen(office, actor, indexes, EVERYBODY, left, shown)
    if not done.failed:
        _finish(office, actor, begun)
    return Screened(done.initiatives, done.asked, len(found) - len(left), done.failed)


def retire(office: Office, actor: Everywhere, list_id: str) -> None:
    """Keep a list no longer and remember that everything is to be decided again; raise KeyError."""
    with office.work(actor) as work:
        lists.retire(work, list_id)
        mark(work)


def last_one(work: Work) -> Rescreening | None:
    """Return the last full screening, finished or not."""
    return store.load_office(work, work.session.exec(select(OfficeRow)).one()).rescreening


def standing(work: Work, snapshots: dict[str, str]) -> Standing:
    """Return how far the office is screened against the copies in force."""
    found = _initiatives(work)
    runs = [_runs(work, each) for each in found]
    current = [all(run and run.snapshots == snapshots for run in each) for each in runs]
    return Standing(last_one(work), len(found), sum(current))


def _screen(
    office: Office,
    actor: Everywhere,
    indexes: Indexes,
    plan: Plan,
    initiatives: list[UUID],
    shown: Shown,
) -> Screened:
    done = asked = failed = 0
    for initiative in shown(initiatives):
        try:
            with office.work(actor) as work:
                asked += service.screen(work, initiative, indexes, plan)
            done += 1
        except NotFound:
            continue  # deleted in the meantime
        except Exception as fault:  # noqa: BLE001 - one must not keep all others from being screened
            log.error("an initiative was not screened", extra={"fault": type(fault).__name__})
            failed += 1
    return Screened(done, asked, 0, failed)


def _initiatives(work: Work) -> list[UUID]:
    return list(work.session.exec(select(InitiativeRow.id).order_by(col(InitiativeRow.id))))


def _runs(work: Work, initiative: UUID) -> list[ScreeningRun | None]:
    people = participants.of_initiative(work, initiative)
    bodies = organisations.of_initiative(work, initiative)
    return [file.screening for _, file in people] + [body.screening for _, body in bodies]


def _done(work: Work, initiative: UUID, since: Rescreening) -> bool:
    runs = _runs(work, initiative)
    return bool(runs) and all(
        run and run.at >= since.since and run.snapshots == since.snapshots for run in runs
    )


def _begin(office: Office, actor: Everywhere, snapshots: dict[str, str]) -> Rescreening:
    with office.work(actor) as work:
        begun = Rescreening(id=uuid4(), since=work.now, snapshots=snapshots)
        _note(work, begun)
    return begun


def _finish(office: Office, actor: Everywhere, begun: Rescreening) -> None:
    with office.work(actor) as work:
        current = last_one(work)
        if current is not None and current.id == begun.id:  # another one may have begun
            _note(work, begun.model_copy(update={"finished": work.now}))


def _note(work: Work, begun: Rescreening) -> None:
    row = lock_office(work)
    document = store.load_office(work, row).model_copy(update={"rescreening": begun})
    store.save_office(work, row, document)
    work.session.add(row)
