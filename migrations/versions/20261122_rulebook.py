"""The rulebooks that an office keeps: the one it came with, and those put in force later.

Locks: none that matter; the table is new.
Works with the code before it: yes, as long as no rulebook was adopted and no parameter set;
after that the office's document has entries that the code before it refuses to read.
Back: drops the table, but refuses while more than the rulebook that the office came with is
kept: decisions made under the others could not be made again.
"""

import sqlalchemy as sa
from alembic import op

revision = "20261122_rulebook"
down_revision = "20261122_gate"


def upgrade() -> None:
    op.create_table(
        "rulebook",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Uuid(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rulebook"),
    )


def downgrade() -> None:
    kept = op.get_bind().scalar(sa.text("SELECT count(*) FROM rulebook"))
    if kept and kept > 1:
        raise RuntimeError(f"{kept} rulebooks would be lost; decisions rest on them")
    op.drop_table("rulebook")
