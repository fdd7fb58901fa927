"""The database's roles on PostgreSQL: who owns the tables, who works with them, who audits.

Row-level security (migration 20261130_row_security) is the second wall around an initiative. It
stands only before a role that may not pass over it, which is asked at each start.
"""

from psycopg.errors import InsufficientPrivilege
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from antechamber.tables import metadata

AUDITOR = "antechamber_auditor"
AUDITED = ("audit_head", "audit_entry")
# What is only ever added. The triggers refuse the rest as well; the office needs no right to it.
ADDED = frozenset({"decision", "audit_entry"})
APART = frozenset(
    {
        *("initiative", "participant", "organisation", "session", "decision", "signoff"),
        *("key", "membership", "outbox"),
    }
)

PASSES_OVER = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
WALLED = """
    SELECT relname FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace
      AND relrowsecurity AND relforcerowsecurity
"""
MAY_MAKE_TABLES = "SELECT has_schema_privilege(current_schema(), 'CREATE')"
NOT_THE_OWNER = (
    "The database's role may not do this. init, migrate, maintain and restore are done by the "
    "role that owns the database: set ANTECHAMBER_DATABASE_OWNER_URL, see docs/deployment.md."
)
KNOWN = "SELECT count(*) FROM pg_roles WHERE rolname = :name"


def lacks_rights(fault: DBAPIError) -> bool:
    """Tell whether PostgreSQL refused what only the role that owns the tables may do."""
    return isinstance(fault.orig, InsufficientPrivilege)


def passes_over(connection: Connection) -> str:
    """Say that the user is one whom row-level security does not hold, and what to do; else ''."""
    if connection.dialect.name != "postgresql" or not connection.scalar(text(PASSES_OVER)):
        return ""
    return (
        "The database's user passes over row-level security: it is a superuser or has "
        "BYPASSRLS. Make a role of its own for the office, see docs/deployment.md."
    )


def loose(connection: Connection) -> str:
    """Say why the rows of initiatives are not kept apart, and what to do; '' where they are."""
    if connection.dialect.name != "postgresql":
        return ""
    if passing := passes_over(connection):
        return passing
    missing = APART - set(connection.scalars(text(WALLED)))
    if missing:
        return (
            "The database lacks the policies that keep initiatives apart "
            f"({', '.join(sorted(missing))}). Restore a backup, and find out who removed them."
        )
    return ""


def grant(engine: Engine, user: str | None) -> None:
    """Give the office's role what it needs and auditors what they may read, as the owner.

    Auditors are the members of the role AUDITOR, where the server has one: they read the log,
    sealed as it is, and no other table.
    """
    if engine.dialect.name != "postgresql":
        return
    with engine.begin() as connection:
        owner = connection.scalar(text("SELECT current_user"))
        if user is not None and user != owner:
            _to_office(connection, user)
        if connection.scalar(text(KNOWN), {"name": AUDITOR}):
            connection.exec_driver_sql(f"GRANT SELECT ON {', '.join(AUDITED)} TO {AUDITOR}")


def _to_office(connection: Connection, user: str) -> None:
    quote = connection.dialect.identifier_preparer.quote_identifier
    for table in metadata.tables:
        rights = "SELECT, INSERT" if table in ADDED else "SELECT, INSERT, UPDATE, DELETE"
        connection.exec_driver_sql(f"REVOKE ALL ON {quote(table)} FROM {quote(user)}")
        connection.exec_driver_sql(f"GRANT {rights} ON {quote(table)} TO {quote(user)}")
    connection.exec_driver_sql(f"GRANT SELECT ON alembic_version TO {quote(user)}")
