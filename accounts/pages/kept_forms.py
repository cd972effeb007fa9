"""A form that came after its session had ended: kept, and given back to who wrote it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final
from urllib.parse import quote
from uuid import UUID

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from accounts.access import CSRF, SESSION_COOKIE, FormOutlived, PersonDep
from accounts.usecases.keep_form import give_back, keep_form, throw_away
from infra.db import SessionDep, unit_of_work
from infra.http_errors import SignInNeeded, answer, heading_of, is_for_a_program
from infra.routing import Router
from infra.templating import render
from kernel.errors import DomainError

router = Router(prefix="/kept")
HOME: Final = "/kept/"


@router.get("/{form_id}")
def page(request: Request, session: SessionDep, actor: PersonDep, form_id: UUID) -> Response:
    """What was written, and a button that sends it now."""
    kept = give_back(session, actor, form_id, datetime.now(UTC))
    return render(request, "account/kept_form.html", kept=kept, here=request.url.path)


@router.post("/{form_id}/drop", dependencies=[CSRF])
def drop(session: SessionDep, actor: PersonDep, form_id: UUID) -> Response:
    """Not after all."""
    return RedirectResponse(throw_away(session, actor, form_id, datetime.now(UTC)), status_code=303)


async def _to_sign_in(request: Request, _: Exception) -> Response:
    """To the sign-in page and from there back to where the person was, or to what they wrote."""
    heading = await _kept_at(request) or heading_of(request)
    return RedirectResponse(f"/sign-in?next={quote(heading, safe='/')}", status_code=303)


async def _outlived(request: Request, refused: Exception) -> Response:
    """A form of an earlier session of the same person's leads to what they wrote; any other is refused."""
    heading = "" if is_for_a_program(request) else await _kept_at(request)
    if heading:
        return RedirectResponse(heading, status_code=303)
    if not isinstance(refused, DomainError):
        raise refused
    return await run_in_threadpool(answer, request, refused)


async def _kept_at(request: Request) -> str:
    """Where the form that was sent is given back; empty when there is none to keep."""
    if request.method != "POST" or is_for_a_program(request):
        return ""
    form = await request.form()
    sent = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    kept = await run_in_threadpool(_keep, request, sent, str(form.get("csrf") or ""))
    return f"{HOME}{kept}" if kept else ""


def _keep(request: Request, sent: list[tuple[str, str]], csrf: str) -> UUID | None:
    with unit_of_work() as session:
        return keep_form(
            session,
            request.cookies.get(SESSION_COOKIE, ""),
            path=request.url.path,
            page=heading_of(request),
            sent=sent,
            csrf=csrf,
            machine_now=datetime.now(UTC),
        )


def install(app: FastAPI) -> None:
    """Teach an app to keep what people wrote when they are signed out."""
    app.add_exception_handler(SignInNeeded, _to_sign_in)
    app.add_exception_handler(FormOutlived, _outlived)
