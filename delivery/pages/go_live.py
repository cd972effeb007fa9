"""The day: sample, test calls, faults, live, hand-over."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from delivery.pages.desk import GO_LIVE, DeskDep
from delivery.usecases.draw_sample import draw_sample
from delivery.usecases.go_live import go_live
from delivery.usecases.hand_over import hand_over
from delivery.usecases.log_test_call import log_test_call
from delivery.usecases.track_faults import mend_fault, raise_fault
from infra.routing import Router

router = Router(prefix="/cases/{case_id}", dependencies=[CSRF])
Words = Annotated[str, Form(max_length=4000)]


@router.post("/sample")
def sample(desk: DeskDep) -> Response:
    """Draw whom to call."""
    return desk.act(GO_LIVE, lambda cause: draw_sample(desk.session, desk.actor, desk.case_id, cause=cause))


@router.post("/test-calls")
def log_call(
    desk: DeskDep,
    number: Words = "",
    ok: Annotated[str, Form(pattern="^(yes|no)$")] = "yes",
    note: Words = "",
) -> Response:
    """Write down a call."""
    return desk.act(
        GO_LIVE,
        lambda cause: log_test_call(
            desk.session,
            desk.actor,
            desk.case_id,
            number=number,
            ok=ok == "yes",
            note_text=note,
            cause=cause,
        ),
    )


@router.post("/faults")
def fault(desk: DeskDep, number: Words = "", text: Words = "", owner: Words = "") -> Response:
    """Write down a fault."""
    return desk.act(
        GO_LIVE,
        lambda cause: raise_fault(
            desk.session,
            desk.actor,
            desk.case_id,
            number=number,
            text=text,
            owner=owner or desk.actor.name,
            cause=cause,
        ),
    )


@router.post("/faults/{fault_id}/mended")
def mended(desk: DeskDep, fault_id: UUID) -> Response:
    """A fault is mended."""
    return desk.act(
        GO_LIVE,
        lambda cause: mend_fault(desk.session, desk.actor, desk.case_id, fault_id, cause=cause),
    )


@router.post("/live")
def live(desk: DeskDep, version: Annotated[int | None, Form()] = None) -> Response:
    """The switchboard goes live."""
    return desk.act(
        GO_LIVE,
        lambda cause: go_live(desk.session, desk.actor, desk.case_id, version=version, cause=cause),
    )


@router.post("/hand-over")
def over(desk: DeskDep) -> Response:
    """Customer service takes over."""
    return desk.act(GO_LIVE, lambda cause: hand_over(desk.session, desk.actor, desk.case_id, cause=cause))
