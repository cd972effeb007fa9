"""What ends at the present operators by itself, what does not, and a checklist to close it (NP-09)."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Form, Request
from starlette.responses import Response

from accounts.access import CSRF, CustomerDep, cause_of
from customer_portal.pages.forms import see_other
from delivery import queries
from delivery.ending.domain.steps import STAYS, When
from delivery.ending.queries import ending_lines
from delivery.ending.usecases.tick_step import tick_step
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import render

router = Router(prefix="/cases/{case_id}/old-operator")


@router.get("")
def page(request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID) -> Response:
    """One list for each operator that numbers move from."""
    view = queries.customer_view(session, actor, case_id, now=now)
    lines = ending_lines(session, actor, case_id)
    return render(request, "portal/old_operator.html", view=view, lines=lines, stays=STAYS, whens=tuple(When))


@router.post("/{donor}/{step}", dependencies=[CSRF])
def tick(
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    donor: str,
    step: str,
    done: Annotated[str, Form()] = "",
) -> Response:
    """Done, or not after all."""
    tick_step(session, actor, case_id, donor, step, done=bool(done), cause=cause_of(actor, now))
    return see_other(f"/cases/{case_id}/old-operator#{donor}")
