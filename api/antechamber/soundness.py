"""What must hold before anybody works in an office: its schema, its triggers, its keys."""

from sqlalchemy import Connection
from sqlmodel import select

from antechamber import roles, schema
from antechamber.crypto.sealing import Unsealable
from antechamber.errors import NotReady, OtherVersion
from antechamber.tables import OfficeRow
from antechamber.tables.walls import altered
from antechamber.vault import OFFICE_KEY
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
    """Raise NotReady unless the database is that of the keyring's office."""
    rows = work.session.exec(select(OfficeRow)).all()
    try:
        if [row.id for row in rows] != [work.keys.office]:
            raise Unsealable
        work.open(rows[0], "document", key=OFFICE_KEY)
    except Unsealable:
        raise NotReady(
            "This database belongs to another office than the keyring. Check "
            "ANTECHAMBER_HOME and ANTECHAMBER_DATABASE_URL."
        ) from None
