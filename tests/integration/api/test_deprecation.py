"""PA-02: a part of the API that is to go says since when, until when, and what comes instead (RFC 9745, RFC 8594)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Annotated

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from accounts.access import needs
from accounts.domain.actor import Actor
from infra.deprecation import DEPRECATED, SHORTEST_NOTICE, Deprecated
from kernel.errors import NOT_FOUND

from .test_cases import partner

OLD, LATER = "/api/v1/old-things/{thing_id}", "/api/v1/porting-orders"


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, client: TestClient) -> FastAPI:
    """The application with a route that is to go."""
    from entrypoints.web import make

    row = Deprecated(since=date(2026, 12, 1), sunset=date(2027, 7, 1), instead=LATER)
    monkeypatch.setitem(DEPRECATED, "read_old_thing", row)
    made: FastAPI = make()

    @made.get(OLD, operation_id="read_old_thing", summary="One old thing", deprecated=True)
    def read(thing_id: str, _: Annotated[Actor, needs("orders:read")]) -> dict[str, str]:
        if thing_id == "none":
            raise NOT_FOUND.error()
        return {"id": thing_id}

    return made


@pytest.fixture
def opened(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, raise_server_exceptions=False) as made:
        yield made


@pytest.mark.parametrize(("thing", "status"), [("one", 200), ("none", 404)])
def test_every_answer_of_it_says_so(clean: str, opened: TestClient, thing: str, status: int) -> None:
    ours = partner(opened, "5599999025")
    answer = opened.get(f"/api/v1/old-things/{thing}", headers=ours)
    assert answer.status_code == status
    since = answer.headers["deprecation"]
    assert since.startswith("@"), "a date of RFC 9651"
    assert datetime.fromtimestamp(int(since[1:]), UTC) == datetime(2026, 12, 1, tzinfo=UTC)
    assert parsedate_to_datetime(answer.headers["sunset"]) == datetime(2027, 7, 1, tzinfo=UTC)
    assert answer.headers["sunset"].endswith("GMT")
    links = dict(reversed(each.split("; ")[:2]) for each in answer.headers["link"].split(", "))
    assert links == {
        'rel="deprecation"': "</api-changelog>",
        'rel="sunset"': "</api-changelog>",
        'rel="successor-version"': f"<{LATER}>",
    }


def test_a_stranger_is_told_too_and_what_stays_says_nothing(clean: str, opened: TestClient) -> None:
    refused = opened.get("/api/v1/old-things/one")
    assert (refused.status_code, "sunset" in refused.headers) == (401, True)
    stays = opened.get("/api/v1/porting-orders", headers=partner(opened, "5599999025"))
    assert stays.status_code == 200
    assert not {"deprecation", "sunset", "link"} & set(stays.headers)


def test_the_document_marks_it_and_says_until_when(opened: TestClient) -> None:
    told = opened.get("/api/v1/openapi.json").json()["paths"][OLD]["get"]
    assert told["deprecated"] is True
    assert told["description"].startswith(f"Ends on 2027-07-01. Use `{LATER}` instead.")
    for answer in told["responses"].values():
        assert {"Deprecation", "Sunset", "Link"} <= set(answer["headers"])


def test_the_text_it_links_to_is_there(client: TestClient) -> None:
    answer = client.get("/api-changelog")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/markdown; charset=utf-8")
    assert "at least six months" in answer.text


def test_what_is_marked_has_a_row_with_notice_enough_and_the_text_tells_of_it(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    operations = [each for methods in paths.values() for each in methods.values()]
    marked = {each["operationId"] for each in operations if each.get("deprecated")}
    assert marked == set(DEPRECATED)
    for row in DEPRECATED.values():
        assert row.sunset - row.since >= SHORTEST_NOTICE
        assert str(row.sunset) in client.get("/api-changelog").text
