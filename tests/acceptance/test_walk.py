"""One delivery walked in a real browser: the customer from link to sign-off, the planner from gate to go-live."""

from __future__ import annotations

import email
import email.policy
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from delivery.customer_data.gateways.sample_workbook import make_sample_workbook
from entrypoints.demo import cast
from entrypoints.first_start import PLANNER

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PICTURES = os.environ.get("VAXLA_SCREENSHOTS")


class Product:
    """The product's process, its mails, and hands on its clock."""

    def __init__(self, folder: Path) -> None:
        environment = {
            k: v for k, v in os.environ.items() if not k.startswith("VAXLA_") and k != "DATABASE_URL"
        }
        self.log = (folder.parent / "product.log").open("w")
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests/acceptance/product.py"), str(folder)],
            cwd=ROOT,
            env={**environment, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
        )
        self.about = self._answer()

    def _answer(self) -> dict[str, str]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the product ended; its log says why"
        return json.loads(line)

    def do(self, command: str) -> dict[str, str]:
        assert self.process.stdin is not None
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        return self._answer()

    def link_for(self, address: str) -> str:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            for path in sorted(Path(self.about["mail"]).glob("*.eml"), reverse=True):
                message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
                body = message.get_body(("plain",))
                text = body.get_content() if body else ""
                if message["to"] == address and "/sign-in/" in text:
                    return next(word for word in text.split() if "/sign-in/" in word)
            time.sleep(0.1)
        raise AssertionError(f"no link came to {address}")

    def stop(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(60)
        self.process.stdout.close()
        self.log.close()


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    made = Product(tmp_path_factory.mktemp("walk") / "data")
    yield made
    made.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield opened
        opened.close()


def person(browser: Browser, **options) -> Page:
    page = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900}, **options).new_page()
    page.set_default_timeout(30_000)
    expect.set_options(timeout=30_000)
    return page


def picture(page: Page, name: str) -> None:
    if not PICTURES:
        return
    folder = Path(PICTURES)
    folder.mkdir(parents=True, exist_ok=True)
    for suffix, width, scheme in (("", 1280, "light"), ("-mörk", 1280, "dark"), ("-telefon", 375, "light")):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=folder / f"{name}{suffix}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})


