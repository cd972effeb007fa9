"""Check all answers on one page, and sign off what has changed since the lists were signed."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import Request
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import CSRF, CustomerDep, cause_of
from accounts.domain.actor import Actor
from accounts.domain.roles import may_sign
from customer_portal.pages.forms import refused, see_other
from customer_portal.questions import to_sign
from delivery import queries
from delivery.domain.states import CaseState
from delivery.questionnaire.queries.sheets import questionnaire
from delivery.questionnaire.queries.signed import signed_line
from delivery.questionnaire.usecases.finish_section import finish_ready
from delivery.questionnaire.usecases.sign_answers import sign_answers
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import render
from kernel.errors import DomainError

router = Router(prefix="/cases/{case_id}/answers")
PAGE = "portal/questions/summary.html"


def _shown(session: Session, actor: Actor, now: datetime, case_id: UUID) -> dict[str, Any]:
    asked = questionnaire(session, actor, case_id)
    return {
        "view": queries.customer_view(session, actor, case_id, now=now),
        "parts": asked.views(),
        "signed": signed_line(session, asked.basis.case),
        "may_sign": may_sign(actor.roles),
        "todo_open": asked.basis.case.state is CaseState.FORBEREDELSER,
    }


@router.get("")
def page(request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID) -> Response:
    """All that this person answers, with what is left."""
    return render(request, PAGE, errors=[], **_shown(session, actor, now, case_id))


@router.post("/sign", dependencies=[CSRF])
def sign(request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID) -> Response:
    """What has changed holds from now on."""
    try:
        with session.begin_nested():
            sign_answers(session, actor, case_id, cause=cause_of(actor, now))
    except DomainError as refusal:
        return refused(request, PAGE, refusal, **_shown(session, actor, now, case_id))
    return see_other(f"/cases/{case_id}/answers")


@router.post("/confirm", dependencies=[CSRF])
def confirm(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID
) -> Response:
    """All that we filled in is right."""
    try:
        with session.begin_nested():
            finish_ready(session, actor, case_id, cause=cause_of(actor, now))
    except DomainError as refusal:
        return refused(request, PAGE, refusal, **_shown(session, actor, now, case_id))
    left = [each for each in questionnaire(session, actor, case_id).views() if not each.is_done]
    here = f"/cases/{case_id}"
    return see_other(
        f"{here}/questions/{left[0].section.key}" if left else to_sign(session, actor, case_id) or here
    )
