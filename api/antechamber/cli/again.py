"""Decide again over all initiatives: one Work each, so that none waits for another.

Whoever changes what concerns them all marks it in the same Work (`redeciding.mark`), so that
what a killed process leaves undone is resumed by the next command, or start of the server.
"""

from collections.abc import Iterable
from uuid import UUID

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR
from antechamber.office import Office
from antechamber.rulebooks import redeciding


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


def decide_all(office: Office, console: Console) -> None:
    """Decide again on the sessions of every initiative; stop where some are left."""
    with bars(console) as shown:

        def tracked(found: list[UUID]) -> Iterable[UUID]:
            return shown.track(found, description="Deciding again")

        done = redeciding.run(office, ACTOR, tracked)
    if done:
        console.print(f"{count(done)} decided again.")
    with office.reading(ACTOR) as work:
        if redeciding.pending(work):
            stop("Some could not be decided again; the next command tries them once more.", code=1)


def count(initiatives: int) -> str:
    """Return a number of initiatives in words."""
    return f"{initiatives} initiative{'' if initiatives == 1 else 's'}"
