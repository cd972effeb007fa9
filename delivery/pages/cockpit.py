"""The cockpit of the go-live day: go or no-go, messages, decisions; and the stream that keeps it live."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final

from fastapi import Form, Request
from starlette.responses import Response

from accounts.access import CSRF
from accounts.live_page import follow_case
from delivery import repository as cases
from delivery.cockpit import repository
from delivery.cockpit.domain.decisions import RollForward
from delivery.cockpit.domain.messages import Audience
from delivery.cockpit.usecases.decide_go import decide_go, decide_no_go
from delivery.cockpit.usecases.message_users import message_users
from delivery.cockpit.usecases.roll_forward import note_decision, roll_forward
from delivery.pages.desk import GO_LIVE, DeskDep
from infra.files import load_file
from infra.reports import Channel
from infra.routing import Router
from infra.streaming import EventStream, Seats
from kernel.errors import INVALID_INPUT, NOT_FOUND

router = Router(prefix="/cases/{case_id}/go-live", dependencies=[CSRF])
Words = Annotated[str, Form(max_length=4000)]
Word = Annotated[str, Form(max_length=200)]
SEATS: Final = Seats(in_all=100, for_one=20)


@router.post("/go")
def go(desk: DeskDep, reason: Words = "") -> Response:
    """It is go."""
    return desk.having(reason=reason).act(
        GO_LIVE, lambda cause: decide_go(desk.session, desk.actor, desk.case_id, cause=cause), reason
    )


@router.post("/no-go")
def no_go(desk: DeskDep, new_day: Word = "", no_go_reason: Words = "") -> Response:
    """It is no-go: the donors are asked for another day."""
    return desk.having(new_day=new_day, no_go_reason=no_go_reason).act(
        GO_LIVE,
        lambda cause: decide_no_go(
            desk.session, desk.actor, desk.case_id, new_day=_day(new_day), cause=cause
        ),
        no_go_reason,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text.strip() else None
    except ValueError as wrong:
        raise INVALID_INPUT.error("new_day") from wrong


@router.post("/messages")
def message(
    desk: DeskDep,
    audience: Annotated[Audience, Form()] = Audience.ALL,
    channel: Annotated[list[Channel] | None, Form()] = None,
    text: Words = "",
) -> Response:
    """Tell the users something."""
    return desk.having(text=text, audience=audience.value).act(
        GO_LIVE,
        lambda cause: message_users(
            desk.session,
            desk.actor,
            desk.case_id,
            audience=audience,
            channels=channel or (),
            text=text,
            cause=cause,
        ),
    )


@router.post("/actions")
def action(
    desk: DeskDep,
    action: Annotated[RollForward, Form()],
    action_number: Word = "",
    action_owner: Word = "",
    action_reason: Words = "",
) -> Response:
    """An action forward for a number."""
    typed = {"action_number": action_number, "action_owner": action_owner, "action_reason": action_reason}
    return desk.having(**typed, action=action.value).act(
        GO_LIVE,
        lambda cause: roll_forward(
            desk.session,
            desk.actor,
            desk.case_id,
            what=action,
            number=action_number,
            owner=action_owner,
            cause=cause,
        ),
        action_reason,
    )


@router.post("/log")
def log(desk: DeskDep, log_text: Words = "") -> Response:
    """A line in the decision log."""
    return desk.act(
        GO_LIVE,
        lambda cause: note_decision(desk.session, desk.actor, desk.case_id, cause=cause),
        log_text,
    )


@router.get("/documentation")
def documentation(desk: DeskDep) -> Response:
    """The package as it was handed over."""
    case = cases.case(desk.session, desk.actor, desk.case_id)
    kept = repository.package(desk.session, case.id)
    if kept is None:
        raise NOT_FOUND.error()
    file = load_file(desk.session, kept.file_id)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"', "Cache-Control": "no-store"}
    return Response(file.content, media_type=file.media_type, headers=headers)


@router.get("/stream")
def stream(desk: DeskDep, request: Request) -> EventStream:
    """Server-sent events: each says that the page is old. Where they are blocked the page asks by itself."""
    case = cases.case(desk.session, desk.actor, desk.case_id)
    return follow_case(request, desk.actor, case.id, SEATS, repository.newest_mark)
