"""What a planner does with a case as a whole."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from delivery.domain.states import CaseState
from delivery.pages.desk import OVERVIEW, DeskDep
from delivery.people.usecases.pass_case_on import pass_case_on
from delivery.usecases.add_comment import add_comment
from delivery.usecases.add_note import add_note
from delivery.usecases.assign_leads import assign_leads
from delivery.usecases.cancel_case import cancel_case
from delivery.usecases.complete_activity import complete_activity, waive_activity
from delivery.usecases.hold_meeting import book_meeting, hold_meeting
from delivery.usecases.open_gate import open_gate
from infra.clock import STOCKHOLM
from infra.routing import Router

router = Router(prefix="/cases/{case_id}", dependencies=[CSRF])
Version = Annotated[int | None, Form()]
Words = Annotated[str, Form(max_length=4000)]


@router.post("/activities/{key}/done")
def done(desk: DeskDep, key: str) -> Response:
    """Say that something is done."""
    return desk.act(
        OVERVIEW,
        lambda cause: complete_activity(desk.session, desk.actor, desk.case_id, key, cause=cause),
    )


@router.post("/activities/{key}/waive")
def waive(desk: DeskDep, key: str, reason: Words = "") -> Response:
    """Let it be missing, with a reason."""
    return desk.act(
        OVERVIEW,
        lambda cause: waive_activity(desk.session, desk.actor, desk.case_id, key, cause=cause),
        reason,
    )


@router.post("/gates/{phase}")
def gate(desk: DeskDep, phase: CaseState, version: Version = None) -> Response:
    """Begin the next phase."""
    return desk.act(
        OVERVIEW,
        lambda cause: open_gate(desk.session, desk.actor, desk.case_id, phase, version=version, cause=cause),
    )


@router.post("/leads")
def leads(
    desk: DeskDep, technical: Annotated[UUID, Form()], administrative: Annotated[UUID, Form()]
) -> Response:
    """Name the two leads."""
    return desk.act(
        OVERVIEW,
        lambda cause: assign_leads(
            desk.session,
            desk.actor,
            desk.case_id,
            technical_id=technical,
            administrative_id=administrative,
            cause=cause,
        ),
    )


@router.post("/meeting/book")
def book(desk: DeskDep, at: Annotated[datetime, Form()], place: Words = "") -> Response:
    """Book the start-up meeting; a time without a zone is Stockholm's."""
    when = at if at.tzinfo else at.replace(tzinfo=STOCKHOLM)
    return desk.act(
        OVERVIEW,
        lambda cause: book_meeting(desk.session, desk.actor, desk.case_id, at=when, place=place, cause=cause),
    )


@router.post("/meeting/held")
def held(desk: DeskDep, notes: Words = "") -> Response:
    """It was held."""
    return desk.act(
        OVERVIEW,
        lambda cause: hold_meeting(desk.session, desk.actor, desk.case_id, notes=notes, cause=cause),
    )


@router.post("/planner")
def pass_on(
    desk: DeskDep,
    to: Annotated[UUID | None, Form()] = None,
    handover_note: Words = "",
    version: Version = None,
) -> Response:
    """Another planner takes the case."""
    return desk.having(handover_note=handover_note).act(
        OVERVIEW,
        lambda cause: pass_case_on(
            desk.session, desk.actor, desk.case_id, to_id=to, version=version, cause=cause
        ),
        handover_note,
    )


@router.post("/notes")
def add(desk: DeskDep, text: Words = "", shared: Annotated[bool, Form()] = False) -> Response:
    """A line in the timeline; shared, it is a comment that the partner reads."""
    do = add_comment if shared else add_note
    return desk.act(OVERVIEW, lambda cause: do(desk.session, desk.actor, desk.case_id, text, cause=cause))


@router.post("/cancel")
def cancel(desk: DeskDep, reason: Words = "") -> Response:
    """Break the delivery off."""
    return desk.act(
        OVERVIEW, lambda cause: cancel_case(desk.session, desk.actor, desk.case_id, cause=cause), reason
    )
