"""porting in full"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "price_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("amount_ore", sa.Integer(), nullable=False),
        sa.Column("set_by", sa.String(length=200), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_item")),
        sa.UniqueConstraint("code", "valid_from", name=op.f("uq_price_item_code_valid_from")),
    )
    op.create_table(
        "fee_budget",
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("per_day_ore", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("set_by", sa.String(length=200), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["organisation.id"], name=op.f("fk_fee_budget_customer_id")),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_fee_budget")),
    )
    op.create_table(
        "bankid_order",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("mandate_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("order_ref", sa.String(length=60), nullable=False),
        sa.Column("auto_start_token", sa.String(length=60), nullable=False),
        sa.Column("qr_start_token", sa.String(length=60), nullable=False),
        sa.Column("qr_start_secret", sa.String(length=60), nullable=False),
        sa.Column("signed_text", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("hint", sa.String(length=60), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["mandate_id"], ["mandate.id"], name=op.f("fk_bankid_order_mandate_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bankid_order")),
        sa.UniqueConstraint("order_ref", name=op.f("uq_bankid_order_order_ref")),
    )
    op.create_index(op.f("ix_bankid_order_mandate_id"), "bankid_order", ["mandate_id"], unique=False)
    op.create_index(op.f("ix_bankid_order_person_id"), "bankid_order", ["person_id"], unique=False)
    op.create_table(
        "mandate_signature",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("mandate_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("signer_key", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("method", sa.String(length=20), nullable=False),
        sa.Column("evidence", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["mandate_id"], ["mandate.id"], name=op.f("fk_mandate_signature_mandate_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandate_signature")),
        sa.UniqueConstraint(
            "mandate_id", "person_id", name=op.f("uq_mandate_signature_mandate_id_person_id")
        ),
        sa.UniqueConstraint(
            "mandate_id", "signer_key", name=op.f("uq_mandate_signature_mandate_id_signer_key")
        ),
    )
    op.create_index(
        op.f("ix_mandate_signature_mandate_id"), "mandate_signature", ["mandate_id"], unique=False
    )
    op.create_table(
        "porting_escalation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("attempt_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "no_answer",
                "late_port",
                "contested",
                "reactivation",
                name="escalationkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.String(length=200), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["porting_attempt.id"], name=op.f("fk_porting_escalation_attempt_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["porting_order.id"], name=op.f("fk_porting_escalation_order_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_porting_escalation")),
    )
    op.create_index(
        op.f("ix_porting_escalation_attempt_id"), "porting_escalation", ["attempt_id"], unique=False
    )
    op.create_index(op.f("ix_porting_escalation_case_id"), "porting_escalation", ["case_id"], unique=False)
    op.create_index(op.f("ix_porting_escalation_order_id"), "porting_escalation", ["order_id"], unique=False)
    op.create_index(
        "uq_porting_escalation_open",
        "porting_escalation",
        ["order_id", "kind"],
        unique=True,
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "porting_wish",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("attempt_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column(
            "kind", sa.Enum("cancel", "change", name="wishkind", native_enum=False, length=40), nullable=False
        ),
        sa.Column("port_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "sent",
                "granted",
                "refused",
                "dropped",
                name="wishstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("check_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["porting_attempt.id"], name=op.f("fk_porting_wish_attempt_id")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["porting_order.id"], name=op.f("fk_porting_wish_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_porting_wish")),
    )
    op.create_index(op.f("ix_porting_wish_attempt_id"), "porting_wish", ["attempt_id"], unique=False)
    op.create_index(op.f("ix_porting_wish_case_id"), "porting_wish", ["case_id"], unique=False)
    op.create_index(op.f("ix_porting_wish_order_id"), "porting_wish", ["order_id"], unique=False)
    op.create_index(op.f("ix_porting_wish_state"), "porting_wish", ["state"], unique=False)
    op.create_index(
        "uq_porting_wish_open",
        "porting_wish",
        ["attempt_id"],
        unique=True,
        postgresql_where=sa.text("state IN ('waiting', 'sent')"),
    )
    op.create_table(
        "statement_line",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gateway", sa.String(length=40), nullable=False),
        sa.Column("dossier_id", sa.String(length=40), nullable=False),
        sa.Column("series", sa.Integer(), nullable=False),
        sa.Column("amount_ore", sa.Integer(), nullable=False),
        sa.Column("charged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempt_id", sa.Uuid(), nullable=True),
        sa.Column("ledger_ore", sa.Integer(), nullable=True),
        sa.Column(
            "match",
            sa.Enum(
                "matched",
                "unknown_dossier",
                "not_in_ledger",
                "amount_differs",
                name="statementmatch",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["porting_attempt.id"], name=op.f("fk_statement_line_attempt_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_line")),
        sa.UniqueConstraint("gateway", "dossier_id", name=op.f("uq_statement_line_gateway_dossier_id")),
    )
    op.create_index(op.f("ix_statement_line_attempt_id"), "statement_line", ["attempt_id"], unique=False)
    op.add_column("fee_entry", sa.Column("note", sa.Text(), nullable=False, server_default=""))
    op.add_column("mandate", sa.Column("signatories", sa.Integer(), nullable=False, server_default="1"))
    op.add_column(
        "porting_attempt",
        sa.Column("fee_accepted_by", sa.String(length=200), nullable=False, server_default=""),
    )
    op.add_column("porting_attempt", sa.Column("fee_accepted_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "porting_attempt",
        sa.Column("gateway", sa.String(length=40), nullable=False, server_default="clearinghouse"),
    )
    op.add_column(
        "porting_attempt", sa.Column("series_count", sa.Integer(), nullable=False, server_default="1")
    )
    op.add_column("porting_attempt", sa.Column("answer_by", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_porting_attempt_silent",
        "porting_attempt",
        ["answer_by"],
        unique=False,
        postgresql_where=sa.text("state IN ('submitted')"),
    )
    op.add_column("porting_number", sa.Column("attempt_id", sa.Uuid(), nullable=True))
    op.create_index(op.f("ix_porting_number_attempt_id"), "porting_number", ["attempt_id"], unique=False)
    op.create_foreign_key(
        op.f("fk_porting_number_attempt_id"), "porting_number", "porting_attempt", ["attempt_id"], ["id"]
    )
    op.add_column("repair_task", sa.Column("contested_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("repair_task", sa.Column("contest_grounds", sa.Text(), nullable=False, server_default=""))
    op.alter_column("fee_entry", "note", server_default=None)
    op.alter_column("mandate", "signatories", server_default=None)
    op.alter_column("porting_attempt", "fee_accepted_by", server_default=None)
    op.alter_column("porting_attempt", "gateway", server_default=None)
    op.alter_column("porting_attempt", "series_count", server_default=None)
    op.alter_column("repair_task", "contest_grounds", server_default=None)
    _live_index("state IN ('pending', 'confirmed', 'rejected', 'failed')")


def downgrade() -> None:
    _live_index("state IN ('pending', 'confirmed', 'rejected')")
    op.drop_constraint(op.f("fk_porting_number_attempt_id"), "porting_number", type_="foreignkey")
    op.drop_index(op.f("ix_porting_number_attempt_id"), table_name="porting_number")
    op.drop_column("porting_number", "attempt_id")
    op.drop_column("repair_task", "contest_grounds")
    op.drop_column("repair_task", "contested_at")
    op.drop_index(
        "ix_porting_attempt_silent",
        table_name="porting_attempt",
        postgresql_where=sa.text("state IN ('submitted')"),
    )
    op.drop_column("porting_attempt", "answer_by")
    op.drop_column("porting_attempt", "series_count")
    op.drop_column("porting_attempt", "gateway")
    op.drop_column("porting_attempt", "fee_accepted_at")
    op.drop_column("porting_attempt", "fee_accepted_by")
    op.drop_column("mandate", "signatories")
    op.drop_column("fee_entry", "note")
    op.drop_index(op.f("ix_statement_line_attempt_id"), table_name="statement_line")
    op.drop_table("statement_line")
    op.drop_index(
        "uq_porting_wish_open",
        table_name="porting_wish",
        postgresql_where=sa.text("state IN ('waiting', 'sent')"),
    )
    op.drop_index(op.f("ix_porting_wish_state"), table_name="porting_wish")
    op.drop_index(op.f("ix_porting_wish_order_id"), table_name="porting_wish")
    op.drop_index(op.f("ix_porting_wish_case_id"), table_name="porting_wish")
    op.drop_index(op.f("ix_porting_wish_attempt_id"), table_name="porting_wish")
    op.drop_table("porting_wish")
    op.drop_index(
        "uq_porting_escalation_open",
        table_name="porting_escalation",
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.drop_index(op.f("ix_porting_escalation_order_id"), table_name="porting_escalation")
    op.drop_index(op.f("ix_porting_escalation_case_id"), table_name="porting_escalation")
    op.drop_index(op.f("ix_porting_escalation_attempt_id"), table_name="porting_escalation")
    op.drop_table("porting_escalation")
    op.drop_index(op.f("ix_mandate_signature_mandate_id"), table_name="mandate_signature")
    op.drop_table("mandate_signature")
    op.drop_index(op.f("ix_bankid_order_person_id"), table_name="bankid_order")
    op.drop_index(op.f("ix_bankid_order_mandate_id"), table_name="bankid_order")
    op.drop_table("bankid_order")
    op.drop_table("fee_budget")
    op.drop_table("price_item")


def _live_index(where: str) -> None:
    """One live port per number: the index must know which states are live."""
    op.drop_index("uq_porting_number_live", table_name="porting_number")
    op.create_index(
        "uq_porting_number_live", "porting_number", ["e164"], unique=True, postgresql_where=sa.text(where)
    )
