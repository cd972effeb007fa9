"""Webhook subscriptions and what became of each delivery, with a button to send it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from infra.routing import Router
from partners import queries
from partners.domain.event_types import EVENT_TYPES
from partners.domain.states import SUBSCRIPTION, DeliveryState
from partners.pages.desk import DeskDep, see_other
from partners.usecases import send_again, subscribe
from partners.usecases.subscription_secrets import shown_secret

router = Router(prefix="/webhooks", dependencies=[CSRF])
_HERE: Final = "/partner/webhooks"
_SHOWN: Final = 50


def _page(desk: DeskDep, status: int = 200, **context: Any) -> Response:
    hooks = queries.list_subscriptions(desk.session, desk.actor)
    given = {"typed": {"name": "", "url": "", "types": []}, **context}
    return desk.show("webhooks", status, hooks=hooks, types=EVENT_TYPES.values(), **given)


def _hook(desk: DeskDep, hook_id: UUID, status: int = 200, **context: Any) -> Response:
    hook = queries.subscription_line(desk.session, desk.actor, hook_id)
    outcome, before = context.pop("outcome", None), context.pop("before", 0)
    lines, more = queries.list_deliveries(
        desk.session, desk.actor, hook_id, outcome=outcome, before=before, limit=_SHOWN
    )
    return desk.show(
        "webhook",
        status,
        hook=hook,
        allowed=[event.value for event in SUBSCRIPTION.allowed(hook.state, "partner")],
        lines=lines,
        following=lines[-1].place if more else 0,
        outcome=outcome.value if outcome else "",
        types=EVENT_TYPES,
        **{"secret": "", **context},
    )


@router.get("")
def list_(desk: DeskDep) -> Response:
    """Every subscription, and a form for one more."""
    return _page(desk)


@router.post("")
def make(
    desk: DeskDep,
    name: Annotated[str, Form(max_length=100)] = "",
    url: Annotated[str, Form(max_length=2000)] = "",
    types: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Subscribe, and show the signing secret, this once."""
    typed = {"name": name, "url": url, "types": types or []}

    def do() -> Response:
        row = subscribe.subscribe(
            desk.session, desk.actor, name=name.strip() or url, url=url, types=types or [], cause=desk.cause
        )
        return _hook(desk, row.id, 201, secret=shown_secret(row))

    return desk.act(do, lambda errors, status: _page(desk, status, errors=errors, typed=typed))


@router.get("/{hook_id}")
def read(desk: DeskDep, hook_id: UUID, outcome: str = "", before: int = 0) -> Response:
    """One subscription and its deliveries, the newest first."""
    wanted = DeliveryState(outcome) if outcome in set(DeliveryState) else None
    return _hook(desk, hook_id, outcome=wanted, before=max(0, before))


def _do(desk: DeskDep, hook_id: UUID, do: Callable[[], Any]) -> Response:
    def done() -> Response:
        do()
        return see_other(f"{_HERE}/{hook_id}")

    return desk.act(done, lambda errors, status: _hook(desk, hook_id, status, errors=errors))


@router.post("/{hook_id}/pause")
def pause(desk: DeskDep, hook_id: UUID) -> Response:
    """Send nothing until resumed."""
    return _do(
        desk,
        hook_id,
        lambda: subscribe.pause_subscription(desk.session, desk.actor, hook_id, cause=desk.cause),
    )


@router.post("/{hook_id}/resume")
def resume(desk: DeskDep, hook_id: UUID) -> Response:
    """Go on where it stopped."""
    return _do(
        desk,
        hook_id,
        lambda: subscribe.resume_subscription(desk.session, desk.actor, hook_id, cause=desk.cause),
    )


@router.post("/{hook_id}/ping")
def ping(desk: DeskDep, hook_id: UUID) -> Response:
    """Send a test."""
    return _do(desk, hook_id, lambda: send_again.ping(desk.session, desk.actor, hook_id, cause=desk.cause))


@router.post("/{hook_id}/secret")
def rotate(desk: DeskDep, hook_id: UUID) -> Response:
    """A new secret, shown this once; the old one signs too for a day."""
    row = subscribe.rotate_secret(desk.session, desk.actor, hook_id, cause=desk.cause)
    return _hook(desk, hook_id, secret=shown_secret(row))


@router.post("/{hook_id}/delete")
def delete(desk: DeskDep, hook_id: UUID) -> Response:
    """End it."""
    subscribe.delete_subscription(desk.session, desk.actor, hook_id, cause=desk.cause)
    return see_other(_HERE)


@router.post("/{hook_id}/deliveries/{delivery_id}/resend")
def resend(desk: DeskDep, hook_id: UUID, delivery_id: UUID) -> Response:
    """One event again, now."""
    return _do(
        desk,
        hook_id,
        lambda: send_again.resend(desk.session, desk.actor, hook_id, delivery_id, cause=desk.cause),
    )
