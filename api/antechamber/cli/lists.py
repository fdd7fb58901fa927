"""`antechamber lists`: import the screening lists, and say which copies are in force."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from antechamber.cli.again import bars, decide_all
from antechamber.cli.faults import stop
from antechamber.cli.lists_shown import changes_json, lists_json, show_changes, show_lists
from antechamber.cli.offices import ACTOR, opened, settings
from antechamber.cli.screened import screen_changes
from antechamber.office import Office
from antechamber.screening import lists, rescreening
from antechamber.screening.download import Bounds
from antechamber.screening.folder import BadFolder, ListFile, active_lists
from antechamber.screening.importing import Imported, file_date, import_list
from antechamber.screening.index import Indexes
from antechamber.screening.updating import Source, fetch_list, prepare, remember, sources
from antechamber.screening.versions import NoSuchCopy, Version, compared, in_folder, stored
from antechamber_compliance.screening.lists.badlist import BadList

app = typer.Typer(help="The lists that people are screened against.", no_args_is_help=True)


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
    console = Console(stderr=True, highlight=False)
    with opened() as office:
        indexes = Indexes.of(office)
        found = _import_all(office, described, indexes, console, accept_shrunken or [])
        _screen_again(office, indexes, console)
    if any(one.outcome == "refused" for one in found):
        raise typer.Exit(1)


@app.command()
def update(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[LIST]...", help="Only these lists.")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option(help="The folder of lists; in the office's home if not given.")
    ] = None,
    accept_shrunken: Annotated[
        list[str] | None,
        typer.Option(help="A list's id: believe it though it lost more than half its entries."),
    ] = None,
) -> None:
    """Fetch the lists from their publishers, import them, then screen and decide again.

    The first time, the publishers' addresses are written to lists.toml in the folder, to be
    checked and changed there. A list that cannot be fetched keeps its copy in force, marked
    failed; the exit code is then 1.
    """
    place = folder or settings().home / "lists"
    prepare(place)
    try:
        described, addresses = active_lists(place), sources(place)
    except BadFolder as bad:
        stop(f"{place}: {bad}")
    if unknown := set(names or ()) - {one.id for one in described}:
        stop(f"{place}: lists.toml has no active list {', '.join(sorted(unknown))}.")
    wanted = [one for one in described if one.id in (names or [one.id])]
    console = Console(stderr=True, highlight=False)
    with opened() as office:
        indexes = Indexes.of(office)
        done = [
            _update(office, place, one, addresses.get(one.id), indexes, accept_shrunken or [])
            for one in wanted
        ]
        _screen_again(office, indexes, console)
    if not all(done):
        raise typer.Exit(1)


@app.command()
def status(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show every list that the office keeps, how old its copy is, and whether it can be relied on."""
    with opened() as office, office.reading(ACTOR) as work:
        rows = [(d, lists.published(work, d)) for _, d in lists.kept(work).values()]
        now, max_age = work.now, lists.max_age_days(work)
    if as_json:
        typer.echo(lists_json(rows, now, max_age))
    elif rows:
        show_lists(rows, now, max_age)
    if not rows:
        stop("The office keeps no list yet: antechamber lists import FOLDER", code=1)


@app.command()
def diff(
    before: Annotated[str, typer.Argument(help="LIST@previous, LIST@DATE, LIST@ID or a folder.")],
    after: Annotated[str, typer.Argument(help="The same; LIST alone is the copy in force.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, each entry whole.")] = False,
) -> None:
    """Say which entries of a list were added, removed and changed between two copies."""
    try:
        found = compared(*_versions(before, after))
    except (BadFolder, BadList, NoSuchCopy) as fault:
        stop(str(fault))
    if as_json:
        typer.echo(changes_json(found))
    else:
        show_changes(found)


@app.command()
def retire(
    name: Annotated[str, typer.Argument(metavar="LIST", help="The list's id.")],
) -> None:
    """Keep a list no longer. A regime that no other list fills refuses every session under it."""
    with opened() as office:
        try:
            rescreening.retire(office, ACTOR, name)
        except KeyError:
            stop(f"The office keeps no list {name}: antechamber lists status")
        console = Console(stderr=True, highlight=False)
        typer.echo(f"{name:24} retired    nobody is screened against it any more")
        _screen_again(office, Indexes.of(office), console)
        decide_all(office, console)  # where it was the last list, nobody was screened


def _update(
    office: Office,
    folder: Path,
    described: ListFile,
    source: Source | None,
    indexes: Indexes,
    shrunken: list[str],
) -> bool:
    """Fetch and import one list; tell whether its newest copy is in force."""
    fetched = fetch_list(folder, described, source, office.clock(), Bounds())
    if fetched.outcome == "failed":
        with office.work(ACTOR) as work:
            lists.mark_failed(work, described.id, "unreachable")
        typer.echo(f"{described.id:24} NOT FETCHED {fetched.reason}")
        return False
    at = file_date(described) if source is None else office.clock()
    accepted = described.id in shrunken
    done = _import(office, fetched.described, indexes, at, may_shrink=accepted)
    if source is not None and done.outcome in ("imported", "unchanged"):
        remember(folder, fetched, source)
    return done.outcome in ("imported", "unchanged")


def _versions(before: str, after: str) -> tuple[dict[str, Version], dict[str, Version]]:
    folders = [Path(each).is_dir() for each in (before, after)]
    if all(folders):
        return in_folder(Path(before)), in_folder(Path(after))
    if any(folders):
        stop("Name two folders, or two copies that the office keeps.")
    with opened() as office, office.reading(ACTOR) as work:
        return stored(work, before), stored(work, after)


def _screen_again(office: Office, indexes: Indexes, console: Console) -> None:
    """Screen whom the changes concern; without any list, decide again at least."""
    with office.reading(ACTOR) as work:
        in_force = bool(lists.kept(work))
    if in_force:
        screen_changes(office, indexes, console)


def _import_all(
    office: Office,
    described: list[ListFile],
    indexes: Indexes,
    console: Console,
    shrunken: list[str],
) -> list[Imported]:
    found = []
    with bars(console) as shown:
        for each in shown.track(described, description="Importing"):
            at = file_date(each)
            found.append(_import(office, each, indexes, at, may_shrink=each.id in shrunken))
    return found


def _import(
    office: Office,
    described: ListFile,
    indexes: Indexes,
    fetched_at: datetime | None,
    *,
    may_shrink: bool,
) -> Imported:
    with office.reading(ACTOR) as work:
        regimes = office.rules.regimes(work)
        known = lists.kept(work).get(described.id)
        before = lists.published(work, known[1]) if known else ""
    done = import_list(
        office,
        ACTOR,
        described,
        regimes,
        indexes,
        fetched_at=fetched_at,
        may_shrink=may_shrink,
    )
    typer.echo(_line(done))
    if done.outcome == "imported" and described.published < before:
        typer.echo(f"{'':24} OLDER      of {described.published}; the copy before was of {before}")
    for place in done.incomplete:
        typer.echo(f"{'':24} left out   {place}")
    if done.united:
        typer.echo(f"{'':24} united     records of one party each: {', '.join(done.united)}")
    return done


def _line(one: Imported) -> str:
    words = {
        "imported": f"imported   {one.entries:,} {'entry' if one.entries == 1 else 'entries'}",
        "unchanged": "unchanged  the copy in force is verified",
        "refused": f"REFUSED    {one.reason}",
        "no_reader": f"no reader  not searched: {one.reason}",
    }
    return f"{one.list_id:24} {words[one.outcome]}"
