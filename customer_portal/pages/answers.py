"""Short forms: the questions about a present operator, and other things to confirm."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Form, Request
from starlette.responses import Response

from accounts.access import CSRF, CustomerDep, cause_of
from customer_portal.pages.forms import refused, see_other
from customer_portal.parts import WHOLE
from delivery import queries
from delivery.domain.preparation import QUESTIONS
from delivery.queries.views import CustomerView, PreparationLine
from delivery.questionnaire.domain.shape import TEL
from delivery.usecases.answer_preparation import answer_preparation
from delivery.usecases.complete_activity import complete_activity
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import render
from kernel.errors import NOT_FOUND, DomainError

router = Router(prefix="/cases/{case_id}")


def _line(view: CustomerView, donor: str) -> PreparationLine:
    for each in view.preparations:
        if each.donor == donor:
            return each
    raise NOT_FOUND.error()


@router.get("/preparation/{donor}", dependencies=[WHOLE])
def preparation(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, donor: str
) -> Response:
    """The questions about one operator, each with why it is asked."""
    view = queries.customer_view(session, actor, case_id, now=now)
    line = _line(view, donor)
    return render(request, "portal/preparation.html", view=view, line=line, questions=QUESTIONS, errors=[])


@router.post("/preparation/{donor}", dependencies=[CSRF, WHOLE])
def answer(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    donor: str,
    yes: Annotated[list[str] | None, Form()] = None,
    owner_id: Annotated[str, Form(max_length=20)] = "",
    owner_name: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Keep the answers; then on to the next operator, or back to the list."""
    answers = {question.key: question.key in (yes or []) for question in QUESTIONS}
    try:
        answer_preparation(
            session,
            actor,
            case_id,
            donor,
            answers=answers,
            owner_id=owner_id,
            owner_name=owner_name,
            cause=cause_of(actor, now),
        )
    except DomainError as refusal:
        view = queries.customer_view(session, actor, case_id, now=now)
        return refused(
            request,
            "portal/preparation.html",
            refusal,
            view=view,
            line=_line(view, donor),
            questions=QUESTIONS,
            typed={"yes": yes or [], "owner_id": owner_id, "owner_name": owner_name},
        )
    return see_other(f"/cases/{case_id}")


@router.post("/confirm/{key}", dependencies=[CSRF])
def confirm(session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, key: str) -> Response:
    """A thing to say yes to: users have their app accounts, say (DL-04). Each says it of their own part."""
    tasks = queries.customer_view(session, actor, case_id, now=now).tasks
    if not actor.roles & TEL and not any(each.key == key and each.owner in actor.roles for each in tasks):
        raise NOT_FOUND.error()
    complete_activity(session, actor, case_id, key, cause=cause_of(actor, now))
    return see_other(f"/cases/{case_id}")
