"""partners' sandboxes: test keys, where each stands, the scripted donors' books"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0112_sandboxes"
down_revision = "0115_workspace"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("api_client", sa.Column("is_test", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.alter_column("api_client", "is_test", server_default=None)
    op.create_table(
        "partner_sandbox",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        sa.Column("advancing_to", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reset_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["organisation.id"], name=op.f("fk_partner_sandbox_partner_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner_sandbox")),
        sa.UniqueConstraint("partner_id", name=op.f("uq_partner_sandbox_partner_id")),
    )
    op.create_table(
        "scripted_dossier",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("body", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("stands", sa.String(length=20), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scripted_dossier")),
        sa.UniqueConstraint("dossier_id", name=op.f("uq_scripted_dossier_dossier_id")),
    )
    op.create_table(
        "scripted_message",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("dossier_id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("body", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scripted_message")),
        sa.UniqueConstraint("position", name=op.f("uq_scripted_message_position")),
    )
    op.create_index(op.f("ix_scripted_message_dossier_id"), "scripted_message", ["dossier_id"])


def downgrade() -> None:
    op.drop_table("scripted_message")
    op.drop_table("scripted_dossier")
    op.drop_table("partner_sandbox")
    op.drop_column("api_client", "is_test")
