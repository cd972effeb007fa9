"""Who helps with what: contacts by role, invited and removed by those who answer for the whole."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Form, Request
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import CSRF, CustomerDep, cause_of
from accounts.domain.actor import Actor
from accounts.domain.roles import ROLES
from customer_portal.pages.forms import refused, see_other
from delivery import queries
from delivery.questionnaire.queries.people import role_lines
from delivery.usecases.invite_to_case import invite_helper, remove_helper
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import render
from kernel.errors import DomainError

router = Router(prefix="/cases/{case_id}/people")
PAGE = "portal/questions/people.html"
Words = Annotated[str, Form(max_length=320)]


def _shown(session: Session, actor: Actor, now: datetime, case_id: UUID) -> dict[str, Any]:
    return {
        "view": queries.customer_view(session, actor, case_id, now=now),
        "roles": role_lines(session, actor, case_id),
        "titles": {row.role.value: row.title for row in ROLES.values()},
        "typed": {"name": "", "email": "", "role": ""},
    }


@router.get("")
def page(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    role: str = "",
) -> Response:
    """Every role, who has it, and what they see."""
    shown = _shown(session, actor, now, case_id)
    shown["typed"]["role"] = role
    return render(request, PAGE, errors=[], **shown)


@router.post("", dependencies=[CSRF])
def invite(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    role: Words = "",
    name: Words = "",
    email: Words = "",
) -> Response:
    """Let somebody help; they get a mail with a link."""
    try:
        with session.begin_nested():
            cause = cause_of(actor, now)
            invite_helper(session, actor, case_id, role, email=email, name=name, cause=cause)
    except DomainError as refusal:
        shown = _shown(session, actor, now, case_id)
        shown["typed"] = {"name": name, "email": email, "role": role}
        return refused(request, PAGE, refusal, **shown)
    return see_other(f"/cases/{case_id}/people")


@router.post("/{person_id}/remove", dependencies=[CSRF])
def remove(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    person_id: UUID,
    role: Words = "",
) -> Response:
    """Take the role back."""
    try:
        with session.begin_nested():
            remove_helper(session, actor, case_id, role, person_id, cause=cause_of(actor, now))
    except DomainError as refusal:
        return refused(request, PAGE, refusal, **_shown(session, actor, now, case_id))
    return see_other(f"/cases/{case_id}/people")
