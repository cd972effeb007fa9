"""NP-04, NP-05, NP-07: one rejected number followed through page, API and ledger; dates explained on a page."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx
import pytest

from accounts.models import Organisation
from accounts.usecases.api_clients import SCOPES
from accounts.usecases.api_clients import make_client as make_key
from delivery.domain.states import CaseState
from infra.clock import current
from infra.db import unit_of_work
from portingsvc.domain.states import NumberState, OrderState
from portingsvc.queries import OrderLine, fees_of_case, orders_of_case, repairs_of_case

from .conftest import Delivery, Porting
from .test_planner_pages import browser, token

REJECTED = "+46846500499"
RULE = {"number": REJECTED, "attempt": 1, "decision": "reject", "blocking_codes": ["01", "14"]}


@pytest.fixture
def page(delivery: Delivery, make_client: Callable[[], httpx.Client]) -> httpx.Client:
    return browser(make_client, delivery.planner.person_id)


@pytest.fixture
def order(opened: Delivery, porting: Porting) -> OrderLine:
    """An order that its donor has refused, for two reasons."""
    porting.gateway.script([RULE])
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda found: bool(found.repairs))
    return line(opened)


def line(opened: Delivery) -> OrderLine:
    with unit_of_work() as session:
        found = orders_of_case(session, opened.case_id)
    return next(each for each in found if each.first <= REJECTED <= each.last)


@pytest.fixture
def program(opened: Delivery, make_client: Callable[[], httpx.Client]) -> httpx.Client:
    """The partner's program."""
    with unit_of_work() as session:
        partner = session.get_one(Organisation, opened.partner.organisation_id)
        key = make_key(session, partner, name="program", scopes=list(SCOPES), now=current(session))
    client = make_client()
    answer = client.post(
        "/api/v1/oauth/token",
        data={"grant_type": "client_credentials", "client_id": key.client_id, "client_secret": key.secret},
    )
    client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    client.headers["Accept"] = "application/json"
    return client


def test_a_rejected_number_reads_alike_on_page_by_api_and_in_the_ledger(
    opened: Delivery, order: OrderLine, page: httpx.Client, program: httpx.Client
) -> None:
    shown = page.get(f"/planner/cases/{opened.case_id}/orders/{order.id}").text
    told = program.get(f"/api/v1/porting-orders/{order.id}").json()
    with unit_of_work() as session:
        ledger = [f for f in fees_of_case(session, opened.case_id) if f.order_reference == order.reference]
    assert told["state"] == "action_required"
    assert told["attempts"][0]["reasons"] == ["OWNER_ID_MISMATCH", "DEBT"]
    for reason in told["attempts"][0]["reasons"]:
        assert reason in shown
    assert [(f.kind, f.amount_ore) for f in ledger] == [("attempt", 0), ("donor_cost", 2_900)]
    assert "29\xa0kr" in shown
    assert "B2, K1/K2" in shown, "the donor's message by its Swedish name"


def test_an_order_is_moved_waived_and_closed_from_its_page(
    opened: Delivery, porting: Porting, order: OrderLine, page: httpx.Client
) -> None:
    base = f"/planner/cases/{opened.case_id}"
    here = f"{base}/orders/{order.id}"
    csrf = token(page, here)
    with unit_of_work() as session:
        repair = next(r for r in repairs_of_case(session, opened.case_id) if r.order_id == order.id)
    refused = page.post(f"{base}/repairs/{repair.id}/contest", data={"csrf": csrf, "grounds": ""})
    assert refused.status_code == 422
    page.post(f"{base}/repairs/{repair.id}/contest", data={"csrf": csrf, "grounds": "Betald i mars."})
    numbers = page.get(f"{base}/numbers").text
    assert "Betald i mars." in numbers
    escalation = re.search(r"escalations/([0-9a-f-]+)/close", numbers)
    assert escalation
    page.post(
        f"{base}/escalations/{escalation[1]}/close", data={"csrf": csrf, "note": "De drar tillbaka det."}
    )
    assert "escalations/" not in page.get(f"{base}/numbers").text
    nothing = page.post(f"{here}/numbers/exclude", data={"csrf": csrf, "numbers": "kaffe"})
    assert nothing.status_code == 422
    taken = page.post(
        f"{here}/numbers/exclude", data={"csrf": csrf, "numbers": f"{order.first} - {order.last}"}
    )
    assert taken.status_code == 303
    assert line(opened).state is OrderState.CANCELLED


