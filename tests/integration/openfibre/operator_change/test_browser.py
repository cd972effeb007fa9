"""The pages in a real browser: no sideways scroll at 320 px, nothing against the policy, names for all controls."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright
from sqlmodel import select

from accounts.access import SESSION_COOKIE
from accounts.models import Person
from accounts.usecases.sign_in import make_link, open_session
from infra.db import unit_of_work
from openfibre.operator_change.domain.parties import Party
from openfibre.operator_change.domain.reconcile import ListKind
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.usecases.hand_lists import sign_receipt
from openfibre.operator_change.usecases.set_wave import add_wave, confirm_freeze, set_freeze

from .conftest import MED, MED_2, UTAN, Change, access_row, service_row

pytestmark = pytest.mark.browser
PICTURES = os.environ.get("VAXLA_SCREENSHOTS")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
TABS = ("", "/timeline", "/data", "/reconciliation", "/correspondence")
# A control that a screen reader can name: it has a label, an aria-label, or words of its own.
NAMELESS = """() => [...document.querySelectorAll('main input:not([type=hidden]), main select, main textarea, main button')]
    .filter(e => !(e.labels && e.labels.length) && !e.getAttribute('aria-label') && !e.textContent.trim())
    .map(e => e.outerHTML)"""
TWICE = """() => [...document.querySelectorAll('[id]')].map(e => e.id)
    .filter((id, place, all) => all.indexOf(id) !== place)"""


def lived_in(change: Change) -> None:
    """A project with everything on its pages: files with findings, a freeze, lists that do not match."""
    change.at(date(2027, 1, 20))
    rows = [access_row(n, segment="FORETAG" if n == 3 else "PRIVAT") for n in range(1, 41)]
    change.send("AKO", Content.ACCESS, [*rows, rows[0]], Party.TKO)
    names = {n: (MED, MED_2, UTAN)[n % 3] for n in range(1, 41)}
    services = [service_row(n, who) for n, who in names.items()]
    change.send("AKO", Content.SERVICE, services, Party.TLA, Party.TLU)
    change.do("TKO", add_wave, change.project_id, name="Norr", technical_on=date(2027, 9, 6))
    change.at(date(2027, 4, 20))
    change.do("TKO", set_freeze, change.wave_id, first=date(2027, 4, 26), last=date(2027, 5, 5))
    change.do("AKO", confirm_freeze, change.wave_id)
    change.at(date(2027, 5, 6))
    down = [(f"AC-{n}", "Bredband", "2027-05-03") for n in range(1, 39)]
    up = [
        (f"AC-{n}", "Bredband", "2027-05-03") for n in range(1, 41) if names[n] != UTAN and n not in (7, 10)
    ]
    change.hand("AKO", ListKind.DISCONNECTED, *down)
    change.hand("TKO", ListKind.CONNECTED, *up)
    change.do("AKO", sign_receipt, change.wave_id, ListKind.DISCONNECTED)


@pytest.fixture
def page(web_address: str, change: Change) -> Iterator[Page]:
    lived_in(change)
    now = datetime.now(UTC)
    with unit_of_work() as session:
        person = session.exec(select(Person).where(Person.email == "tilda@exempel.se")).one()
        token = make_link(session, person, now).rsplit("/", 1)[1]
    with unit_of_work() as session:
        cookie = open_session(session, token, now).token
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        context = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900})
        context.add_cookies([{"name": SESSION_COOKIE, "value": cookie, "url": web_address}])
        yield context.new_page()
        browser.close()


def test_the_leads_pages(page: Page, web_address: str, change: Change) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for tab in TABS:
        page.goto(f"{web_address}/ko-byte/{change.project_id}{tab}")
        assert page.evaluate(NAMELESS) == [], tab
        assert page.evaluate(TWICE) == [], tab
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, tab
        if PICTURES:
            name = tab.strip("/") or "todo"
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=Path(PICTURES) / f"ko-byte-{name}-phone.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"ko-byte-{name}.png", full_page=tab != "")
    assert said == []
