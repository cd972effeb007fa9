"""The start mail as the telefoniansvarig sees it: how it will look, a try on oneself, what became of each."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import Form, Request
from starlette.responses import Response

from accounts.access import CSRF, CustomerDep, cause_of
from customer_portal.pages.forms import refused, see_other
from delivery import queries
from delivery.start.queries import start_view
from delivery.start.usecases.send_test import send_again, send_test
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import render
from kernel.errors import DomainError

router = Router(prefix="/cases/{case_id}/start")
Words = Annotated[str, Form(max_length=320)]


@router.get("")
def page(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    user: UUID | None = None,
) -> Response:
    """The start messages of a case."""
    return render(request, "portal/start.html", errors=[], **_shown(session, actor, case_id, now, user))


def _shown(session: Any, actor: Any, case_id: UUID, now: Any, user: UUID | None) -> dict[str, Any]:
    view = queries.customer_view(session, actor, case_id, now=now)
    return {"view": view, "start": start_view(session, actor, case_id, user)}


@router.post("/test", dependencies=[CSRF])
def try_out(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    user: Annotated[UUID | None, Form()] = None,
    phone: Words = "",
) -> Response:
    """Send a user's message to oneself."""
    try:
        with session.begin_nested():
            send_test(session, actor, case_id, user_id=user, phone=phone, cause=cause_of(actor, now))
    except DomainError as refusal:
        shown = _shown(session, actor, case_id, now, user)
        return refused(request, "portal/start.html", refusal, **shown)
    return see_other(f"/cases/{case_id}/start{f'?user={user}' if user else ''}#sent")


@router.post("/{start_id}/again", dependencies=[CSRF])
def again(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    start_id: UUID,
    recipient: Words = "",
) -> Response:
    """Send once more, to where it arrives."""
    try:
        with session.begin_nested():
            send_again(session, actor, case_id, start_id, recipient=recipient, cause=cause_of(actor, now))
    except DomainError as refusal:
        shown = _shown(session, actor, case_id, now, None)
        return refused(request, "portal/start.html", refusal, **shown)
    return see_other(f"/cases/{case_id}/start#sent")
