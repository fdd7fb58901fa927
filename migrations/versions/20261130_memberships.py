"""A sealed copy in each membership: a role that somebody writes into the database counts for nothing.

Locks: ACCESS EXCLUSIVE on one table, for an instant.
Works with the code before it: no, that code gives roles without the copy, and they would not count.
Back: drops the column. The roles stay; `antechamber migrate` seals them again on the way up.
"""

import sqlalchemy as sa
from alembic import op

revision = "20261130_memberships"
down_revision = "20261130_row_security"


def upgrade() -> None:
    op.add_column("membership", sa.Column("document", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("membership", "document")
