"""What must be so before an office is made."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, inspect, text
from sqlalchemy.exc import DatabaseError

from antechamber import database, roles
from antechamber.crypto.keys import Key
from antechamber.errors import NotReady
from antechamber.settings import Settings


def refuse_to_overwrite(settings: Settings) -> None:
    """Raise NotReady where something is already, or where the database's user will not do."""
    made = [settings.key_file] if settings.key_provider == "file" else []
    for path in (*made, settings.keyring, settings.database_file):
        if path and path.exists():
            raise NotReady(f"{path} exists already; an office is never made over another.")
    if settings.database_file:
        return
    refuse_unfit(settings)
    with reached(settings.owner_url) as owner:
        if not owner.scalar(text(roles.MAY_MAKE_TABLES)):
            raise NotReady(roles.NOT_THE_OWNER)
        if inspect(owner).get_table_names():
            raise NotReady("The database is not empty; make a new one for a new office.")


def refuse_unfit(settings: Settings) -> None:
    """Raise NotReady where row-level security does not hold PostgreSQL's user of the settings."""
    with reached(settings.url) as user:
        if passing := roles.passes_over(user):
            raise NotReady(passing)


@contextmanager
def reached(url: URL) -> Iterator[Connection]:
    """Connect to PostgreSQL, before there is an office; raise NotReady where it is not reached."""
    engine = database.connect(url, Key.random())
    try:
        with engine.connect() as connection:
            yield connection
    except DatabaseError:
        raise NotReady(database.UNREACHABLE) from None
    finally:
        engine.dispose()
