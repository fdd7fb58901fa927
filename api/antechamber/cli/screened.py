"""Screen all initiatives with progress; what an interruption leaves is said and resumed."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from rich.console import Console
from rich.progress import Progress

from antechamber.cli.again import bars, count
from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR
from antechamber.office import Office
from antechamber.screening import rescreening
from antechamber.screening.index import Indexes
from antechamber.screening.rescreening import Screened, Shown

INTERRUPTED = 130
RESUME = "antechamber screenings run --resume"


def screen_changes(office: Office, indexes: Indexes, console: Console) -> None:
    """Screen whom the lists' changes may concern, and decide again everywhere."""
    _index(office, indexes, console)
    with _interruptible(), bars(console) as shown:
        done = rescreening.after_update(office, ACTOR, indexes, _tracked(shown))
    _say(done, console)


def screen_everybody(office: Office, indexes: Indexes, console: Console, *, resume: bool) -> None:
    """Screen everybody against every list, and decide again everywhere."""
    _index(office, indexes, console)
    with _interruptible(), bars(console) as shown:
        done = rescreening.everybody(office, ACTOR, indexes, resume=resume, shown=_tracked(shown))
    if done.skipped:
        console.print(f"{count(done.skipped)} had been done before the interruption.")
    _say(done, console)


def _index(office: Office, indexes: Indexes, console: Console) -> None:
    with bars(console) as shown, office.reading(ACTOR) as work:
        shown.add_task("Indexing the lists", total=None)
        indexes.current(work)


def _tracked(progress: Progress) -> Shown:
    def shown(found: list[UUID]) -> Iterable[UUID]:
        return progress.track(found, description="Screening")

    return shown


@contextmanager
def _interruptible() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        stop(f"Stopped. What was done is kept. To go on: {RESUME}", code=INTERRUPTED)


def _say(done: Screened, console: Console) -> None:
    if done == Screened():
        console.print("There is no initiative yet, so there is nobody to screen.")
    else:
        console.print(
            f"{count(done.initiatives)} screened and decided again:"
            f" {done.asked} people and bodies asked about."
        )
    if done.failed:
        stop(f"{count(done.failed)} could not be screened. Try again: {RESUME}", code=1)
