"""`antechamber lists`: import the screening lists, and say which copies are in force."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from antechamber.cli.again import bars, screen_all
from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened
from antechamber.documents.lists import ListDocument
from antechamber.office import Office
from antechamber.screening import lists
from antechamber.screening.folder import BadFolder, ListFile, active_lists
from antechamber.screening.importing import Imported, file_date, import_list
from antechamber.screening.index import Indexes

app = typer.Typer(help="The lists that people are screened against.", no_args_is_help=True)
PIPED_WIDTH = 140
DIGEST_CHARS = 12


@app.command("import")
def import_folder(
    folder: Annotated[Path, typer.Argument(help="A folder with lists.toml and the lists.")],
    accept_shrunken: Annotated[
        list[str] | None,
        typer.Option(help="A list's id: believe it though it lost more than half its entries."),
    ] = None,
) -> None:
    """Import every active list of a folder, then screen and decide again.

    A list that cannot be read whole is refused by name; the copy before it stays in force,
    marked failed, and the other lists go on. The exit code is 1 if any was refused.
    """
    try:
        described = active_lists(folder)
    except BadFolder as bad:
        stop(f"{folder}: {bad}")
    console, indexes = Console(stderr=True, highlight=False), Indexes()
    with opened() as office:
        found = _import_all(office, described, indexes, console, accept_shrunken or [])
        with office.reading(ACTOR) as work:
            in_force = bool(lists.kept(work))
        if in_force:
            screen_all(office, indexes, console)
    if any(one.outcome == "refused" for one in found):
        raise typer.Exit(1)


@app.command()
def status() -> None:
    """Show every list that the office keeps, and how old its copy is."""
    with opened() as office, office.reading(ACTOR) as work:
        table = Table(box=None, padding=(0, 1), header_style="bold")
        for column in ("List", "Regimes", "Country", "Source", "Published", "Fetched", "Age"):
            table.add_column(column, overflow="fold")
        table.add_column("Entries", justify="right")
        table.add_column("Status")
        table.add_column("SHA-256")
        kept = lists.kept(work)
        for _, document in kept.values():
            published = lists.published(work, document)
            table.add_row(*_cells(document, published, work.now))
    if not kept:
        stop("The office keeps no list yet: antechamber lists import FOLDER", code=1)
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = PIPED_WIDTH
    console.print(table)


def _import_all(
    office: Office,
    described: list[ListFile],
    indexes: Indexes,
    console: Console,
    shrunken: list[str],
) -> list[Imported]:
    with office.reading(ACTOR) as work:
        regimes = office.rules.regimes(work)
    found = []
    with bars(console) as shown:
        for each in shown.track(described, description="Importing"):
            believed = each.id in shrunken
            done = import_list(
                office,
                ACTOR,
                each,
                regimes,
                indexes,
                fetched_at=file_date(each),
                may_shrink=believed,
            )
            found.append(done)
            typer.echo(_line(found[-1]))
    return found


def _line(one: Imported) -> str:
    words = {
        "imported": f"imported   {one.entries:,} {'entry' if one.entries == 1 else 'entries'}",
        "unchanged": "unchanged  the copy in force is verified",
        "refused": f"REFUSED    {one.reason}",
        "no_reader": f"no reader  not searched: {one.reason}",
    }
    return f"{one.list_id:24} {words[one.outcome]}"


def _cells(document: ListDocument, published: str, now: datetime) -> list[str]:
    return [
        document.id,
        " ".join(document.regimes),
        document.country,
        document.source,
        published,
        f"{document.fetched_at:%Y-%m-%d %H:%M}",
        f"{(now - document.fetched_at).days} d",
        f"{document.entries:,}",
        document.status,
        document.digest[:DIGEST_CHARS],
    ]
