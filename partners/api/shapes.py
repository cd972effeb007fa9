"""The bodies of the webhook routes."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from infra.resources import Whole
from partners.domain.states import SUBSCRIPTION, DeliveryKind, DeliveryState, SubscriptionState
from partners.domain.targets import LONGEST
from partners.queries import DeliveryLine, SubscriptionLine

_Kinds = Annotated[list[Annotated[str, Field(max_length=80)]], Field(max_length=200)]
_Name = Annotated[str, Field(min_length=1, max_length=100)]
_Url = Annotated[str, Field(min_length=1, max_length=LONGEST, examples=["https://hooks.exempel.se/vaxla"])]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewSubscription(_Strict):
    """Where to send which events."""

    name: _Name
    url: _Url
    types: _Kinds = Field([], description="only these types; all when empty")
    cursor: str | None = Field(
        None, max_length=60, description="begin at this place of the feed; from now on when left out"
    )


class Changes(_Strict):
    """What to change; what is left out stays."""

    name: _Name | None = None
    url: _Url | None = None
    types: _Kinds | None = None


class Range(_Strict):
    """Places in the feed, both counted in."""

    from_sequence: Whole = Field(ge=1, le=2**53)
    to_sequence: Whole = Field(ge=1, le=2**53)


class Queued(BaseModel):
    """How many deliveries were laid up."""

    queued: int


class Subscription(BaseModel):
    """A webhook subscription."""

    MOVING: ClassVar[set[str]] = {"waiting", "behind", "next_try_at"}

    id: UUID
    name: str
    url: str
    types: list[str]
    state: SubscriptionState
    disabled_reason: str = Field(description="gone (410) or unreachable, when disabled")
    waiting: int = Field(description="deliveries that are laid up")
    behind: int = Field(description="events of the feed that are not laid up yet")
    next_try_at: datetime | None
    both_secrets_until: datetime | None = Field(description="until when the secret before signs too")
    allowed_actions: list[str]
    created_at: datetime


class SubscriptionWithSecret(Subscription):
    """A subscription with its signing secret: shown now, and at a repeated call with the same key."""

    secret: str | None = Field(description="for Standard Webhooks libraries; null once it was rotated away")


class SubscriptionPage(BaseModel):
    """Your subscriptions; `next_cursor` is null on the last page."""

    items: list[Subscription]
    next_cursor: str | None


class Delivery(BaseModel):
    """One event on its way to one receiver, with every try."""

    id: UUID
    kind: DeliveryKind
    event_id: str
    type: str
    sequence: int | None
    outcome: DeliveryState
    tries: int
    next_try_at: datetime | None
    log: list[dict[str, Any]]
    created_at: datetime
    ended_at: datetime | None
    allowed_actions: list[str]


class DeliveryPage(BaseModel):
    """The newest first; `next_cursor` is null on the last page."""

    items: list[Delivery]
    next_cursor: str | None


def subscription_of(line: SubscriptionLine) -> Subscription:
    """A subscription as an answer."""
    allowed = [event.value for event in SUBSCRIPTION.allowed(line.state, "partner")]
    shown = {name: getattr(line, name) for name in Subscription.model_fields if name != "allowed_actions"}
    return Subscription(**shown, allowed_actions=allowed)


def delivery_of(line: DeliveryLine) -> Delivery:
    """A delivery as an answer."""
    shown = {name: getattr(line, name) for name in Delivery.model_fields if name != "allowed_actions"}
    return Delivery(**shown, allowed_actions=[] if line.kind is DeliveryKind.PING else ["resend"])
