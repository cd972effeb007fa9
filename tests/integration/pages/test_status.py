"""CU-07, NP-09: the status follows the case while one looks; what ends at the old operator is ticked off."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Page, Route, expect
from sqlmodel import select, update

from accounts.live_page import Watch, lines
from accounts.models import WebSession
from accounts.usecases.sign_in import SESSION_IDLE
from customer_portal.next_words import NEXT_WORDS
from customer_portal.ways import way_of
from delivery.domain.next_action import CUSTOMER_ROLES, RULES, WAITS
from delivery.domain.states import CaseState
from delivery.ending.domain.steps import STEPS
from delivery.ending.models import EndingStep
from delivery.usecases.change_go_live import change_go_live
from infra.db import unit_of_work
from infra.formats import day
from infra.outbox import OutboxEvent
from infra.streaming import Pace
from kernel.workdays import add_workdays
from portingsvc.domain.states import OrderState
from portingsvc.queries import orders_of_case

from ..delivery.conftest import CSRF, GO_LIVE_ON, Delivery

LATER = add_workdays(GO_LIVE_ON, 2)


def postpone(opened: Delivery) -> None:
    opened.plan(change_go_live, LATER, reason="kunden bad om det")


@pytest.mark.browser
def test_news_shows_without_a_reload(opened: Delivery, visit: Callable[..., Page]) -> None:
    page = visit(opened.customer.person_id)
    with page.expect_response("**/status/stream") as streamed:
        page.goto(f"/cases/{opened.case_id}/status")
    assert streamed.value.headers["content-type"].startswith("text/event-stream")
    page.evaluate("window.same = true")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    postpone(opened)
    expect(page.get_by_text(day(LATER, "sv")).first).to_be_visible()
    assert page.evaluate("window.same"), "the page was not loaded anew"
    assert len(asked) == 1, "it looked when it was told, and not before"
    expect(page.get_by_role("status").first).to_have_text("Läget har uppdaterats.")


@pytest.mark.browser
def test_what_happens_before_the_stream_comes_through_is_news_too(
    opened: Delivery, visit: Callable[..., Page]
) -> None:
    page = visit(opened.customer.person_id)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/status/stream", hold)
    page.add_init_script("window.setInterval = () => 0")  # only the stream brings news
    page.goto(f"/cases/{opened.case_id}/status")
    postpone(opened)
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.get_by_text(day(LATER, "sv")).first).to_be_visible()


@pytest.mark.browser
def test_where_no_stream_comes_through_the_page_asks(opened: Delivery, visit: Callable[..., Page]) -> None:
    page = visit(opened.customer.person_id)
    page.route("**/status/stream", lambda route: route.abort())
    page.goto(f"/cases/{opened.case_id}/status")
    postpone(opened)
    expect(page.get_by_text(day(LATER, "sv")).first).to_be_visible()


def test_the_stream_tells_of_news_and_ends_with_the_session(opened: Delivery, browser: httpx.Client) -> None:
    cookie = browser.cookies["session"]

    async def follow() -> list[str]:
        told: list[str] = []
        async for line in lines(Watch(opened.case_id, cookie), Pace(look=0.02, heartbeat=0.1)):
            told.append(line.partition("event: ")[2].partition("\n")[0])
            if told == ["here"]:
                postpone(opened)
            if told[-1] == "here" and "changed" in told:
                with unit_of_work() as session:
                    long_ago = datetime.now(UTC) - SESSION_IDLE - timedelta(minutes=1)
                    session.exec(update(WebSession).values(seen_at=long_ago))
        return told

    with ThreadPoolExecutor(1) as pool:
        told = pool.submit(lambda: asyncio.run(asyncio.wait_for(follow(), 60))).result()
    assert told[:2] == ["here", "changed"]
    assert set(told[2:]) == {"here"}


def test_an_open_page_does_not_keep_its_session_alive(opened: Delivery, browser: httpx.Client) -> None:
    seen = datetime.now(UTC) - timedelta(minutes=30)
    with unit_of_work() as session:
        session.exec(update(WebSession).values(seen_at=seen))
    assert Watch(opened.case_id, browser.cookies["session"]).may_stay()
    with unit_of_work() as session:
        assert session.exec(select(WebSession)).one().seen_at == seen


def test_a_foreign_case_has_no_stream_and_no_list(opened: Delivery, browser: httpx.Client) -> None:
    for path in ("status/stream", "old-operator"):
        assert browser.get(f"/cases/{uuid4()}/{path}").status_code == 404
    ticked = browser.post(f"/cases/{uuid4()}/old-operator/TELIA/equipment", data={"csrf": CSRF, "done": "1"})
    assert ticked.status_code == 404


def test_the_list_for_the_old_operator_is_ticked_and_unticked(
    opened: Delivery, browser: httpx.Client
) -> None:
    here = f"/cases/{opened.case_id}/old-operator"
    assert "Säg inget upp innan dess" in browser.get(here).text
    opened.sign(opened.upload().number)
    page = browser.get(here).text
    assert page.count("Be Telia om en lista") == 2, "in the text and in the button's own name"
    for _ in range(2):  # a double click changes nothing
        answer = browser.post(f"{here}/TELIA/list_services", data={"csrf": CSRF, "done": "yes"})
        assert answer.headers["location"].endswith("#TELIA")
    with unit_of_work() as session:
        assert session.exec(select(EndingStep)).one().done_by == "Tove Exempelsson"
        told = session.exec(select(OutboxEvent).where(OutboxEvent.kind == "ending_step.ticked")).all()
        assert [(each.stream, each.payload["done"]) for each in told] == [("operator", True)]
    assert f"1 av {len(STEPS)} klara" in browser.get(f"/cases/{opened.case_id}/status").text
    browser.post(f"{here}/TELIA/list_services", data={"csrf": CSRF})
    with unit_of_work() as session:
        assert session.exec(select(EndingStep)).first() is None
    unknown = browser.post(f"{here}/TELIA/kaffe", data={"csrf": CSRF, "done": "yes"})
    assert (unknown.status_code, "Ladda om sidan" in unknown.text) == (422, True)
    assert browser.post(f"{here}/TELAVOX/equipment", data={"csrf": CSRF}).status_code == 404


@pytest.fixture
def order(opened: Delivery):
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    with unit_of_work() as session:
        return orders_of_case(session, opened.case_id)[0]


def test_a_number_s_way_has_three_steps_and_a_refusal_is_one(order) -> None:
    standings = {
        state: [step.standing for step in way_of(replace(order, state=state))] for state in OrderState
    }
    assert standings[OrderState.READY] == ["now", "coming", "coming"]
    assert standings[OrderState.SUBMITTED] == ["done", "now", "coming"]
    assert standings[OrderState.ACTION_REQUIRED] == ["done", "bad", "coming"]
    assert standings[OrderState.DATE_CONFIRMED] == ["done", "done", "now"]
    assert standings[OrderState.PORTED] == ["done", "done", "done"]
    assert standings[OrderState.CANCELLED] == []
    refused = way_of(replace(order, state=OrderState.ACTION_REQUIRED))[1]
    assert refused.text.format("sv", donor="Telia") == "Telia har sagt nej"


def test_the_customer_is_never_told_what_our_own_people_shall_do() -> None:
    ours = {rule.key for rule in (*RULES, *WAITS) if rule.owner not in CUSTOMER_ROLES}
    assert set(NEXT_WORDS) == ours