def no_sideways_scroll(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url
    page.set_viewport_size({"width": 1280, "height": 900})


def press(where: Page | Locator, name: str) -> None:
    """Press what leads to another page, and wait until the whole of it is there: nothing breaks it off, and it may
    be asked what it lacks."""
    page = where.page if isinstance(where, Locator) else where
    with page.expect_navigation():
        where.get_by_role("button", name=name).click()


def sign_in(page: Page, link: str) -> None:
    page.goto(link)
    press(page, "Logga in")


def test_a_delivery_from_link_to_hand_over(product: Product, browser: Browser, tmp_path: Path) -> None:
    case = product.do("order")["case"]
    customer = person(browser)
    sign_in(customer, product.link_for(cast.CONTACT_EMAIL))
    expect(customer).to_have_url(f"{product.about['base_url']}/cases/{case}")
    walk_customer(customer, tmp_path)

    planner = person(browser)
    planner.goto(f"{product.about['base_url']}/sign-in")
    picture(planner, "logga-in")
    planner.get_by_label("E-postadress").fill(PLANNER[1])
    press(planner, "Mejla en länk")
    sign_in(planner, product.link_for(PLANNER[1]))
    walk_planner(planner, customer, product, case, tmp_path)


def walk_customer(page: Page, tmp_path: Path) -> None:
    picture(page, "kund-att-göra")
    no_sideways_scroll(page)
    faulty, right = tmp_path / "lista.xlsx", tmp_path / "lista-rättad.xlsx"
    faulty.write_bytes(make_sample_workbook(cast.USERS, cast.FAULTS, "sv", cast.SEED))
    right.write_bytes(make_sample_workbook(cast.USERS, (), "sv", cast.SEED))
    with page.expect_navigation():
        page.get_by_role("link", name="Fyll i och godkänn").click()
    picture(page, "kund-ladda-upp")
    page.get_by_label("Fil").set_input_files(faulty)
    page.get_by_role("button", name="Ladda upp och kontrollera").click()
    expect(page.get_by_role("heading", name="4 saker behöver rättas")).to_be_visible()
    picture(page, "kund-fel")
    no_sideways_scroll(page)
    page.get_by_label("Fil").set_input_files(right)
    page.get_by_role("button", name="Ladda upp och kontrollera").click()
    expect(page.get_by_role("heading", name="Inga fel hittades")).to_be_visible()
    page.wait_for_load_state()
    picture(page, "kund-godkänn")
    if page.get_by_label("saknar operatör").count():
        page.get_by_label("saknar operatör").select_option("TELIA")
    page.get_by_label("Uppgifterna stämmer").check()
    press(page, "Godkänn uppgifterna")
    while (
        page.get_by_role("listitem").filter(has_text="Förbered flytten").filter(has_text="att göra").count()
    ):
        with page.expect_navigation():
            page.get_by_role("link", name="Förbered flytten").click()
        picture(page, "kund-förberedelse")
        for box in page.get_by_role("checkbox").all():
            box.check()
        press(page, "Spara")
    with page.expect_navigation():
        page.get_by_role("link", name="Skriv under fullmakten").click()
    while page.get_by_role("button", name="Skriv under").count():
        picture(page, "kund-fullmakt")
        page.get_by_label("Ditt namn").fill(cast.CONTACT)
        page.get_by_label("Jag får skriva under").check()
        press(page, "Skriv under")
    with page.expect_navigation():  # only then its script hears what is typed
        page.get_by_role("link", name="Fakturan", exact=True).click()
    page.get_by_label("E-post för fakturor").fill("faktura@exempel.se")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Sparat")).to_be_visible()
    picture(page, "kund-faktura")
    no_sideways_scroll(page)
    page.get_by_role("button", name="Klart").click()
    expect(page.get_by_role("heading", name="Utbildning")).to_be_visible()
    page.get_by_label("Nej").check()
    page.get_by_role("button", name="Klart").click()
    expect(page.get_by_text("Utbildning: klart")).to_be_visible()


def walk_planner(page: Page, customer: Page, product: Product, case: str, tmp_path: Path) -> None:
    base = f"{product.about['base_url']}/planner/cases/{case}"
    picture(page, "planerare-ärenden")
    no_sideways_scroll(page)
    page.goto(f"{product.about['base_url']}/planner/mine")
    expect(page.get_by_role("link", name="Teknisk och administrativ leveransledare")).to_be_visible()
    picture(page, "planerare-väntar-på-mig")
    no_sideways_scroll(page)
    for name, path in (("tavla", "board"), ("kalender", f"calendar?from={cast.GO_LIVE_ON}")):
        page.goto(f"{product.about['base_url']}/planner/{path}")
        expect(page.get_by_role("link", name=cast.COMPANY)).to_be_visible()
        picture(page, f"planerare-{name}")
        no_sideways_scroll(page)
    walk_plan(page, base)
    page.goto(base)
    press(page, "Tilldela")
    product.do("workdays 3")
    page.reload()
    page.get_by_label("Uppstartsmöte, tid").fill("2027-01-18T10:00")
    press(page, "Boka")
    press(page, "Mötet är hållet")
    stock = tmp_path / "kort.csv"
    stock.write_text(cast.sim_stock(cast.USERS), encoding="utf-8")
    page.goto(f"{base}/sims")
    page.get_by_label("Fil från korttillverkaren").set_input_files(stock)
    press(page, "Lägg in i lager")
    product.do("settle")
    page.goto(base)
    picture(page, "planerare-ärende")
    no_sideways_scroll(page)
    press(page, "Öppna Genomförande")
    product.do("settle")

    page.goto(f"{base}/numbers")
    picture(page, "planerare-avslag")
    page.get_by_label("Vad sades?").fill("Avtalet står på dotterbolaget.")
    press(page, "Anteckna kontakten")
    press(page, "Skicka nytt försök")
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Ägarens id").fill(cast.SUBSIDIARY_NUMBER)
    page.get_by_label("Ägarens namn").fill(cast.SUBSIDIARY)
    page.get_by_label("Kunden godkänner avgiften").check()
    press(page, "Skicka nytt försök")
    product.do("workdays 4")
    page.goto(f"{base}/numbers")
    picture(page, "planerare-nummer")
    no_sideways_scroll(page)

    walk_sim_desk(page, product.about["base_url"])
    page.goto(f"{base}/sims")
    picture(page, "planerare-sim")
    customer.goto(f"{product.about['base_url']}/cases/{case}/status")
    picture(customer, "kund-läget")
    no_sideways_scroll(customer)
    press(customer, "Paketet har kommit")
    for activity in ("Licenser enligt avtalet", "Abonnemang registrerade", "Anknytningar, svarsgrupper"):
        page.goto(base)
        press(page.get_by_role("row", name=activity), "Klart")
    press(page, "Öppna Driftsättning")
    customer.goto(f"{product.about['base_url']}/cases/{case}")
    press(customer, "Det är klart")

    walk_decision(page, base)
    product.do(f"goto {cast.GO_LIVE_ON}T10:00:00+01:00")
    # Nobody reloads: the page hears of the numbers by its stream.
    live = page.locator("#live")
    expect(live.get_by_text("flyttat", exact=True).first).to_be_attached()
    picture(page, "planerare-driftstart-pågår")
    product.do(f"goto {cast.GO_LIVE_ON}T15:00:00+01:00")
    page.goto(base)
    press(page.get_by_role("row", name="Dokumentation"), "Klart")
    page.goto(f"{base}/go-live")
    press(page, "Dra stickprov")
    picture(page, "planerare-driftstart")
    while page.get_by_role("button", name="Fungerar").count():
        with page.expect_navigation():
            page.get_by_role("button", name="Fungerar").first.click()
    press(page, "Sätt i drift")
    expect(page.get_by_role("button", name="Lämna över")).to_be_visible()
    press(page, "Lämna över")
    expect(page.get_by_role("alert")).to_contain_text("två arbetsdagar")
    product.do("workdays 2")
    page.goto(f"{base}/go-live")
    press(page, "Lämna över")
    expect(page.get_by_text("Överlämnad till kundservice.")).to_be_visible()
    picture(page, "planerare-överlämnad")
    with page.expect_download() as download:
        page.get_by_role("link", name="Hämta dokumentationen").click()
    assert download.value.suggested_filename.endswith(".zip")


def walk_sim_desk(page: Page, address: str) -> None:
    """What waits of cards over all cases: packed, with its papers, handed to the carrier."""
    page.goto(f"{address}/planner/sims")
    expect(page.get_by_role("link", name="Att packa")).to_be_visible()
    picture(page, "planerare-sim-lager")
    no_sideways_scroll(page)
    press(page, "Packa")
    expect(page.get_by_role("link", name="Packsedel (PDF)")).to_be_visible()
    picture(page, "planerare-sim-lämna-över")
    with page.expect_response("**/inserts") as inside:
        page.get_by_role("button", name="Kuvertens insida (PDF)").click()
    assert inside.value.headers["content-type"] == "application/pdf"
    page.goto(f"{address}/planner/sims?what=reveals")
    expect(page.get_by_role("row", name=PLANNER[0]).first).to_be_visible()
    picture(page, "planerare-sim-visade-koder")
    page.goto(f"{address}/planner/sims?what=send")
    page.get_by_label("Kollinummer").fill("EX123456789SE")
    press(page, "Skicka")
    with page.expect_navigation():
        page.get_by_role("link", name="På väg").click()
    expect(page.get_by_text("EX123456789SE")).to_be_visible()


def walk_plan(page: Page, base: str) -> None:
    """A change is shown before it is saved; one that is left changes nothing, one that is saved is there."""
    page.goto(f"{base}/plan")
    picture(page, "planerare-plan")
    no_sideways_scroll(page)
    page.get_by_label("En aktivitet blir klar en annan dag").select_option("configuration")
    page.get_by_label("Väntas bli klar").fill("2027-02-12")
    page.get_by_label("Anledning").fill("Växelteknikern är sjuk.")
    press(page, "Visa skillnaden")
    expect(page.get_by_role("heading", name="Så blir det")).to_be_visible()
    picture(page, "planerare-skillnaden")
    no_sideways_scroll(page)
    with page.expect_navigation():
        page.get_by_role("link", name="Låt det vara").click()
    expect(page.get_by_text("väntas", exact=True)).to_have_count(0)
    page.get_by_label("Softphone").check()
    press(page, "Visa skillnaden")
    with page.expect_navigation():
        page.get_by_role("link", name="Låt det vara").click()
    page.get_by_label("En aktivitet blir klar en annan dag").select_option("configuration")
    page.get_by_label("Väntas bli klar").fill("2027-02-12")
    page.get_by_label("Anledning").fill("Växelteknikern är sjuk.")
    press(page, "Visa skillnaden")
    press(page, "Spara och berätta")
    expect(page.get_by_text("väntas", exact=True)).to_have_count(1)


def walk_decision(page: Page, base: str) -> None:
    """Before the last stop: go, and the users are told."""
    page.goto(f"{base}/go-live")
    picture(page, "planerare-köra-eller-stoppa")
    no_sideways_scroll(page)
    press(page, "Vi kör")
    expect(page.locator("#live").get_by_text("Beslutat: vi kör")).to_be_visible()
    page.get_by_text("Meddela användarna").click()
    page.get_by_role("textbox", name="Meddelande").fill("Starta om telefonen efter klockan tio.")
    press(page, "Skicka")
    expect(page.get_by_text("Starta om telefonen efter klockan tio.")).to_be_visible()
