"""Screen and decide again over all initiatives: one Work each, so that none waits for another."""

from uuid import UUID

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from sqlmodel import col, select

from antechamber.clearance import service as clearance
from antechamber.cli.offices import ACTOR
from antechamber.office import Office
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
    console.print(f"{_count(found)} screened and decided again: {people} people and bodies.")


def decide_all(office: Office, console: Console) -> None:
    """Decide again on the sessions of every initiative."""
    found = _initiatives(office)
    with bars(console) as shown:
        for initiative in shown.track(found, description="Deciding again"):
            with office.work(ACTOR) as work:
                clearance.tick(work, initiative)
    if found:
        console.print(f"{_count(found)} decided again.")


def _initiatives(office: Office) -> list[UUID]:
    with office.reading(ACTOR) as work:
        return list(work.session.exec(select(InitiativeRow.id).order_by(col(InitiativeRow.id))))


def _count(found: list[UUID]) -> str:
    return f"{len(found)} initiative{'' if len(found) == 1 else 's'}"
