"""One project: its tabs, its steps, its activities."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from infra.routing import Router
from openfibre.operator_change.domain.parties import Party
from openfibre.operator_change.domain.states import ProjectEvent
from openfibre.operator_change.pages.desk import OVERVIEW, TIMELINE, DeskDep, day_of, word_of
from openfibre.operator_change.usecases.advance import advance_project
from openfibre.operator_change.usecases.complete_activity import complete_activity, waive_activity
from openfibre.operator_change.usecases.open_project import (
    NewParty,
    add_party,
    change_agreement,
    change_flow,
)
from openfibre.operator_change.usecases.set_wave import add_wave, begin_process, set_brytpunkt

router = Router(prefix="/{project_id}", dependencies=[CSRF])


@router.get("")
def overview(desk: DeskDep) -> Response:
    """The to-do list, and where the project stands."""
    return desk.show(OVERVIEW)


@router.get("/{tab}")
def tab(desk: DeskDep, tab: str) -> Response:
    """The timeline, the data, the reconciliation, the correspondence."""
    return desk.show(tab)


@router.post("/steps")
def step(
    desk: DeskDep,
    event: Annotated[str, Form()] = "",
    day: Annotated[str, Form()] = "",
    reason: Annotated[str, Form(max_length=1000)] = "",
    regardless: Annotated[str, Form()] = "",
) -> Response:
    """The project's next step."""
    return desk.act(
        OVERVIEW,
        lambda cause: advance_project(
            desk.session,
            desk.actor,
            desk.project_id,
            word_of(event, ProjectEvent, "event"),
            day=day_of(day, "day") if day else None,
            regardless=bool(regardless),
            cause=cause,
        ),
        reason,
    )


@router.post("/flow")
def flow(
    desk: DeskDep, signed: Annotated[str, Form()] = "", reason: Annotated[str, Form(max_length=1000)] = ""
) -> Response:
    """A migration agreement was signed, or fell."""
    return desk.act(
        OVERVIEW,
        lambda cause: change_flow(
            desk.session, desk.actor, desk.project_id, migration_agreement_signed=bool(signed), cause=cause
        ),
        reason,
    )


@router.post("/parties")
def party(
    desk: DeskDep,
    name: Annotated[str, Form(max_length=200)] = "",
    org_number: Annotated[str, Form(max_length=20)] = "",
    contact_name: Annotated[str, Form(max_length=200)] = "",
    contact_email: Annotated[str, Form(max_length=320)] = "",
    agreed: Annotated[str, Form()] = "",
    dhcp: Annotated[str, Form()] = "",
) -> Response:
    """One more provider."""
    new = NewParty(
        Party.TLA if agreed else Party.TLU, name, org_number, contact_name, contact_email, bool(dhcp)
    )
    return desk.act(
        OVERVIEW, lambda cause: add_party(desk.session, desk.actor, desk.project_id, new, cause=cause)
    )


@router.post("/parties/{party_id}/agreement")
def agreement(desk: DeskDep, party_id: UUID, agreed: Annotated[str, Form()] = "") -> Response:
    """A provider's agreement came about, or fell."""
    return desk.act(
        OVERVIEW,
        lambda cause: change_agreement(
            desk.session,
            desk.actor,
            desk.project_id,
            party_id,
            has_agreement=bool(agreed),
            cause=cause,
        ),
    )


@router.post("/waves")
def new_wave(
    desk: DeskDep,
    name: Annotated[str, Form(max_length=200)] = "",
    technical_on: Annotated[str, Form()] = "",
) -> Response:
    """One more wave."""
    return desk.act(
        TIMELINE,
        lambda cause: add_wave(
            desk.session,
            desk.actor,
            desk.project_id,
            name=name,
            technical_on=day_of(technical_on, "technical_on"),
            cause=cause,
        ),
    )


@router.post("/brytpunkt")
def brytpunkt(
    desk: DeskDep, day: Annotated[str, Form()] = "", reason: Annotated[str, Form(max_length=1000)] = ""
) -> Response:
    """The commercial cut-over."""
    return desk.act(
        TIMELINE,
        lambda cause: set_brytpunkt(
            desk.session, desk.actor, desk.project_id, day_of(day, "day"), cause=cause
        ),
        reason,
    )


@router.post("/process")
def process(desk: DeskDep, day: Annotated[str, Form()] = "") -> Response:
    """The process towards the cut-over has begun."""
    return desk.act(
        TIMELINE,
        lambda cause: begin_process(
            desk.session, desk.actor, desk.project_id, day_of(day, "day"), cause=cause
        ),
    )


@router.post("/activities/{activity_id}/done")
def done(desk: DeskDep, activity_id: UUID) -> Response:
    """An activity is done."""
    return desk.act(
        OVERVIEW,
        lambda cause: complete_activity(desk.session, desk.actor, desk.project_id, activity_id, cause=cause),
    )


@router.post("/activities/{activity_id}/waive")
def waive(desk: DeskDep, activity_id: UUID, reason: Annotated[str, Form(max_length=1000)] = "") -> Response:
    """An activity may be missing."""
    return desk.act(
        OVERVIEW,
        lambda cause: waive_activity(desk.session, desk.actor, desk.project_id, activity_id, cause=cause),
        reason,
    )
