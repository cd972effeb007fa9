"""A bare application with a few routes that misbehave on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import httpx
import pytest
from fastapi import FastAPI, Form, UploadFile

from entrypoints.web_base import bare_app
from infra.db import SessionDep
from kernel.errors import CHANGED_MEANWHILE, REASON_REQUIRED

from ..conftest import served


def _misbehaving(app: FastAPI) -> FastAPI:
    @app.get("/broken/{secret}")
    def broken(secret: str) -> None:
        raise RuntimeError(f"cannot read +46701740605 of {secret}")

    @app.post("/api/v1/refused")
    def refused() -> None:
        raise REASON_REQUIRED.error("reason", allowed={"b"}, earliest=None)

    @app.get("/changed")
    def changed() -> None:
        raise CHANGED_MEANWHILE.error()

    @app.post("/api/v1/form")
    def form(count: Annotated[int, Form()]) -> int:
        return count

    @app.post("/api/v1/upload")
    def upload(file: UploadFile) -> int:
        return file.size or 0

    @app.post("/api/v1/json")
    def json(body: dict[str, Any]) -> int:
        return len(body)

    @app.get("/api/v1/database")
    def database(session: SessionDep) -> int:
        return int(session.connection().exec_driver_sql("SELECT 1").scalar_one())

    return app


@pytest.fixture(scope="session")
def bare(database: str) -> Iterator[str]:
    assert database
    with served(_misbehaving(bare_app())) as address:
        yield address


@pytest.fixture
def web(bare: str) -> Iterator[httpx.Client]:
    """A program; it says `Accept: text/html` where it plays a person."""
    with httpx.Client(base_url=bare, headers={"Accept-Language": "en"}, timeout=60) as client:
        yield client
