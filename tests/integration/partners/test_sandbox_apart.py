"""PA-03: nothing leads from a sandbox to live, or from one partner's sandbox to another's."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from alembic.config import Config
from sqlalchemy import text

import entrypoints.work  # noqa: F401  (the tasks that a worker does)
from accounts import tokens
from accounts.domain.actor import Actor, ActorKind
from accounts.usecases.api_clients import signing_keys
from alembic import command
from delivery.queries import list_cases
from entrypoints.migrations import upgrade
from infra.celery_app import app
from infra.db import get_engine, metadata, unit_of_work
from infra.migrating import sandboxes
from infra.queues import MAKE_BASES, RELAY, WATCH_SANDBOXES
from infra.sandboxes import LIVE, at, sandbox_of
from infra.settings import get_settings
from partners.api import sandbox as edge
from partners.request_log import WRITER
from partners.tasks import HANDS, work_one_sandbox
from partners.usecases import work_sandbox
from portingsvc.gateways import routing
from portingsvc.gateways.scripted import ScriptedClearinghouse
from simulators.gateway.process import GatewayProcess

from .conftest import Partner
from .sandboxes import FIRST, SECOND, Sandbox, opened

CASES = "/api/v1/delivery-cases"
INI = Path(__file__).parents[3] / "alembic.ini"
# The log of calls is one, so that a partner's people find each by its id.
KNOWN_LIVE = {"api_request"}
STATE = "/api/v1/sandbox/clock"


@pytest.fixture
def open_one(web_address: str, clean: str) -> Iterator[Callable[..., Sandbox]]:
    made: list[httpx.Client] = []

    def one(*about: Any) -> Sandbox:
        made.append(httpx.Client(base_url=web_address, timeout=60))
        return opened(made[-1], *about)

    yield one
    WRITER.settle()
    for each in made:
        each.close()


@pytest.fixture
def sandbox(open_one: Callable[..., Sandbox]) -> Sandbox:
    return open_one(FIRST, "5599999025")


def rows(place: str) -> dict[str, int]:
    """How many rows each table of a place has."""
    with at(place), unit_of_work() as session:
        return {
            table.name: int(session.scalar(text(f"SELECT count(*) FROM {table.name}")) or 0)
            for table in metadata.sorted_tables
        }


def until(true: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_whole_story_in_a_sandbox_changes_no_row_of_live(
    sandbox: Sandbox, gateway: GatewayProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows of every table are counted. The gateway that live would ask runs, and hears nothing."""
    monkeypatch.setenv("VAXLA_GATEWAY_URL", gateway.base_url)
    get_settings.cache_clear()
    routing.clearinghouse().close()
    routing.clearinghouse.cache_clear()
    routing._live_gateways.cache_clear()
    before = rows(LIVE)
    case = sandbox.open_case()
    sandbox.port(case, "08-465 004 50", "08-465 004 26", "08-465 004 01")
    sandbox.advance(days=20)
    app.tasks[MAKE_BASES].run()
    app.tasks[RELAY].run()
    after = rows(LIVE)
    assert {name for name in before if before[name] != after[name]} <= KNOWN_LIVE
    assert gateway.books()["requests_received"] == 0
    inside = rows(sandbox_of(sandbox.id))
    grown = ("delivery_case", "porting_attempt", "outbox_event", "outgoing_mail", "scripted_dossier")
    assert all(inside[name] > after[name] for name in grown)
    assert inside["fee_entry"] > 0
    assert after["fee_entry"] == 0
    assert [name for name in inside if name.startswith("invoicing_invoice") and inside[name]] == []
    with sandbox.inside():
        (only,) = routing.gateways()
    assert isinstance(only, ScriptedClearinghouse)
    get_settings.cache_clear()


def test_a_test_key_sees_no_live_case_and_a_live_key_no_sandbox_case(
    sandbox: Sandbox, open_one: Callable[..., Sandbox], make_partner: Callable[..., Partner]
) -> None:
    live = make_partner("5599999025")  # the very partner whose sandbox it is
    assert live.id == sandbox.id
    played = sandbox.open_case()
    in_live = live.http.post(
        CASES,
        json={
            "customer": {"name": "Exempelverken AB", "org_number": "559999-9009"},
            "contact": {"name": "Tove Exempelsson", "email": "tove@exempel.se"},
            "go_live_on": "2027-03-10",
            "agreement_address": {"street": "Exempelgatan 1", "postcode": "111 22", "town": "Stockholm"},
        },
    ).json()["id"]
    for who, own, foreign in ((live, in_live, played), (sandbox, played, in_live)):
        assert [each["id"] for each in who.http.get(CASES).json()["items"]] == [own]
        assert who.http.get(f"{CASES}/{foreign}").status_code == 404
    other = open_one(SECOND, "5599999041")
    assert other.http.get(CASES).json()["items"] == []
    assert other.http.get(f"{CASES}/{played}").status_code == 404
    with unit_of_work() as session:
        planner = Actor(ActorKind.PLANNER, "Pia Planerare")
        assert [str(each.id) for each in list_cases(session, planner, now=datetime.now(UTC))] == [in_live]


