"""`antechamber rules trust` and `antechamber rules adopt`: whose rules count, and which."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from antechamber.cli.again import bars, decide_all
from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened
from antechamber.cli.rules.folder import RulebookFolder, files_in
from antechamber.cli.rules.keys import Role, read_public_keys
from antechamber.office import Office
from antechamber.rulebooks import service
from antechamber.rulebooks.candidates import Candidate, NotAdoptable, examine
from antechamber.rulebooks.signing import BadSignatures
from antechamber_compliance.policy import BadPolicy


def trust(
    role: Annotated[Role, typer.Argument(help="The role that signs with the key.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Its public key.")],
) -> None:
    """Trust a key; from now on no rulebook is used that lacks the signatures of both roles.

    Until a signed rulebook is adopted everything is denied. To change keys while sessions are
    scheduled, use 'adopt --trust' instead.
    """
    keys = read_public_keys([file])
    if role not in keys:
        stop(f"{file} is the key of {' and '.join(keys)}, not of {role}.")
    with opened() as office:
        try:
            with office.work(ACTOR) as work:
                service.trust(work, role, keys[role])
        except BadSignatures as bad:
            stop(str(bad), code=1)
        typer.echo(f"The office trusts key {keys[role].id} of {role}.")
        _say_what_next(office)
        decide_all(office, Console(stderr=True, highlight=False))


def adopt(
    folder: RulebookFolder,
    new_keys: Annotated[
        list[Path] | None,
        typer.Option("--trust", help="Public keys to trust from now on; may be repeated."),
    ] = None,
) -> None:
    """Put a signed rulebook in force, then decide on every session again.

    It must be obeyable, its scenarios must pass, both trusted keys must have signed it, and
    its revision must be higher than that of any rulebook in force before.
    """
    candidate = _examined(folder)
    keys = read_public_keys(new_keys or [])
    with opened() as office:
        try:
            with office.work(ACTOR) as work:
                service.adopt(work, candidate, keys)
        except (BadSignatures, NotAdoptable) as bad:
            stop(str(bad), code=1)
        rulebook = candidate.rulebook
        typer.echo(f"{candidate.scenarios} scenarios passed.")
        typer.echo(f"In force: {rulebook.version}, revision {rulebook.revision}")
        typer.echo(f"digest    {rulebook.digest}")
        for role, key in keys.items():
            typer.echo(f"trusted from now on: key {key.id} of {role}")
        decide_all(office, Console(stderr=True, highlight=False))


def _examined(folder: Path) -> Candidate:
    files = files_in(folder)
    try:
        with bars(Console(stderr=True)) as shown:
            shown.add_task("Running the scenarios", total=None)
            return examine(files)
    except (BadPolicy, NotAdoptable) as bad:
        stop(str(bad), code=1)


def _say_what_next(office: Office) -> None:
    with office.reading(ACTOR) as work:
        found = office.rules.in_force(work)
    if found.source == "none":
        typer.echo(f"{found.fault} Everything is denied until then: antechamber rules adopt DIR")
