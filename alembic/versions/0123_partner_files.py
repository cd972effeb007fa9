"""files that a partner leaves with a case"""

import sqlalchemy as sa

from alembic import op

revision = "0123_partner_files"
down_revision = "0122a_changes_followed"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "case_file", sa.Column("is_partners", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.alter_column("case_file", "is_partners", server_default=None)


def downgrade() -> None:
    op.drop_column("case_file", "is_partners")
