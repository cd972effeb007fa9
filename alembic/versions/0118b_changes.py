"""changes asked for after sign-off"""

import sqlalchemy as sa

from alembic import op

revision = "0118b_changes"
down_revision = "0118a_passkeys"
branch_labels = None
depends_on = None


def _words(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, length=40)


def upgrade() -> None:
    op.create_table(
        "change_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("state", _words("changestate", "asked", "agreed", "refused", "withdrawn"), nullable=False),
        sa.Column(
            "kind",
            _words("changekind", "details", "people", "calls", "sims", "numbers", "other"),
            nullable=False,
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("cost_days", sa.Integer(), nullable=True),
        sa.Column("asked_by", sa.String(length=200), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_by", sa.String(length=200), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("moved_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["asked_by_id"], ["person.id"], name=op.f("fk_change_request_asked_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_change_request_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_request")),
    )
    op.create_index(op.f("ix_change_request_asked_by_id"), "change_request", ["asked_by_id"], unique=False)
    op.create_index(op.f("ix_change_request_case_id"), "change_request", ["case_id"], unique=False)
    op.create_index(op.f("ix_change_request_state"), "change_request", ["state"], unique=False)


def downgrade() -> None:
    op.drop_table("change_request")
