"""answers of the questionnaire, what became of each, what was signed"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0117_questionnaire"
down_revision = "0116b_people"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answer_sheet",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("section", sa.String(length=30), nullable=False),
        sa.Column("item", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("answers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("marks", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_by", sa.String(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_answer_sheet_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_sheet")),
        sa.UniqueConstraint("case_id", "section", "item", name=op.f("uq_answer_sheet_case_id_section_item")),
    )
    op.create_index(op.f("ix_answer_sheet_case_id"), "answer_sheet", ["case_id"], unique=False)
    op.create_table(
        "answer_change",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("section", sa.String(length=30), nullable=False),
        sa.Column("item", sa.String(length=80), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("answer", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("said_by", sa.String(length=200), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_answer_change_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_change")),
    )
    op.create_index(
        "ix_answer_change_case_section", "answer_change", ["case_id", "section", "item"], unique=False
    )
    op.create_table(
        "signed_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sections", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_signed_answers_case_id")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["customer_data_version.id"], name=op.f("fk_signed_answers_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signed_answers")),
        sa.UniqueConstraint("case_id", "revision", name=op.f("uq_signed_answers_case_id_revision")),
    )
    op.create_index(op.f("ix_signed_answers_case_id"), "signed_answers", ["case_id"], unique=False)
    op.create_index(op.f("ix_signed_answers_version_id"), "signed_answers", ["version_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_signed_answers_version_id"), table_name="signed_answers")
    op.drop_index(op.f("ix_signed_answers_case_id"), table_name="signed_answers")
    op.drop_table("signed_answers")
    op.drop_index("ix_answer_change_case_section", table_name="answer_change")
    op.drop_table("answer_change")
    op.drop_index(op.f("ix_answer_sheet_case_id"), table_name="answer_sheet")
    op.drop_table("answer_sheet")
