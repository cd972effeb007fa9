"""Every refusal leaves by one door: RFC 9457 problem+json for programs, a page for people."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote, urlsplit
from uuid import UUID

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from infra.templating import language_of, render
from kernel.errors import (
    INVALID_INPUT,
    NOT_FOUND,
    UNAVAILABLE,
    UNEXPECTED,
    DomainError,
    ErrorKind,
    ErrorSpec,
    spec,
)
from kernel.language import spoken

_log = logging.getLogger(__name__)

STATUS: Final = {
    ErrorKind.INVALID: 422,
    ErrorKind.UNAUTHENTICATED: 401,
    ErrorKind.FORBIDDEN: 403,
    ErrorKind.NOT_FOUND: 404,
    ErrorKind.CONFLICT: 409,
    ErrorKind.PRECONDITION: 412,
    ErrorKind.TOO_LARGE: 413,
    ErrorKind.TOO_MANY: 429,
    ErrorKind.UNAVAILABLE: 503,
}
PROBLEM_JSON: Final = "application/problem+json"
_SERVER_FAULT: Final = 500
_WRONG_METHOD: Final = 405
_DATABASE_BACK_SECONDS: Final = 5
_TITLES: Final = {
    403: "errors.not_yours",
    404: "errors.not_here",
    500: "errors.our_fault",
    503: "errors.our_fault",
}

METHOD_NOT_ALLOWED = spec(
    "METHOD_NOT_ALLOWED",
    ErrorKind.INVALID,
    sv="Den här adressen tar inte emot {method}.",
    en="This address does not take {method}.",
)
BODY_TOO_LARGE = spec(
    "BODY_TOO_LARGE",
    ErrorKind.TOO_LARGE,
    sv="Det du skickade är för stort: högst 25 MB tas emot. Inget har sparats. Dela upp det och skicka igen.",
    en="What you sent is too large: at most 25 MB are taken. Nothing has been stored. Send it in parts.",
)
NOT_UNDERSTOOD = spec(
    "NOT_UNDERSTOOD",
    ErrorKind.INVALID,
    sv="Vi förstod inte anropet. Inget har ändrats.",
    en="We did not understand the request. Nothing has been changed.",
)


_OF_THE_FRAMEWORK: Final = {404: NOT_FOUND, 405: METHOD_NOT_ALLOWED, 413: BODY_TOO_LARGE}
_OWN_STATUS: Final = {
    METHOD_NOT_ALLOWED.code: _WRONG_METHOD,
    NOT_UNDERSTOOD.code: 400,
    UNEXPECTED.code: _SERVER_FAULT,
}


def status_of(error: ErrorSpec) -> int:
    """The HTTP status that an error is answered with."""
    return _OWN_STATUS.get(error.code) or STATUS[error.kind]


class SignInNeeded(Exception):  # noqa: N818  (no error: the way to the sign-in page)
    """Raised by a page that needs a signed-in person; answered by a redirect to the sign-in page."""


def _plain(value: Any) -> Any:
    """A fact as JSON can carry it."""
    if isinstance(value, bool | int | float | str) or value is None:
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def problem(request: Request, error: DomainError, status: int) -> dict[str, Any]:
    """The problem document of an error, in the language of the caller."""
    language = language_of(request)
    body: dict[str, Any] = {
        "type": f"/errors#{error.code}",
        "title": error.code.replace("_", " ").capitalize(),
        "status": status,
        "detail": error.detail(language),
        "code": error.code,
        "instance": request.url.path,
        "request_id": getattr(request.state, "request_id", ""),
    }
    facts = {key: _plain(spoken(value, language)) for key, value in error.facts.items() if key not in body}
    if error.field:
        facts.setdefault("errors", [{"field": error.field, "code": error.code, "detail": body["detail"]}])
    return {**body, **facts}


def is_for_a_program(request: Request) -> bool:
    """Whether the caller is a program: the partner API and anything that asks for no HTML."""
    return request.url.path.startswith("/api/") or "text/html" not in request.headers.get("accept", "")


def answer(request: Request, error: DomainError, status: int | None = None) -> Response:
    """Answer with an error."""
    code = status or STATUS[error.spec.kind]
    request.state.problem = error.code
    response: Response
    if is_for_a_program(request):
        response = JSONResponse(problem(request, error, code), code, media_type=PROBLEM_JSON)
    else:
        title = _TITLES.get(code, "errors.title")
        detail = error.detail(language_of(request))
        response = render(request, "error.html", status=code, title=title, code=error.code, detail=detail)
    if code == STATUS[ErrorKind.UNAUTHENTICATED]:
        response.headers["WWW-Authenticate"] = "Bearer"
    if wait := _wait_seconds(error):
        response.headers["Retry-After"] = str(wait)
    return response


def _wait_seconds(error: DomainError) -> int:
    """How long a program does well to wait before it asks again; 0 where waiting helps nothing."""
    if error.spec.kind is ErrorKind.TOO_MANY:
        return int(error.facts.get("seconds", int(error.facts.get("minutes", 1)) * 60))
    return _DATABASE_BACK_SECONDS if error.spec is UNAVAILABLE else 0


def _refused(request: Request, error: Exception) -> Response:
    if not isinstance(error, DomainError):
        raise error
    return answer(request, error)


def _invalid(request: Request, refused: RequestValidationError) -> Response:
    errors = [
        {
            "field": ".".join(str(part) for part in each["loc"][1:]) or str(each["loc"][0]),
            "code": str(each["type"]).upper(),
            "detail": str(each["msg"]),
        }
        for each in refused.errors()
    ]
    return answer(request, INVALID_INPUT.error(errors=errors))


def _http(request: Request, refused: HTTPException) -> Response:
    said = _OF_THE_FRAMEWORK.get(refused.status_code, NOT_UNDERSTOOD)
    response = answer(request, said.error(method=request.method), refused.status_code)
    response.headers.update(refused.headers or {})
    if refused.status_code == _WRONG_METHOD:
        response.headers["Allow"] = ", ".join(sorted(_methods_at(request)))
    return response


def _methods_at(request: Request) -> set[str]:
    """Every method that is taken at an address. The framework names those of the first route only (RFC 9110)."""
    found: set[str] = set()
    for route in iter_route_contexts(request.app.routes):
        form = getattr(route, "path_regex", None)
        if form is not None and form.match(request.url.path):
            found |= route.methods or set()
    return found


def unexpected(request: Request, broken: Exception) -> Response:
    """Answer for a fault of our own, and log it. The path stays out of the log: it may hold a sign-in token."""
    _log.error("unexpected error", exc_info=broken, extra={"route": route_of(request.scope)})
    return answer(request, UNEXPECTED.error(request_id=request.state.request_id), _SERVER_FAULT)


def route_of(scope: Mapping[str, Any]) -> str:
    """The template of the route that was asked for, as in `/cases/{case_id}`."""
    return str(getattr(scope.get("route"), "path", "unknown"))


def install(app: FastAPI) -> None:
    """Teach an app to answer its errors this way. Faults of our own are caught by `infra.middleware`."""
    app.add_exception_handler(DomainError, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)  # type: ignore[arg-type]
    app.add_exception_handler(HTTPException, _http)  # type: ignore[arg-type]
    app.add_exception_handler(SignInNeeded, _to_sign_in)


def heading_of(request: Request) -> str:
    """Where a person was: the page asked for, query included; from a form, the page that it stands on."""
    heading = str(request.url) if request.method == "GET" else request.headers.get("referer", "")
    parts = urlsplit(heading)
    if parts.netloc == request.url.netloc and parts.path:
        return parts.path + (f"?{parts.query}" if parts.query else "")
    return "/"


def _to_sign_in(request: Request, _: Exception) -> Response:
    """Back to where the person was heading, once signed in."""
    return RedirectResponse(f"/sign-in?next={quote(heading_of(request), safe='/')}", status_code=303)
