"""X-01: from the mailed link to sign-off without JavaScript, and with the keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from delivery.customer_data.domain.codes import Code
from delivery.customer_data.gateways.sample_workbook import make_sample_workbook
from infra.db import unit_of_work
from infra.mail import OutgoingMail

from ..delivery.conftest import CONTACT, Delivery

pytestmark = pytest.mark.browser
# What has the focus: its name as a screen reader says it, and whether one sees that it has it.
FOCUSED = """() => { const at = document.activeElement, label = at.labels?.[0];
    const seen = getComputedStyle(at);
    return [(at.getAttribute('aria-label') || label?.innerText || at.innerText || at.name || '').trim(),
        seen.outlineStyle !== 'none' && parseFloat(seen.outlineWidth) >= 2] }"""
MOST_TABS = 60


def mailed_path() -> str:
    """The way in that the invitation holds."""
    with unit_of_work() as session:
        mails = session.exec(select(OutgoingMail).where(OutgoingMail.recipient == CONTACT)).all()
    found = re.search(r"/sign-in/[\w-]+", mails[-1].plain)
    assert found
    return found[0]


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    """A workbook with two faults, and the same put right."""
    faulty, right = tmp_path / "lista.xlsx", tmp_path / "lista rättad.xlsx"
    faulty.write_bytes(make_sample_workbook(users=6, faults=(Code.EMAIL_INVALID, Code.PHONE_FOREIGN)))
    right.write_bytes(make_sample_workbook(users=6))
    return faulty, right


def test_from_link_to_sign_off_without_javascript(
    opened: Delivery, visit: Callable[..., Page], lists: tuple[Path, Path]
) -> None:
    page = visit(java_script_enabled=False)
    page.goto(mailed_path())
    page.get_by_role("button", name="Logga in").click()
    page.get_by_role("link", name="Fyll i och godkänn").click()
    for name, heading in zip(lists, ("2 saker behöver rättas", "Inga fel hittades"), strict=True):
        page.get_by_label("Fil").set_input_files(name)
        page.get_by_role("button", name="Ladda upp och kontrollera").click()
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    page.get_by_role("button", name="Godkänn uppgifterna").click()
    expect(page.get_by_role("alert")).to_contain_text("Kryssa i rutan")
    page.get_by_label("Uppgifterna stämmer").check()
    press(page, "Godkänn uppgifterna")
    walk_preparations(page)
    walk_mandates(page)
    page.get_by_role("link", name="Läget").click()
    expect(page.get_by_role("heading", name="Så går det")).to_be_visible()
    page.locator("aside").get_by_role("link", name="Telia").click()
    page.get_by_role("button", name="Det är klart: Be Telia").click()
    expect(page.get_by_role("button", name="Ångra: Be Telia")).to_be_visible()
    assert opened.view().versions[0].signed_by == "Tove Exempelsson"


def press(page: Page, name: str, role: Literal["button", "link"] = "button") -> None:
    """Press what leads to another page, and wait until the whole of it is there: it may be asked what it lacks."""
    with page.expect_navigation():
        page.get_by_role(role, name=name).click()


def left(page: Page, words: str) -> int:
    return page.get_by_role("listitem").filter(has_text=words).filter(has_text="att göra").count()


def walk_preparations(page: Page) -> None:
    while left(page, "Förbered flytten"):
        press(page, "Förbered flytten", "link")
        for box in page.get_by_role("checkbox").all():
            box.check()
        press(page, "Spara")


def walk_mandates(page: Page) -> None:
    press(page, "Skriv under fullmakten", "link")
    while page.get_by_role("button", name="Skriv under").count():
        page.get_by_label("Ditt namn").fill("Tove Exempelsson")
        page.get_by_label("Jag får skriva under").check()
        press(page, "Skriv under")


def tab_to(page: Page, name: str, keys: str = "Tab") -> None:
    """Press until what has this name has the focus, which must be seen on each way-station."""
    for _ in range(MOST_TABS):
        page.keyboard.press(keys)
        said, is_seen = page.evaluate(FOCUSED)
        if said:
            assert is_seen, f"the focus on {said!r} cannot be seen"
        if name in said:
            return
    raise AssertionError(f"no way to {name!r} by {keys}")


def test_from_link_to_sign_off_by_keyboard_alone(
    opened: Delivery, visit: Callable[..., Page], lists: tuple[Path, Path]
) -> None:
    page = visit()
    page.on("filechooser", lambda _: None)  # from now: else it may not yet be listened for at Space
    page.goto(mailed_path())
    tab_to(page, "Till innehållet")
    page.keyboard.press("Enter")
    tab_to(page, "Logga in")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/*")
    tab_to(page, "Fyll i och godkänn")
    page.keyboard.press("Enter")
    page.wait_for_url("**/data")
    tab_to(page, "Fil")
    with page.expect_file_chooser() as chosen:
        page.keyboard.press("Space")
    chosen.value.set_files(lists[1])
    tab_to(page, "Ladda upp och kontrollera")
    page.keyboard.press("Enter")
    page.wait_for_url("**/data/1")
    tab_to(page, "Uppgifterna stämmer")
    page.keyboard.press("Space")
    tab_to(page, "Godkänn uppgifterna")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/*")
    tab_to(page, "English", "Shift+Tab")
    assert opened.view().versions[0].signed_by == "Tove Exempelsson"
