"""Screen and decide again over all initiatives: one Work each, so that none waits for another.

Whoever changes what concerns them all marks it in the same Work (`redeciding.mark`), so that
what a killed process leaves undone is resumed by the next command, or start of the server.
"""

from collections.abc import Iterable
from uuid import UUID

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from sqlmodel import col, select

from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR
from antechamber.office import Office
from antechamber.rulebooks import redeciding
from antechamber.screening import service as screening
from antechamber.screening.index import Indexes
from antechamber.tables import InitiativeRow


def bars(console: Console) -> Progress:
    """Return progress bars that show on a terminal and leave no trace."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def screen_all(office: Office, indexes: Indexes, console: Console) -> None:
    """Screen every initiative and decide on its sessions again."""
    found, people = _initiatives(office), 0
    if not found:
        console.print("There is no initiative yet, so there is nobody to screen.")
        return
    with bars(console) as shown, office.reading(ACTOR) as work:
        shown.add_task("Indexing the lists", total=None)
        indexes.current(work)
    with bars(console) as shown:
        for initiative in shown.track(found, description="Screening"):
            with office.work(ACTOR) as work:
                people += screening.screen(work, initiative, indexes)
    console.print(f"{_count(len(found))} screened and decided again: {people} people and bodies.")


def decide_all(office: Office, console: Console) -> None:
    """Decide again on the sessions of every initiative; stop where some are left."""
    with bars(console) as shown:

        def tracked(found: list[UUID]) -> Iterable[UUID]:
            return shown.track(found, description="Deciding again")

        done = redeciding.run(office, ACTOR, tracked)
    if done:
        console.print(f"{_count(done)} decided again.")
    with office.reading(ACTOR) as work:
        if redeciding.pending(work):
            stop("Some could not be decided again; the next command tries them once more.", code=1)


def _initiatives(office: Office) -> list[UUID]:
    with office.reading(ACTOR) as work:
        return list(work.session.exec(select(InitiativeRow.id).order_by(col(InitiativeRow.id))))


def _count(initiatives: int) -> str:
    return f"{initiatives} initiative{'' if initiatives == 1 else 's'}"
