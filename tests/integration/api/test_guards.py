"""Every page asks who is there, and every form that changes something proves where it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from fastapi.routing import APIRoute, iter_route_contexts
from fastapi.testclient import TestClient

from accounts.access import SESSION_COOKIE
from accounts.domain.roles import Role
from accounts.usecases.invite_person import invite_person
from accounts.usecases.register_organisation import register_operator
from accounts.usecases.sign_in import make_link, open_session
from infra.db import unit_of_work

SOME_ID = "01a1fca7-fb95-70b9-9550-f03bf6dc408a"
OPEN = {
    "/health/live": "a load balancer asks it",
    "/health/ready": "a load balancer asks it",
    "/metrics": "scraped from inside; holds no personal data",
    "/styleguide": "development only",
    "/sign-in": "where strangers begin",
    "/sign-in/{token}": "the token is the proof",
    "/repair/{token}": "the signature is the proof, for one repair until its deadline",
    "/sign-in/passkey": "the passkey is the proof, asked for by a cookie of this site only",
    "/sign-in/passkey/options": "the same for everybody, and not often",
    "/language": "changes a cookie",
    "/errors": "what codes mean is no secret",
    "/errors.json": "what codes mean is no secret",
    "/api-changelog": "what changes in the API is no secret",
    "/calendar/{token}.ics": "the token is the proof",
    "/hooks/delivery-reports/{channel}": "the signature is the proof",
}


def pages(client: TestClient) -> Iterator[tuple[str, str]]:
    for context in iter_route_contexts(client.app.routes):
        if not isinstance(context.original_route, APIRoute) or context.path.startswith("/api/"):
            continue
        if context.path in OPEN:
            continue
        path = context.path
        path = path.replace("{access_id}", "1").replace("{client_id}", "vx_0")
        path = re.sub(r"\{\w+_id\}", SOME_ID, path)
        path = path.replace("{number}", "1").replace("{phase}", "genomförande")
        for name, value in (
            ("donor", "TELIA"),
            ("key", "documentation"),
            ("form", "invoicing"),
            ("tab", "sims"),
            ("content", "accessdata"),
            ("token", "unknown"),
        ):
            path = path.replace(f"{{{name}}}", value)
        path = re.sub(r"\{\w+\}", "unknown", path)
        for method in sorted(context.methods - {"HEAD"}):
            yield method, path


def test_a_stranger_is_led_to_sign_in_from_every_page(client: TestClient, clean: str) -> None:
    met = 0
    client.cookies.clear()
    for method, path in pages(client):
        answer = client.request(method, path, headers={"Accept": "text/html"}, follow_redirects=False)
        assert answer.status_code in (303, 422), (method, path, answer.status_code)
        if answer.status_code == 303:
            assert answer.headers["location"].startswith("/sign-in"), (method, path)
            met += 1
    assert met >= 40


@pytest.fixture
def signed_in(client: TestClient, clean: str) -> Iterator[TestClient]:
    now = datetime.now(UTC)
    with unit_of_work() as session:
        operator = register_operator(session, name="Växla", org_number="5599999033", now=now)
        person = invite_person(
            session, operator, Role.LEVERANSPLANERARE, email="pia@exempel.se", name="Pia", now=now
        )
        link = make_link(session, person, now)
    with unit_of_work() as session:
        opened = open_session(session, link.rsplit("/", 1)[1], now)
    client.cookies.set(SESSION_COOKIE, opened.token)
    yield client
    client.cookies.clear()


def test_no_form_is_taken_without_its_token(signed_in: TestClient) -> None:
    met = 0
    for method, path in pages(signed_in):
        if method == "GET":
            continue
        answer = signed_in.request(method, path, headers={"Accept": "text/html"}, follow_redirects=False)
        assert answer.status_code in (403, 422), (method, path, answer.status_code, answer.text[:200])
        met += answer.status_code == 403
    assert met >= 25


def test_a_planner_sees_the_workspace_in_both_languages(signed_in: TestClient) -> None:
    swedish = signed_in.get("/planner", headers={"Accept": "text/html"})
    assert "Vad som behöver göras" in swedish.text
    signed_in.post("/language", data={"language": "en", "next": "/planner"})
    assert "What needs doing" in signed_in.get("/planner", headers={"Accept": "text/html"}).text


def test_a_link_works_once(client: TestClient, clean: str) -> None:
    now = datetime.now(UTC)
    with unit_of_work() as session:
        operator = register_operator(session, name="Växla", org_number="5599999033", now=now)
        person = invite_person(
            session, operator, Role.LEVERANSPLANERARE, email="pia@exempel.se", name="Pia", now=now
        )
        path = make_link(session, person, now).split("8000", 1)[1]
    html = {"Accept": "text/html"}
    assert client.get(path, headers=html).status_code == 200, "looking does not use it up"
    assert client.post(path, headers=html, follow_redirects=False).status_code == 303
    client.cookies.clear()
    assert client.post(path, headers=html, follow_redirects=False).status_code == 401


def test_asking_for_a_link_tells_nobody_who_is_known(client: TestClient, clean: str) -> None:
    html = {"Accept": "text/html"}
    known = client.post("/sign-in", data={"email": "pia@exempel.se"}, headers=html)
    unknown = client.post("/sign-in", data={"email": "nobody@exempel.se"}, headers=html)
    assert known.status_code == unknown.status_code == 200
    assert known.text.replace("pia@", "") == unknown.text.replace("nobody@", "")


def test_asking_again_and_again_is_slowed_down(client: TestClient, clean: str) -> None:
    answers = [client.post("/sign-in", data={"email": "pia@exempel.se"}) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
