from __future__ import annotations

import re
from datetime import UTC, datetime

import httpx
import pytest
from sqlalchemy import create_engine, text

from entrypoints import web_base
from infra.backlog import WHAT
from infra.db import get_engine, unit_of_work
from infra.mail import queue_mail


def gauge(page: str, what: str) -> float:
    found = re.search(rf'^vaxla_backlog{{what="{what}"}} (\S+)$', page, re.MULTILINE)
    assert found, page
    return float(found[1])


@pytest.fixture
def no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = create_engine("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    monkeypatch.setattr(web_base, "get_engine", lambda: nowhere)
    monkeypatch.setattr("infra.db.get_engine", lambda: nowhere)


def test_a_migrated_database_makes_us_ready(web: httpx.Client) -> None:
    answer = web.get("/health/ready")
    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})


def test_without_a_database_we_live_but_are_not_ready_and_say_why(
    web: httpx.Client, no_database: None
) -> None:
    assert web.get("/health/live").status_code == 200
    answer = web.get("/health/ready")
    assert (answer.status_code, answer.json()["why"]) == (503, "the database does not answer")


def test_without_a_database_a_page_says_that_nothing_has_changed(
    web: httpx.Client, no_database: None
) -> None:
    answer = web.get("/api/v1/database")
    assert (answer.status_code, answer.json()["code"]) == (503, "UNAVAILABLE")
    assert answer.headers["retry-after"] == "5"


def test_metrics_are_told_without_a_database(web: httpx.Client, no_database: None) -> None:
    answer = web.get("/metrics")
    assert answer.status_code == 200
    assert "vaxla_backlog{" not in answer.text


def test_an_older_shape_of_the_database_is_named(web: httpx.Client, clean: str) -> None:
    assert clean
    with get_engine().begin() as connection:
        present = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        connection.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    try:
        answer = web.get("/health/ready")
    finally:
        with get_engine().begin() as connection:
            connection.execute(text(f"UPDATE alembic_version SET version_num = '{present}'"))
    assert answer.status_code == 503
    assert "older" in answer.json()["why"]
    assert present in answer.json()["why"]


def test_requests_are_counted_by_route_and_never_by_address(web: httpx.Client) -> None:
    web.get("/broken/secret-token")
    web.get("/no/such/page")
    page = web.get("/metrics").text
    assert 'route="/broken/{secret}",status="500"' in page
    assert 'route="unknown",status="404"' in page
    assert "secret-token" not in page
    assert "/no/such/page" not in page


def test_the_backlog_is_measured_when_asked(web: httpx.Client, clean: str) -> None:
    assert clean
    before = web.get("/metrics").text
    assert [gauge(before, what) for what in WHAT] == [0] * len(WHAT)
    with unit_of_work() as session:
        queue_mail(
            session, "tove@exempel.se", "sign_in", "sv", name="Tove", link="https://vaxla.test", minutes=20
        )
    assert gauge(web.get("/metrics").text, "mails_waiting") == 1


def test_the_style_page_shows_every_component(web: httpx.Client) -> None:
    page = web.get("/styleguide", headers={"Accept": "text/html"})
    assert page.status_code == 200
    components = {
        name
        for path in (web_base.STATIC.parent / "_components").glob("*.html")
        for name in re.findall(r"{% macro (\w+)", path.read_text(encoding="utf-8"))
    }
    shown = set(re.findall(r'data-component="(\w+)"', page.text))
    assert shown >= components


def test_times_in_metrics_are_not_the_virtual_clocks(web: httpx.Client) -> None:
    created = re.search(r"^vaxla_requests_created{[^}]*} (\S+)$", web.get("/metrics").text, re.MULTILINE)
    assert created
    assert abs(float(created[1]) - datetime.now(UTC).timestamp()) < 3600
