"""Start messages, seen and tried before they go, and followed afterwards."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from delivery.pages.desk import START, DeskDep
from delivery.start.usecases.send_test import send_again, send_test
from infra.routing import Router

router = Router(prefix="/cases/{case_id}/start", dependencies=[CSRF])
Words = Annotated[str, Form(max_length=320)]


@router.post("/test")
def try_out(desk: DeskDep, user: Annotated[UUID | None, Form()] = None, phone: Words = "") -> Response:
    """Send a user's message to the planner."""
    return desk.act(
        START,
        lambda cause: send_test(
            desk.session, desk.actor, desk.case_id, user_id=user, phone=phone, cause=cause
        ),
    )


@router.post("/{start_id}/again")
def again(desk: DeskDep, start_id: UUID, recipient: Words = "") -> Response:
    """Send once more, to where it arrives."""
    return desk.act(
        START,
        lambda cause: send_again(
            desk.session, desk.actor, desk.case_id, start_id, recipient=recipient, cause=cause
        ),
    )
