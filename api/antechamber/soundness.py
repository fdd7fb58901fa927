"""What must hold before anybody works in an office: its schema, its triggers, its keys."""

from sqlalchemy import Connection

from antechamber import roles, schema
from antechamber.errors import NotReady, OtherKeyring, OtherVersion
from antechamber.fitting import misfit
from antechamber.tables.walls import altered
from antechamber.work import Work


def check_schema(connection: Connection) -> None:
    """Raise NotReady unless the database has this version's schema, triggers and walls."""
    if schema.current(connection) != schema.head():
        raise OtherVersion(
            "The database is of another version than this code. Make a backup, then "
            "run: antechamber migrate"
        )
    if loose := roles.loose(connection):
        raise NotReady(loose)
    if changed := altered(connection):
        raise NotReady(
            "What in the database keeps uncleared sessions from being scheduled, and "
            f"initiatives apart, is not as this version writes it ({', '.join(changed)}). "
            "Restore a backup, and find out who changed it."
        )


def check_keys(work: Work) -> None:
    """Raise OtherKeyring unless the keyring is that of the office, and of the database's time."""
    if fault := misfit(work):
        raise OtherKeyring(fault)
