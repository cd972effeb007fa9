"""The company that somebody with several stands for in a browser."""

import sqlalchemy as sa

from alembic import op

revision = "0126_sides"
down_revision = "0124_fee_quotes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("web_session", sa.Column("side_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("fk_web_session_side_id"), "web_session", "organisation", ["side_id"], ["id"])
    op.create_index(op.f("ix_web_session_side_id"), "web_session", ["side_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_web_session_side_id"), "web_session")
    op.drop_constraint(op.f("fk_web_session_side_id"), "web_session", type_="foreignkey")
    op.drop_column("web_session", "side_id")
