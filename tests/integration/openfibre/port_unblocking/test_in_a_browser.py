"""The pages in a real browser: at 320 pixels, without JavaScript, every control with a name of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlmodel import update

from infra.db import unit_of_work
from openfibre.port_unblocking.domain.states import CaseState
from openfibre.port_unblocking.models import Manner, UnblockingNetwork

from .conftest import Story
from .test_pages import HOME, Browser, people, switched  # noqa: F401  (a fixture and what it needs)

FLAGS = ["--no-sandbox", "--disable-dev-shm-usage"]
NAMELESS = """() => [...document.querySelectorAll('main input:not([type=hidden]), main select, main textarea')]
    .filter(each => !each.labels.length).map(each => each.outerHTML)"""
DOUBLED = """() => { const ids = [...document.querySelectorAll('[id]')].map(each => each.id);
    return ids.filter((id, place) => ids.indexOf(id) !== place) }"""


def look(browser: Browser, path: str, name: str) -> None:
    """Open a page as narrow as a small telephone and look it over."""
    from playwright.sync_api import sync_playwright

    cookies = [
        {"name": n, "value": v, "url": str(browser.http.base_url)} for n, v in browser.http.cookies.items()
    ]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        context = opened.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=True)
        context.add_cookies(cookies)
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        answer = page.goto(f"{browser.http.base_url}{path}")
        assert answer.status == 200
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        assert page.evaluate(NAMELESS) == []
        assert page.evaluate(DOUBLED) == []
        assert page.locator("h1").count() == 1
        assert said == []
        if folder := os.environ.get("VAXLA_SCREENSHOTS"):
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
        opened.close()


@pytest.mark.browser
def test_every_page_fits_a_small_telephone(people: dict[str, Browser], story: Story) -> None:  # noqa: F811
    waiting = story.open("BB-1000-100", access_id="STTA0003")
    case_id = switched(story, people["SP-N"])
    child = story.child(case_id, "SP-A").id
    look(people["SP-N"], HOME, "unblocking-list")
    look(people["SP-N"], f"{HOME}/new", "unblocking-new")
    look(people["SP-A"], f"{HOME}/{child}", "unblocking-displaced")
    look(people["owner"], "/fibre/networks", "unblocking-networks")
    story.contact(case_id)
    story.operator.script({"provider": "SP-A", "operation": "ACTIVATE", "work": "altered"})
    story.dispute(case_id)
    story.until(case_id, CaseState.ROLLBACK_INCOMPLETE)
    look(people["owner"], f"{HOME}/{case_id}", "unblocking-owner")
    with unit_of_work() as session:
        session.exec(update(UnblockingNetwork).values(manner=Manner.PORTAL))
    look(people["owner"], f"{HOME}/{case_id}", "unblocking-owner-portal")
    look(people["SP-N"], f"{HOME}/{waiting}", "unblocking-portal-question")


@pytest.mark.browser
def test_the_checks_with_the_consumer_fit_too(people: dict[str, Browser], story: Story) -> None:  # noqa: F811
    case_id = story.open()
    story.until(case_id, CaseState.VERIFYING)
    look(people["SP-N"], f"{HOME}/{case_id}", "unblocking-verify")
