"""Webhook subscriptions: signed after Standard Webhooks, each with an address and secret of its own (PA-02)."""

from __future__ import annotations

from typing import Annotated, Final
from uuid import UUID

from fastapi import Request
from fastapi.responses import JSONResponse, Response

from accounts.access import needs
from accounts.domain.actor import Actor
from infra.db import SessionDep
from infra.resources import TAGGED, Fields, IfMatch, Key, Limit, page_of, resource
from infra.routing import Router
from partners import queries
from partners.api.call import SECRET_NUMBER, Answered, CallDep
from partners.api.shapes import (
    Changes,
    NewSubscription,
    Subscription,
    SubscriptionPage,
    SubscriptionWithSecret,
    subscription_of,
)
from partners.domain.cursors import position_of
from partners.domain.states import SubscriptionState
from partners.usecases import subscribe

router = Router(prefix="/webhook-subscriptions", tags=["webhooks"])
READ = Annotated[Actor, needs("events:read")]
_PATH: Final = "/api/v1/webhook-subscriptions"


@router.post(
    "",
    status_code=201,
    response_model=SubscriptionWithSecret,
    summary="Subscribe to your events",
    operation_id="make_webhook_subscription",
)
def make(call: CallDep, wish: NewSubscription) -> JSONResponse:
    """The answer has the signing secret: keep it, it is not shown again.

    Raises `CURSOR_UNKNOWN`, `EVENT_TYPE_UNKNOWN`, `SUBSCRIPTIONS_FULL`, `URL_NOT_USABLE`.
    """

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
        return 201, {**call.line(row).model_dump(), SECRET_NUMBER: 1}, {"Location": f"{_PATH}/{row.id}"}

    return call.with_secret(call.once(wish, run))


@router.get(
    "",
    response_model=SubscriptionPage,
    summary="List your webhook subscriptions",
    operation_id="list_webhook_subscriptions",
)
def list_(
    session: SessionDep,
    actor: READ,
    state: SubscriptionState | None = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Key = None,
) -> Response:
    """Oldest first. Deleted ones are not shown."""
    found = [subscription_of(each) for each in queries.list_subscriptions(session, actor)]
    wanted = [each for each in found if state in (None, each.state)]
    return page_of(wanted, lambda each: str(each.id), cursor, limit, Subscription, fields)


@router.get(
    "/{subscription_id}",
    response_model=Subscription,
    responses=TAGGED,
    summary="One webhook subscription",
    operation_id="read_webhook_subscription",
)
def read(
    request: Request, session: SessionDep, actor: READ, subscription_id: UUID, fields: Fields = ""
) -> Response:
    """404 for one that is not yours."""
    shown = subscription_of(queries.subscription_line(session, actor, subscription_id))
    return resource(request, shown, fields)


@router.patch(
    "/{subscription_id}",
    response_model=Subscription,
    summary="Change a subscription",
    operation_id="change_webhook_subscription",
)
def change(call: CallDep, subscription_id: UUID, changes: Changes, if_match: IfMatch = None) -> JSONResponse:
    """Name, address, types. Other types count for events that are not laid up for sending yet.

    Raises `EVENT_TYPE_UNKNOWN`, `URL_NOT_USABLE`.
    """

    def run() -> Answered:
        call.refuse_stale(subscription_id, if_match)
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
def pause(call: CallDep, subscription_id: UUID, if_match: IfMatch = None) -> JSONResponse:
    """Nothing is sent until you resume; nothing is lost.

    Raises `ILLEGAL_TRANSITION`.
    """

    def run() -> Answered:
        call.refuse_stale(subscription_id, if_match)
        row = subscribe.pause_subscription(call.session, call.actor, subscription_id, cause=call.cause)
        return 200, call.line(row), {}

    return call.once(None, run)


@router.post(
    "/{subscription_id}/resume",
    response_model=Subscription,
    summary="Resume a subscription",
    operation_id="resume_webhook_subscription",
)
def resume(call: CallDep, subscription_id: UUID, if_match: IfMatch = None) -> JSONResponse:
    """Also after it was disabled. It goes on where it stopped, at once.

    Raises `ILLEGAL_TRANSITION`.
    """

    def run() -> Answered:
        call.refuse_stale(subscription_id, if_match)
        row = subscribe.resume_subscription(call.session, call.actor, subscription_id, cause=call.cause)
        return 200, call.line(row), {}

    return call.once(None, run)


@router.delete(
    "/{subscription_id}",
    status_code=204,
    summary="Delete a subscription",
    operation_id="delete_webhook_subscription",
)
def delete(call: CallDep, subscription_id: UUID, if_match: IfMatch = None) -> Response:
    """What waits is not sent any more. The events stay in the feed.

    Raises `ILLEGAL_TRANSITION`.
    """

    def run() -> Answered:
        call.refuse_stale(subscription_id, if_match)
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
        return 200, {**call.line(row).model_dump(), SECRET_NUMBER: row.secret_number}, {}

    return call.with_secret(call.once(None, run))
