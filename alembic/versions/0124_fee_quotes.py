"""Fees quoted and accepted, and bound to the requests that they were accepted for."""

import sqlalchemy as sa

from alembic import op

revision = "0124_fee_quotes"
down_revision = "0123_partner_files"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fee_quote",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("order_id", sa.Uuid(), nullable=True),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.Column("total_ore", sa.Integer(), nullable=False),
        sa.Column("operator_ore", sa.Integer(), nullable=False),
        sa.Column("further_attempt_ore", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_by", sa.String(length=400), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["partner_id"], ["organisation.id"], name=op.f("fk_fee_quote_partner_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["organisation.id"], name=op.f("fk_fee_quote_customer_id")),
        sa.ForeignKeyConstraint(["order_id"], ["porting_order.id"], name=op.f("fk_fee_quote_order_id")),
        sa.ForeignKeyConstraint(["replaces_id"], ["fee_quote.id"], name=op.f("fk_fee_quote_replaces_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fee_quote")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_fee_quote_replaces_id")),
    )
    for column in ("partner_id", "customer_id", "case_id", "order_id"):
        op.create_index(op.f(f"ix_fee_quote_{column}"), "fee_quote", [column])
    op.create_table(
        "fee_quote_line",
        sa.Column("quote_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=True),
        sa.Column("donor", sa.String(length=20), nullable=False),
        sa.Column("first", sa.String(length=16), nullable=False),
        sa.Column("last", sa.String(length=16), nullable=False),
        sa.Column("number_type", sa.String(length=20), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("amount_ore", sa.Integer(), nullable=False),
        sa.Column("payer", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["quote_id"], ["fee_quote.id"], name=op.f("fk_fee_quote_line_quote_id")),
        sa.ForeignKeyConstraint(["order_id"], ["porting_order.id"], name=op.f("fk_fee_quote_line_order_id")),
        sa.PrimaryKeyConstraint("quote_id", "place", name=op.f("pk_fee_quote_line")),
    )
    op.create_index(
        "ix_fee_quote_line_order",
        "fee_quote_line",
        ["order_id", "attempt"],
        postgresql_where=sa.text("order_id IS NOT NULL"),
    )
    op.add_column("porting_attempt", sa.Column("fee_quote_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_porting_attempt_fee_quote_id"), "porting_attempt", "fee_quote", ["fee_quote_id"], ["id"]
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_porting_attempt_fee_quote_id"), "porting_attempt", type_="foreignkey")
    op.drop_column("porting_attempt", "fee_quote_id")
    op.drop_table("fee_quote_line")
    op.drop_table("fee_quote")
