"""The planner's further pages over real HTTP: every form does what it says, and says at the field why not."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime

import httpx
import icalendar
import pytest
from openpyxl import load_workbook

from accounts import repository as accounts
from accounts.access import SESSION_COOKIE
from accounts.usecases.sign_in import make_link, open_session
from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from infra.db import unit_of_work
from portingsvc.domain.states import NumberState

from ..conftest import MONDAY
from .conftest import Delivery, Porting

EVIL = '=HYPERLINK("http://exempel.se","klicka")'


def browser(make_client: Callable[[], httpx.Client], person_id) -> httpx.Client:
    client, now = make_client(), datetime.now(UTC)
    with unit_of_work() as session:
        link = make_link(session, accounts.person(session, person_id), now)
    with unit_of_work() as session:
        opened = open_session(session, link.rsplit("/", 1)[1], now)
    client.cookies.set(SESSION_COOKIE, opened.token)
    return client


@pytest.fixture
def page(delivery: Delivery, make_client: Callable[[], httpx.Client]) -> httpx.Client:
    """The planner's browser."""
    return browser(make_client, delivery.planner.person_id)


def token(client: httpx.Client, path: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get(path).text)
    assert found
    return found[1]


def test_maintenance_is_announced_moved_and_cancelled(
    opened: Delivery, page: httpx.Client, make_client: Callable[[], httpx.Client]
) -> None:
    with unit_of_work() as session:
        session.get_one(DeliveryCase, opened.case_id).live_at = MONDAY
    here = "/planner/maintenance"
    csrf = token(page, here)
    assert "mån 1 feb 2027" in page.get(here).text, "the earliest day is told before one tries"
    form = {"csrf": csrf, "what": "Ny databas", "disturbs": "yes", "ends_at": "2027-01-22T23:00"}
    soon = page.post(here, data={**form, "starts_at": "2027-01-22T22:00"})
    assert soon.status_code == 422
    assert 'id="starts_at-error"' in soon.text
    good = {**form, "starts_at": "2027-02-01T22:00", "ends_at": "2027-02-01T23:00"}
    assert page.post(here, data=good).status_code == 303
    path = re.search(rf'action="({here}/[0-9a-f-]+)/cancel"', page.get(here).text)
    assert path
    customer = browser(make_client, opened.customer.person_id)
    assert "Ny databas" in customer.get("/notices").text
    moved = {"csrf": csrf, "starts_at": "2027-02-02T22:00", "ends_at": "2027-02-02T23:00"}
    assert page.post(f"{path[1]}/move", data=moved).status_code == 303
    assert page.post(f"{path[1]}/cancel", data={"csrf": csrf}).status_code == 422
    assert page.post(f"{path[1]}/cancel", data={"csrf": csrf, "reason": "x"}).status_code == 303
    assert page.post(f"{path[1]}/done", data={"csrf": csrf}).status_code == 409
    assert "Ny databas" not in customer.get("/notices").text


def test_a_training_is_planned_filled_and_held(opened: Delivery, page: httpx.Client) -> None:
    here = f"/planner/cases/{opened.case_id}/training"
    csrf = token(page, here)
    form = {
        "csrf": csrf,
        "kind": "remote",
        "audience": "users",
        "seats": "1",
        "starts_at": "2027-01-20T10:00",
    }
    half = page.post(f"{here}/sessions", data={**form, "ends_at": "2027-01-20T11:00", "place": ""})
    assert half.status_code == 422
    assert 'id="place-error"' in half.text
    whole = {**form, "ends_at": "2027-01-20T11:00", "place": "Teams"}
    assert page.post(f"{here}/sessions", data=whole).status_code == 303
    path = re.search(r'action="([^"]+)/seats"', page.get(here).text)
    assert path
    assert page.post(f"{path[1]}/seats", data={"csrf": csrf, "email": "ann@exempel.se"}).status_code == 303
    assert page.post(f"{path[1]}/seats", data={"csrf": csrf, "email": "bo@exempel.se"}).status_code == 409
    assert page.post(f"{path[1]}/move", data={**whole, "seats": "3"}).status_code == 303
    opened.go_to(datetime(2027, 1, 20, 9, 30, tzinfo=UTC))
    seat = re.search(r'name="present" value="([^"]+)"', page.get(here).text)
    assert seat
    assert page.post(f"{path[1]}/held", data={"csrf": csrf, "present": seat[1]}).status_code == 303
    assert "kom" in page.get(here).text
    assert page.post(f"{path[1]}/cancel", data={"csrf": csrf, "reason": "x"}).status_code == 409


