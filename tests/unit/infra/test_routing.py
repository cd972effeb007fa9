"""A router that looks at the whole path first misses none of its routes, and asks none in vain."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from starlette.routing import Match

from infra.routing import Router


def _nothing() -> None:
    """A route that is looked for and never called."""


def routers() -> tuple[FastAPI, Router]:
    """Routers in routers, with prefixes here and there and none elsewhere."""
    inner = Router(prefix="/{case_id}/notes")
    inner.add_api_route("", _nothing)
    inner.add_api_route("/{note_id}.txt", _nothing)
    plain = Router()
    plain.add_api_route("/board", _nothing)
    outer = Router(prefix="/cases")
    outer.add_api_route("", _nothing)
    outer.include_router(inner)
    outer.include_router(plain, prefix="/planner")
    whole = Router()
    whole.include_router(outer)
    app = FastAPI()
    app.include_router(whole, prefix="/v1")
    return app, whole


def found(app: FastAPI, path: str) -> bool:
    scope: dict[str, Any] = {"type": "http", "method": "GET", "path": path, "headers": []}
    return any(route.matches(scope)[0] is Match.FULL for route in app.router.routes)


@pytest.mark.parametrize(
    "path",
    ["/v1/cases", "/v1/cases/7/notes", "/v1/cases/7/notes/8.txt", "/v1/cases/planner/board"],
)
def test_each_route_is_found_below_whatever_it_is_included_under(path: str) -> None:
    app, _ = routers()
    assert found(app, path)


@pytest.mark.parametrize(
    "path", ["/v1/case", "/v1/cases/7/note", "/v1/cases/7/notes/8atxt", "/v1/board", "/cases", "/v1/cases/"]
)
def test_what_is_no_route_is_not_found(path: str) -> None:
    app, _ = routers()
    assert not found(app, path)


def test_no_route_is_asked_about_a_path_that_is_none_of_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    app, whole = routers()
    asked: list[Any] = []
    monkeypatch.setattr(type(whole.routes[0]), "_match", lambda *path: asked.append(path))
    assert not found(app, "/v1/quite/elsewhere")
    assert asked == []
