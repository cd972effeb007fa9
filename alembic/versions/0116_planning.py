"""slips of activities"""

import sqlalchemy as sa

from alembic import op

revision = "0116_planning"
down_revision = "0114_resellers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("case_activity", sa.Column("expected_on", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("case_activity", "expected_on")
