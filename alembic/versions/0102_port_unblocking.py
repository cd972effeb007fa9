"""port unblocking"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0102_port_unblocking"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(sa.schema.CreateSequence(sa.Sequence("port_unblocking_reference", start=1001)))
    op.create_table(
        "unblocking_network",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column(
            "manner", sa.Enum("on_api", "portal", name="manner", native_enum=False, length=40), nullable=False
        ),
        sa.Column("base_url", sa.String(length=300), nullable=False),
        sa.Column("login", sa.String(length=36), nullable=False),
        sa.Column("sealed_secret", sa.LargeBinary(), nullable=True),
        sa.Column("alarm_email", sa.String(length=320), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unblocking_network")),
        sa.UniqueConstraint("code", name=op.f("uq_unblocking_network_code")),
    )
    op.create_table(
        "order_event_cursor",
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("login", sa.String(length=36), nullable=False),
        sa.Column("last_event", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["network_id"], ["unblocking_network.id"], name=op.f("fk_order_event_cursor_network_id")
        ),
        sa.PrimaryKeyConstraint("network_id", "login", name=op.f("pk_order_event_cursor")),
    )
    op.create_table(
        "port_freeze",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["network_id"], ["unblocking_network.id"], name=op.f("fk_port_freeze_network_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_port_freeze")),
    )
    op.create_index(op.f("ix_port_freeze_network_id"), "port_freeze", ["network_id"], unique=False)
    op.create_table(
        "unblocking_provider",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("sp_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("contact_email", sa.String(length=320), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("answer_days", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("answer_days BETWEEN 1 AND 90", name=op.f("ck_unblocking_provider_answer_days")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_unblocking_provider_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unblocking_provider")),
        sa.UniqueConstraint("organisation_id", name=op.f("uq_unblocking_provider_organisation_id")),
        sa.UniqueConstraint("sp_id", name=op.f("uq_unblocking_provider_sp_id")),
    )
    op.create_table(
        "port_unblocking",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("provider_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("access_id", sa.String(length=36), nullable=False),
        sa.Column("services", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sp_reference", sa.String(length=36), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "checked",
                "exit_normal_order",
                "verifying",
                "exit_operator_switch",
                "exit_abandoned",
                "ordered",
                "forced_sent",
                "manual",
                "switching",
                "compensating",
                "exit_not_switched",
                "active_new",
                "awaiting_bk",
                "closed_ok",
                "disputed",
                "rolling_back",
                "rollback_incomplete",
                "restored",
                "closed_rolled_back",
                name="casestate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("availability", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("verification", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("problem", sa.String(length=60), nullable=False),
        sa.Column("repeat_approved_by", sa.String(), nullable=False),
        sa.Column("snapshot", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("snapshot_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("snapshot_kept_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("port_seen", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("proof", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("late_for_id", sa.Uuid(), nullable=True),
        sa.Column("look", sa.Integer(), nullable=False),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["late_for_id"], ["port_unblocking.id"], name=op.f("fk_port_unblocking_late_for_id")
        ),
        sa.ForeignKeyConstraint(
            ["network_id"], ["unblocking_network.id"], name=op.f("fk_port_unblocking_network_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_port_unblocking_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["unblocking_provider.id"], name=op.f("fk_port_unblocking_provider_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_port_unblocking")),
        sa.UniqueConstraint("reference", name=op.f("uq_port_unblocking_reference")),
    )
    op.create_index(op.f("ix_port_unblocking_access_id"), "port_unblocking", ["access_id"], unique=False)
    op.create_index(op.f("ix_port_unblocking_late_for_id"), "port_unblocking", ["late_for_id"], unique=False)
    op.create_index(
        "ix_port_unblocking_look",
        "port_unblocking",
        ["look_at"],
        unique=False,
        postgresql_where=sa.text("look_at IS NOT NULL"),
    )
    op.create_index(op.f("ix_port_unblocking_network_id"), "port_unblocking", ["network_id"], unique=False)
    op.create_index(
        op.f("ix_port_unblocking_organisation_id"), "port_unblocking", ["organisation_id"], unique=False
    )
    op.create_index(op.f("ix_port_unblocking_provider_id"), "port_unblocking", ["provider_id"], unique=False)
    op.create_index(op.f("ix_port_unblocking_state"), "port_unblocking", ["state"], unique=False)
    op.create_index(
        "uq_port_unblocking_open",
        "port_unblocking",
        ["network_id", "access_id"],
        unique=True,
        postgresql_where=sa.text(
            "state NOT IN ('exit_normal_order', 'exit_operator_switch', 'exit_abandoned', 'exit_not_switched', 'closed_ok', 'closed_rolled_back')"
        ),
    )
    op.create_table(
        "port_displacement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("sp_id", sa.String(length=36), nullable=False),
        sa.Column("provider_id", sa.Uuid(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("services", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("new_ids", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "displaced",
                "awaiting",
                "confirmed",
                "deemed",
                "disputed",
                "restored",
                name="displacementstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("displaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("contacted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("contact_channel", sa.String(length=40), nullable=False),
        sa.Column("answer_days", sa.Integer(), nullable=False),
        sa.Column("last_answer_day", sa.Date(), nullable=True),
        sa.Column("window_closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("letter_to", sa.String(length=320), nullable=False),
        sa.Column("letter_language", sa.String(length=2), nullable=False),
        sa.Column("letter_sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dispute_reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["port_unblocking.id"], name=op.f("fk_port_displacement_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_port_displacement_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["unblocking_provider.id"], name=op.f("fk_port_displacement_provider_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_port_displacement")),
        sa.UniqueConstraint("case_id", "sp_id", name=op.f("uq_port_displacement_case_id_sp_id")),
    )
    op.create_index(op.f("ix_port_displacement_case_id"), "port_displacement", ["case_id"], unique=False)
    op.create_index(
        op.f("ix_port_displacement_organisation_id"), "port_displacement", ["organisation_id"], unique=False
    )
    op.create_index(
        op.f("ix_port_displacement_provider_id"), "port_displacement", ["provider_id"], unique=False
    )
    op.create_index(op.f("ix_port_displacement_state"), "port_displacement", ["state"], unique=False)
    op.create_table(
        "port_order",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum("takeover", "removal", "reactivation", name="purpose", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "operation",
            sa.Enum(
                "ACTIVATE", "DEACTIVATE", "SUSPEND", "RESUME", name="operation", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("sp_id", sa.String(length=36), nullable=False),
        sa.Column("service", sa.String(length=60), nullable=False),
        sa.Column("subscription_id", sa.String(length=36), nullable=False),
        sa.Column("access_id", sa.String(length=36), nullable=False),
        sa.Column("idempotency_key", sa.String(length=64), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("payload_sha256", sa.String(length=64), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "by_hand",
                "sending",
                "in_doubt",
                "sent",
                "done",
                "failed",
                "parked",
                name="orderstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("external_id", sa.String(length=64), nullable=True),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("sends", sa.Integer(), nullable=False),
        sa.Column("checks", sa.Integer(), nullable=False),
        sa.Column("was_in_doubt", sa.Boolean(), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("check_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["port_unblocking.id"], name=op.f("fk_port_order_case_id")),
        sa.ForeignKeyConstraint(
            ["network_id"], ["unblocking_network.id"], name=op.f("fk_port_order_network_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_port_order")),
        sa.UniqueConstraint(
            "case_id",
            "step",
            "operation",
            "sp_id",
            "service",
            name=op.f("uq_port_order_case_id_step_operation_sp_id_service"),
        ),
        sa.UniqueConstraint("idempotency_key", name=op.f("uq_port_order_idempotency_key")),
        sa.UniqueConstraint("network_id", "external_id", name=op.f("uq_port_order_network_id_external_id")),
    )
    op.create_index(op.f("ix_port_order_case_id"), "port_order", ["case_id"], unique=False)
    op.create_index(
        "ix_port_order_check",
        "port_order",
        ["check_at"],
        unique=False,
        postgresql_where=sa.text("state IN ('planned', 'by_hand', 'sending', 'in_doubt', 'sent', 'parked')"),
    )
    op.create_index(op.f("ix_port_order_network_id"), "port_order", ["network_id"], unique=False)
    op.create_index(op.f("ix_port_order_state"), "port_order", ["state"], unique=False)
    op.create_index(
        "uq_port_order_open",
        "port_order",
        ["case_id", "operation", "sp_id", "service"],
        unique=True,
        postgresql_where=sa.text("state IN ('planned', 'by_hand', 'sending', 'in_doubt', 'sent', 'parked')"),
    )
    op.create_table(
        "port_timer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "switch_gap",
                "notice",
                "contact",
                "answer",
                "rollback",
                name="timerkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["port_unblocking.id"], name=op.f("fk_port_timer_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_port_timer")),
    )
    op.create_index(op.f("ix_port_timer_case_id"), "port_timer", ["case_id"], unique=False)
    op.create_index(
        "ix_port_timer_due",
        "port_timer",
        ["due_at"],
        unique=False,
        postgresql_where=sa.text("fired_at IS NULL AND stopped_at IS NULL"),
    )
    op.create_index(
        "uq_port_timer_running",
        "port_timer",
        ["owner_id", "kind"],
        unique=True,
        postgresql_where=sa.text("fired_at IS NULL AND stopped_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_index(
        "uq_port_timer_running",
        table_name="port_timer",
        postgresql_where=sa.text("fired_at IS NULL AND stopped_at IS NULL"),
    )
    op.drop_index(
        "ix_port_timer_due",
        table_name="port_timer",
        postgresql_where=sa.text("fired_at IS NULL AND stopped_at IS NULL"),
    )
    op.drop_index(op.f("ix_port_timer_case_id"), table_name="port_timer")
    op.drop_table("port_timer")
    op.drop_index(
        "uq_port_order_open",
        table_name="port_order",
        postgresql_where=sa.text("state IN ('planned', 'by_hand', 'sending', 'in_doubt', 'sent', 'parked')"),
    )
    op.drop_index(op.f("ix_port_order_state"), table_name="port_order")
    op.drop_index(op.f("ix_port_order_network_id"), table_name="port_order")
    op.drop_index(
        "ix_port_order_check",
        table_name="port_order",
        postgresql_where=sa.text("state IN ('planned', 'by_hand', 'sending', 'in_doubt', 'sent', 'parked')"),
    )
    op.drop_index(op.f("ix_port_order_case_id"), table_name="port_order")
    op.drop_table("port_order")
    op.drop_index(op.f("ix_port_displacement_state"), table_name="port_displacement")
    op.drop_index(op.f("ix_port_displacement_provider_id"), table_name="port_displacement")
    op.drop_index(op.f("ix_port_displacement_organisation_id"), table_name="port_displacement")
    op.drop_index(op.f("ix_port_displacement_case_id"), table_name="port_displacement")
    op.drop_table("port_displacement")
    op.drop_index(
        "uq_port_unblocking_open",
        table_name="port_unblocking",
        postgresql_where=sa.text(
            "state NOT IN ('exit_normal_order', 'exit_operator_switch', 'exit_abandoned', 'exit_not_switched', 'closed_ok', 'closed_rolled_back')"
        ),
    )
    op.drop_index(op.f("ix_port_unblocking_state"), table_name="port_unblocking")
    op.drop_index(op.f("ix_port_unblocking_provider_id"), table_name="port_unblocking")
    op.drop_index(op.f("ix_port_unblocking_organisation_id"), table_name="port_unblocking")
    op.drop_index(op.f("ix_port_unblocking_network_id"), table_name="port_unblocking")
    op.drop_index(
        "ix_port_unblocking_look",
        table_name="port_unblocking",
        postgresql_where=sa.text("look_at IS NOT NULL"),
    )
    op.drop_index(op.f("ix_port_unblocking_late_for_id"), table_name="port_unblocking")
    op.drop_index(op.f("ix_port_unblocking_access_id"), table_name="port_unblocking")
    op.drop_table("port_unblocking")
    op.drop_table("unblocking_provider")
    op.drop_index(op.f("ix_port_freeze_network_id"), table_name="port_freeze")
    op.drop_table("port_freeze")
    op.drop_table("order_event_cursor")
    op.drop_table("unblocking_network")
    op.execute(sa.schema.DropSequence(sa.Sequence("port_unblocking_reference")))
