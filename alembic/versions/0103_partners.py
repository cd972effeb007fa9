"""partners: who made an event happen"""

import sqlalchemy as sa

from alembic import op

revision = "0103_partners"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "outbox_event",
        sa.Column("actor_role", sa.String(length=20), server_default="", nullable=False),
    )
    op.alter_column("outbox_event", "actor_role", server_default=None)


def downgrade() -> None:
    op.drop_column("outbox_event", "actor_role")
