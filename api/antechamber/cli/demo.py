"""`antechamber demo`: the whole gate on a throwaway office with fictional people."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from antechamber.cli.faults import stop
from antechamber.cli.serving import listen, serve_until_stopped
from antechamber.demo.lists import choose
from antechamber.demo.run import demonstrate
from antechamber.demo.show import Show, console
from antechamber.demo.stage import Stage
from antechamber.identity import tokens
from antechamber.screening.folder import BadFolder
from antechamber.tables import UserRow

AN_HOUR = timedelta(hours=1)


def demo(
    lists: Annotated[
        Path | None, typer.Option(help="A folder of real lists, to search as well.")
    ] = None,
    serve: Annotated[
        bool, typer.Option("--serve", help="Then serve the office, until interrupted.")
    ] = False,
) -> None:
    """Walk three fictional initiatives through a throwaway office and show every decision.

    The exit code is 1 where anything is not as it must be.
    """
    show = Show(console())
    try:
        good = demonstrate(choose(lists), show, _served(show) if serve else None)
    except BadFolder as bad:
        stop(f"{lists}: {bad}")
    if not good:
        stop("Not everything is as it must be; see above.", code=1)
