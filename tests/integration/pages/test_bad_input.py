"""Whatever is sent, however it goes wrong: the person is told what to do next, and nothing is lost."""

from __future__ import annotations

import io
import json
import re
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect
from sqlmodel import select, update

from accounts.models import Person, SignInLink, WebSession
from accounts.usecases.sign_in import make_link
from delivery.customer_data.gateways.sample_workbook import make_sample_workbook
from delivery.customer_data.usecases.run_imports import run_imports
from delivery.domain.states import DataState
from infra.db import unit_of_work

from ..customer_data.old_excel import old_workbook
from ..customer_data.test_reading import open_document
from ..delivery.conftest import CONTACT, CSRF, USERS, Delivery

SAMPLES = Path(__file__).parents[2] / "fixtures/samples"
PHOTO = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(2000)
ROWS = [["Namn", "E-post"], ["Anna Ek", "anna@exempel.se"]]
# What a page must hold that tells a person how to go on.
WAY_OUT = re.compile(r"Ladda upp en rättad fil|Inga fel hittades|Användare, svarsgrupper och nummer")


def workbook(rows: list[list[str]]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def open_rows(rows: list[list[str]]) -> str:
    """The rows as OpenDocument writes them."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    return "".join(
        f"<table:table-row>{''.join(cell.format(each) for each in row)}</table:table-row>" for row in rows
    )


def files() -> Iterator[tuple[str, bytes, str]]:
    """Each bad or odd file, and what the page says about it."""
    for sample in sorted(SAMPLES.glob("*.xlsx")):
        wanted = json.loads(sample.with_suffix(".expected.json").read_text(encoding="utf-8"))
        faults = len(wanted["errors"])
        yield (
            sample.name,
            sample.read_bytes(),
            f"{faults} saker behöver rättas" if faults else "Inga fel hittades",
        )
    yield "gammal.xls", old_workbook(ROWS), "Inga fel hittades"
    yield "lista.ods", open_document(open_rows(ROWS)), "Inga fel hittades"
    yield "fel.ods", open_document(open_rows([ROWS[0], ["Anna Ek", "anna"]])), "En sak behöver rättas"
    yield "bild.xlsx", PHOTO, "bild"
    yield "bild.ods", PHOTO, "bild"
    yield "formel.xlsx", workbook([ROWS[0], ["Anna Ek", '=A2&"@exempel.se"']]), "formel"
    yield "tom.csv", b"", "Ladda upp en rättad fil"
    many = "Namn;E-post\n" + "".join(f"Anna Ek;anna.{n}@exempel.se\n" for n in range(200_000))
    yield "lång.csv", many.encode(), "rader"


def signed(opened: Delivery) -> tuple[int, str]:
    """What holds: which version is signed, and by whom."""
    (version,) = (each for each in opened.view().versions if each.state is DataState.SIGNED)
    return version.number, version.signed_by


def test_every_file_is_told_what_to_do_next_and_what_was_signed_still_holds(
    opened: Delivery, browser: httpx.Client
) -> None:
    base = f"/cases/{opened.case_id}/data"
    opened.sign(opened.upload().number)
    before = signed(opened)
    for name, content, words in files():
        answer = browser.post(base, data={"csrf": CSRF}, files={"file": (name, content)})
        assert answer.status_code in (303, 413, 422), name
        if "/imports/" in answer.headers.get("location", ""):
            run_imports(datetime.now(UTC))
        page = answer
        while page.status_code == 303:
            page = browser.get(page.headers["location"])
        assert words in page.text, (name, re.sub(r"<[^>]+>|\s+", " ", page.text)[:1500])
        assert WAY_OUT.search(page.text), name
        assert signed(opened) == before, f"{name} replaced what was signed, and nobody signed it"


def test_a_line_that_breaks_half_way_leaves_nothing_behind(
    opened: Delivery, browser: httpx.Client, right: Path
) -> None:
    base = f"/cases/{opened.case_id}/data"
    request = browser.build_request(
        "POST", base, data={"csrf": CSRF}, files={"file": ("lista.xlsx", right.read_bytes())}
    )
    body = request.read()
    head = f"POST {base} HTTP/1.1\r\n" + "".join(
        f"{name}: {value}\r\n" for name, value in request.headers.items()
    )
    with socket.create_connection((request.url.host, request.url.port or 80)) as line:
        line.sendall(f"{head}\r\n".encode() + body[: len(body) // 2])
        line.shutdown(socket.SHUT_WR)
        line.settimeout(60)
        assert not line.recv(1_000).startswith(b"HTTP/1.1 303"), "half a file was taken for a whole one"
    page = browser.get(base)
    assert page.status_code == 200
    assert opened.view().versions == ()
    assert (
        browser.send(
            browser.build_request(
                "POST", base, data={"csrf": CSRF}, files={"file": ("lista.xlsx", right.read_bytes())}
            )
        ).status_code
        == 303
    )
    assert len(opened.view().versions) == 1


def test_two_tabs_that_send_the_same_file_at_the_same_moment_get_one_version(
    opened: Delivery, browser: httpx.Client, right: Path
) -> None:
    content = right.read_bytes()

    def send(_: int) -> str:
        with httpx.Client(base_url=browser.base_url, cookies=browser.cookies, timeout=60) as tab:
            sent = tab.post(
                f"/cases/{opened.case_id}/data", data={"csrf": CSRF}, files={"file": ("lista.xlsx", content)}
            )
        assert sent.status_code == 303, sent.text
        return sent.headers["location"].split("?")[0]

    with ThreadPoolExecutor(4) as tabs:
        led_to = set(tabs.map(send, range(4)))
    assert led_to == {f"/cases/{opened.case_id}/data/1"}
    assert len(opened.view().versions) == 1


@pytest.fixture
def page(opened: Delivery, visit: Callable[..., Page]) -> Page:
    return visit(opened.customer.person_id)


@pytest.fixture
def right(tmp_path: Path) -> Path:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(make_sample_workbook(users=USERS))
    return path


def upload(page: Page, opened: Delivery, path: Path) -> None:
    page.goto(f"/cases/{opened.case_id}/data")
    page.get_by_label("Fil").set_input_files(path)
    page.get_by_role("button", name="Ladda upp och kontrollera").click()


@pytest.mark.browser
def test_a_line_that_breaks_is_said_so_and_the_file_is_still_chosen(
    opened: Delivery, page: Page, right: Path
) -> None:
    page.route(
        "**/data", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    upload(page, opened, right)
    expect(page.get_by_text("Förbindelsen bröts. Inget har ändrats; försök igen.")).to_be_visible()
    assert opened.view().versions == ()
    page.unroute("**/data")
    page.get_by_role("button", name="Ladda upp och kontrollera").click()
    expect(page.get_by_role("heading", name="Inga fel hittades")).to_be_visible()
    assert len(opened.view().versions) == 1


@pytest.mark.browser
def test_two_tabs_a_double_click_and_the_back_button_do_it_once(
    opened: Delivery, page: Page, right: Path
) -> None:
    upload(page, opened, right)
    expect(page.get_by_role("heading", name="Inga fel hittades")).to_be_visible()
    other = page.context.new_page()
    upload(other, opened, right)
    expect(other.get_by_text("Inget har ändrats")).to_be_visible()
    assert len(opened.view().versions) == 1
    for tab in (page, other):
        tab.get_by_label("Uppgifterna stämmer").check()
    page.get_by_role("button", name="Godkänn uppgifterna").dblclick()
    page.wait_for_url(f"**/cases/{opened.case_id}")
    other.get_by_role("button", name="Godkänn uppgifterna").click()
    expect(other.get_by_role("alert")).to_be_visible()
    expect(other.get_by_role("heading", name="Den här versionen gäller")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("lista.xlsx").first).to_be_visible()
    assert signed(opened) == (1, "Tove Exempelsson")


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False])
def test_a_double_click_uploads_once_and_going_back_answers_anew(
    opened: Delivery, right: Path, visit: Callable[..., Page], script: bool
) -> None:
    page = visit(opened.customer.person_id, java_script_enabled=script)
    page.goto(f"/cases/{opened.case_id}/data")
    page.get_by_label("Fil").set_input_files(right)
    page.get_by_role("button", name="Ladda upp och kontrollera").dblclick()
    expect(page.get_by_role("heading", name="Inga fel hittades")).to_be_visible()
    assert len(opened.view().versions) == 1

    page.goto(f"/cases/{opened.case_id}/questions/company")
    for name in ("Exempelverken i Luleå AB", "Exempelverken i Boden AB"):
        page.get_by_label("Företagets namn").fill(name)
        page.get_by_role("button", name="Spara och fortsätt senare").click()
        page.wait_for_url(f"**/cases/{opened.case_id}")
        page.go_back()
        expect(page.get_by_label("Företagets namn")).to_have_value(name)
    assert not page.get_by_role("alert").filter(visible=True).count(), "nobody is in conflict with themselves"


@pytest.mark.browser
def test_an_expired_link_and_an_ended_session_lead_back_to_where_one_was(
    opened: Delivery, page: Page, right: Path, visit: Callable[..., Page]
) -> None:
    with unit_of_work() as session:
        person = session.exec(select(Person).where(Person.email == CONTACT)).one()
        path = make_link(session, person, datetime.now(UTC)).split("8000", 1)[1]
        session.exec(update(SignInLink).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    stranger = visit()
    stranger.goto(path)
    stranger.get_by_role("button", name="Logga in").click()
    expect(stranger.get_by_role("heading", name="Länken fungerar inte längre")).to_be_visible()
    stranger.get_by_role("link", name="Få en ny länk").click()
    expect(stranger.get_by_label("E-postadress")).to_be_visible()

    page.goto(f"/cases/{opened.case_id}/data")
    page.get_by_label("Fil").set_input_files(right)
    with unit_of_work() as session:
        session.exec(update(WebSession).values(ended_at=datetime.now(UTC)))
    page.get_by_role("button", name="Ladda upp och kontrollera").click()
    expect(page.get_by_role("button", name="Mejla en länk")).to_be_visible()
    expect(page.locator("form[action='/sign-in'] input[name=next]")).to_have_value(
        f"/cases/{opened.case_id}/data"
    )


def test_a_form_sent_after_the_session_ended_leads_back_to_its_page(
    opened: Delivery, browser: httpx.Client
) -> None:
    here = f"/cases/{opened.case_id}/data"
    with unit_of_work() as session:
        session.exec(update(WebSession).values(ended_at=datetime.now(UTC)))
    own = {"Referer": f"{str(browser.base_url).rstrip('/')}{here}"}
    sent = browser.post(here, data={"csrf": CSRF}, headers=own)
    assert sent.headers["location"] == f"/sign-in?next={here}"
    foreign = browser.post(here, data={"csrf": CSRF}, headers={"Referer": f"https://exempel.se{here}"})
    assert foreign.headers["location"] == "/sign-in?next=/"
