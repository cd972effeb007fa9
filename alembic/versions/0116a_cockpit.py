"""the go-live day: decisions, messages to users, contact ways, documentation as handed over"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0116a_cockpit"
down_revision = "0116_planning"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "go_live_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("go", "no_go", "roll_forward", "note", name="decisionkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["delivery_case.id"], name=op.f("fk_go_live_decision_case_id_delivery_case")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_go_live_decision")),
    )
    op.create_index(op.f("ix_go_live_decision_case_id"), "go_live_decision", ["case_id"])
    op.create_table(
        "day_message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("audience", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["delivery_case.id"], name=op.f("fk_day_message_case_id_delivery_case")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_message")),
    )
    op.create_index(op.f("ix_day_message_case_id"), "day_message", ["case_id"])
    op.create_table(
        "day_message_copy",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("day_message_id", sa.Uuid(), nullable=False),
        sa.Column(
            "channel", sa.Enum("mail", "sms", name="channel", native_enum=False, length=40), nullable=False
        ),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["day_message_id"],
            ["day_message.id"],
            name=op.f("fk_day_message_copy_day_message_id_day_message"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_message_copy")),
        sa.UniqueConstraint("message_id", name=op.f("uq_day_message_copy_message_id")),
    )
    op.create_index(op.f("ix_day_message_copy_day_message_id"), "day_message_copy", ["day_message_id"])
    op.create_table(
        "contact_ways",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("urgent_phone", sa.String(length=40), nullable=False),
        sa.Column("guidelines", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.String(length=200), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_contact_ways_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_ways")),
        sa.UniqueConstraint("organisation_id", name=op.f("uq_contact_ways_organisation_id")),
    )
    op.create_table(
        "hand_over_package",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["delivery_case.id"], name=op.f("fk_hand_over_package_case_id_delivery_case")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_hand_over_package_file_id_stored_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_over_package")),
        sa.UniqueConstraint("case_id", name=op.f("uq_hand_over_package_case_id")),
    )


def downgrade() -> None:
    for table in ("hand_over_package", "contact_ways", "day_message_copy", "day_message", "go_live_decision"):
        op.drop_table(table)
