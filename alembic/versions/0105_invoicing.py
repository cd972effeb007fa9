"""invoicing basis"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0105_invoicing"
down_revision = "0102_port_unblocking"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(sa.schema.CreateSequence(sa.Sequence("invoicing_invoice_reference", start=1001)))
    op.create_table(
        "invoicing_run",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("after", sa.Uuid(), nullable=True),
        sa.Column("invoices", sa.Integer(), nullable=False),
        sa.Column("net_ore", sa.BigInteger(), nullable=False),
        sa.Column("failed", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoicing_run")),
    )
    op.create_index(
        "ix_invoicing_run_unfinished",
        "invoicing_run",
        ["id"],
        unique=False,
        postgresql_where=sa.text("finished_at IS NULL"),
    )
    op.create_table(
        "invoicing_usage_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("taken_in_by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoicing_usage_file")),
        sa.UniqueConstraint("sha256", name=op.f("uq_invoicing_usage_file_sha256")),
    )
    op.create_table(
        "invoicing_agreement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column(
            "rhythm",
            sa.Enum("quarterly", "monthly", name="rhythm", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("is_grouped", sa.Boolean(), nullable=False),
        sa.Column("buyer_reference", sa.String(length=100), nullable=False),
        sa.Column("recipient", sa.String(length=320), nullable=False),
        sa.Column("address", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("frame_agreement", sa.String(length=60), nullable=False),
        sa.Column("frame_valid_until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["organisation.id"], name=op.f("fk_invoicing_agreement_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["organisation.id"], name=op.f("fk_invoicing_agreement_partner_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoicing_agreement")),
        sa.UniqueConstraint("customer_id", name=op.f("uq_invoicing_agreement_customer_id")),
    )
    op.create_index(
        op.f("ix_invoicing_agreement_partner_id"), "invoicing_agreement", ["partner_id"], unique=False
    )
    op.create_table(
        "invoicing_charge",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("article", sa.String(length=40), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("cost_centre", sa.String(length=100), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_invoicing_charge_quantity")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["organisation.id"], name=op.f("fk_invoicing_charge_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoicing_charge")),
    )
    op.create_index(
        op.f("ix_invoicing_charge_customer_id"), "invoicing_charge", ["customer_id"], unique=False
    )
    op.create_table(
        "invoicing_end",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("thing", sa.String(length=120), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["organisation.id"], name=op.f("fk_invoicing_end_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoicing_end")),
        sa.UniqueConstraint("thing", name=op.f("uq_invoicing_end_thing")),
    )
    op.create_index(op.f("ix_invoicing_end_customer_id"), "invoicing_end", ["customer_id"], unique=False)
    op.create_table(
        "invoicing_invoice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum("subscriptions", "common", name="invoicekind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("cost_centre", sa.String(length=100), nullable=False),
        sa.Column("buyer_reference", sa.String(length=100), nullable=False),
        sa.Column("address", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("net_ore", sa.BigInteger(), nullable=False),
        sa.Column("vat_ore", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["organisation.id"], name=op.f("fk_invoicing_invoice_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["organisation.id"], name=op.f("fk_invoicing_invoice_partner_id")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["invoicing_run.id"], name=op.f("fk_invoicing_invoice_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoicing_invoice")),
        sa.UniqueConstraint("reference", name=op.f("uq_invoicing_invoice_reference")),
    )
    op.create_index(
        op.f("ix_invoicing_invoice_customer_id"), "invoicing_invoice", ["customer_id"], unique=False
    )
    op.create_index(
        op.f("ix_invoicing_invoice_partner_id"), "invoicing_invoice", ["partner_id"], unique=False
    )
    op.create_index(op.f("ix_invoicing_invoice_run_id"), "invoicing_invoice", ["run_id"], unique=False)
    op.create_table(
        "invoicing_price",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("article", sa.String(length=40), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("amount_ore", sa.Integer(), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("amount_ore >= 0", name=op.f("ck_invoicing_price_amount")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["organisation.id"], name=op.f("fk_invoicing_price_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoicing_price")),
        sa.UniqueConstraint(
            "article",
            "customer_id",
            "valid_from",
            name=op.f("uq_invoicing_price_article_customer_id_valid_from"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index(op.f("ix_invoicing_price_customer_id"), "invoicing_price", ["customer_id"], unique=False)
    op.create_table(
        "invoicing_usage",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("article", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["organisation.id"], name=op.f("fk_invoicing_usage_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["invoicing_usage_file.id"], name=op.f("fk_invoicing_usage_file_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoicing_usage")),
        sa.UniqueConstraint(
            "customer_id",
            "article",
            "number",
            "day",
            name=op.f("uq_invoicing_usage_customer_id_article_number_day"),
        ),
    )
    op.create_index(op.f("ix_invoicing_usage_file_id"), "invoicing_usage", ["file_id"], unique=False)
    op.create_table(
        "invoicing_waiver",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("thing", sa.String(length=120), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["organisation.id"], name=op.f("fk_invoicing_waiver_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoicing_waiver")),
        sa.UniqueConstraint("thing", "period", name=op.f("uq_invoicing_waiver_thing_period")),
    )
    op.create_index(
        op.f("ix_invoicing_waiver_customer_id"), "invoicing_waiver", ["customer_id"], unique=False
    )
    op.create_table(
        "invoicing_line",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("invoice_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("thing", sa.String(length=120), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("article", sa.String(length=40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("cost_centre", sa.String(length=100), nullable=False),
        sa.Column("label", sa.String(length=200), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price_ore", sa.Integer(), nullable=False),
        sa.Column("amount_ore", sa.BigInteger(), nullable=False),
        sa.Column("waived", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["organisation.id"], name=op.f("fk_invoicing_line_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["invoice_id"], ["invoicing_invoice.id"], name=op.f("fk_invoicing_line_invoice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoicing_line")),
        sa.UniqueConstraint("thing", "period", name=op.f("uq_invoicing_line_thing_period")),
    )
    op.create_index(op.f("ix_invoicing_line_customer_id"), "invoicing_line", ["customer_id"], unique=False)
    op.create_index(op.f("ix_invoicing_line_invoice_id"), "invoicing_line", ["invoice_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_invoicing_line_invoice_id"), table_name="invoicing_line")
    op.drop_index(op.f("ix_invoicing_line_customer_id"), table_name="invoicing_line")
    op.drop_table("invoicing_line")
    op.drop_index(op.f("ix_invoicing_waiver_customer_id"), table_name="invoicing_waiver")
    op.drop_table("invoicing_waiver")
    op.drop_index(op.f("ix_invoicing_usage_file_id"), table_name="invoicing_usage")
    op.drop_table("invoicing_usage")
    op.drop_index(op.f("ix_invoicing_price_customer_id"), table_name="invoicing_price")
    op.drop_table("invoicing_price")
    op.drop_index(op.f("ix_invoicing_invoice_run_id"), table_name="invoicing_invoice")
    op.drop_index(op.f("ix_invoicing_invoice_partner_id"), table_name="invoicing_invoice")
    op.drop_index(op.f("ix_invoicing_invoice_customer_id"), table_name="invoicing_invoice")
    op.drop_table("invoicing_invoice")
    op.drop_index(op.f("ix_invoicing_end_customer_id"), table_name="invoicing_end")
    op.drop_table("invoicing_end")
    op.drop_index(op.f("ix_invoicing_charge_customer_id"), table_name="invoicing_charge")
    op.drop_table("invoicing_charge")
    op.drop_index(op.f("ix_invoicing_agreement_partner_id"), table_name="invoicing_agreement")
    op.drop_table("invoicing_agreement")
    op.drop_table("invoicing_usage_file")
    op.drop_index(
        "ix_invoicing_run_unfinished",
        table_name="invoicing_run",
        postgresql_where=sa.text("finished_at IS NULL"),
    )
    op.drop_table("invoicing_run")
    op.execute(sa.schema.DropSequence(sa.Sequence("invoicing_invoice_reference")))
