"""Training sessions of a case."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from accounts.bench import in_stockholm
from delivery.meetings.domain.training import Audience, TrainingKind
from delivery.meetings.usecases.train import (
    TrainingPlan,
    cancel_training,
    move_training,
    plan_training,
    record_attendance,
    take_seat,
)
from delivery.pages.desk import TRAINING, DeskDep
from infra.routing import Router

router = Router(prefix="/cases/{case_id}/training", dependencies=[CSRF])
At = Annotated[datetime, Form()]
Word = Annotated[str, Form(max_length=320)]
Words = Annotated[str, Form(max_length=4000)]
Seats = Annotated[int, Form()]


@router.post("/sessions")
def plan(
    desk: DeskDep,
    kind: Annotated[TrainingKind, Form()],
    audience: Annotated[Audience, Form()],
    starts_at: At,
    ends_at: At,
    seats: Seats,
    place: Word = "",
    trainer: Word = "",
) -> Response:
    """Plan a session."""
    wanted = TrainingPlan(in_stockholm(starts_at), in_stockholm(ends_at), place, seats, trainer)
    return desk.act(
        TRAINING,
        lambda cause: plan_training(
            desk.session, desk.actor, desk.case_id, kind=kind, audience=audience, plan=wanted, cause=cause
        ),
    )


@router.post("/sessions/{session_id}/move")
def move(
    desk: DeskDep,
    session_id: UUID,
    starts_at: At,
    ends_at: At,
    seats: Seats,
    place: Word = "",
    trainer: Word = "",
) -> Response:
    """Another time, place or number of seats."""
    wanted = TrainingPlan(in_stockholm(starts_at), in_stockholm(ends_at), place, seats, trainer)
    return desk.act(
        TRAINING,
        lambda cause: move_training(
            desk.session, desk.actor, desk.case_id, session_id, plan=wanted, cause=cause
        ),
    )


@router.post("/sessions/{session_id}/seats")
def seat(desk: DeskDep, session_id: UUID, name: Word = "", email: Word = "") -> Response:
    """A seat for somebody."""
    return desk.act(
        TRAINING,
        lambda cause: take_seat(
            desk.session, desk.actor, desk.case_id, session_id, name=name, email=email, cause=cause
        ),
    )


@router.post("/sessions/{session_id}/held")
def held(desk: DeskDep, session_id: UUID, present: Annotated[list[UUID] | None, Form()] = None) -> Response:
    """Who was there."""
    return desk.act(
        TRAINING,
        lambda cause: record_attendance(
            desk.session, desk.actor, desk.case_id, session_id, present=present or (), cause=cause
        ),
    )


@router.post("/sessions/{session_id}/cancel")
def cancel(desk: DeskDep, session_id: UUID, reason: Words = "") -> Response:
    """It will not be."""
    return desk.act(
        TRAINING,
        lambda cause: cancel_training(desk.session, desk.actor, desk.case_id, session_id, cause=cause),
        reason,
    )
