"""the SIM desk: levels of the stock, indexes for its lists"""

import sqlalchemy as sa

from alembic import op

revision = "0121_sim_desk"
down_revision = "0113_porting_families"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sim_stock_level",
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("at_least", sa.Integer(), nullable=False),
        sa.Column("set_by", sa.String(length=200), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("at_least >= 0", name=op.f("ck_sim_stock_level_at_least")),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_sim_stock_level")),
    )
    op.create_index("ix_sim_card_desk", "sim_card", ["state", "iccid"], postgresql_include=["kind"])
    op.create_index(
        "ix_case_note_envelope", "case_note", ["id"], postgresql_where=sa.text("kind = 'envelope'")
    )
    # Standings tell from now on what a case wants of the stock: each is worked out again.
    op.execute("INSERT INTO stale_case (case_id) SELECT id FROM delivery_case")


def downgrade() -> None:
    op.drop_index("ix_case_note_envelope", table_name="case_note")
    op.drop_index("ix_sim_card_desk", table_name="sim_card")
    op.drop_table("sim_stock_level")
