"""The tables of the partners' side: who is told of events, and what became of each telling."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, ForeignKey, Identity, Index, text
from sqlmodel import Field, SQLModel

from infra.columns import blob, enum_field, foreign, id_field, instant, json_list, long_text, state_field
from infra.outbox import Subject
from partners.domain.states import DeliveryKind, DeliveryState, SubscriptionState


class WebhookSubscription(SQLModel, table=True):
    """A partner's wish to be told. `queued_to` is its place in the feed: what lies before has its delivery.

    `due_at` is when its next delivery is due, by the product's clock; `lease_until` says, by the machine's,
    until when a worker has it. Secrets are locked (`infra.vault`); the previous one signs too for a while.
    """

    __tablename__ = "webhook_subscription"
    __table_args__ = (
        Index("ix_webhook_subscription_due", "due_at", postgresql_where=text("due_at IS NOT NULL")),
    )

    id: UUID = id_field()
    partner_id: UUID = foreign("organisation.id")
    name: str = Field(max_length=100)
    url: str = Field(max_length=2000)
    types: list[str] = json_list()
    state: SubscriptionState = state_field(SubscriptionState, SubscriptionState.ACTIVE)
    secret_encrypted: bytes = blob()
    secret_number: int = 1
    previous_encrypted: bytes | None = Field(default=None, nullable=True)
    previous_until: datetime | None = instant(nullable=True)
    queued_to: int = Field(sa_type=BigInteger)
    due_at: datetime | None = instant(nullable=True)
    lease_until: datetime | None = instant(nullable=True)
    is_slow: bool = False
    dead_in_a_row: int = 0
    disabled_reason: str = long_text()
    created_at: datetime = instant()

    def subject(self) -> Subject:
        return Subject("webhook_subscription", self.id, None, None, self.partner_id)


class WebhookDelivery(SQLModel, table=True):
    """One event for one subscription. `place` is the order of sending; `log` has every try."""

    __tablename__ = "webhook_delivery"
    __table_args__ = (
        Index(
            "ix_webhook_delivery_waiting",
            "subscription_id",
            "place",
            postgresql_where=text("outcome = 'pending'"),
        ),
        Index("ix_webhook_delivery_history", "subscription_id", "place"),
        Index("ix_webhook_delivery_ended", "ended_at", postgresql_where=text("ended_at IS NOT NULL")),
    )

    id: UUID = id_field()
    place: int = Field(
        default=None,
        sa_column=Column("place", BigInteger, Identity(always=True), nullable=False, unique=True),
    )
    subscription_id: UUID = foreign("webhook_subscription.id", index=False)
    kind: DeliveryKind = enum_field(DeliveryKind)
    event_row: int | None = Field(
        default=None,
        sa_column=Column("event_row", BigInteger, ForeignKey("outbox_event.id"), nullable=True),
    )
    outcome: DeliveryState = enum_field(DeliveryState, DeliveryState.PENDING)
    tries: int = 0
    due_at: datetime = instant()
    log: list[dict[str, Any]] = json_list()
    created_at: datetime = instant()
    ended_at: datetime | None = instant(nullable=True)


class PartnerSandbox(SQLModel, table=True):
    """That a partner has a sandbox, and where its clock is on its way to. The row is live; all else lies inside.

    `advancing_to` is an instant of the sandbox's own clock; the other times are the machine's.
    """

    __tablename__ = "partner_sandbox"

    id: UUID = id_field()
    partner_id: UUID = Field(foreign_key="organisation.id", unique=True)
    advancing_to: datetime | None = instant(nullable=True)
    reset_at: datetime = instant()
    created_at: datetime = instant()


class ApiRequest(SQLModel, table=True):
    """A call that a partner's program made: what its people look up by `request_id`. Bodies are never kept.

    No foreign keys: a log stands by itself. `at` is the machine's time.
    """

    __tablename__ = "api_request"
    __table_args__ = (Index("ix_api_request_of_partner", "partner_id", "at"),)

    request_id: str = Field(max_length=32, primary_key=True)
    partner_id: UUID
    client_id: str = Field(max_length=40)
    method: str = Field(max_length=10)
    path: str = Field(max_length=500)
    status: int
    code: str = Field(default="", max_length=80)
    milliseconds: int
    address: str = Field(default="", max_length=60)
    at: datetime = instant(index=True)
