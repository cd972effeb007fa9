"""How a planner's action answers: back to the page it was made on, or the page again with the refusal on top."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from accounts.domain.actor import Actor
from delivery import queries
from infra.http_errors import STATUS
from infra.templating import language_of, render
from kernel.errors import DomainError
from portingsvc.queries import (
    fees_of_case,
    mandates_of_case,
    numbers_of_case,
    orders_of_case,
    repairs_of_case,
)

_NOT_FOUND = 404
TABS = ("", "numbers", "sims", "go-live", "data")


def act(
    request: Request,
    session: Session,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    tab: str,
    do: Callable[[], Any],
) -> Response:
    """Do it and go back to the tab; when it is refused, undo all of it and say why, there."""
    try:
        with session.begin_nested():
            do()
    except DomainError as refusal:
        status = STATUS[refusal.spec.kind]
        if status == _NOT_FOUND:
            raise
        session.expire_all()
        return show(request, session, actor, now, case_id, tab, refusal, status)
    return RedirectResponse(f"/planner/cases/{case_id}{'/' if tab else ''}{tab}", status_code=303)


def show(
    request: Request,
    session: Session,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    tab: str,
    refusal: DomainError | None = None,
    status: int = 200,
) -> Response:
    """A case's page. Raises `NOT_FOUND`."""
    view = queries.case_view(session, actor, case_id, now=now)
    context: dict[str, Any] = {"view": view, "tab": tab, "now": now}
    context["refusal"] = refusal.detail(language_of(request)) if refusal else ""
    context["allowed"] = refusal.facts.get("allowed", []) if refusal else []
    context["repairs"] = repairs_of_case(session, case_id)
    if tab == "":
        context["lines"] = queries.timeline(session, actor, case_id, language=language_of(request))
        context["staff"] = queries.staff(session)
        context["mandates"] = mandates_of_case(session, case_id)
    if tab == "numbers":
        context["orders"] = orders_of_case(session, case_id)
        context["fees"] = fees_of_case(session, case_id)
    if tab == "go-live":
        context["numbers"] = numbers_of_case(session, case_id)
    name = tab.replace("-", "_") or "overview"
    return render(request, f"planner/{name}.html", status, **context)
