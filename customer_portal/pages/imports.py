"""A large list on its way: how far it has come, and a button that stops it."""

from __future__ import annotations

from uuid import UUID

from fastapi import Request
from starlette.responses import Response

from accounts.access import CSRF, CustomerDep, cause_of
from customer_portal.pages.forms import refused, see_other
from delivery import queries
from delivery.customer_data.models import CustomerDataImport
from delivery.customer_data.queries import import_line
from delivery.customer_data.usecases.begin_import import cancel_import
from delivery.customer_data.usecases.upload_customer_data import Taken
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import render
from kernel.errors import DomainError

router = Router(prefix="/cases/{case_id}/data/imports/{import_id}")


def shown_at(case_id: UUID, outcome: Taken | CustomerDataImport) -> str:
    """The page that shows what became of an upload."""
    base = f"/cases/{case_id}/data"
    if isinstance(outcome, CustomerDataImport):
        return f"{base}/imports/{outcome.id}"
    return version_path(case_id, outcome.version.number, is_news=outcome.is_news)


def version_path(case_id: UUID, number: int, *, is_news: bool) -> str:
    """A version's page; it says so when an upload changed nothing."""
    return f"/cases/{case_id}/data/{number}{'' if is_news else '?same=1'}"


@router.get("")
def page(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, import_id: UUID
) -> Response:
    """How far it has come; on to the version once it is there."""
    line = import_line(session, actor, case_id, import_id)
    if line.version_number is not None:
        return see_other(version_path(case_id, line.version_number, is_news=line.is_news))
    view = queries.customer_view(session, actor, case_id, now=now)
    return render(request, "portal/import.html", view=view, line=line, errors=[])


@router.post("/cancel", dependencies=[CSRF])
def cancel(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, import_id: UUID
) -> Response:
    """Stop it; nothing of it is stored."""
    try:
        cancel_import(session, actor, case_id, import_id, cause=cause_of(actor, now))
    except DomainError as refusal:
        line = import_line(session, actor, case_id, import_id)
        view = queries.customer_view(session, actor, case_id, now=now)
        return refused(request, "portal/import.html", refusal, view=view, line=line)
    return see_other(f"/cases/{case_id}/data/imports/{import_id}")
