"""resellers under resellers"""

import sqlalchemy as sa

from alembic import op

revision = "0114_resellers"
down_revision = "0118b_changes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reseller_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum("viewer", "porting", "manager", native_enum=False, create_constraint=False, length=40),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("child_id <> parent_id", name=op.f("ck_reseller_link_not_itself")),
        sa.ForeignKeyConstraint(["child_id"], ["organisation.id"], name=op.f("fk_reseller_link_child_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["organisation.id"], name=op.f("fk_reseller_link_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reseller_link")),
        sa.UniqueConstraint("child_id", name=op.f("uq_reseller_link_child_id")),
    )
    op.create_index(op.f("ix_reseller_link_parent_id"), "reseller_link", ["parent_id"])


def downgrade() -> None:
    op.drop_table("reseller_link")
