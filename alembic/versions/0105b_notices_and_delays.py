"""maintenance, trainings, calendar feeds, delays"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0105b_notices_and_delays"
down_revision = "0105a_sim_dispatch"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "maintenance",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "announced",
                "done",
                "cancelled",
                name="maintenancestate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("disturbs", sa.Boolean(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_maintenance_times")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_maintenance")),
    )
    op.create_index(op.f("ix_maintenance_starts_at"), "maintenance", ["starts_at"], unique=False)
    op.create_index(op.f("ix_maintenance_state"), "maintenance", ["state"], unique=False)
    op.create_table(
        "calendar_feed",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_calendar_feed_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("person_id", name=op.f("uq_calendar_feed_person_id")),
        sa.UniqueConstraint("token_sha256", name=op.f("uq_calendar_feed_token_sha256")),
    )
    op.create_table(
        "maintenance_concerns",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("maintenance_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["organisation.id"], name=op.f("fk_maintenance_concerns_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["maintenance_id"], ["maintenance.id"], name=op.f("fk_maintenance_concerns_maintenance_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_maintenance_concerns")),
        sa.UniqueConstraint(
            "maintenance_id", "customer_id", name=op.f("uq_maintenance_concerns_maintenance_id_customer_id")
        ),
    )
    op.create_index(
        op.f("ix_maintenance_concerns_customer_id"), "maintenance_concerns", ["customer_id"], unique=False
    )
    op.create_index(
        op.f("ix_maintenance_concerns_maintenance_id"),
        "maintenance_concerns",
        ["maintenance_id"],
        unique=False,
    )
    op.create_table(
        "delay",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "rejection", "parcel", "go_live", "other", name="delaykind", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("about", sa.String(length=120), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column(
            "cause",
            sa.Enum("customer", "donor", "us", "carrier", name="delaycause", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("said_by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_delay_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delay")),
        sa.UniqueConstraint("case_id", "kind", "about", name=op.f("uq_delay_case_id_kind_about")),
    )
    op.create_index(op.f("ix_delay_case_id"), "delay", ["case_id"], unique=False)
    op.create_table(
        "training_session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum("planned", "held", "cancelled", name="trainingstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum("on_site", "remote", "e_learning", name="trainingkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "audience",
            sa.Enum(
                "users",
                "attendants",
                "agents",
                "administrators",
                name="audience",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("trainer", sa.String(length=200), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_training_session_times")),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_training_session_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_session")),
    )
    op.create_index(op.f("ix_training_session_case_id"), "training_session", ["case_id"], unique=False)
    op.create_index(op.f("ix_training_session_state"), "training_session", ["state"], unique=False)
    op.create_table(
        "training_seat",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("attended", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["training_session.id"], name=op.f("fk_training_seat_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_seat")),
        sa.UniqueConstraint("session_id", "email", name=op.f("uq_training_seat_session_id_email")),
    )
    op.create_index(op.f("ix_training_seat_session_id"), "training_seat", ["session_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_training_seat_session_id"), table_name="training_seat")
    op.drop_table("training_seat")
    op.drop_index(op.f("ix_training_session_state"), table_name="training_session")
    op.drop_index(op.f("ix_training_session_case_id"), table_name="training_session")
    op.drop_table("training_session")
    op.drop_index(op.f("ix_delay_case_id"), table_name="delay")
    op.drop_table("delay")
    op.drop_index(op.f("ix_maintenance_concerns_maintenance_id"), table_name="maintenance_concerns")
    op.drop_index(op.f("ix_maintenance_concerns_customer_id"), table_name="maintenance_concerns")
    op.drop_table("maintenance_concerns")
    op.drop_table("calendar_feed")
    op.drop_index(op.f("ix_maintenance_state"), table_name="maintenance")
    op.drop_index(op.f("ix_maintenance_starts_at"), table_name="maintenance")
    op.drop_table("maintenance")
