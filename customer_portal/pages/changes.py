"""Changes after sign-off: what each costs in days, before it is asked for (CU-03)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Form, Request
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import CSRF, CustomerDep, cause_of
from accounts.domain.actor import Actor
from customer_portal.pages.forms import refused, see_other
from delivery import queries
from delivery.changes.domain.requests import KINDS
from delivery.changes.queries import change_requests, costs
from delivery.changes.usecases.ask_for_change import ask_for_change, withdraw_change
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import render
from kernel.errors import DomainError

router = Router(prefix="/cases/{case_id}/changes")


def _context(session: Session, actor: Actor, now: datetime, case_id: UUID) -> dict[str, Any]:
    return {
        "view": queries.customer_view(session, actor, case_id, now=now),
        "kinds": KINDS,
        "costs": costs(session, actor, case_id, now=now),
        "requests": change_requests(session, actor, case_id),
    }


@router.get("")
def page(request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID) -> Response:
    """What can be changed at what cost, and what has been asked for."""
    context = _context(session, actor, now, case_id)
    return render(request, "portal/changes.html", errors=[], typed={"kind": "", "text": ""}, **context)


@router.post("", dependencies=[CSRF])
def ask(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    kind: Annotated[str, Form(max_length=20)] = "",
    text: Annotated[str, Form(max_length=4000)] = "",
    accepted: Annotated[str, Form()] = "",
) -> Response:
    """Ask for it."""
    cause = cause_of(actor, now)
    try:
        with session.begin_nested():
            ask_for_change(
                session, actor, case_id, kind=kind, text=text, accepted=bool(accepted), cause=cause
            )
    except DomainError as refusal:
        typed = {"kind": kind, "text": text}
        context = _context(session, actor, now, case_id)
        return refused(request, "portal/changes.html", refusal, typed=typed, **context)
    return see_other(f"/cases/{case_id}/changes#asked")


@router.post("/{request_id}/withdraw", dependencies=[CSRF])
def withdraw(
    session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, request_id: UUID
) -> Response:
    """Not after all."""
    withdraw_change(session, actor, case_id, request_id, cause=cause_of(actor, now))
    return see_other(f"/cases/{case_id}/changes#asked")
