"""the workbook: mappings that are remembered, imports by a worker; start messages and reports on them"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0104_workbook"
down_revision = "0101_operator_change"
branch_labels = None
depends_on = None

_NEW_COLUMNS = (
    ("sha256", sa.String(length=64), "''"),
    ("content_key", sa.String(length=64), "''"),
    ("mapping", postgresql.JSONB(astext_type=sa.Text()), "'[]'::jsonb"),
    ("outline", postgresql.JSONB(astext_type=sa.Text()), "'[]'::jsonb"),
)


def upgrade() -> None:
    for name, kind, default in _NEW_COLUMNS:
        # Rows that stand there get the empty value; new ones bring their own.
        op.add_column(
            "customer_data_version", sa.Column(name, kind, nullable=False, server_default=sa.text(default))
        )
        op.alter_column("customer_data_version", name, server_default=None)
    op.create_table(
        "known_heading",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("heading", sa.String(length=100), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("said_by", sa.String(length=200), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["organisation.id"], name=op.f("fk_known_heading_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_heading")),
        sa.UniqueConstraint(
            "customer_id", "kind", "heading", name=op.f("uq_known_heading_customer_id_kind_heading")
        ),
    )
    op.create_index(op.f("ix_known_heading_customer_id"), "known_heading", ["customer_id"], unique=False)
    _create_imports()
    _create_messages()


def _create_imports() -> None:
    op.create_table(
        "customer_data_import",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("mapping", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("cause", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("rows_expected", sa.Integer(), nullable=False),
        sa.Column("rows_read", sa.Integer(), nullable=False),
        sa.Column("rows_checked", sa.Integer(), nullable=False),
        sa.Column("rows_stored", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cancelled_by", sa.String(), nullable=False),
        sa.Column("version_number", sa.Integer(), nullable=True),
        sa.Column("is_news", sa.Boolean(), nullable=False),
        sa.Column("refusal", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["delivery_case.id"], name=op.f("fk_customer_data_import_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_customer_data_import_file_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_data_import")),
    )
    op.create_index(
        op.f("ix_customer_data_import_case_id"), "customer_data_import", ["case_id"], unique=False
    )
    op.create_index(
        "ix_customer_data_import_due",
        "customer_data_import",
        ["due_at"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )


def _create_messages() -> None:
    op.create_table(
        "outgoing_sms",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("recipient", sa.String(length=16), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.String(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_sms")),
    )
    op.create_index(op.f("ix_outgoing_sms_case_id"), "outgoing_sms", ["case_id"], unique=False)
    op.create_index(
        "ix_outgoing_sms_due",
        "outgoing_sms",
        ["due_at"],
        unique=False,
        postgresql_where=sa.text("sent_at IS NULL AND failed_at IS NULL"),
    )
    op.create_table(
        "delivery_report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("event_id", sa.String(length=100), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery_report")),
        sa.UniqueConstraint("channel", "event_id", name=op.f("uq_delivery_report_channel_event_id")),
    )
    op.create_index(op.f("ix_delivery_report_message_id"), "delivery_report", ["message_id"], unique=False)
    op.create_table(
        "start_message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("recipient", sa.String(length=320), nullable=False),
        sa.Column("is_test", sa.Boolean(), nullable=False),
        sa.Column("queued_by", sa.String(length=200), nullable=False),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_start_message_case_id")),
        sa.ForeignKeyConstraint(["user_id"], ["customer_user.id"], name=op.f("fk_start_message_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_start_message")),
        sa.UniqueConstraint("message_id", name=op.f("uq_start_message_message_id")),
    )
    op.create_index(op.f("ix_start_message_case_id"), "start_message", ["case_id"], unique=False)
    op.create_index(op.f("ix_start_message_user_id"), "start_message", ["user_id"], unique=False)


def downgrade() -> None:
    for table in ("start_message", "delivery_report", "outgoing_sms"):
        op.drop_table(table)
    op.drop_table("customer_data_import")
    op.drop_table("known_heading")
    for name, _, _ in _NEW_COLUMNS:
        op.drop_column("customer_data_version", name)
