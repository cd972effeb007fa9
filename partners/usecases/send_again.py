"""Send on request: a test, one delivery again, a range of the feed again (PA-02)."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.db import ring
from infra.queues import SEND_WEBHOOKS
from infra.transitions import Cause
from partners import repository
from partners.domain.errors import PING_CANNOT_BE_RESENT, RANGE_INVALID
from partners.domain.states import DeliveryKind
from partners.models import WebhookDelivery, WebhookSubscription
from partners.usecases.queue_news import set_due

MOST_AT_ONCE: Final = 10_000


def ping(session: Session, actor: Actor, subscription_id: UUID, *, cause: Cause) -> WebhookDelivery:
    """A test message, now, also while paused or disabled. It is tried once. Raises `NOT_FOUND`."""
    row = repository.subscription(session, actor.organisation_id, subscription_id, lock=True)
    return _aside(session, row, DeliveryKind.PING, None, cause)


def resend(
    session: Session, actor: Actor, subscription_id: UUID, delivery_id: UUID, *, cause: Cause
) -> WebhookDelivery:
    """One event again, now, outside the order. Raises `NOT_FOUND`, `PING_CANNOT_BE_RESENT`."""
    row = repository.subscription(session, actor.organisation_id, subscription_id, lock=True)
    before = repository.delivery(session, row.id, delivery_id)
    if before.event_row is None:
        raise PING_CANNOT_BE_RESENT.error()
    return _aside(session, row, DeliveryKind.RESEND, before.event_row, cause)


def replay(
    session: Session, actor: Actor, subscription_id: UUID, first: int, last: int, *, cause: Cause
) -> int:
    """A range of the feed again, in order, after what waits. Returns how many events of the wished types.

    Raises `NOT_FOUND`, `RANGE_INVALID`.
    """
    row = repository.subscription(session, actor.organisation_id, subscription_id, lock=True)
    end = repository.last_position(session, row.partner_id)
    if not 1 <= first <= last <= end or last - first >= MOST_AT_ONCE:
        raise RANGE_INVALID.error("to_sequence", most=MOST_AT_ONCE, last=end)
    laid_up = repository.queue_range(session, row, DeliveryKind.REPLAY, first, last, cause.now)
    set_due(session, row, cause.now)
    ring(session, SEND_WEBHOOKS)
    return laid_up


def _aside(
    session: Session, row: WebhookSubscription, kind: DeliveryKind, event_row: int | None, cause: Cause
) -> WebhookDelivery:
    made = WebhookDelivery(
        subscription_id=row.id, kind=kind, event_row=event_row, due_at=cause.now, created_at=cause.now
    )
    session.add(made)
    set_due(session, row, cause.now)
    ring(session, SEND_WEBHOOKS)
    return made
