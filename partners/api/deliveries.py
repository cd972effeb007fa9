"""How events were delivered, and delivering them again: a test, one, a range (PA-02)."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request
from fastapi.responses import JSONResponse
from starlette.responses import Response

from accounts.access import needs
from accounts.domain.actor import Actor
from infra.db import SessionDep
from infra.resources import TAGGED, Fields, Limit, page, resource
from infra.routing import Router
from partners import queries
from partners.api.call import Answered, Call, CallDep
from partners.api.shapes import Delivery, DeliveryPage, Queued, Range, delivery_of
from partners.domain.cursors import cursor_of, position_of
from partners.domain.states import DeliveryState
from partners.models import WebhookDelivery
from partners.usecases import send_again

router = Router(prefix="/webhook-subscriptions/{subscription_id}", tags=["webhooks"])
READ = Annotated[Actor, needs("events:read")]


@router.post(
    "/ping",
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
    "/replay",
    status_code=202,
    response_model=Queued,
    summary="Replay a range",
    operation_id="replay_events",
)
def replay(call: CallDep, subscription_id: UUID, span: Range) -> JSONResponse:
    """Events of a range of the feed again, in order, after what waits. They carry the ids they had.

    Raises `RANGE_INVALID`.
    """

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
    "/deliveries",
    response_model=DeliveryPage,
    summary="How events were delivered",
    operation_id="list_webhook_deliveries",
)
def deliveries(
    session: SessionDep,
    actor: READ,
    subscription_id: UUID,
    outcome: DeliveryState | None = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Annotated[str | None, Query(max_length=60)] = None,
) -> Response:
    """The newest first, with every try: when, which status, how long. Kept for 90 days after the end.

    Raises `CURSOR_UNKNOWN`.
    """
    lines, more = queries.list_deliveries(
        session, actor, subscription_id, outcome=outcome, before=position_of(cursor), limit=limit
    )
    following = cursor_of(lines[-1].place) if more else None
    return page([delivery_of(each) for each in lines], following, Delivery, fields)


@router.get(
    "/deliveries/{delivery_id}",
    response_model=Delivery,
    responses=TAGGED,
    summary="One delivery",
    operation_id="read_webhook_delivery",
)
def delivery(
    request: Request,
    session: SessionDep,
    actor: READ,
    subscription_id: UUID,
    delivery_id: UUID,
    fields: Fields = "",
) -> Response:
    """404 for one that is not of this subscription."""
    shown = delivery_of(queries.one_delivery(session, actor, subscription_id, delivery_id))
    return resource(request, shown, fields)


@router.post(
    "/deliveries/{delivery_id}/resend",
    status_code=202,
    response_model=Delivery,
    summary="Send one event again",
    operation_id="resend_webhook_delivery",
)
def resend(call: CallDep, subscription_id: UUID, delivery_id: UUID) -> JSONResponse:
    """At once, beside the order, whatever became of it before.

    Raises `PING_CANNOT_BE_RESENT`.
    """

    def run() -> Answered:
        made = send_again.resend(call.session, call.actor, subscription_id, delivery_id, cause=call.cause)
        return _delivery(call, subscription_id, made)

    return call.once(None, run)


def _delivery(call: Call, subscription_id: UUID, made: WebhookDelivery) -> Answered:
    call.session.flush()
    line = queries.one_delivery(call.session, call.actor, subscription_id, made.id)
    location = f"/api/v1/webhook-subscriptions/{subscription_id}/deliveries/{made.id}"
    return 202, delivery_of(line), {"Location": location}
