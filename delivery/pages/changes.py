"""Changes that a customer asks for after sign-off, answered."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from delivery.changes.usecases.answer_change import answer_change
from delivery.pages.desk import DATA, DeskDep
from infra.routing import Router

router = Router(prefix="/cases/{case_id}/changes", dependencies=[CSRF])


@router.post("/{request_id}")
def answer(
    desk: DeskDep,
    request_id: UUID,
    do: Annotated[str, Form()] = "",
    answer: Annotated[str, Form(max_length=4000)] = "",
    day: Annotated[date | None, Form()] = None,
) -> Response:
    """Yes, with the day it leads to; or no, with why."""
    typed = desk.having(request=str(request_id), answer=answer, day=day.isoformat() if day else "")
    return typed.act(
        DATA,
        lambda cause: answer_change(
            desk.session,
            desk.actor,
            desk.case_id,
            request_id,
            agree=do == "agree",
            day=day,
            answer=answer,
            cause=cause,
        ),
    )
