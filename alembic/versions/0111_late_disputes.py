"""late disputes that wait for their access"""

import sqlalchemy as sa

from alembic import op

revision = "0111_late_disputes"
down_revision = "0104_workbook"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "port_displacement", sa.Column("late_disputed_at", sa.DateTime(timezone=True), nullable=True)
    )
    op.add_column("port_displacement", sa.Column("late_case_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_port_displacement_late_case_id"),
        "port_displacement",
        "port_unblocking",
        ["late_case_id"],
        ["id"],
    )
    op.create_index(
        op.f("ix_port_displacement_late_case_id"), "port_displacement", ["late_case_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_port_displacement_late_case_id"), table_name="port_displacement")
    op.drop_constraint(op.f("fk_port_displacement_late_case_id"), "port_displacement", type_="foreignkey")
    op.drop_column("port_displacement", "late_case_id")
    op.drop_column("port_displacement", "late_disputed_at")
