"""The cockpit of the go-live day: go or no-go, messages, decisions; and the stream that keeps it live."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from accounts.access import CSRF, SESSION_COOKIE
from accounts.usecases.sign_in import live_session
from delivery import repository as cases
from delivery.cockpit import repository
from delivery.cockpit.domain.decisions import RollForward
from delivery.cockpit.domain.errors import PAGES_FULL
from delivery.cockpit.domain.messages import Audience
from delivery.cockpit.usecases.decide_go import decide_go, decide_no_go
from delivery.cockpit.usecases.message_users import message_users
from delivery.cockpit.usecases.roll_forward import note_decision, roll_forward
from delivery.pages.desk import GO_LIVE, DeskDep
from infra.db import unit_of_work
from infra.files import load_file
from infra.reports import Channel
from infra.streams import EventStream, Pace, Seats
from kernel.errors import INVALID_INPUT, NOT_FOUND

router = APIRouter(prefix="/cases/{case_id}/go-live", dependencies=[CSRF])
Words = Annotated[str, Form(max_length=4000)]
Word = Annotated[str, Form(max_length=200)]
PACE: Final = Pace()
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


@dataclass(frozen=True, slots=True)
class Watcher:
    """Somebody who looks at a case's day; who signs out ends the stream at its next heartbeat."""

    case_id: UUID
    cookie: str

    def mark(self) -> str:
        """The newest mark of the case."""
        with unit_of_work() as session:
            return repository.newest_mark(session, self.case_id)

    def may_stay(self) -> bool:
        """Whether the person is still signed in."""
        with unit_of_work() as session:
            return live_session(session, self.cookie, datetime.now(UTC)) is not None


async def marks(watcher: Watcher, pace: Pace = PACE) -> AsyncIterator[str]:
    """A `changed` event as soon as anything happened in the case, a comment at each heartbeat."""
    seen = ""
    silent = 0.0
    yield f"retry: {int(pace.heartbeat * 1000)}\n\n"
    while True:
        mark = await run_in_threadpool(watcher.mark)
        if mark != seen:
            seen, silent = mark, 0.0
            yield f"id: {mark}\nevent: changed\ndata: {mark}\n\n"
        if silent >= pace.heartbeat:
            if not await run_in_threadpool(watcher.may_stay):
                return
            silent = 0.0
            yield ": still here\n\n"
        await asyncio.sleep(pace.look)
        silent += pace.look


@router.get("/stream")
def stream(desk: DeskDep, request: Request) -> EventStream:
    """Server-sent events: each says that the page is old. Where they are blocked the page asks by itself."""
    case = cases.case(desk.session, desk.actor, desk.case_id)
    watcher = Watcher(case.id, request.cookies.get(SESSION_COOKIE, ""))
    return EventStream(marks(watcher), who=desk.actor.person_id, seats=SEATS, full=PAGES_FULL)
