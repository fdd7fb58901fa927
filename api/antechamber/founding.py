"""What must be so before an office is made."""

from sqlalchemy import inspect, text
from sqlalchemy.exc import OperationalError

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
    owner = database.connect(settings.owner_url, Key.random())
    user = database.connect(settings.url, Key.random())
    try:
        tables = inspect(owner).get_table_names()
        with owner.connect() as connection:
            owning = connection.scalar(text(roles.MAY_MAKE_TABLES))
        with user.connect() as connection:
            passing = roles.passes_over(connection)
    except OperationalError:
        raise NotReady(database.UNREACHABLE) from None
    finally:
        owner.dispose()
        user.dispose()
    if passing:
        raise NotReady(passing)
    if not owning:
        raise NotReady(roles.NOT_THE_OWNER)
    if tables:
        raise NotReady("The database is not empty; make a new one for a new office.")
