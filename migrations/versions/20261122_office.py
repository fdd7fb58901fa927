"""The tables of an office.

Locks: none that matter; all tables are new.
Works with the code before it: there is none.
Back: drops every table, but refuses while an initiative, a user or an entry of the log is stored.
"""

import sqlalchemy as sa
from alembic import op

revision = "20261122_office"
down_revision = None

STATES = (
    "'draft', 'proposed', 'in_review', 'blocked', 'awaiting_approval', 'cleared', 'scheduled', "
    "'in_session', 'suspended', 'held', 'reviewed', 'archived', 'cancelled', 'destroyed'"
)

# In the order in which they can be dropped.
TABLES = (
    *("audit_entry", "audit_head", "idempotency", "outbox", "key", "list_snapshot"),
    *("screening_list", "signoff", "decision", "session", "organisation", "participant"),
    *("token", "membership", "initiative", "user", "office"),
)


def upgrade() -> None:
    people()
    compartments()
    gate()
    service()
    audit()


def downgrade() -> None:
    for kept in ("initiative", "user", "audit_entry"):
        if op.get_bind().scalar(sa.text(f'SELECT count(*) FROM "{kept}"')):  # noqa: S608 - of three
            raise RuntimeError(f"rows of {kept} would be lost: this office is in use")
    for table in TABLES:
        op.drop_table(table)


def people() -> None:
    table("office", sealed("document"))
    table("user", flag("disabled"), sealed("profile"))
    table("initiative", sealed("document"))
    table(
        "membership",
        initiative("membership", nullable=True),
        uuid("user_id"),
        words("role", 40),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name="fk_membership_user_id"),
    )
    op.create_index("ix_membership_initiative_id", "membership", ["initiative_id"])
    op.create_index("ix_membership_user_id", "membership", ["user_id"])
    table(
        "token",
        raw("credential_hash"),
        words("role", 40),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        flag("disabled"),
        sealed("holder"),
        sa.UniqueConstraint("credential_hash", name="uq_token_credential_hash"),
    )


def compartments() -> None:
    table(
        "participant",
        initiative("participant"),
        uuid("key_id"),
        flag("erased"),
        sa.Column("email_index", sa.LargeBinary(), nullable=True),
        sa.Column("document_index", sa.LargeBinary(), nullable=True),
        sealed("identity"),
        sealed("file"),
    )
    for column in ("email_index", "document_index"):
        name = f"ix_participant_initiative_id_{column}"
        op.create_index(name, "participant", ["initiative_id", column])
    table("organisation", initiative("organisation"), sealed("document"))
    op.create_index("ix_organisation_initiative_id", "organisation", ["initiative_id"])
    table("signoff", initiative("signoff"), sealed("document"))
    op.create_index("ix_signoff_initiative_id", "signoff", ["initiative_id"])
    op.create_table(
        "key",
        uuid("id"),
        sa.Column("version", sa.Integer(), nullable=False),
        initiative("key", nullable=True),
        raw("kcv"),
        sealed("wrapped"),
        sa.PrimaryKeyConstraint("id", "version", name="pk_key"),
    )
    op.create_index("ix_key_initiative_id", "key", ["initiative_id"])


def gate() -> None:
    table(
        "session",
        initiative("session"),
        words("state", 20),
        sa.Column("revision", sa.Integer(), nullable=False),
        uuid("clearance_id", nullable=True),
        sealed("document"),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_session_state")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_session_initiative_id", "session", ["initiative_id"])
    table(
        "decision",
        initiative("decision"),
        uuid("session_id"),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        raw("fingerprint"),
        flag("may_proceed"),
        raw("mac"),
        sealed("record"),
        sealed("dossier"),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name="fk_decision_session_id"),
        sa.UniqueConstraint("session_id", "sequence", name="uq_decision_session_id_sequence"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_decision_initiative_id", "decision", ["initiative_id"])


def service() -> None:
    table("screening_list", sealed("document"))
    table("list_snapshot", sealed("document"), sealed("content"))
    table(
        "outbox",
        initiative("outbox", nullable=True),
        words("claimed_by", 64, nullable=True),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        words("status", 20),
        sealed("payload"),
    )
    op.create_index("ix_outbox_initiative_id", "outbox", ["initiative_id"])
    op.create_index("ix_outbox_status", "outbox", ["status"])
    table(
        "idempotency",
        raw("keyed_hash"),
        sa.Column("status", sa.Integer(), nullable=False),
        sealed("outcome"),
        sa.UniqueConstraint("keyed_hash", name="uq_idempotency_keyed_hash"),
    )


def audit() -> None:
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        raw("leaf"),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_single")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        raw("previous"),
        raw("leaf"),
        sealed("entry"),
        sealed("payload"),
        sa.PrimaryKeyConstraint("sequence", name="pk_audit_entry"),
        sa.UniqueConstraint("previous", name="uq_audit_entry_previous"),
        sqlite_with_rowid=False,
    )


def table(name: str, *rest: sa.schema.SchemaItem, **options: bool) -> None:
    """Make a table with a random id and a row version."""
    primary = sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    op.create_table(name, uuid("id"), uuid("version"), *rest, primary, **options)


def initiative(table: str, *, nullable: bool = False) -> sa.Column[object]:
    reference = sa.ForeignKey("initiative.id", name=f"fk_{table}_initiative_id")
    return sa.Column("initiative_id", sa.Uuid(), reference, nullable=nullable)


def uuid(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


def words(name: str, most: int, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.String(most), nullable=nullable)


def flag(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def raw(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def sealed(name: str) -> sa.Column[object]:
    return raw(name)
