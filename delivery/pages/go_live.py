"""The day: sample, test calls, faults, live, hand-over."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from accounts.access import CSRF, PlannerDep, cause_of
from delivery.pages.answer import act
from delivery.usecases.draw_sample import draw_sample
from delivery.usecases.go_live import go_live
from delivery.usecases.hand_over import hand_over
from delivery.usecases.log_test_call import log_test_call
from delivery.usecases.track_faults import mend_fault, raise_fault
from infra.clock import NowDep
from infra.db import SessionDep

router = APIRouter(prefix="/cases/{case_id}", dependencies=[CSRF])
Words = Annotated[str, Form(max_length=4000)]
TAB = "go-live"


@router.post("/sample")
def sample(request: Request, session: SessionDep, actor: PlannerDep, now: NowDep, case_id: UUID) -> Response:
    """Draw whom to call."""
    cause = cause_of(actor, now)
    return act(
        request, session, actor, now, case_id, TAB, lambda: draw_sample(session, actor, case_id, cause=cause)
    )


@router.post("/test-calls")
def log_call(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    case_id: UUID,
    number: Words = "",
    ok: Annotated[str, Form(pattern="^(yes|no)$")] = "yes",
    note: Words = "",
) -> Response:
    """Write down a call."""
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        TAB,
        lambda: log_test_call(
            session, actor, case_id, number=number, ok=ok == "yes", note_text=note, cause=cause
        ),
    )


@router.post("/faults")
def fault(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    case_id: UUID,
    number: Words = "",
    text: Words = "",
    owner: Words = "",
) -> Response:
    """Write down a fault."""
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        TAB,
        lambda: raise_fault(
            session, actor, case_id, number=number, text=text, owner=owner or actor.name, cause=cause
        ),
    )


@router.post("/faults/{fault_id}/mended")
def mended(
    request: Request, session: SessionDep, actor: PlannerDep, now: NowDep, case_id: UUID, fault_id: UUID
) -> Response:
    """A fault is mended."""
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        TAB,
        lambda: mend_fault(session, actor, case_id, fault_id, cause=cause),
    )


@router.post("/live")
def live(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    case_id: UUID,
    version: Annotated[int | None, Form()] = None,
) -> Response:
    """The switchboard goes live."""
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        TAB,
        lambda: go_live(session, actor, case_id, version=version, cause=cause),
    )


@router.post("/hand-over")
def over(request: Request, session: SessionDep, actor: PlannerDep, now: NowDep, case_id: UUID) -> Response:
    """Customer service takes over."""
    cause = cause_of(actor, now)
    return act(
        request, session, actor, now, case_id, TAB, lambda: hand_over(session, actor, case_id, cause=cause)
    )
