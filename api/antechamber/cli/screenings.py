"""`antechamber screenings`: screen everybody again, and say how far that is."""

from typing import Annotated

import typer
from rich.console import Console

from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened
from antechamber.cli.screened import RESUME, screen_everybody
from antechamber.screening import lists, rescreening
from antechamber.screening.index import Indexes

app = typer.Typer(help="Screen people and bodies against the lists in force.", no_args_is_help=True)


@app.command()
def run(
    resume: Annotated[
        bool, typer.Option("--resume", help="Skip what an interrupted run has done.")
    ] = False,
) -> None:
    """Screen every initiative in full and decide on its sessions again.

    It can be interrupted at any time: each initiative is screened whole or not at all.
    """
    with opened() as office:
        console = Console(stderr=True, highlight=False)
        screen_everybody(office, Indexes.of(office), console, resume=resume)


@app.command()
def status() -> None:
    """Say when everybody was last screened, and against what; exit code 1 if any is left."""
    with opened() as office, office.reading(ACTOR) as work:
        in_force = {d.id: str(d.snapshot) for _, d in lists.kept(work).values() if d.snapshot}
        found = rescreening.standing(work, in_force)
    last = found.last
    if last is None:
        typer.echo("Everybody was never screened in one run: antechamber screenings run")
    elif last.finished is None:
        typer.echo(f"Begun {last.since:%Y-%m-%d %H:%M} UTC and not finished: {RESUME}")
    else:
        typer.echo(f"Everybody was screened on {last.since:%Y-%m-%d %H:%M} UTC.")
    typer.echo(
        f"{found.current} of {found.initiatives} initiatives are screened against the copies of"
        " the lists that are in force."
    )
    if found.current < found.initiatives or not in_force:
        stop("Nobody clears on a copy that was not searched.", code=1)
