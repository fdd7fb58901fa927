"""A token that has ended is gone: what says so in an open column could be written back.

Locks: ACCESS EXCLUSIVE on one table, for an instant.
Works with the code before it: no, that code reads the column.
Back: the column again, and nobody's token has ended by it.
"""

import sqlalchemy as sa
from alembic import op

revision = "20261130_tokens"
down_revision = "20261130_memberships"


def upgrade() -> None:
    op.execute("DELETE FROM token WHERE disabled")
    op.drop_column("token", "disabled")


def downgrade() -> None:
    no = sa.false()
    op.add_column("token", sa.Column("disabled", sa.Boolean(), nullable=False, server_default=no))
