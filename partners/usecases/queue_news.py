"""Lay up deliveries for what has come into the feed since: the feed is the truth, deliveries follow it."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlmodel import Session

from infra.db import unit_of_work
from partners import repository
from partners.domain.states import DeliveryKind, SubscriptionState
from partners.models import WebhookSubscription

# No more than this waits as rows for one receiver; what lies behind stays in the feed until there is room.
MOST_WAITING: Final = 500
_MOST_LOOKED_AT: Final = 10_000


def queue_news(now: datetime) -> int:
    """Queue for every active subscription that is behind. Returns how many deliveries were laid up."""
    with unit_of_work() as session:
        behind = repository.behind(session)
    return sum(_catch_up(each, now) for each in behind)


def _catch_up(subscription_id: UUID, now: datetime) -> int:
    with unit_of_work() as session:
        return refill(session, repository.locked_subscription(session, subscription_id), now)


def refill(session: Session, row: WebhookSubscription, now: datetime) -> int:
    """Bring the locked subscription's queue up to the feed, as far as there is room."""
    if row.state is not SubscriptionState.ACTIVE:
        return 0
    end = repository.last_position(session, row.partner_id)
    farthest = min(end, row.queued_to + _MOST_LOOKED_AT)
    idle = row.due_at is None  # nothing waits at all, which saves to ask for it
    room = MOST_WAITING - (0 if idle else repository.waiting_in_order(session, row.id))
    laid_up = 0
    while row.queued_to < farthest and laid_up < room:
        last = min(farthest, row.queued_to + room - laid_up)
        laid_up += repository.queue_range(session, row, DeliveryKind.EVENT, row.queued_to + 1, last, now)
        row.queued_to = last
    if laid_up and idle:
        row.due_at = now
    elif laid_up:
        set_due(session, row, now)
    return laid_up


def set_due(session: Session, row: WebhookSubscription, now: datetime) -> None:
    """Note when the locked subscription's next delivery is due: never, when nothing waits."""
    session.flush()
    waiting = repository.next_waiting(session, row, now)
    row.due_at = waiting.due_at if waiting else None
