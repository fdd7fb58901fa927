"""`antechamber rules status` and `rules params`: which rules and numbers are in force."""

from datetime import date
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from antechamber.cli.lists_shown import PIPED_WIDTH
from antechamber.cli.offices import ACTOR, opened
from antechamber.documents import store
from antechamber.documents.office import OfficeDocument
from antechamber.documents.parameters import SetParameter, layer
from antechamber.rulebooks import store as rulebooks
from antechamber.rulebooks.current import trust_of
from antechamber.tables import OfficeRow
from antechamber_compliance.overlays import in_force
from antechamber_compliance.policy import Parameter
from antechamber_compliance.zones import day_of

SOURCES = {
    "shipped": "as it ships with this version; no trust root is set",
    "adopted": "adopted, with both signatures",
    "none": "NONE: everything is denied",
}


def status() -> None:
    """Say which rulebook is in force and whose signatures count; exit code 1 if none is."""
    with opened() as office, office.reading(ACTOR) as work:
        found = office.rules.in_force(work)
        document = store.load_office(work, work.session.get_one(OfficeRow, office.id))
        kept = [each for _, each in rulebooks.kept(work).values()]
    typer.echo(f"In force   {SOURCES[found.source]}")
    if found.fault:
        typer.echo(f"           {found.fault}")
    else:
        typer.echo(f"rulebook   {found.rulebook.version}, revision {found.rulebook.revision}")
        typer.echo(f"digest     {found.rulebook.digest}")
    for role, key in sorted(trust_of(document.rules).items()):
        typer.echo(f"trusted    {role}, key {key.id}")
    for each in kept:
        typer.echo(f"kept       revision {each.revision}, {each.source}, {each.digest}")
    if document.redeciding:
        typer.echo(f"pending    decide again, since {document.redeciding.since:%Y-%m-%d %H:%M} UTC")
    if found.source == "none":
        raise typer.Exit(1)


def params(
    on: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="For sessions that start on this day.")
    ] = None,
) -> None:
    """List every parameter: the rulebook's value, the organisation's, bounds, what is stricter."""
    with opened() as office, office.reading(ACTOR) as work:
        document = store.load_office(work, work.session.get_one(OfficeRow, office.id))
        declared = work.rulebook.parameters()
        today = day_of(work.now, document.tz)
    day = _day(on) if on else today
    table = Table(box=None, padding=(0, 1), header_style="bold")
    table.add_column("Parameter", no_wrap=True)
    for column in ("Rulebook", "Organisation", "In force", "Bounds", "Stricter", "Since"):
        table.add_column(column, overflow="fold")
    for name in sorted({*declared, *document.parameters, *document.proposals}):
        table.add_row(*_cells(name, declared.get(name), document, day))
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = PIPED_WIDTH
    console.print(f"For sessions that start on {day}")
    console.print(table)


def _cells(
    name: str, parameter: Parameter | None, document: OfficeDocument, day: date
) -> list[str]:
    overlay = layer(document.parameters).get(name)
    used = in_force(parameter, (overlay,), day)
    return [
        name,
        _shown(parameter.on(day)) if parameter else "unknown: remove it",
        _set(document.parameters.get(name)) + (" (proposed)" if name in document.proposals else ""),
        _shown(used)
        if parameter and parameter.admit(used) is not None
        else "out of bounds: denies",
        f"{parameter.bounds} {parameter.unit}".strip() if parameter else "",
        parameter.stricter if parameter else "",
        _since(parameter, day) if parameter else "",
    ]


def _since(parameter: Parameter, day: date) -> str:
    """Return the day from which the rulebook's value holds; blank before the first one."""
    started = [start for start, _ in parameter.values if start <= day]
    return str(max(started)) if started else ""


def _set(found: SetParameter | None) -> str:
    return _shown(found.value) if found else ""


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(value) if isinstance(value, list | tuple) else str(value)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text} is no day; write 2026-12-31.") from None
