"""A rejected port in plain words, and the field at fault to put right (CU-07)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Form, Request
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import CSRF, CustomerDep, cause_of
from accounts.domain.actor import Actor
from customer_portal.pages.forms import refused, see_other
from delivery import queries
from delivery.queries.views import CustomerView
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import render
from kernel.errors import NOT_FOUND, DomainError
from portingsvc.domain.donors import DONORS
from portingsvc.queries import RepairLine, repair_line
from portingsvc.usecases.propose_repair import Proposal, asked_in_words, propose_repair

router = Router(prefix="/cases/{case_id}/repairs/{repair_id}")


def _repair(
    session: Session, actor: Actor, now: datetime, case_id: UUID, repair_id: UUID
) -> tuple[CustomerView, RepairLine]:
    view = queries.customer_view(session, actor, case_id, now=now)
    line = repair_line(session, repair_id)
    if line is None or line.case_id != case_id:
        raise NOT_FOUND.error()
    return view, line


def form_context(line: RepairLine) -> dict[str, Any]:
    """What the form of a repair needs beside the repair: it asks for the fields at fault and no others."""
    return {"donors": list(DONORS.values()), "in_words": asked_in_words(line.fields)}


def _context(view: CustomerView, line: RepairLine) -> dict[str, Any]:
    return {
        "view": view,
        "repair": line,
        "action": f"/cases/{view.line.id}/repairs/{line.id}",
        **form_context(line),
    }


@router.get("")
def read(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, repair_id: UUID
) -> Response:
    """What happened, what it means, what to do, until when."""
    view, line = _repair(session, actor, now, case_id, repair_id)
    return render(request, "portal/repair.html", errors=[], typed={}, **_context(view, line))


@router.post("", dependencies=[CSRF])
def propose(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    repair_id: UUID,
    owner_id: Annotated[str, Form(max_length=20)] = "",
    owner_name: Annotated[str, Form(max_length=200)] = "",
    donor: Annotated[str, Form(max_length=20)] = "",
    words: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Keep what is right; the planner makes contact and sends."""
    view, line = _repair(session, actor, now, case_id, repair_id)
    typed = {"owner_id": owner_id, "owner_name": owner_name, "donor": donor, "words": words}
    try:
        propose_repair(session, repair_id, Proposal(**typed), cause=cause_of(actor, now))
    except DomainError as refusal:
        return refused(request, "portal/repair.html", refusal, typed=typed, **_context(view, line))
    return see_other(f"/cases/{case_id}/repairs/{repair_id}")
