"""What must hold before anybody works in an office: its schema, its triggers, its keys."""

from sqlalchemy import Connection

from antechamber import roles, schema
from antechamber.errors import NotReady, OtherKeyring, OtherVersion
from antechamber.fitting import misfit
from antechamber.tables.gate import missing_triggers
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
    if missing := missing_triggers(connection):
        raise NotReady(
            "The database lacks the triggers that keep uncleared sessions from being "
            f"scheduled ({', '.join(missing)}). Restore a backup, and find out who removed "
            "them."
        )


def check_keys(work: Work) -> None:
    """Raise OtherKeyring unless the keyring is that of the office, and of the database's time."""
    if fault := misfit(work):
        raise OtherKeyring(fault)
