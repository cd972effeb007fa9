"""The list of cases by what needs doing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Final

from fastapi import APIRouter, Form, Request
from sqlmodel import Session
from starlette.responses import RedirectResponse, Response

from accounts.access import CSRF, PlannerDep, cause_of
from accounts.domain.actor import Actor
from delivery import queries
from delivery.domain.options import OPTIONS
from delivery.domain.queues import Queue
from delivery.queries.export import case_list_workbook
from delivery.queries.views import CaseLine
from delivery.usecases.open_case import NewCase, open_case
from infra.clock import NowDep
from infra.db import SessionDep
from infra.http_errors import STATUS
from infra.templating import language_of, render
from kernel.errors import DomainError

router = APIRouter()
_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("")
def workspace(
    request: Request, session: SessionDep, actor: PlannerDep, now: NowDep, queue: str = "", q: str = ""
) -> Response:
    """Every case with its one next action; narrowed by a queue or a search."""
    lines, shown, chosen = _lines(session, actor, now, queue, q)
    return render(
        request,
        "planner/queues.html",
        lines=shown,
        counts=queries.queue_counts(lines),
        chosen=chosen,
        search=q,
        now=now,
    )


@router.get("/cases.xlsx")
def export(
    request: Request, session: SessionDep, actor: PlannerDep, now: NowDep, queue: str = "", q: str = ""
) -> Response:
    """The same list as a workbook."""
    _, shown, _ = _lines(session, actor, now, queue, q)
    content = case_list_workbook(shown, language_of(request))
    headers = {"Content-Disposition": 'attachment; filename="cases.xlsx"', "Cache-Control": "no-store"}
    return Response(content, media_type=_WORKBOOK, headers=headers)


def _lines(
    session: Session, actor: Actor, now: datetime, queue: str, search: str
) -> tuple[list[CaseLine], list[CaseLine], Queue | None]:
    """Every case that a search finds; those shown in a queue; and the queue, if there is one of the name."""
    lines = queries.list_cases(session, actor, now=now, search=search)
    chosen = Queue(queue) if queue in set(Queue) else None
    shown = [
        line
        for line in lines
        if (chosen in line.queues if chosen else Queue.ENDED not in line.queues or search)
    ]
    return lines, shown, chosen


@router.get("/cases/new")
def blank(request: Request, actor: PlannerDep) -> Response:
    """A form to open a case by hand."""
    del actor
    return render(request, "planner/new.html", options=OPTIONS, typed={}, errors=[])


@router.post("/cases/new", dependencies=[CSRF])
def open_by_hand(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    company: Annotated[str, Form()] = "",
    org_number: Annotated[str, Form()] = "",
    contact_name: Annotated[str, Form()] = "",
    contact_email: Annotated[str, Form()] = "",
    go_live_on: Annotated[str, Form()] = "",
    street: Annotated[str, Form()] = "",
    postcode: Annotated[str, Form()] = "",
    town: Annotated[str, Form()] = "",
    options: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Open it, or show what is wrong with what was typed still there."""
    typed = {
        "company": company,
        "org_number": org_number,
        "contact_name": contact_name,
        "contact_email": contact_email,
        "go_live_on": go_live_on,
        "street": street,
        "postcode": postcode,
        "town": town,
    }
    try:
        day = date.fromisoformat(go_live_on)
    except ValueError:
        errors = [("go_live_on", "planner.new_no_day")]
        return render(request, "planner/new.html", 422, options=OPTIONS, typed=typed, errors=errors)
    order = NewCase(
        customer_name=company,
        org_number=org_number,
        contact_name=contact_name,
        contact_email=contact_email,
        go_live_on=day,
        agreement_address={"street": street, "postcode": postcode, "town": town},
        options=tuple(options or ()),
    )
    try:
        case = open_case(session, actor, order, cause=cause_of(actor, now))
    except DomainError as refusal:
        errors = [(refusal.field or "", refusal.detail(language_of(request)))]
        status = STATUS[refusal.spec.kind]
        session.rollback()
        return render(request, "planner/new.html", status, options=OPTIONS, typed=typed, errors=errors)
    return RedirectResponse(f"/planner/cases/{case.id}", status_code=303)