def test_what_porting_may_cost_is_set_from_pages(
    opened: Delivery, order: OrderLine, page: httpx.Client, program: httpx.Client
) -> None:
    here = f"/planner/cases/{opened.case_id}/budget"
    csrf = token(page, here)
    wrong = page.post(here, data={"csrf": csrf, "per_day": "mycket", "reason": "x"})
    assert (wrong.status_code, "mycket är inget belopp" in wrong.text) == (422, True)
    assert page.post(here, data={"csrf": csrf, "per_day": "500", "reason": ""}).status_code == 422
    assert page.post(here, data={"csrf": csrf, "per_day": "1 500,50", "reason": "avtalat"}).status_code == 303
    assert "1\xa0500,50\xa0kr" in page.get(here).text
    prices = "/planner/porting-prices"
    past = page.post(prices, data={"csrf": csrf, "amount": "395", "valid_from": "2020-01-01"})
    assert past.status_code == 422
    assert 'value="395"' in past.text, "what was typed is kept"
    assert (
        page.post(prices, data={"csrf": csrf, "amount": "395", "valid_from": "2028-01-01"}).status_code == 303
    )
    listed = program.get("/api/v1/prices").json()["items"]
    assert listed[-1] == {"code": "further_attempt", "valid_from": "2028-01-01", "amount_ore": 39_500}
    assert "395\xa0kr" in page.get(prices).text


def test_numbers_that_cannot_be_read_are_named(
    opened: Delivery, order: OrderLine, page: httpx.Client
) -> None:
    here = f"/planner/cases/{opened.case_id}/orders/{order.id}"
    data = {"csrf": token(page, here), "numbers": "08-465 004 05\nkaffe, te", "reason": "x"}
    refused = page.post(f"{here}/numbers/exclude", data=data)
    assert refused.status_code == 422
    assert "Går inte att läsa som nummer: kaffe, te" in refused.text


def test_a_booked_order_is_moved_by_api_and_its_wish_can_be_followed(
    opened: Delivery, porting: Porting, program: httpx.Client
) -> None:
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda found: not found.numbers.get(NumberState.PENDING))
    target = next(o for o in _orders(opened) if o.count == 1 and not o.is_main)
    path = f"/api/v1/porting-orders/{target.id}"
    early = program.post(f"{path}/changes", json={"port_at": "2027-01-20T09:00:00+00:00"})
    assert (early.status_code, early.json()["code"]) == (422, "PORT_DATE_TOO_EARLY")
    late = program.post(f"{path}/changes", json={"port_at": "2027-06-01T09:00:00+00:00"})
    assert (late.status_code, late.json()["code"]) == (422, "MAIN_NUMBER_NOT_LAST")
    sooner = (target.port_at.replace(hour=8)).isoformat()
    headers = {"Idempotency-Key": "move-1"}
    asked = program.post(f"{path}/changes", json={"port_at": sooner}, headers=headers)
    again = program.post(f"{path}/changes", json={"port_at": sooner}, headers=headers)
    assert asked.status_code == 202, asked.text
    assert asked.json() == again.json()
    wish = program.get(f"{path}/wishes/{asked.json()['id']}").json()
    assert (wish["kind"], wish["state"]) == ("change", "waiting")
    assert program.get(f"{path}/wishes").json()["items"] == [wish]


def _orders(opened: Delivery) -> list[OrderLine]:
    with unit_of_work() as session:
        return orders_of_case(session, opened.case_id)


def test_dates_are_explained_alike_on_page_and_by_api(
    opened: Delivery, porting: Porting, page: httpx.Client, program: httpx.Client
) -> None:
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    shown = page.get(f"/planner/cases/{opened.case_id}/dates", params={"at": "2027-01-23T10:00"})
    assert shown.status_code == 200
    assert "2027-01-23 är ingen arbetsdag hos" in shown.text
    asked = {
        "numbers": [
            {"number": "08-465 004 00–99", "donor": "Telia"},
            {"number": "070-174 06 05", "donor": "TRE"},
        ],
        "port_at": "2027-01-23T10:00:00+01:00",
    }
    told = program.post("/api/v1/porting-dates", json=asked, headers={"Accept-Language": "sv"}).json()
    assert "2027-01-23 är ingen arbetsdag hos" in told["families"][0]["wanted"]["why_not"]
    assert told["headroom"] == -1
    assert told["earliest_for_all"] == told["possible_for_all"][0]
    bad = program.post("/api/v1/porting-dates", json={"numbers": [{"number": "112", "donor": "Telia"}]})
    assert (bad.status_code, bad.json()["code"]) == (422, "NUMBERS_REFUSED")
    mixed = program.post(
        "/api/v1/porting-dates",
        json={
            "numbers": [
                {"number": "070-174 06 05", "donor": "Okänd AB"},
                {"number": "112", "donor": "Telia"},
                {"number": "070-174 06 06", "donor": "Telia"},
            ]
        },
    ).json()
    assert [each["count"] for each in mixed["families"]] == [1], "one bad number holds no other up"
    assert mixed["refused"] == [
        {"number": "070-174 06 05", "codes": ["DONOR_UNKNOWN"]},
        {"number": "112", "codes": ["SHORT_CODE"]},
    ]


def test_what_stays_behind_of_a_series_is_said_before_anything_is_ordered(program: httpx.Client) -> None:
    asked = {"numbers": ["08-465 004 00–49", "hej"], "whole_series": ["08-465 004 00–99"]}
    told = program.post("/api/v1/numbers/check", json=asked).json()
    assert [each["ok"] for each in told["items"]] == [True, False]
    assert told["left_behind"] == [{"first": "+46846500450", "last": "+46846500499"}]
    prices = program.get("/api/v1/prices").json()["items"]
    assert {each["code"] for each in prices} == {"further_attempt"}
