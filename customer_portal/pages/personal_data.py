"""What is kept about people and why; to have it, to put it right, to have it erased (X-02)."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Annotated, Any

from fastapi import Form, Request
from sqlmodel import Session
from starlette.responses import Response

from accounts import repository as accounts
from accounts.access import CSRF, CustomerDep, PersonDep, cause_of
from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import may_sign
from accounts.usecases.correct_person import correct_person
from customer_portal.pages.forms import refused, see_other
from delivery.personal_data.domain.kept import KEPT
from delivery.personal_data.queries import about_employee, about_oneself
from delivery.personal_data.usecases.erase_employee import erase_employee
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import language_of, render
from kernel.errors import NOT_FOUND, DomainError

router = Router(prefix="/account/data")
Email = Annotated[str, Form(max_length=320)]


def _context(session: Session, actor: Actor) -> dict[str, Any]:
    if actor.person_id is None:
        raise NOT_FOUND.error()
    return {
        "kept": KEPT,
        "person": accounts.person(session, actor.person_id),
        "signs": actor.kind is ActorKind.CUSTOMER and may_sign(actor.roles),
    }


@router.get("")
def page(request: Request, session: SessionDep, actor: PersonDep, erased: str = "") -> Response:
    """The table, and the three things one can ask for."""
    context = _context(session, actor)
    return render(request, "account/data.html", errors=[], erased=bool(erased), email="", **context)


def _zip(request: Request, told: dict[str, Any], name: str) -> Response:
    """Two files: what is kept, and why, in the language of the reader."""
    language = language_of(request)
    why = "\n\n".join("\n".join(each.in_(language) for each in (k.what, k.why, k.until)) for k in KEPT)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("data.json", json.dumps(told, ensure_ascii=False, indent=2))
        packed.writestr("varför.txt" if language == "sv" else "why.txt", why)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(out.getvalue(), media_type="application/zip", headers=headers)


@router.post("/export", dependencies=[CSRF])
def export(request: Request, session: SessionDep, actor: PersonDep) -> Response:
    """All about oneself."""
    return _zip(request, about_oneself(session, actor), "mina-uppgifter.zip")


@router.post("/correct", dependencies=[CSRF])
def correct(
    request: Request,
    session: SessionDep,
    actor: PersonDep,
    now: NowDep,
    name: Annotated[str, Form(max_length=400)] = "",
    phone: Annotated[str, Form(max_length=400)] = "",
) -> Response:
    """One's own name and telephone."""
    try:
        correct_person(session, actor, name=name, phone=phone, now=now)
    except DomainError as refusal:
        return _again(request, session, actor, refusal, "")
    return see_other("/account/data")


@router.post("/employee", dependencies=[CSRF])
def employee(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    email: Email = "",
    do: Annotated[str, Form()] = "",
) -> Response:
    """All about somebody in the company's lists, to hand over to them; or the question before it is erased."""
    try:
        told = about_employee(session, actor, email)
    except DomainError as refusal:
        return _again(request, session, actor, refusal, email)
    if do == "erase":
        rows = len(told["versions"])
        return render(request, "account/erase.html", email=told["email"], rows=rows, errors=[])
    return _zip(request, told, "personuppgifter.zip")


@router.post("/erase", dependencies=[CSRF])
def erase(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, email: Email = ""
) -> Response:
    """Erase who they are; it cannot be undone."""
    try:
        with session.begin_nested():
            erase_employee(session, actor, email, cause=cause_of(actor, now, "erased on request"))
    except DomainError as refusal:
        return _again(request, session, actor, refusal, email)
    return see_other("/account/data?erased=1")


def _again(request: Request, session: Session, actor: Actor, refusal: DomainError, email: str) -> Response:
    context = _context(session, actor)
    return refused(request, "account/data.html", refusal, erased=False, email=email, **context)
