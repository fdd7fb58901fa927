"""The gate in the database: the triggers that must be there, and whether they are.

A session is `scheduled` or `in_session` only on the newest decision about it, of the same
revision, that may proceed; decisions and audit entries are only ever added. The triggers
are written in the migration; table rebuilds drop them silently, so this is asked again
after each migration and at each start.
"""

from sqlalchemy import Connection, text

SINCE = "20261122_gate"

ROW_TRIGGERS = {
    "gate_session_insert": "session",
    "gate_session_update": "session",
    "gate_decision_insert": "decision",
    "gate_decision_update": "decision",
    "gate_decision_delete": "decision",
    "audit_entry_insert": "audit_entry",
    "audit_entry_update": "audit_entry",
    "audit_entry_delete": "audit_entry",
}
# SQLite has no TRUNCATE.
TRUNCATE_TRIGGERS = {
    "gate_decision_truncate": "decision",
    "audit_entry_truncate": "audit_entry",
}

# 'A': fires always, even for a replication role.
ENABLED_IN_POSTGRESQL = """
    SELECT t.tgname AS name, c.relname AS tbl
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE t.tgenabled = 'A' AND c.relnamespace = current_schema()::regnamespace
"""
PRESENT_IN_SQLITE = "SELECT name, tbl_name AS tbl FROM sqlite_master WHERE type = 'trigger'"


def missing_triggers(connection: Connection) -> list[str]:
    """Name the triggers that are absent, disabled or on another table."""
    if connection.dialect.name == "sqlite":
        wanted, question = ROW_TRIGGERS, PRESENT_IN_SQLITE
    else:
        wanted, question = ROW_TRIGGERS | TRUNCATE_TRIGGERS, ENABLED_IN_POSTGRESQL
    found = {row.name: row.tbl for row in connection.execute(text(question))}
    return sorted(name for name, table in wanted.items() if found.get(name) != table)
