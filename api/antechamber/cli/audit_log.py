"""`antechamber audit`: check the log."""

import typer

from antechamber import audit
from antechamber.cli.faults import stop
from antechamber.cli.offices import opened

app = typer.Typer(
    help="The log of all that changed, was decided or revealed.", no_args_is_help=True
)


@app.callback()
def _group() -> None:
    """Keep 'verify' a command of its own."""


@app.command()
def verify() -> None:
    """Read the whole log and check that nothing is missing, moved or changed."""
    with opened() as office:
        try:
            log = audit.verify(office)
        except audit.BrokenLog as broken:
            stop(f"{broken}. Keep this database as it is, and compare it with a backup.", code=1)
    typer.echo(f"{log.count} entries, none missing, moved or changed.")
    typer.echo(f"root {log.root.hex()}")
