"""Sign in by a link, sign out, choose a language."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Final

from fastapi import Form, Request
from starlette.responses import RedirectResponse, Response

from accounts import repository
from accounts.access import CSRF, SESSION_COOKIE, PersonDep, signed_in
from accounts.domain.kept_forms import OPENED_WITHIN
from accounts.passkeys import site
from accounts.usecases.sign_in import (
    OpenedSession,
    end_session,
    open_session,
    request_link,
    safe_path,
)
from infra.db import SessionDep
from infra.http_errors import STATUS, SignInNeeded
from infra.routing import Router
from infra.settings import get_settings
from infra.templating import LANGUAGE_COOKIE, render
from kernel.errors import DomainError

router = Router()
_YEAR: Final = 365 * 24 * 3600


def let_in(opened: OpenedSession) -> Response:
    """On to where the person was heading, with the cookie of the session."""
    response = RedirectResponse(opened.next_path, status_code=303)
    response.set_cookie(
        SESSION_COOKIE,
        opened.token,
        # The session itself ends sooner; its cookie still tells whose a form is that comes too late.
        max_age=int(OPENED_WITHIN.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=get_settings().public_url.startswith("https://"),
    )
    return response


def ask_page(request: Request, next_path: str, status: int = 200, **more: str | None) -> Response:
    """The page that asks who it is."""
    context: dict[str, Any] = {"email": "", "error": None, "refusal": None, **more}
    path = safe_path(next_path)
    context |= {"next_path": path, "passkeys": site() is not None, "is_kept": path.startswith("/kept/")}
    return render(request, "signin/ask.html", status, **context)


@router.get("/sign-in")
def ask(request: Request, next: str = "/") -> Response:  # noqa: A002  (the word in the address)
    """The page that asks for an e-mail address."""
    return ask_page(request, next)


@router.post("/sign-in")
def send(
    request: Request,
    session: SessionDep,
    email: Annotated[str, Form(max_length=320)] = "",
    next: Annotated[str, Form()] = "/",  # noqa: A002  (the word in the form)
) -> Response:
    """Mail a link. The answer is the same whether we know the address or not."""
    host = request.client.host if request.client else ""
    if "@" not in email:
        return ask_page(request, next, 422, email=email, error="signin.no_email")
    request_link(session, email=email, next_path=next, address=host, machine_now=datetime.now(UTC))
    return render(request, "signin/sent.html", email=email)


@router.get("/sign-in/{token}")
def confirm(request: Request, token: str) -> Response:
    """A button to press: a mail scanner that follows links does not use the link up."""
    return render(request, "signin/confirm.html", token=token, error=None)


@router.post("/sign-in/{token}")
def enter(request: Request, session: SessionDep, token: str) -> Response:
    """Use the link up and go where it leads."""
    try:
        opened = open_session(session, token, datetime.now(UTC))
    except DomainError as refused:
        return render(request, "signin/confirm.html", STATUS[refused.spec.kind], token=token, error=refused)
    return let_in(opened)


@router.post("/sign-out", dependencies=[CSRF])
def leave(request: Request, session: SessionDep, actor: PersonDep) -> Response:
    """End the session."""
    del actor
    end_session(session, request.cookies.get(SESSION_COOKIE, ""), datetime.now(UTC))
    response = RedirectResponse("/sign-in", status_code=303)
    response.delete_cookie(SESSION_COOKIE)
    return response


@router.post("/language")
def choose_language(
    request: Request,
    session: SessionDep,
    language: Annotated[str, Form(pattern="^(sv|en)$")],
    next: Annotated[str, Form()] = "/",  # noqa: A002  (the word in the form)
) -> Response:
    """Remember the language: with the person when signed in, else in the browser. Changes nothing else."""
    try:
        actor = signed_in(session, request)
    except SignInNeeded:
        pass
    else:
        if actor.person_id is not None:
            repository.person(session, actor.person_id).language = language
    response = RedirectResponse(safe_path(next), status_code=303)
    response.set_cookie(LANGUAGE_COOKIE, language, max_age=_YEAR, samesite="lax")
    return response
