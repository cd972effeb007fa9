"""What every form page does alike: show a refusal at its field, with what was typed still there."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from infra.http_errors import STATUS
from infra.templating import language_of, render
from kernel.errors import DomainError

_NOT_FOUND = 404


def see_other(path: str) -> RedirectResponse:
    """After something was done: on to the page that shows it (a reload then does nothing twice)."""
    return RedirectResponse(path, status_code=303)


def refused(request: Request, template: str, refusal: DomainError, **context: Any) -> Response:
    """The form again, with the refusal in words. What is not there stays not there."""
    status = STATUS[refusal.spec.kind]
    if status == _NOT_FOUND:
        raise refusal
    errors = [(refusal.field or "", refusal.detail(language_of(request)))]
    return render(request, template, status, errors=errors, **context)
