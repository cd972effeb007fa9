"""PA-03: a partner's people open the sandbox, make a test key, move the clock and empty it, without a program."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

import httpx
import pytest

from accounts.models import Organisation
from accounts.usecases.api_clients import SCOPES, ClientSecret
from infra.clock import current
from infra.db import unit_of_work
from infra.sandboxes import at, sandbox_of
from partners.queries import sandbox_state
from portingsvc.domain.scripted_donors import SCRIPTS

from .conftest import Partner, token_of
from .sandboxes import FIRST, Sandbox
from .test_pages import Portal, shown


@pytest.fixture
def portal(make_client: Callable[[], httpx.Client], clean: str) -> Portal:
    """A developer of the partner whose sandbox other tests have made already, or will."""
    with unit_of_work() as session:
        session.add(
            Organisation(
                id=FIRST,
                kind="partner",
                name="Partnerbolaget AB",
                org_number="5599999025",
                created_at=datetime.now(UTC),
            )
        )
    http = make_client()
    return Portal(http, Partner(FIRST, ClientSecret("", ""), http))


def instant() -> datetime:
    with at(sandbox_of(FIRST)), unit_of_work() as session:
        return current(session)


def test_it_is_opened_once_and_shows_clock_and_numbers(portal: Portal) -> None:
    before = portal.get("/sandbox").text
    assert "Öppna sandlådan" in before
    assert 'action="/partner/sandbox/clock"' not in before
    assert sandbox_state(FIRST) is None
    assert portal.post("/sandbox/clock", amount=1, unit="days").status_code == 409
    assert portal.post("/sandbox/reset").status_code == 409
    assert portal.post("/sandbox/open").headers["location"] == "/partner/sandbox"
    page = portal.get("/sandbox").text
    assert 'action="/partner/sandbox/clock"' in page
    for script in SCRIPTS:
        assert script.reason in page
        assert script.text.sv.split(":")[0] in page
    assert portal.post("/sandbox/open").status_code == 303
    assert portal.get("/sandbox").status_code == 200


def test_a_test_key_opens_the_sandbox_and_its_events_show_on_the_page(
    portal: Portal, web_address: str
) -> None:
    made = portal.post("/keys", name="försök", scopes=list(SCOPES), place="sandbox")
    assert made.status_code == 201
    client_id = re.search(r"vx_test_[0-9a-f]{16}", made.text)
    assert client_id
    secret = ClientSecret(client_id.group(), shown(made))
    with httpx.Client(base_url=web_address, timeout=60) as http:
        http.headers["Authorization"] = f"Bearer {token_of(http, secret).json()['access_token']}"
        program = Sandbox(FIRST, secret, http)
        (order,) = program.port(program.open_case(), "08-465 004 50")
        assert order["outcome"] == "accept"
        before = instant()
        moved = portal.post("/sandbox/clock", amount=2, unit="hours")
        assert moved.status_code == 303, moved.text
        assert (instant() - before).total_seconds() == 7200
        page = portal.get("/sandbox").text
        assert "<code>porting_attempt.accept</code>" in page or "porting_number.confirm" in page
        assert page.index("porting_number.confirm") < page.index("delivery_case.opened")
        assert portal.post("/sandbox/reset").status_code == 303
        assert program.events()["items"] == []
    assert "delivery_case.opened" not in portal.get("/sandbox").text
    assert "sandlåda" in portal.get("/keys").text


def test_a_clock_that_cannot_go_there_says_how_far_it_can(portal: Portal) -> None:
    portal.post("/sandbox/open")
    before = instant()
    for amount, unit in ((0, "days"), (32, "days"), (100_000, "minutes")):
        refused = portal.post("/sandbox/clock", amount=amount, unit=unit)
        assert refused.status_code == 422
        assert 'href="#amount"' in refused.text
        assert "högst 31 dygn" in refused.text
        assert f'value="{amount}"' in refused.text
    assert instant() == before
