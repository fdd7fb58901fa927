"""`antechamber rules copy`: a copy of the policies to work on."""

from pathlib import Path
from typing import Annotated

import typer

from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened
from antechamber.cli.rules.inputs import CURRENT, SHIPPED
from antechamber.policies import read_whole
from antechamber.rulebooks import store
from antechamber.shipped import policies_folder


def copy_policies(
    folder: Annotated[Path, typer.Argument(help="The folder to make; it must not exist.")],
    of: Annotated[
        str, typer.Option(help="'shipped', or 'current' for those in force in the office.")
    ] = SHIPPED,
) -> None:
    """Copy policies, tables and scenarios into a new folder, to change them there."""
    if of not in (SHIPPED, CURRENT):
        stop(f"{of} is neither 'shipped' nor 'current'.")
    files = read_whole(policies_folder()) if of == SHIPPED else _in_force()
    try:
        folder.mkdir(parents=True)
        for name, raw in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
    except FileExistsError:
        stop(f"{folder} exists already and is not overwritten; give another name.")
    except OSError:
        stop(f"{folder} cannot be written; check the path and its permissions.")
    typer.echo(f"{len(files)} files of the {of} rulebook are in {folder}.")


def _in_force() -> dict[str, bytes]:
    with opened() as office, office.reading(ACTOR) as work:
        found = store.kept(work).get(work.rulebook.digest)
        if found is None:
            stop("No rulebook is in force: antechamber rules status says why.", code=1)
        return store.files_of(work, found[0])
