"""The workbook: down as a template, up as a file, faults row by row, sign-off of a version."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import File, Form, Request, UploadFile
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import CSRF, CustomerDep, cause_of
from accounts.domain.actor import Actor
from customer_portal.pages.forms import refused, see_other
from customer_portal.pages.imports import shown_at
from delivery import queries
from delivery.changes.queries import cost_of_new_version
from delivery.customer_data.gateways.write_lists import write_lists
from delivery.customer_data.gateways.write_template import write_template
from delivery.customer_data.queries import FIELD_WORDS, running_imports
from delivery.customer_data.usecases.begin_import import begin_import
from delivery.customer_data.usecases.marked_copy import marked_copy
from delivery.customer_data.usecases.sign_off_version import sign_off_version
from delivery.questionnaire.queries.list_rows import list_rows
from delivery.questionnaire.queries.sheets import questionnaire
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import language_of, render
from kernel.errors import NOT_FOUND, DomainError
from portingsvc.domain.donors import DONORS

router = Router(prefix="/cases/{case_id}")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _download(content: bytes, name: str) -> Response:
    return Response(
        content, media_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@router.get("/data")
def page(request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID) -> Response:
    """Upload, and what was uploaded before."""
    view = queries.customer_view(session, actor, case_id, now=now)
    running = running_imports(session, case_id)
    pending = questionnaire(session, actor, case_id).pending
    return render(request, "portal/data.html", view=view, running=running, pending=pending, errors=[])


@router.get("/template.xlsx")
def template(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID
) -> Response:
    """An empty workbook with drop-downs and advice."""
    queries.customer_view(session, actor, case_id, now=now)
    out = io.BytesIO()
    write_template(out, language_of(request))
    return _download(out.getvalue(), "vaxla-kunddata.xlsx")


@router.get("/current.xlsx")
def current_lists(request: Request, session: SessionDep, actor: CustomerDep, case_id: UUID) -> Response:
    """The lists as they stand, changes made one by one among them, as a workbook to go on in."""
    asked = questionnaire(session, actor, case_id)
    asked.section("users")
    return _download(write_lists(list_rows(asked), language_of(request)), "vaxla-kunddata-nu.xlsx")


@router.post("/data", dependencies=[CSRF])
def upload(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    file: Annotated[UploadFile | str, File()] = "",
) -> Response:
    """Check a file and keep it as a version, faulty or not."""
    view = queries.customer_view(session, actor, case_id, now=now)
    if isinstance(file, str) or not file.filename:
        words = [("file", "portal.data_no_file")]
        return render(request, "portal/data.html", 422, view=view, running=[], pending=0, errors=words)
    try:
        outcome = begin_import(
            session,
            actor,
            case_id,
            filename=file.filename,
            content=file.file.read(),
            cause=cause_of(actor, now),
        )
    except DomainError as refusal:
        return refused(request, "portal/data.html", refusal, view=view, running=[], pending=0)
    return see_other(shown_at(case_id, outcome))


@router.get("/data/{number}")
def version(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    number: int,
    same: str = "",
) -> Response:
    """The faults of a version, or what it holds and changes; `same` when an upload changed nothing."""
    return _version_page(request, session, actor, now, case_id, number, is_same=bool(same))


def _version_page(
    request: Request, session: Session, actor: Actor, now: datetime, case_id: UUID, number: int, **more: Any
) -> Response:
    preview = queries.preview(session, actor, case_id, number, language=language_of(request))
    view = queries.customer_view(session, actor, case_id, now=now)
    context: dict[str, Any] = {
        "view": view,
        "preview": preview,
        "donors": list(DONORS.values()),
        "errors": [],
        "is_same": False,
        "new_cost": cost_of_new_version(session, actor, case_id, now=now),
        "field_words": FIELD_WORDS,
        "unfinished": [each for each in questionnaire(session, actor, case_id).views() if not each.is_done],
        **more,
    }
    status = 422 if context["errors"] else 200
    return render(request, "portal/version.html", status, **context)


@router.post("/data/{number}/sign", dependencies=[CSRF])
def sign(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    number: int,
    sure: Annotated[str, Form()] = "",
    default_donor: Annotated[str, Form()] = "",
) -> Response:
    """Sign a version off; the preparation and the mandates are then laid up from it."""
    if not sure:
        words = ("sure", "portal.sign_tick_missing")
        return _version_page(request, session, actor, now, case_id, number, errors=[words])
    try:
        with session.begin_nested():
            sign_off_version(
                session,
                actor,
                case_id,
                number,
                default_donor=default_donor or None,
                cause=cause_of(actor, now),
            )
    except DomainError as refusal:
        if refusal.spec is NOT_FOUND:
            raise
        words = (refusal.field or "", refusal.detail(language_of(request)))
        return _version_page(request, session, actor, now, case_id, number, errors=[words])
    return see_other(f"/cases/{case_id}")


@router.get("/data/{number}/marked.xlsx")
def marked(request: Request, session: SessionDep, actor: CustomerDep, case_id: UUID, number: int) -> Response:
    """The uploaded file again, its bad cells marked."""
    content = marked_copy(session, actor, case_id, number, language_of(request))
    return _download(content, f"kunddata-version-{number}-fel.xlsx")
