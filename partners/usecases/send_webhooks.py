"""Send what is due, one subscription at a time, each in the order of its feed (PA-02).

A worker takes a subscription for a short while (a lease), sends to it outside any transaction, and notes each
answer before the next message. So one receiver never gets two messages at once, and a worker that dies costs a
wait: the lease runs out, and the last message may come again under the same id.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from infra.clock import current
from infra.db import ring, unit_of_work
from infra.outbox import OutboxEvent
from infra.queues import SEND_WEBHOOKS
from infra.transitions import Cause, move
from kernel.errors import NOT_FOUND
from partners import repository
from partners.domain.event_types import PING
from partners.domain.retries import MOST_DEAD_IN_A_ROW, Verdict, next_try, verdict_of
from partners.domain.signing import signed_headers
from partners.domain.states import (
    SUBSCRIPTION,
    DeliveryKind,
    DeliveryState,
    SubscriptionEvent,
    SubscriptionState,
)
from partners.gateways.sender import Answer, Line, Sender
from partners.models import WebhookDelivery, WebhookSubscription
from partners.queries.events import PartnerEvent, event_of
from partners.usecases.queue_news import refill, set_due
from partners.usecases.subscription_secrets import live_secrets
from partners.usecases.tell_disabled import tell_disabled

_LEASE: Final = timedelta(seconds=90)  # more than the budget, one message and a slow resolver together
_BUDGET_SECONDS: Final = 5.0
_SLOW_SECONDS: Final = 2.0
_ENDED_BY_410: Final = "gone"
_ENDED_BY_SILENCE: Final = "unreachable"


@dataclass(frozen=True, slots=True)
class Lease:
    """A subscription that a worker has to itself, until an instant of the machine's clock, and where it sends to."""

    subscription_id: UUID
    until: datetime
    url: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A message ready to be sent."""

    delivery_id: UUID
    message_id: str
    body: bytes
    secrets: tuple[str, ...]


def serve_one(sender: Sender, *, slow: bool, taken: Callable[[], None] | None = None) -> bool:
    """Take one subscription that has something due, and send for a few seconds. False when there is none.

    `slow` picks the lane: receivers that failed or dawdled last time wait among themselves, so that they
    cannot delay the others. `taken` is called before anything is sent, so that others begin beside this one.
    """
    with unit_of_work() as session:
        now = current(session)
        row = repository.claimable(session, now, datetime.now(UTC), slow=slow)
        if row is None:
            return False
        letter = _letter(session, row, now)
        if letter is None:
            set_due(session, row, now)
            return True
        row.lease_until = datetime.now(UTC) + _LEASE
        lease = Lease(row.id, row.lease_until, row.url)
    if taken is not None:
        taken()
    ends = time.monotonic() + _BUDGET_SECONDS
    with sender.line(lease.url) as line:
        while letter is not None:
            answer = _send(line, letter)
            letter = _note(lease, letter, answer, go_on=time.monotonic() < ends)
    return True


def _send(line: Line, letter: Letter) -> Answer:
    stamp = int(datetime.now(UTC).timestamp())
    return line.post(signed_headers(letter.message_id, stamp, letter.body, letter.secrets), letter.body)


def _note(lease: Lease, letter: Letter, answer: Answer, *, go_on: bool) -> Letter | None:
    """Write down what came back. Returns the next message; without one the subscription is handed back.

    A refusal from an address that is the subscription's no more says nothing of the new one.
    """
    with unit_of_work() as session:
        now = current(session)
        row = repository.locked_subscription(session, lease.subscription_id)
        delivery = repository.delivery(session, row.id, letter.delivery_id)
        moved = row.url != lease.url
        if delivery.outcome is DeliveryState.PENDING and (
            not moved or verdict_of(answer.status) is Verdict.TAKEN
        ):
            _write(session, row, delivery, answer, now)
        if row.lease_until != lease.until:
            return None  # it ran out, and somebody else has it
        session.flush()
        following = _letter(session, row, now) if go_on and not moved else None
        if following is None:
            _hand_back(session, row, answer, now)
        return following


def _hand_back(session: Session, row: WebhookSubscription, answer: Answer, now: datetime) -> None:
    dawdled = verdict_of(answer.status) is not Verdict.TAKEN or answer.seconds > _SLOW_SECONDS
    if row.is_slow != dawdled:
        ring(session, SEND_WEBHOOKS)  # the other lane has it from here
    row.lease_until, row.is_slow = None, dawdled
    refill(session, row, now)
    set_due(session, row, now)


def _letter(session: Session, row: WebhookSubscription, now: datetime) -> Letter | None:
    if row.state is SubscriptionState.DELETED:
        return None
    delivery = repository.next_waiting(session, row, now)
    if delivery is None or delivery.due_at > now:
        return None
    event = _event(session, row, delivery)
    return Letter(delivery.id, event.id, event.as_json().encode(), live_secrets(row, now))


def _event(session: Session, row: WebhookSubscription, delivery: WebhookDelivery) -> PartnerEvent:
    if delivery.event_row is None:
        subject = {"type": "webhook_subscription", "id": str(row.id), "case_id": None, "customer_id": None}
        actor: dict[str, str | None] = {"role": "partner", "name": "ping"}
        return PartnerEvent(
            f"ping_{delivery.id.hex}", 0, PING.kind, delivery.created_at, actor, subject, {}, {}
        )
    stored = session.get(OutboxEvent, delivery.event_row)
    if stored is None:
        raise NOT_FOUND.error()
    return event_of(stored)


def _write(
    session: Session, row: WebhookSubscription, delivery: WebhookDelivery, answer: Answer, now: datetime
) -> None:
    delivery.tries += 1
    delivery.log = [
        *delivery.log,
        {
            "at": now.isoformat(),
            "status": answer.status,
            "error": answer.error,
            "milliseconds": round(answer.seconds * 1000),
        },
    ]
    verdict = verdict_of(answer.status)
    if verdict is Verdict.TAKEN:
        delivery.outcome, delivery.ended_at = DeliveryState.DELIVERED, now
        row.dead_in_a_row = 0
    elif verdict is Verdict.GONE:
        # The message keeps its place: when the partner resumes, nothing is missing.
        _postpone(delivery, answer, now)
        _disable(session, row, _ENDED_BY_410, now)
    elif not _postpone(delivery, answer, now):
        row.dead_in_a_row += delivery.kind in (DeliveryKind.EVENT, DeliveryKind.REPLAY)
        if row.dead_in_a_row >= MOST_DEAD_IN_A_ROW:
            _disable(session, row, _ENDED_BY_SILENCE, now)


def _postpone(delivery: WebhookDelivery, answer: Answer, now: datetime) -> bool:
    """Set the next try; a dead letter when all are used up, or when it was only a test. True when it waits."""
    due = next_try(delivery.tries, now, status=answer.status, retry_after=answer.retry_after)
    if due is None or delivery.kind is DeliveryKind.PING:
        delivery.outcome, delivery.ended_at = DeliveryState.DEAD, now
        return False
    delivery.due_at = due
    return True


def _disable(session: Session, row: WebhookSubscription, reason: str, now: datetime) -> None:
    if row.state is SubscriptionState.ACTIVE:
        row.disabled_reason = reason
        cause = Cause("system", "Växla", now, reason=reason)
        move(session, row, SUBSCRIPTION, SubscriptionEvent.DISABLE, cause)
        tell_disabled(session, row)
