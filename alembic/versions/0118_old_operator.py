"""the checklist for the old operator"""

import sqlalchemy as sa

from alembic import op

revision = "0118_old_operator"
down_revision = "0111_late_disputes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ending_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("donor", sa.String(length=20), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_ending_step_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ending_step")),
        sa.UniqueConstraint("case_id", "donor", "step", name=op.f("uq_ending_step_case_id_donor_step")),
    )
    op.create_index(op.f("ix_ending_step_case_id"), "ending_step", ["case_id"], unique=False)


def downgrade() -> None:
    op.drop_table("ending_step")
