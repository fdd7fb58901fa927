"""`antechamber screenings`: screen everybody again."""

import typer
from rich.console import Console

from antechamber.cli.again import screen_all
from antechamber.cli.offices import opened
from antechamber.screening.index import Indexes

app = typer.Typer(help="Screen people and bodies against the lists in force.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Keep 'run' a command of its own."""


@app.command()
def run() -> None:
    """Screen every initiative and decide on its sessions again."""
    with opened() as office:
        screen_all(office, Indexes(), Console(stderr=True, highlight=False))
