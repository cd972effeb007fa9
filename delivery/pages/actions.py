"""What a planner does with a case as a whole."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from accounts.access import CSRF, PlannerDep, cause_of
from delivery.domain.states import CaseState
from delivery.pages.answer import act
from delivery.usecases.add_note import add_note
from delivery.usecases.assign_leads import assign_leads
from delivery.usecases.cancel_case import cancel_case
from delivery.usecases.change_go_live import change_go_live
from delivery.usecases.complete_activity import complete_activity, waive_activity
from delivery.usecases.hold_meeting import book_meeting, hold_meeting
from delivery.usecases.open_gate import open_gate
from infra.clock import STOCKHOLM, NowDep
from infra.db import SessionDep

router = APIRouter(prefix="/cases/{case_id}", dependencies=[CSRF])
Version = Annotated[int | None, Form()]
Words = Annotated[str, Form(max_length=4000)]


@router.post("/activities/{key}/done")
def done(
    request: Request, session: SessionDep, actor: PlannerDep, now: NowDep, case_id: UUID, key: str
) -> Response:
    """Say that something is done."""
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        "",
        lambda: complete_activity(session, actor, case_id, key, cause=cause),
    )


@router.post("/activities/{key}/waive")
def waive(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    case_id: UUID,
    key: str,
    reason: Words = "",
) -> Response:
    """Let it be missing, with a reason."""
    cause = cause_of(actor, now, reason)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        "",
        lambda: waive_activity(session, actor, case_id, key, cause=cause),
    )


@router.post("/gates/{phase}")
def gate(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    case_id: UUID,
    phase: CaseState,
    version: Version = None,
) -> Response:
    """Begin the next phase."""
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        "",
        lambda: open_gate(session, actor, case_id, phase, version=version, cause=cause),
    )


@router.post("/go-live-date")
def go_live_date(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    case_id: UUID,
    day: Annotated[date, Form()],
    reason: Words = "",
    version: Version = None,
) -> Response:
    """Move the day; the plan follows."""
    cause = cause_of(actor, now, reason)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        "",
        lambda: change_go_live(session, actor, case_id, day, version=version, cause=cause),
    )


@router.post("/leads")
def leads(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    case_id: UUID,
    technical: Annotated[UUID, Form()],
    administrative: Annotated[UUID, Form()],
) -> Response:
    """Name the two leads."""
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        "",
        lambda: assign_leads(
            session, actor, case_id, technical_id=technical, administrative_id=administrative, cause=cause
        ),
    )


@router.post("/meeting/book")
def book(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    case_id: UUID,
    at: Annotated[datetime, Form()],
    place: Words = "",
) -> Response:
    """Book the start-up meeting; a time without a zone is Stockholm's."""
    when = at if at.tzinfo else at.replace(tzinfo=STOCKHOLM)
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        "",
        lambda: book_meeting(session, actor, case_id, at=when, place=place, cause=cause),
    )


@router.post("/meeting/held")
def held(
    request: Request, session: SessionDep, actor: PlannerDep, now: NowDep, case_id: UUID, notes: Words = ""
) -> Response:
    """It was held."""
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        "",
        lambda: hold_meeting(session, actor, case_id, notes=notes, cause=cause),
    )


@router.post("/notes")
def add(
    request: Request, session: SessionDep, actor: PlannerDep, now: NowDep, case_id: UUID, text: Words = ""
) -> Response:
    """A line in the timeline."""
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        "",
        lambda: add_note(session, actor, case_id, text, cause=cause),
    )


@router.post("/cancel")
def cancel(
    request: Request, session: SessionDep, actor: PlannerDep, now: NowDep, case_id: UUID, reason: Words = ""
) -> Response:
    """Break the delivery off."""
    cause = cause_of(actor, now, reason)
    return act(
        request, session, actor, now, case_id, "", lambda: cancel_case(session, actor, case_id, cause=cause)
    )
