"""`antechamber init`, `migrate` and `maintain`: make an office, bring it up to date, tidy it."""

from typing import Annotated

import typer

from antechamber import audit
from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened, settings
from antechamber.documents.office import OfficeDocument
from antechamber.identity import memberships
from antechamber.office import Office
from antechamber_compliance.texts import is_blank
from antechamber_compliance.zones import zone


def init(
    name: Annotated[str, typer.Option(help="The organisation, as its own people call it.")],
    tz: Annotated[str, typer.Option(help="Its zone, in which ages are read: Europe/Zurich.")],
) -> None:
    """Make the office that the settings name: key file, keyring and database.

    Nothing that exists is overwritten.
    """
    if is_blank(name):
        stop("The name is empty; give the organisation's name.")
    if zone(tz) is None:
        stop(f"{tz} is no IANA time zone; give one such as Europe/Zurich.")
    place = settings()
    try:
        Office.create(place, document=OfficeDocument(name=name, tz=tz)).close()
    except OSError as fault:
        stop(f"{fault.filename} cannot be written; check the path and its permissions.", code=1)
    held = place.key_file if place.key_provider == "file" else place.key_provider
    typer.echo(f"Key        {held}")
    typer.echo(f"Keyring    {place.keyring}")
    typer.echo(f"Database   {place.database_file or 'as ANTECHAMBER_DATABASE_URL says'}")
    typer.echo("Copy key file and keyring to a safe now, apart from every copy of the database:")
    typer.echo("without both nothing in it opens, and whoever has all three has everything.")
    typer.echo("Next: keys escrow, user add, lists update and backup; then antechamber doctor.")


def migrate() -> None:
    """Bring the database to the schema of this version; make a backup first."""
    Office.migrate(settings())
    with opened() as office, office.work(ACTOR) as work:
        sealed = memberships.vouch(work)
        if sealed:
            audit.append(work, "member.sealed", office.id, payload={"count": sealed})
    typer.echo("The database is of this version.")
    if sealed:
        typer.echo(f"Roles that were there and count from now on: {sealed}. Look them through.")


def maintain() -> None:
    """Write the tables anew in random order, so that the disk does not tell what came when.

    Stop the server first. It takes about as long as a copy of the database.
    """
    Office.maintain(settings())
    typer.echo("The tables are written anew.")
