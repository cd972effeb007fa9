"""Webhook subscriptions: signed after Standard Webhooks, retried over three days, replayed on request (PA-02)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response
from sqlmodel import Session

from accounts.access import cause_of, needs
from accounts.domain.actor import Actor
from infra.clock import NowDep
from infra.db import SessionDep
from infra.idempotency import IdempotencyKey, fingerprint, once
from infra.transitions import Cause
from partners import queries, repository
from partners.api.shapes import (
    Changes,
    Delivery,
    DeliveryPage,
    NewSubscription,
    Queued,
    Range,
    Subscription,
    SubscriptionPage,
    SubscriptionWithSecret,
    delivery_of,
    subscription_of,
)
from partners.domain.cursors import cursor_of, position_of
from partners.domain.states import DeliveryState
from partners.models import WebhookDelivery, WebhookSubscription
from partners.usecases import send_again, subscribe
from partners.usecases.subscription_secrets import shown_secret

router = APIRouter(prefix="/webhook-subscriptions", tags=["webhooks"])
READ = Annotated[Actor, needs("events:read")]
WRITE = Annotated[Actor, needs("webhooks:write")]
_PATH = "/api/v1/webhook-subscriptions"
_NUMBER = "secret_number"
Answered = tuple[int, Any, dict[str, str]]


@dataclass(frozen=True)
class Call:
    """One unsafe call: who, when, under which key."""

    request: Request
    session: Session
    actor: Actor
    now: datetime
    key: str | None

    @property
    def cause(self) -> Cause:
        return cause_of(self.actor, self.now)

    def once(self, body: Any, run: Callable[[], Answered]) -> JSONResponse:
        """Run it once for its key."""
        return once(
            self.session,
            client=str(self.actor.organisation_id),
            key=self.key,
            print_=fingerprint(self.request, body),
            now=self.now,
            run=run,
        )

    def line(self, row: WebhookSubscription) -> Subscription:
        """The subscription as it is now."""
        self.session.flush()
        return subscription_of(queries.subscription_line(self.session, self.actor, row.id))

    def with_secret(self, answer: JSONResponse) -> JSONResponse:
        """Put the secret into the answer after it was stored for repeated calls: it lies open nowhere."""
        body = json.loads(bytes(answer.body))
        number = body.pop(_NUMBER)
        row = repository.subscription(self.session, self.actor.organisation_id, UUID(body["id"]))
        body["secret"] = shown_secret(row) if row.secret_number == number else None
        kept = {name: value for name, value in answer.headers.items() if name != "content-length"}
        return JSONResponse(body, answer.status_code, kept)


def _call(
    request: Request, session: SessionDep, actor: WRITE, now: NowDep, key: IdempotencyKey = None
) -> Call:
    return Call(request, session, actor, now, key)


CallDep = Annotated[Call, Depends(_call)]


@router.post(
    "",
    status_code=201,
    response_model=SubscriptionWithSecret,
    summary="Subscribe to your events",
    operation_id="make_webhook_subscription",
)
def make(call: CallDep, wish: NewSubscription) -> JSONResponse:
    """The answer has the signing secret: keep it, it is not shown again."""

    def run() -> Answered:
        row = subscribe.subscribe(
            call.session,
            call.actor,
            name=wish.name,
            url=wish.url,
            types=wish.types,
            after=None if wish.cursor is None else position_of(wish.cursor),
            cause=call.cause,
        )
        return 201, {**call.line(row).model_dump(), _NUMBER: 1}, {"Location": f"{_PATH}/{row.id}"}

    return call.with_secret(call.once(wish, run))


@router.get("", summary="List your webhook subscriptions", operation_id="list_webhook_subscriptions")
def list_(session: SessionDep, actor: READ) -> SubscriptionPage:
    """Oldest first. Deleted ones are not shown."""
    return SubscriptionPage(items=[subscription_of(x) for x in queries.list_subscriptions(session, actor)])


@router.get(
    "/{subscription_id}", summary="One webhook subscription", operation_id="read_webhook_subscription"
)
def read(session: SessionDep, actor: READ, subscription_id: UUID) -> Subscription:
    """404 for one that is not yours."""
    return subscription_of(queries.subscription_line(session, actor, subscription_id))


@router.patch(
    "/{subscription_id}",
    response_model=Subscription,
    summary="Change a subscription",
    operation_id="change_webhook_subscription",
)
def change(call: CallDep, subscription_id: UUID, changes: Changes) -> JSONResponse:
    """Name, address, types. What has happened before follows the types as they were."""

    def run() -> Answered:
        row = subscribe.change_subscription(
            call.session, call.actor, subscription_id, **changes.model_dump(), cause=call.cause
        )
        return 200, call.line(row), {}

    return call.once(changes, run)


@router.post(
    "/{subscription_id}/pause",
    response_model=Subscription,
    summary="Pause a subscription",
    operation_id="pause_webhook_subscription",
)
def pause(call: CallDep, subscription_id: UUID) -> JSONResponse:
    """Nothing is sent until you resume; nothing is lost."""

    def run() -> Answered:
        row = subscribe.pause_subscription(call.session, call.actor, subscription_id, cause=call.cause)
        return 200, call.line(row), {}

    return call.once(None, run)


@router.post(
    "/{subscription_id}/resume",
    response_model=Subscription,
    summary="Resume a subscription",
    operation_id="resume_webhook_subscription",
)
def resume(call: CallDep, subscription_id: UUID) -> JSONResponse:
    """Also after it was disabled. It goes on where it stopped, at once."""

    def run() -> Answered:
        row = subscribe.resume_subscription(call.session, call.actor, subscription_id, cause=call.cause)
        return 200, call.line(row), {}

    return call.once(None, run)


@router.delete(
    "/{subscription_id}",
    status_code=204,
    summary="Delete a subscription",
    operation_id="delete_webhook_subscription",
)
def delete(call: CallDep, subscription_id: UUID) -> Response:
    """What waits is not sent any more. The events stay in the feed."""

    def run() -> Answered:
        subscribe.delete_subscription(call.session, call.actor, subscription_id, cause=call.cause)
        return 204, None, {}

    answer = call.once(None, run)
    kept = {name: value for name, value in answer.headers.items() if not name.startswith("content-")}
    return Response(status_code=204, headers=kept)


@router.post(
    "/{subscription_id}/secret",
    response_model=SubscriptionWithSecret,
    summary="Rotate the secret",
    operation_id="rotate_webhook_secret",
)
def rotate(call: CallDep, subscription_id: UUID) -> JSONResponse:
    """A new secret, shown in the answer. For 24 hours each message carries both signatures."""

    def run() -> Answered:
        row = subscribe.rotate_secret(call.session, call.actor, subscription_id, cause=call.cause)
        return 200, {**call.line(row).model_dump(), _NUMBER: row.secret_number}, {}

    return call.with_secret(call.once(None, run))


@router.post(
    "/{subscription_id}/ping",
    status_code=202,
    response_model=Delivery,
    summary="Send a test",
    operation_id="ping_webhook_subscription",
)
def ping(call: CallDep, subscription_id: UUID) -> JSONResponse:
    """A signed `webhook_subscription.ping`, tried once, also while paused. Read the delivery to see how it went."""

    def run() -> Answered:
        made = send_again.ping(call.session, call.actor, subscription_id, cause=call.cause)
        return _delivery(call, subscription_id, made)

    return call.once(None, run)


@router.post(
    "/{subscription_id}/replay",
    status_code=202,
    response_model=Queued,
    summary="Replay a range",
    operation_id="replay_events",
)
def replay(call: CallDep, subscription_id: UUID, span: Range) -> JSONResponse:
    """Events of a range of the feed again, in order, after what waits. They carry the ids they had."""

    def run() -> Answered:
        queued = send_again.replay(
            call.session,
            call.actor,
            subscription_id,
            span.from_sequence,
            span.to_sequence,
            cause=call.cause,
        )
        return 202, Queued(queued=queued), {}

    return call.once(span, run)


@router.get(
    "/{subscription_id}/deliveries",
    summary="How events were delivered",
    operation_id="list_webhook_deliveries",
)
def deliveries(
    session: SessionDep,
    actor: READ,
    subscription_id: UUID,
    outcome: DeliveryState | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Query(max_length=60)] = None,
) -> DeliveryPage:
    """The newest first, with every try: when, which status, how long. Kept for 90 days after the end."""
    lines, more = queries.list_deliveries(
        session, actor, subscription_id, outcome=outcome, before=position_of(cursor), limit=limit
    )
    following = cursor_of(lines[-1].place) if more else None
    return DeliveryPage(items=[delivery_of(each) for each in lines], next_cursor=following)


@router.get(
    "/{subscription_id}/deliveries/{delivery_id}",
    summary="One delivery",
    operation_id="read_webhook_delivery",
)
def delivery(session: SessionDep, actor: READ, subscription_id: UUID, delivery_id: UUID) -> Delivery:
    """404 for one that is not of this subscription."""
    return delivery_of(queries.one_delivery(session, actor, subscription_id, delivery_id))


@router.post(
    "/{subscription_id}/deliveries/{delivery_id}/resend",
    status_code=202,
    response_model=Delivery,
    summary="Send one event again",
    operation_id="resend_webhook_delivery",
)
def resend(call: CallDep, subscription_id: UUID, delivery_id: UUID) -> JSONResponse:
    """At once, beside the order, whatever became of it before."""

    def run() -> Answered:
        made = send_again.resend(call.session, call.actor, subscription_id, delivery_id, cause=call.cause)
        return _delivery(call, subscription_id, made)

    return call.once(None, run)


def _delivery(call: Call, subscription_id: UUID, made: WebhookDelivery) -> Answered:
    call.session.flush()
    line = queries.one_delivery(call.session, call.actor, subscription_id, made.id)
    location = f"{_PATH}/{subscription_id}/deliveries/{made.id}"
    return 202, delivery_of(line), {"Location": location}
