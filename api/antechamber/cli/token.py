"""`antechamber token`: a credential for one user in one role."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

import typer
from sqlmodel import select

from antechamber import audit
from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened
from antechamber.documents import store
from antechamber.errors import NotFound
from antechamber.identity import tokens, users
from antechamber.tables import InitiativeRow
from antechamber.work import Work


def token(
    user: Annotated[str, typer.Option(help="The user's handle.")],
    role: Annotated[str, typer.Option(help="The role that the token is for.")],
    initiative: Annotated[
        str | None, typer.Option(help="Code name or id: good for this initiative alone.")
    ] = None,
    hours: Annotated[int, typer.Option(help="How long it is good.", min=1)] = 8,
) -> None:
    """Make a token and print it once; it cannot be read back."""
    with opened() as office, office.work(ACTOR) as work:
        holder = users.by_handle(work, user)
        within = _initiative(work, initiative) if initiative else None
        try:
            secret = tokens.issue(work, holder, role, within, lifetime=timedelta(hours=hours))
        except (ValueError, OverflowError):
            stop(f"A token is good for 1 hour to {tokens.LONGEST.days} days; choose other --hours.")
        audit.append(work, "token.issued", holder.id, payload={"role": role, "hours": hours})
    typer.echo(
        f"Good for {hours} h. Shown this once: store it where the client reads it.", err=True
    )
    typer.echo(secret)


def _initiative(work: Work, wanted: str) -> UUID:
    try:
        asked = UUID(wanted)
    except ValueError:
        asked = None
    rows = work.session.exec(select(InitiativeRow)).all()
    found = [
        row.id
        for row in rows
        if row.id == asked or store.load_initiative(work, row).code_name == wanted
    ]
    if len(found) > 1:
        stop("More than one initiative has this code name; give the id instead.")
    if not found:
        raise NotFound("No initiative with this code name or id.")
    return found[0]
