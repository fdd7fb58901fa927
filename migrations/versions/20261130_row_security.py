"""Row-level security: on PostgreSQL a transaction sees the initiatives that it was opened for.

Which those are is said at its beginning (`antechamber.initiatives`, local to the transaction).
Where nothing is said, nothing is seen. The tables' owner is held to it too, unless it is a
superuser or has BYPASSRLS. SQLite has no such thing; nothing changes there.

Locks: ACCESS EXCLUSIVE on each of the nine tables, for an instant.
Works with the code before it: no, that code says nothing and so sees nothing.
Back: takes the second wall away; the checks of the application remain. No row is touched.
"""

import sqlalchemy as sa
from alembic import op

revision = "20261130_row_security"
down_revision = "20261122_rulebook"

# Table -> the initiative that a row belongs to. NULL: the office itself, which everybody sees.
BELONGS_TO = {
    "initiative": "id",
    "participant": "initiative_id",
    "organisation": "initiative_id",
    "session": "initiative_id",
    "decision": "initiative_id",
    "signoff": "initiative_id",
    "key": "coalesce(initiative_id, id)",  # an initiative's own key has the initiative's id
    "membership": "initiative_id",
    "outbox": "initiative_id",
}
OF_THE_OFFICE = ("membership", "outbox")
SETTING = "antechamber.initiatives"
SAID = f"current_setting('{SETTING}', true)"
# The triggers of the gate see what their statement sees. So that they overlook no decision about
# a session, none is stored in another initiative than the session.
SAME = (
    "EXISTS (SELECT 1 FROM session AS s"
    " WHERE s.id = session_id AND s.initiative_id = decision.initiative_id)"
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute(
        "CREATE FUNCTION sees(initiative uuid) RETURNS boolean LANGUAGE sql STABLE AS $$"
        f" SELECT coalesce({SAID} = '*' OR"
        f" initiative = ANY (string_to_array(nullif({SAID}, '*'), ',')::uuid[]), false) $$"
    )
    schema = op.get_bind().scalar(sa.text("SELECT quote_ident(current_schema())"))
    for table, owner in BELONGS_TO.items():
        seen = f"{schema}.sees({owner})"
        if table in OF_THE_OFFICE:
            seen = f"({owner} IS NULL OR {seen})"
        kept = f"{seen} AND {SAME}" if table == "decision" else seen
        op.execute(f"CREATE POLICY initiatives ON {table} USING ({seen}) WITH CHECK ({kept})")
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    for table in BELONGS_TO:
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
        op.execute(f"DROP POLICY initiatives ON {table}")
    op.execute("DROP FUNCTION sees(uuid)")
