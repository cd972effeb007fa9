"""One's own page: who one is here, and how one signs in."""

from __future__ import annotations

from typing import Annotated, Final
from uuid import UUID

from fastapi import Form, Request
from sqlmodel import Session
from starlette.responses import RedirectResponse, Response

from accounts import repository
from accounts.access import CSRF, SESSION_COOKIE, PersonDep
from accounts.domain.actor import Actor
from accounts.domain.roles import ROLES
from accounts.passkeys import site
from accounts.usecases.sign_in import choose_side, safe_path
from infra.db import SessionDep
from infra.http_errors import STATUS
from infra.routing import Router
from infra.templating import language_of, render
from kernel.errors import NOT_FOUND, DomainError

router = Router()
HOME: Final = "/account"


def account_page(
    request: Request, session: Session, actor: Actor, refusal: DomainError | None = None
) -> Response:
    """The page, with a refusal in words when there is one."""
    if actor.person_id is None:
        raise NOT_FOUND.error()
    errors = [(refusal.field or "", refusal.detail(language_of(request)))] if refusal else []
    return render(
        request,
        "account/page.html",
        STATUS[refusal.spec.kind] if refusal else 200,
        person=repository.person(session, actor.person_id),
        roles=[(ROLES[m.role].title, o.name) for m, o in repository.memberships(session, actor.person_id)],
        passkeys=repository.passkeys_of(session, actor.person_id),
        can_add=site() is not None,
        errors=errors,
    )


@router.post(f"{HOME}/side", dependencies=[CSRF])
def choose(
    request: Request,
    session: SessionDep,
    actor: PersonDep,
    organisation_id: Annotated[UUID, Form()],
    next: Annotated[str, Form()] = "/",  # noqa: A002  (the word in the form)
) -> Response:
    """Stand for another of one's companies, and go on to where one was heading."""
    if actor.person_id is None:
        raise NOT_FOUND.error()
    choose_side(session, request.cookies.get(SESSION_COOKIE, ""), actor.person_id, organisation_id)
    return RedirectResponse(safe_path(next), status_code=303)


@router.get(HOME)
def page(request: Request, session: SessionDep, actor: PersonDep) -> Response:
    """Name, roles, passkeys."""
    return account_page(request, session, actor)
