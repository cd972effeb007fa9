"""partners: who made an event happen; webhooks; keys with two secrets and nets; the log of calls"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0103_partners"
down_revision = "0105b_notices_and_delays"
branch_labels = None
depends_on = None


def _instant(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _words(name: str, *words: str) -> sa.Column:
    kinds = sa.Enum(*words, native_enum=False, create_constraint=False, length=40)
    return sa.Column(name, kinds, nullable=False)


def upgrade() -> None:
    op.add_column(
        "outbox_event",
        sa.Column("actor_role", sa.String(length=20), server_default="", nullable=False),
    )
    op.alter_column("outbox_event", "actor_role", server_default=None)
    op.add_column(
        "api_client",
        sa.Column("previous_sha256", sa.String(length=64), server_default="", nullable=False),
    )
    op.alter_column("api_client", "previous_sha256", server_default=None)
    op.add_column("api_client", _instant("previous_until", nullable=True))
    op.add_column(
        "api_client",
        sa.Column(
            "allowed_networks",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'[]'"),
            nullable=False,
        ),
    )
    op.alter_column("api_client", "allowed_networks", server_default=None)
    op.add_column("api_client", _instant("last_used_at", nullable=True))
    op.create_table(
        "api_request",
        sa.Column("request_id", sa.String(length=32), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.String(length=40), nullable=False),
        sa.Column("method", sa.String(length=10), nullable=False),
        sa.Column("path", sa.String(length=500), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(length=60), nullable=False),
        _instant("at"),
        sa.PrimaryKeyConstraint("request_id", name=op.f("pk_api_request")),
    )
    op.create_index(op.f("ix_api_request_at"), "api_request", ["at"])
    op.create_index("ix_api_request_of_partner", "api_request", ["partner_id", "at"])
    op.create_table(
        "webhook_subscription",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("types", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        _words("state", "active", "paused", "disabled", "deleted"),
        sa.Column("secret_encrypted", sa.LargeBinary(), nullable=False),
        sa.Column("secret_number", sa.Integer(), nullable=False),
        sa.Column("previous_encrypted", sa.LargeBinary(), nullable=True),
        _instant("previous_until", nullable=True),
        sa.Column("queued_to", sa.BigInteger(), nullable=False),
        _instant("due_at", nullable=True),
        _instant("lease_until", nullable=True),
        sa.Column("is_slow", sa.Boolean(), nullable=False),
        sa.Column("dead_in_a_row", sa.Integer(), nullable=False),
        sa.Column("disabled_reason", sa.Text(), nullable=False),
        _instant("created_at"),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["organisation.id"], name=op.f("fk_webhook_subscription_partner_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_subscription")),
    )
    op.create_index(op.f("ix_webhook_subscription_partner_id"), "webhook_subscription", ["partner_id"])
    op.create_index(op.f("ix_webhook_subscription_state"), "webhook_subscription", ["state"])
    op.create_index(
        "ix_webhook_subscription_due",
        "webhook_subscription",
        ["due_at"],
        postgresql_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_table(
        "webhook_delivery",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("subscription_id", sa.Uuid(), nullable=False),
        _words("kind", "event", "replay", "resend", "ping"),
        sa.Column("event_row", sa.BigInteger(), nullable=True),
        _words("outcome", "pending", "delivered", "dead"),
        sa.Column("tries", sa.Integer(), nullable=False),
        _instant("due_at"),
        sa.Column("log", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        _instant("created_at"),
        _instant("ended_at", nullable=True),
        sa.ForeignKeyConstraint(
            ["event_row"], ["outbox_event.id"], name=op.f("fk_webhook_delivery_event_row")
        ),
        sa.ForeignKeyConstraint(
            ["subscription_id"],
            ["webhook_subscription.id"],
            name=op.f("fk_webhook_delivery_subscription_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_delivery")),
        sa.UniqueConstraint("place", name=op.f("uq_webhook_delivery_place")),
    )
    op.create_index(
        "ix_webhook_delivery_waiting",
        "webhook_delivery",
        ["subscription_id", "place"],
        postgresql_where=sa.text("outcome = 'pending'"),
    )
    op.create_index("ix_webhook_delivery_history", "webhook_delivery", ["subscription_id", "place"])
    op.create_index(
        "ix_webhook_delivery_ended",
        "webhook_delivery",
        ["ended_at"],
        postgresql_where=sa.text("ended_at IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_table("webhook_delivery")
    op.drop_table("webhook_subscription")
    op.drop_table("api_request")
    for column in ("last_used_at", "allowed_networks", "previous_until", "previous_sha256"):
        op.drop_column("api_client", column)
    op.drop_column("outbox_event", "actor_role")
