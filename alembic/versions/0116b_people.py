"""absences, reminders that have gone"""

import sqlalchemy as sa

from alembic import op

revision = "0116b_people"
down_revision = "0116a_cockpit"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "absence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("cover_id", sa.Uuid(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("set_by", sa.String(length=200), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_absence_person_id_person")),
        sa.ForeignKeyConstraint(["cover_id"], ["person.id"], name=op.f("fk_absence_cover_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    for column in ("person_id", "cover_id", "last_day"):
        op.create_index(op.f(f"ix_absence_{column}"), "absence", [column])
    op.create_table(
        "sent_timer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("reminder", "escalation", name="timerkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["delivery_case.id"], name=op.f("fk_sent_timer_case_id_delivery_case")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent_timer")),
        sa.UniqueConstraint(
            "case_id", "key", "due_on", "kind", name=op.f("uq_sent_timer_case_id_key_due_on_kind")
        ),
    )
    op.create_index(op.f("ix_sent_timer_case_id"), "sent_timer", ["case_id"])


def downgrade() -> None:
    op.drop_table("sent_timer")
    op.drop_table("absence")
