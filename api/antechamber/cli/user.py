"""`antechamber user`: who works in the office, and in which office-wide roles."""

from typing import Annotated

import typer
from rich.console import Console

from antechamber import audit
from antechamber.cli.again import decide_all
from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened
from antechamber.identity import users
from antechamber.office import Office
from antechamber.rulebooks import redeciding
from antechamber_compliance.dossier.vocabulary import ROLES
from antechamber_compliance.texts import is_blank

app = typer.Typer(help="The users of the office and their roles in it.", no_args_is_help=True)

Handle = Annotated[str, typer.Argument(help="The pseudonym that records show, such as U-C1.")]
Roles = Annotated[list[str], typer.Option("--role", help="A role, office-wide; may be repeated.")]


@app.command()
def add(
    handle: Handle,
    role: Roles,
    name: Annotated[
        str, typer.Option(prompt="Name", help="Who it is; sealed. Asked for if left out.")
    ],
) -> None:
    """Register a user with one or more roles; sessions are decided on again."""
    _refuse_unknown(role)
    if is_blank(name):
        stop("The name is empty; say who it is.")
    with opened() as office:
        with office.work(ACTOR) as work:
            try:
                user = users.register(work, handle, name)
            except ValueError as fault:
                stop(f"This handle cannot be used: {fault}.")
            for each in role:
                users.hold(work, user.id, each)
            redeciding.mark(work)
            audit.append(work, "user.registered", user.id, payload={"roles": sorted(role)})
        _done(office, f"{handle} is registered as {', '.join(role)}.")


@app.command()
def hold(handle: Handle, role: Roles) -> None:
    """Give a user further roles; sessions are decided on again."""
    _refuse_unknown(role)
    with opened() as office:
        with office.work(ACTOR) as work:
            user = users.by_handle(work, handle)
            for each in role:
                users.hold(work, user.id, each)
            redeciding.mark(work)
            audit.append(work, "role.given", user.id, payload={"roles": sorted(role)})
        _done(office, f"{handle} is {', '.join(role)}.")


@app.command()
def release(handle: Handle, role: Roles) -> None:
    """Take roles back, in every initiative as well; sessions are decided on again."""
    _refuse_unknown(role)
    with opened() as office:
        with office.work(ACTOR) as work:
            user = users.by_handle(work, handle)
            for each in role:
                users.release(work, user.id, each)
            redeciding.mark(work)
            audit.append(work, "role.taken", user.id, payload={"roles": sorted(role)})
        _done(office, f"{handle} is no longer {', '.join(role)}.")


def _refuse_unknown(roles: list[str]) -> None:
    for role in roles:
        if role not in ROLES:
            stop(f"{role} is no role; the roles are {', '.join(sorted(ROLES))}.")


def _done(office: Office, words: str) -> None:
    typer.echo(words)
    decide_all(office, Console(stderr=True, highlight=False))
