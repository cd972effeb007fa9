"""Families of porting orders, and the partner's own reference on each."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0113_porting_families"
down_revision = "0112_sandboxes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "porting_family",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("external_reference", sa.String(length=100), nullable=False),
        sa.Column("port_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("refused", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("made_by", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["organisation.id"], name=op.f("fk_porting_family_partner_id")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["organisation.id"], name=op.f("fk_porting_family_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_porting_family")),
    )
    op.create_index(op.f("ix_porting_family_partner_id"), "porting_family", ["partner_id"])
    op.create_index(op.f("ix_porting_family_customer_id"), "porting_family", ["customer_id"])
    op.add_column("porting_order", sa.Column("family_id", sa.Uuid(), nullable=True))
    op.add_column(
        "porting_order",
        sa.Column("external_reference", sa.String(length=100), server_default="", nullable=False),
    )
    op.alter_column("porting_order", "external_reference", server_default=None)
    op.create_index(op.f("ix_porting_order_family_id"), "porting_order", ["family_id"])
    op.create_foreign_key(
        op.f("fk_porting_order_family_id"), "porting_order", "porting_family", ["family_id"], ["id"]
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_porting_order_family_id"), "porting_order", type_="foreignkey")
    op.drop_index(op.f("ix_porting_order_family_id"), table_name="porting_order")
    op.drop_column("porting_order", "external_reference")
    op.drop_column("porting_order", "family_id")
    op.drop_table("porting_family")
