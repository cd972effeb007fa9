"""Changes of operator for the parties' programs: follow a project, ask whether an access is frozen (KO-02, KO-04)."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from accounts.access import needs
from accounts.domain.actor import Actor
from infra.clock import NowDep
from infra.db import SessionDep
from infra.resources import TAGGED, Fields, Limit, page_of_rows, resource
from infra.routing import Router
from openfibre.operator_change.domain.deadlines import Standing
from openfibre.operator_change.domain.freeze import Action
from openfibre.operator_change.domain.parties import Flow, Party
from openfibre.operator_change.domain.states import ProjectState, WaveState
from openfibre.operator_change.queries.board import project_lines, project_view
from openfibre.operator_change.queries.freeze import refuse_in_freeze
from openfibre.operator_change.queries.views import ProjectLine, ProjectView

router = Router(prefix="/api/v1", tags=["changes of operator"])
READ = Annotated[Actor, needs("ko:read")]


class Change(BaseModel):
    """A change of operator that you are a party to."""

    id: UUID
    reference: str
    name: str
    state: ProjectState
    flow: Flow
    parts: list[Party]
    next_migration_on: date | None
    brytpunkt_on: date | None
    allowed_actions: list[str] = Field(
        default=[], description="None here: what is yours to do stands in the portal."
    )


class ChangePage(BaseModel):
    """A page of changes; `next_cursor` is null on the last."""

    items: list[Change]
    next_cursor: str | None


class Wave(BaseModel):
    """A technical migration and its freeze, both days counted."""

    number: int
    state: WaveState
    technical_on: date
    freeze_first: date | None
    freeze_last: date | None


class DeadlineOut(BaseModel):
    """A deadline: `raw` is what compliance is judged by, `due` the working day to have it done by."""

    id: str
    wave: int | None
    raw: date
    due: date
    met_on: date | None
    standing: Standing
    moved_because: str | None


class WholeChange(Change):
    """A change with its waves; its deadlines for all but service providers."""

    waves: list[Wave]
    deadlines: list[DeadlineOut]


class FreezeQuestion(BaseModel):
    """What you mean to do to which access, by its old or new id."""

    access_id: str = Field(min_length=1, max_length=36, pattern=r"^[-0-9a-zA-Z.]+$")
    action: Action


class FreezeAnswer(BaseModel):
    """It may be done."""

    allowed: bool = True


def _change(line: ProjectLine) -> Change:
    return Change(
        id=line.id,
        reference=line.reference,
        name=line.name,
        state=line.state,
        flow=line.flow,
        parts=list(line.parts),
        next_migration_on=line.next_migration_on,
        brytpunkt_on=line.brytpunkt_on,
    )


@router.get("/operator-changes", response_model=ChangePage, summary="List your changes of operator")
def list_(
    session: SessionDep,
    actor: READ,
    now: NowDep,
    state: ProjectState | None = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: UUID | None = None,
) -> Response:
    """Oldest first, a page at a time."""
    found = project_lines(session, actor, now=now, state=state, after=cursor, limit=limit + 1)
    return page_of_rows(found, limit, _change, Change, fields)


@router.get(
    "/operator-changes/{project_id}",
    response_model=WholeChange,
    responses=TAGGED,
    summary="One change of operator",
)
def read(
    request: Request, session: SessionDep, actor: READ, now: NowDep, project_id: UUID, fields: Fields = ""
) -> Response:
    """404 for one that you have no part in."""
    return resource(request, _whole(project_view(session, actor, project_id, now=now)), fields)


def _whole(view: ProjectView) -> WholeChange:
    waves = [
        Wave(
            number=each.number,
            state=each.state,
            technical_on=each.technical_on,
            freeze_first=each.freeze_first,
            freeze_last=each.freeze_last,
        )
        for each in view.waves
    ]
    deadlines = [
        DeadlineOut(
            id=each.rule,
            wave=each.wave_number,
            raw=each.raw,
            due=each.due,
            met_on=each.met_on,
            standing=each.standing,
            moved_because=each.reason or None,
        )
        for each in view.deadlines
    ]
    return WholeChange(
        id=view.id,
        reference=view.reference,
        name=view.name,
        state=view.state,
        flow=view.flow,
        parts=[part.party for part in view.seat.mine],
        next_migration_on=min((each.technical_on for each in view.waves), default=None),
        brytpunkt_on=view.brytpunkt_on,
        waves=waves,
        deadlines=deadlines,
    )


@router.post("/freeze-checks", summary="Ask whether an access may be ordered on")
def check_freeze(session: SessionDep, actor: READ, now: NowDep, question: FreezeQuestion) -> FreezeAnswer:
    """Asked before an order or a change; 409 `NETWORK_FREEZE` while the access is frozen."""
    refuse_in_freeze(session, question.access_id, question.action, now, actor=actor)
    return FreezeAnswer()
