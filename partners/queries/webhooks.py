"""Webhook subscriptions and their deliveries, as a partner sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.outbox import OutboxEvent
from kernel.errors import NOT_FOUND
from partners import repository
from partners.domain.event_types import PING
from partners.domain.states import DeliveryKind, DeliveryState, SubscriptionState
from partners.models import WebhookDelivery, WebhookSubscription
from partners.queries.events import event_of


@dataclass(frozen=True, slots=True)
class SubscriptionLine:
    """A subscription. `waiting` is how many deliveries are laid up; `behind` what the feed has beyond them."""

    id: UUID
    name: str
    url: str
    types: tuple[str, ...]
    state: SubscriptionState
    disabled_reason: str
    waiting: int
    behind: int
    next_try_at: datetime | None
    both_secrets_until: datetime | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """One delivery and every try of it. `sequence` is none for a test."""

    id: UUID
    place: int
    kind: DeliveryKind
    event_id: str
    type: str
    sequence: int | None
    outcome: DeliveryState
    tries: int
    next_try_at: datetime | None
    log: tuple[dict[str, Any], ...]
    created_at: datetime
    ended_at: datetime | None


def list_subscriptions(session: Session, actor: Actor) -> list[SubscriptionLine]:
    """The actor's own, oldest first. Raises `NOT_FOUND` for who can have none."""
    if actor.organisation_id is None:
        raise NOT_FOUND.error()
    return [_line(session, row) for row in repository.subscriptions(session, actor.organisation_id)]


def subscription_line(session: Session, actor: Actor, subscription_id: UUID) -> SubscriptionLine:
    """Raises `NOT_FOUND`."""
    return _line(session, repository.subscription(session, actor.organisation_id, subscription_id))


def _line(session: Session, row: WebhookSubscription) -> SubscriptionLine:
    return SubscriptionLine(
        id=row.id,
        name=row.name,
        url=row.url,
        types=tuple(row.types),
        state=row.state,
        disabled_reason=row.disabled_reason,
        waiting=repository.waiting_in_order(session, row.id),
        behind=repository.last_position(session, row.partner_id) - row.queued_to,
        next_try_at=row.due_at,
        both_secrets_until=row.previous_until if row.previous_encrypted else None,
        created_at=row.created_at,
    )


def list_deliveries(
    session: Session,
    actor: Actor,
    subscription_id: UUID,
    *,
    outcome: DeliveryState | None = None,
    before: int = 0,
    limit: int = 50,
) -> tuple[list[DeliveryLine], bool]:
    """The newest first, and whether there are more. Raises `NOT_FOUND`."""
    row = repository.subscription(session, actor.organisation_id, subscription_id)
    found = repository.deliveries(session, row.id, outcome=outcome, before=before, limit=limit + 1)
    return [delivery_line(each, event) for each, event in found[:limit]], len(found) > limit


def one_delivery(session: Session, actor: Actor, subscription_id: UUID, delivery_id: UUID) -> DeliveryLine:
    """Raises `NOT_FOUND`."""
    row = repository.subscription(session, actor.organisation_id, subscription_id)
    found = repository.delivery(session, row.id, delivery_id)
    return delivery_line(found, session.get(OutboxEvent, found.event_row) if found.event_row else None)


def delivery_line(row: WebhookDelivery, stored: OutboxEvent | None) -> DeliveryLine:
    """A delivery with the event it carries."""
    event = event_of(stored) if stored else None
    pending = row.outcome is DeliveryState.PENDING
    return DeliveryLine(
        id=row.id,
        place=row.place,
        kind=row.kind,
        event_id=event.id if event else f"ping_{row.id.hex}",
        type=event.type if event else PING.kind,
        sequence=event.sequence if event else None,
        outcome=row.outcome,
        tries=row.tries,
        next_try_at=row.due_at if pending else None,
        log=tuple(row.log),
        created_at=row.created_at,
        ended_at=row.ended_at,
    )
