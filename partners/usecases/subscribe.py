"""Make, change and end a webhook subscription (PA-02). Every one of these is told in the partner's own feed."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.db import ring
from infra.queues import SEND_WEBHOOKS
from infra.settings import get_settings
from infra.transitions import Cause, move
from kernel.errors import NOT_FOUND
from partners import repository
from partners.domain.errors import EVENT_TYPE_UNKNOWN, SUBSCRIPTIONS_FULL
from partners.domain.event_types import EVENT_TYPES
from partners.domain.states import SUBSCRIPTION, SubscriptionEvent
from partners.domain.targets import read_target
from partners.models import WebhookSubscription
from partners.usecases.queue_news import refill, set_due
from partners.usecases.subscription_secrets import fresh, lock_new_secret

MOST: Final = 20


def subscribe(
    session: Session,
    actor: Actor,
    *,
    name: str,
    url: str,
    types: list[str],
    after: int | None = None,
    cause: Cause,
) -> WebhookSubscription:
    """A new subscription, from now on, or from a place in the feed (`after`; 0 is its start).

    Raises `URL_NOT_USABLE`, `EVENT_TYPE_UNKNOWN`, `SUBSCRIPTIONS_FULL`.
    """
    if actor.organisation_id is None:
        raise NOT_FOUND.error()
    _refuse_faulty(url, types)
    if len(repository.subscriptions(session, actor.organisation_id)) >= MOST:
        raise SUBSCRIPTIONS_FULL.error(most=MOST)
    end = repository.last_position(session, actor.organisation_id)
    row = WebhookSubscription(
        partner_id=actor.organisation_id,
        name=name.strip(),
        url=url,
        types=sorted(set(types)),
        secret_encrypted=fresh(),
        queued_to=end if after is None else min(after, end),
        created_at=cause.now,
    )
    session.add(row)
    session.flush()
    ring(session, SEND_WEBHOOKS)
    return row


def change_subscription(
    session: Session,
    actor: Actor,
    subscription_id: UUID,
    *,
    name: str | None = None,
    url: str | None = None,
    types: list[str] | None = None,
    cause: Cause,
) -> WebhookSubscription:
    """Other words, another receiver, other types for what is not laid up yet. A new address is tried at once.

    Raises `NOT_FOUND`, `URL_NOT_USABLE`, `EVENT_TYPE_UNKNOWN`.
    """
    row = repository.subscription(session, actor.organisation_id, subscription_id, lock=True)
    _refuse_faulty(url or row.url, types or [])
    refill(
        session, row, cause.now
    )  # as far as there is room, what has happened follows the types as they were
    row.name = row.name if name is None else name.strip()
    row.types = row.types if types is None else sorted(set(types))
    if url is not None and url != row.url:
        row.url = url
        _begin_anew(session, row, cause)
    return row


def pause_subscription(
    session: Session, actor: Actor, subscription_id: UUID, *, cause: Cause
) -> WebhookSubscription:
    """Send nothing until resumed; nothing is lost. Raises `NOT_FOUND`, `ILLEGAL_TRANSITION`."""
    row = repository.subscription(session, actor.organisation_id, subscription_id, lock=True)
    move(session, row, SUBSCRIPTION, SubscriptionEvent.PAUSE, cause)
    set_due(session, row, cause.now)
    return row


def resume_subscription(
    session: Session, actor: Actor, subscription_id: UUID, *, cause: Cause
) -> WebhookSubscription:
    """Go on where it stopped, at once. Raises `NOT_FOUND`, `ILLEGAL_TRANSITION`."""
    row = repository.subscription(session, actor.organisation_id, subscription_id, lock=True)
    move(session, row, SUBSCRIPTION, SubscriptionEvent.RESUME, cause)
    row.disabled_reason, row.dead_in_a_row = "", 0
    _begin_anew(session, row, cause)
    refill(session, row, cause.now)
    return row


def delete_subscription(session: Session, actor: Actor, subscription_id: UUID, *, cause: Cause) -> None:
    """End it; its secret is forgotten. Raises `NOT_FOUND`."""
    row = repository.subscription(session, actor.organisation_id, subscription_id, lock=True)
    move(session, row, SUBSCRIPTION, SubscriptionEvent.DELETE, cause)
    row.due_at, row.secret_encrypted, row.previous_encrypted = None, b"", None


def rotate_secret(
    session: Session, actor: Actor, subscription_id: UUID, *, cause: Cause
) -> WebhookSubscription:
    """A new secret; the old one signs too for a day. Raises `NOT_FOUND`."""
    row = repository.subscription(session, actor.organisation_id, subscription_id, lock=True)
    lock_new_secret(row, cause.now)
    return row


def _refuse_faulty(url: str, types: list[str]) -> None:
    read_target(url, loopback=get_settings().webhook_loopback)
    for each in types:
        if each not in EVENT_TYPES:
            raise EVENT_TYPE_UNKNOWN.error("types", value=each)


def _begin_anew(session: Session, row: WebhookSubscription, cause: Cause) -> None:
    """The first that waits is due now, with all its tries before it."""
    waiting = repository.next_waiting(session, row, cause.now)
    if waiting is not None:
        waiting.due_at, waiting.tries = cause.now, 0
    row.is_slow = False
    set_due(session, row, cause.now)
    ring(session, SEND_WEBHOOKS)
