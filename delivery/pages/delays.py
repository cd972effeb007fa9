"""Delays of a case, and its report."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF, cause_of
from delivery.attribution.domain.delays import DelayCause
from delivery.attribution.usecases.attribute_delay import attribute_delay, note_delay
from delivery.attribution.usecases.tell_story import print_report
from delivery.pages.desk import DELAYS, DeskDep
from infra.routing import Router
from infra.templating import language_of

router = Router(prefix="/cases/{case_id}", dependencies=[CSRF])
Whose = Annotated[DelayCause, Form()]
Words = Annotated[str, Form(max_length=4000)]
Day = Annotated[date, Form()]


@router.post("/delays")
def note(
    desk: DeskDep, whose: Whose, first_day: Day, last_day: Day, what: Words = "", evidence: Words = ""
) -> Response:
    """Note a delay."""
    return desk.act(
        DELAYS,
        lambda cause: note_delay(
            desk.session,
            desk.actor,
            desk.case_id,
            what=what,
            first_day=first_day,
            last_day=last_day,
            whose=whose,
            evidence=evidence,
            cause=cause,
        ),
    )


@router.post("/delays/{delay_id}/cause")
def attribute(desk: DeskDep, delay_id: UUID, whose: Whose, evidence: Words = "") -> Response:
    """Say whose doing it was."""
    return desk.act(
        DELAYS,
        lambda cause: attribute_delay(
            desk.session, desk.actor, desk.case_id, delay_id, whose=whose, evidence=evidence, cause=cause
        ),
    )


@router.get("/report.pdf")
def report(desk: DeskDep) -> Response:
    """The case, day by day."""
    content = print_report(
        desk.session,
        desk.actor,
        desk.case_id,
        language=language_of(desk.request),
        cause=cause_of(desk.actor, desk.now),
    )
    return Response(content, media_type="application/pdf", headers={"Cache-Control": "no-store"})
