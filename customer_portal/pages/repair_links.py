"""The repair that a mailed link opens without signing in: the fields at fault, and nothing else of the case."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import Form, Request
from sqlmodel import Session
from starlette.responses import Response

from accounts import repository as accounts
from customer_portal.pages.forms import refused, see_other
from customer_portal.pages.repairs import form_context
from customer_portal.repair_links import RepairKey, key_of
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import render
from infra.transitions import Cause
from kernel.errors import DomainError
from portingsvc.queries import RepairLine, repair_line
from portingsvc.usecases.propose_repair import Proposal, propose_repair

router = Router(prefix="/repair/{token}")
_GONE = 410
Words = Annotated[str, Form(max_length=2000)]


def _opened(
    request: Request, session: Session, token: str, now: datetime
) -> tuple[RepairKey, RepairLine] | Response:
    """What the link opens; else the page that says how to go on."""
    key = key_of(token)
    line = repair_line(session, key.repair_id) if key else None
    if key is None or line is None or now > key.until:
        path = f"/cases/{line.case_id}/repairs/{line.id}" if line else "/"
        return render(request, "portal/repair_link_old.html", _GONE, path=path)
    request.state.language = accounts.person(session, key.person_id).speaks
    return key, line


def _context(token: str, line: RepairLine) -> dict[str, Any]:
    return {"action": f"/repair/{token}", "repair": line, **form_context(line)}


@router.get("")
def read(request: Request, session: SessionDep, now: NowDep, token: str) -> Response:
    """What is wrong, until when, what it costs, what happens else; and the fields."""
    opened = _opened(request, session, token, now)
    if isinstance(opened, Response):
        return opened
    return render(request, "portal/repair_link.html", errors=[], typed={}, **_context(token, opened[1]))


@router.post("")
def propose(
    request: Request,
    session: SessionDep,
    now: NowDep,
    token: str,
    owner_id: Annotated[str, Form(max_length=20)] = "",
    owner_name: Annotated[str, Form(max_length=200)] = "",
    donor: Annotated[str, Form(max_length=20)] = "",
    words: Words = "",
) -> Response:
    """Keep what is right, as said by the person whom the link was mailed to."""
    opened = _opened(request, session, token, now)
    if isinstance(opened, Response):
        return opened
    key, line = opened
    person = accounts.person(session, key.person_id)
    cause = Cause("customer", person.name, now, person.id, "by the mailed link")
    typed = {"owner_id": owner_id, "owner_name": owner_name, "donor": donor, "words": words}
    try:
        propose_repair(session, key.repair_id, Proposal(**typed), cause=cause)
    except DomainError as refusal:
        return refused(request, "portal/repair_link.html", refusal, typed=typed, **_context(token, line))
    return see_other(f"/repair/{token}")