def test_a_live_key_has_no_clock_to_move(partner: Partner, web_address: str) -> None:
    for method, path in (
        ("GET", "clock"),
        ("POST", "clock"),
        ("GET", "donors"),
        ("POST", "ports"),
        ("POST", "reset"),
    ):
        refused = partner.http.request(method, f"/api/v1/sandbox/{path}", json={"days": 1})
        assert (refused.status_code, refused.json()["code"]) == (403, "TEST_KEY_NEEDED"), path
        stranger = httpx.request(method, f"{web_address}/api/v1/sandbox/{path}", timeout=60)
        assert stranger.status_code == 401


def test_a_token_is_good_for_its_own_place_only(
    sandbox: Sandbox, open_one: Callable[..., Sandbox], make_partner: Callable[..., Partner]
) -> None:
    """Tokens with our own signature that say another place than their key's: each is refused."""
    other = open_one(SECOND, "5599999041")
    live = make_partner("5599999025")
    forged = (
        (sandbox, ""),
        (sandbox, sandbox_of(other.id)),
        (sandbox, "public"),
        (live, sandbox_of(sandbox.id)),
        (live, sandbox_of(other.id)),
    )
    for who, place in forged:
        token = tokens.issue(
            signing_keys()[0],
            subject=who.secret.client_id,
            scopes=["cases:read"],
            machine_now=datetime.now(UTC),
            sandbox=place,
        )
        refused = httpx.get(
            str(who.http.base_url).rstrip("/") + CASES,
            headers={"Authorization": f"Bearer {token}"},
            timeout=60,
        )
        assert (refused.status_code, refused.json()["code"]) == (401, "TOKEN_INVALID"), place


def test_a_revoked_test_key_opens_nothing(sandbox: Sandbox) -> None:
    with get_engine().begin() as connection:
        connection.execute(text("UPDATE api_client SET revoked_at = now()"))
    assert sandbox.http.get(STATE).status_code == 401


def test_a_worker_does_what_was_rung_for_and_finishes_a_clock_left_on_its_way(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = sandbox.open_case()
    (order,) = sandbox.port(case, "08-465 004 50")
    work_one_sandbox(sandbox_of(sandbox.id))
    until(lambda: sandbox.order(order["id"])["attempts"][0]["outcome"] == "submitted")
    monkeypatch.setattr(edge, "_WAIT_SECONDS", 0.0)
    goal = sandbox.clock()["farthest"]
    left = sandbox.http.post(STATE, json={"to": goal})
    assert left.status_code == 202
    assert datetime.fromisoformat(left.json()["advancing_to"]) == datetime.fromisoformat(goal)
    app.tasks[WATCH_SANDBOXES].run()
    until(lambda: sandbox.clock()["advancing_to"] is None)
    assert datetime.fromisoformat(sandbox.clock()["now"]) == datetime.fromisoformat(goal)
    assert sandbox.order(order["id"])["numbers"] == {"ported": 1}
    until(lambda: HANDS.running == 0)


def test_what_was_asked_before_the_clock_was_sent_is_done_before_it_moves(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker is at it already and has looked for requests, when one is made and the clock is sent on its way."""
    case, before = sandbox.open_case(), sandbox.instant()
    settle, made, goal = work_sandbox._settle, [], []

    def settle_and_be_overtaken(*how: Any) -> bool:
        done = settle(*how)
        if not made:
            made.extend(sandbox.port(case, "08-465 004 50"))
            goal.append(datetime.fromisoformat(made[0]["port_at"]) + timedelta(hours=1))
            assert sandbox.http.post(STATE, json={"to": goal[0].isoformat()}).status_code == 202
        return done

    monkeypatch.setattr(edge, "_WAIT_SECONDS", 0.0)
    monkeypatch.setattr(work_sandbox, "_settle", settle_and_be_overtaken)
    assert work_sandbox.work_sandbox(sandbox.id, seconds=120)
    assert sandbox.instant() == goal[0]
    (sent,) = (each for each in sandbox.events(limit=200)["items"] if each["type"] == "porting_attempt.send")
    assert datetime.fromisoformat(sent["occurred_at"]) == before
    assert sandbox.order(made[0]["id"])["numbers"] == {"ported": 1}


def versions(place: str) -> set[str]:
    """At which migrations live and a sandbox are."""
    with get_engine().connect() as connection:
        query = "SELECT version_num FROM {}.alembic_version"
        return {str(connection.scalar(text(query.format(where)))) for where in ("public", place)}


def test_the_product_upgrades_sandboxes_with_live(sandbox: Sandbox) -> None:
    place = sandbox_of(sandbox.id)
    assert place in sandboxes()
    command.downgrade(Config(str(INI), attributes={"place": place}), "-1")
    assert len(versions(place)) == 2
    upgrade()
    assert len(versions(place)) == 1
    assert sandbox.port(sandbox.open_case(), "08-465 004 50")
