"""Passkeys: add one, remove one, sign in by one. The browser's part is `passkeys.js`; links work without it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Final
from uuid import UUID

from fastapi import Form, Request
from fastapi.responses import JSONResponse
from starlette.responses import RedirectResponse, Response

from accounts.access import CSRF, PersonDep, address_of
from accounts.pages.account import HOME, account_page
from accounts.pages.sign_in import ask_page, let_in
from accounts.usecases.use_passkeys import (
    CHALLENGE_LIFETIME,
    Asked,
    add_passkey,
    ask_to_add,
    ask_to_enter,
    enter_with_passkey,
    remove_passkey,
)
from infra.db import SessionDep
from infra.http_errors import STATUS
from infra.routing import Router
from infra.settings import get_settings
from infra.templating import language_of
from kernel.errors import DomainError

router = Router()
_COOKIE: Final = "passkey"
Credential = Annotated[str, Form(max_length=20_000)]


def _asked(asked: Asked) -> Response:
    """The options, and a cookie that only a form of this site can bring back."""
    response = JSONResponse(asked.options)
    response.set_cookie(
        _COOKIE,
        asked.token,
        max_age=int(CHALLENGE_LIFETIME.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=get_settings().public_url.startswith("https://"),
    )
    return response


@router.post("/account/passkeys/options", dependencies=[CSRF])
def begin_to_add(request: Request, session: SessionDep, actor: PersonDep) -> Response:
    """What the browser needs to make one."""
    return _asked(ask_to_add(session, actor, address=address_of(request), machine_now=datetime.now(UTC)))


@router.post("/account/passkeys", dependencies=[CSRF])
def add(
    request: Request,
    session: SessionDep,
    actor: PersonDep,
    credential: Credential = "",
    name: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Keep the one that was made."""
    token = request.cookies.get(_COOKIE, "")
    try:
        add_passkey(
            session, actor, token=token, credential=credential, name=name, machine_now=datetime.now(UTC)
        )
    except DomainError as refusal:
        return account_page(request, session, actor, refusal)
    return RedirectResponse(f"{HOME}#passkeys", status_code=303)


@router.post("/account/passkeys/{passkey_id}/remove", dependencies=[CSRF])
def remove(session: SessionDep, actor: PersonDep, passkey_id: UUID) -> Response:
    """It signs nobody in from now on."""
    remove_passkey(session, actor, passkey_id, machine_now=datetime.now(UTC))
    return RedirectResponse(f"{HOME}#passkeys", status_code=303)


@router.post("/sign-in/passkey/options")
def begin_to_enter(request: Request, session: SessionDep) -> Response:
    """What the browser needs to show its passkeys; the same for everybody."""
    return _asked(ask_to_enter(session, address=address_of(request), machine_now=datetime.now(UTC)))


@router.post("/sign-in/passkey")
def enter(
    request: Request,
    session: SessionDep,
    credential: Credential = "",
    next: Annotated[str, Form()] = "/",  # noqa: A002  (the word in the form)
) -> Response:
    """Sign in and go on. What was tried is used up, whatever came of it."""
    token = request.cookies.get(_COOKIE, "")
    try:
        opened = enter_with_passkey(
            session, token=token, credential=credential, next_path=next, machine_now=datetime.now(UTC)
        )
    except DomainError as refusal:
        status = STATUS[refusal.spec.kind]
        return ask_page(request, next, status, refusal=refusal.detail(language_of(request)))
    response = let_in(opened)
    response.delete_cookie(_COOKIE)
    return response