def test_a_calendar_address_is_shown_once_and_read_without_signing_in(
    opened: Delivery, page: httpx.Client, make_client: Callable[[], httpx.Client]
) -> None:
    csrf = token(page, "/planner/calendar-feed")
    shown = page.post("/planner/calendar-feed", data={"csrf": csrf}).text
    address = re.search(r'value="[^"]+(/calendar/[\w-]+\.ics)"', shown)
    assert address
    assert address[1] not in page.get("/planner/calendar-feed").text
    stranger = make_client()
    answer = stranger.get(address[1])
    assert answer.headers["content-type"].startswith("text/calendar")
    assert [str(e["SUMMARY"]) for e in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")] == [
        "Driftstart (preliminär): Exempelverken AB"
    ]
    page.post("/planner/calendar-feed/revoke", data={"csrf": csrf})
    assert stranger.get(address[1]).status_code == 404


def test_a_delay_is_noted_and_the_report_comes_as_pdf(opened: Delivery, page: httpx.Client) -> None:
    here = f"/planner/cases/{opened.case_id}/delays"
    csrf = token(page, here)
    form = {
        "csrf": csrf,
        "whose": "donor",
        "first_day": "2027-01-18",
        "last_day": "2027-01-20",
        "what": "Svar",
    }
    bare = page.post(here, data=form)
    assert bare.status_code == 422
    assert 'id="evidence-error"' in bare.text
    assert page.post(here, data={**form, "evidence": "samtal"}).status_code == 303
    path = re.search(r'action="([^"]+/cause)"', page.get(here).text)
    assert path
    said = {"csrf": csrf, "whose": "us", "evidence": "vår mall"}
    assert page.post(path[1], data=said).status_code == 303
    assert "vår mall" in page.get(here).text
    report = page.get(f"/planner/cases/{opened.case_id}/report.pdf")
    assert report.content.startswith(b"%PDF")
    assert page.get("/planner/cases/01a1fca7-fb95-70b9-9550-f03bf6dc408a/report.pdf").status_code == 404


def test_the_case_list_comes_as_a_workbook_that_computes_nothing(
    delivery: Delivery, page: httpx.Client
) -> None:
    delivery.open(customer_name=EVIL, external_reference="-1+1")
    answer = page.get("/planner/cases.xlsx?queue=&q=")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    (row,) = sheet.iter_rows(min_row=2)
    assert row[1].value == EVIL
    assert row[4].value == "-1+1"
    assert {cell.data_type for cell in row} <= {"s", "d", "n", "inlineStr"}, "no cell is a formula"
    assert page.get("/planner/cases.xlsx?q=finns-inte").status_code == 200


def test_the_sim_desk_does_what_its_forms_say(
    delivery: Delivery, porting: Porting, page: httpx.Client
) -> None:
    delivery.open()
    delivery.stock()
    delivery.finish_preparations()
    delivery.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda s: not s.numbers.get(NumberState.PENDING))
    here = f"/planner/cases/{delivery.case_id}/sims"
    csrf = token(page, here)
    address = {"csrf": csrf, "street": "Exempelgatan 2", "postcode": "", "town": "Stockholm"}
    refused = page.post(f"{here}/address", data=address)
    assert refused.status_code == 422
    assert 'id="postcode-error"' in refused.text
    assert page.post(f"{here}/address", data={**address, "postcode": "111 23"}).status_code == 303
    assert page.post(f"{here}/pack", data={"csrf": csrf}).status_code == 303
    text = page.get(here).text
    parcel = re.search(r'action="([^"]+/parcels/[0-9a-f-]+)/dispatch"', text)
    assert parcel
    for paper in ("packing-list", "labels"):
        assert page.get(f"{parcel[1]}/{paper}").content.startswith(b"%PDF")
    assert page.post(f"{parcel[1]}/inserts", data={"csrf": csrf}).content.startswith(b"%PDF")
    number = re.search(
        r'action="[^"]+/sims/waive"><input[^>]+><input type="hidden" name="number" value="([^"]+)"', text
    )
    assert number
    assert page.post(f"{here}/release", data={"csrf": csrf}).status_code == 409
    waiver = {"csrf": csrf, "number": number[1], "reason": "hämtas"}
    assert page.post(f"{here}/waive", data=waiver).status_code == 303
    wrong = page.post(f"{here}/assign", data={"csrf": csrf, "iccid": "123", "number": number[1]})
    assert wrong.status_code == 409
    assert 'id="number-error"' in wrong.text, "its user has a card"
    assert page.post(f"{parcel[1]}/dispatch", data={"csrf": csrf, "tracking": "EX1SE"}).status_code == 303
    card = re.search(r'action="([^"]+/sims/[0-9a-f-]+)/lost"', page.get(here).text)
    assert card
    change = page.post(f"{card[1]}/change", data={"csrf": csrf, "kind": "eSIM", "reason": "x"})
    assert change.status_code == 409
    assert page.post(f"{card[1]}/lost", data={"csrf": csrf, "reason": "borta"}).status_code == 303
    assert page.post(f"{parcel[1]}/lost", data={"csrf": csrf}).status_code == 422
    assert page.post(f"{parcel[1]}/returned", data={"csrf": csrf}).status_code == 303
    page.post("/language", data={"language": "en", "next": here})
    assert "SIM in hand before the move" in page.get(here).text
