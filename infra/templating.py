"""Pages are Jinja templates, rendered on the server, in the language of the person who asked."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from starlette.requests import Request
from starlette.responses import HTMLResponse

from infra import formats
from infra.settings import get_settings
from infra.texts import t as text_of
from kernel.language import Language, Text
from kernel.money import kronor
from kernel.numbers import format_national, format_series

if TYPE_CHECKING:
    from datetime import date, datetime

TEMPLATES: Final = Path(__file__).parents[1] / "templates"
STATIC: Final = TEMPLATES / "static"
LANGUAGE_COOKIE: Final = "language"


def language_of(request: Request) -> Language:
    """The person's choice when there is one; else the cookie's; else what the browser prefers.

    Who says nothing is answered in Swedish, and a program in English, the language of the API's description.
    """
    chosen = getattr(request.state, "language", None) or request.cookies.get(LANGUAGE_COOKIE)
    if chosen in ("sv", "en"):
        return "sv" if chosen == "sv" else "en"
    wishes = [_wish(each) for each in request.headers.get("accept-language", "").lower().split(",")]
    english = max((weight for tag, weight in wishes if tag == "en"), default=0.0)
    swedish = max((weight for tag, weight in wishes if tag == "sv"), default=0.0)
    if english == swedish:
        return "en" if request.url.path.startswith("/api/") else "sv"
    return "en" if english > swedish else "sv"


def _wish(entry: str) -> tuple[str, float]:
    """A language and how much it is wished for, of an entry as `en-GB;q=0.8`."""
    tag, _, weight = entry.partition(";q=")
    try:
        return tag.strip().split("-")[0], float(weight or 1)
    except ValueError:
        return "", 0.0


@pass_context
def _t(context: Context, key: str, **facts: Any) -> str:
    return text_of(key, context["language"], **facts)


@pass_context
def _words(context: Context, text: Text, **facts: Any) -> str:
    return text.format(context["language"], **facts) if facts else text.in_(context["language"])


@pass_context
def _day(context: Context, value: date | datetime) -> str:
    return formats.day(value, context["language"])


@pass_context
def _moment(context: Context, value: datetime) -> str:
    return formats.moment(value, context["language"])


@pass_context
def _kronor(context: Context, amount_ore: int) -> str:
    return kronor(amount_ore, context["language"])


@cache
def _asset(name: str) -> str:
    """The address of a static file, with its content's hash so that caches never serve an old one."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={digest}"


@cache
def environment() -> Environment:
    """The one Jinja environment: strict about names, escaping everything."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(t=_t, asset=_asset, development=not get_settings().is_production)
    made.filters.update(
        day=_day,
        moment=_moment,
        kronor=_kronor,
        words=_words,
        number=format_national,
        series=lambda pair: format_series(*pair),
    )
    return made


def render(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """Answer with a page. `request.state` may carry `actor`, `csrf` and `sides` of the signed-in person."""
    language = language_of(request)
    page = environment().get_template(template)
    html = page.render(
        request=request,
        language=language,
        actor=getattr(request.state, "actor", None),
        csrf=getattr(request.state, "csrf", ""),
        sides=getattr(request.state, "sides", ()),
        **context,
    )
    return HTMLResponse(html, status_code=status, headers={"Content-Language": language})


def render_text(template: str, language: Language, **context: Any) -> str:
    """Render something that is no answer to a request: a mail, say."""
    return environment().get_template(template).render(language=language, **context)
