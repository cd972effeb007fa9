"""NP-03, IN-03: what porting costs is told first, accepted by somebody, and what is charged is what was accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from infra.clock import current, set_virtual
from infra.db import get_engine, unit_of_work
from infra.transitions import Cause
from kernel.ids import new_id
from portingsvc.domain.outcomes import Outcome, Submission
from portingsvc.models import FeeQuoteLine
from portingsvc.queries import fees_of_customers
from portingsvc.usecases.claim_due import claim
from portingsvc.usecases.enter_answer import enter_answer
from portingsvc.usecases.record_sent import record
from portingsvc.usecases.set_price import set_price

from .test_cases import partner
from .test_families import FAMILIES, GOOD, ORDERS, item, order, sign
from .world import tenant

QUOTES = "/api/v1/fee-quotes"
CONTACT = {"channel": "phone", "note": "Numret är aktiverat igen."}
AGAIN = {"contact": CONTACT, "why_now": "numret är aktiverat"}
PRICE, DEARER = 34_500, 40_000


@pytest.fixture
def ours(client: TestClient, clean: str) -> dict[str, str]:
    return partner(client, "5599999025")


def planner(now: datetime) -> Cause:
    return Cause("planner", "Pia Planerare", now)


def send_and_refuse(order_id: str, code: str = "02") -> None:
    """The order's request reaches its donor, who says no."""
    sent = [(intent, Submission(Outcome.RECEIVED)) for intent in claim("clearinghouse", 10)]
    assert sent
    record(sent)
    with unit_of_work() as session:
        at = current(session)
        enter_answer(session, UUID(order_id), kind="answer", codes=[code], at=None, cause=planner(at))


@pytest.fixture
def refused(client: TestClient, ours: dict[str, str]) -> dict[str, Any]:
    """An order whose first request got a no that is the customer's cause."""
    family = client.post(FAMILIES, json=order(GOOD), headers=ours).json()
    sign(family["customer_id"], ("+46701740605", "+46701740605"))
    assert (
        client.post(f"{FAMILIES}/{family['id']}/submission", json={}, headers=ours).json()["submitted"] == 1
    )
    (listed,) = client.get(f"{ORDERS}?family_id={family['id']}", headers=ours).json()["items"]
    send_and_refuse(listed["id"])
    return client.get(f"{ORDERS}/{listed['id']}", headers=ours).json()


def ask(client: TestClient, ours: dict[str, str], **subject: Any) -> dict[str, Any]:
    answer = client.post(QUOTES, json=subject, headers=ours)
    assert answer.status_code == 201, answer.text
    return answer.json()


def accept(client: TestClient, ours: dict[str, str], quote: dict[str, Any], **more: str) -> Any:
    body = {"accepted_by": "Tove Exempelsson"}
    return client.post(f"{QUOTES}/{quote['id']}/acceptance", json=body, headers={**ours, **more})


def later(**by: int) -> None:
    with unit_of_work() as session:
        set_virtual(session, current(session) + timedelta(**by))


def new_price(amount_ore: int, day: date) -> None:
    with unit_of_work() as session:
        set_price(session, amount_ore, day, planner(current(session)))


def charged(customer_id: str) -> list[tuple[int, int]]:
    with unit_of_work() as session:
        return [(fee.attempt, fee.amount_ore) for fee in fees_of_customers(session, [UUID(customer_id)])]


def test_an_accepted_quote_is_what_the_attempt_is_charged(
    client: TestClient, ours: dict[str, str], refused: dict[str, Any]
) -> None:
    path = f"{ORDERS}/{refused['id']}/attempts"
    unquoted = client.post(path, json=AGAIN, headers=ours)
    assert (unquoted.status_code, unquoted.json()["code"]) == (409, "FEE_NOT_ACCEPTED")
    assert unquoted.json()["amount_ore"] == PRICE
    quote = ask(client, ours, order_id=refused["id"])
    assert (quote["total_ore"], quote["operator_ore"], quote["further_attempt_ore"]) == (PRICE, 0, PRICE)
    (part,) = quote["parts"]
    assert {key: part[key] for key in ("donor", "attempt", "series", "amount_ore", "payer")} == {
        "donor": "TELIA", "attempt": 2, "series": 1, "amount_ore": PRICE, "payer": "customer",
    }  # fmt: skip
    said = accept(client, ours, quote)
    assert said.status_code == 200, said.text
    assert said.json()["accepted_by"] == "Tove Exempelsson (program)"
    assert (said.json()["state"], said.json()["allowed_actions"]) == ("accepted", [])
    assert accept(client, ours, quote).json() == said.json(), "a second yes changes nothing"
    new_price(DEARER, date(2027, 1, 19))
    later(days=1)
    tried = client.post(path, json=AGAIN, headers=ours)
    assert tried.status_code == 201, tried.text
    attempt = tried.json()["attempts"][1]
    assert (attempt["fee_quote_ore"], attempt["fee_quote_id"]) == (PRICE, quote["id"]), (
        "the price has risen since"
    )
    record([(intent, Submission(Outcome.RECEIVED)) for intent in claim("clearinghouse", 10)])
    assert charged(refused["customer_id"]) == [(2, PRICE)]


def test_a_quote_that_has_expired_is_refused_with_the_new_one(
    client: TestClient, ours: dict[str, str], refused: dict[str, Any]
) -> None:
    quote = ask(client, ours, order_id=refused["id"])
    later(days=15)
    assert client.get(f"{QUOTES}/{quote['id']}", headers=ours).json()["state"] == "expired"
    answer = accept(client, ours, quote)
    assert (answer.status_code, answer.json()["code"]) == (409, "QUOTE_EXPIRED"), answer.text
    fresh = answer.json()["quote"]
    assert fresh["id"] in answer.json()["detail"]
    assert (fresh["replaces_id"], fresh["state"], fresh["total_ore"]) == (quote["id"], "open", PRICE)
    assert accept(client, ours, quote).json()["quote"] == fresh, "asking again makes no further one"
    assert accept(client, ours, fresh).json()["state"] == "accepted"


def test_a_quote_whose_price_changed_is_refused_with_the_new_one(
    client: TestClient, ours: dict[str, str], refused: dict[str, Any]
) -> None:
    quote = ask(client, ours, order_id=refused["id"])
    new_price(DEARER, date(2027, 1, 18))
    answer = accept(client, ours, quote)
    assert (answer.status_code, answer.json()["code"]) == (409, "QUOTE_CHANGED"), answer.text
    assert answer.json()["quote"]["total_ore"] == DEARER
    path = f"{ORDERS}/{refused['id']}/attempts"
    assert client.post(path, json=AGAIN, headers=ours).json()["code"] == "FEE_NOT_ACCEPTED"
    accept(client, ours, answer.json()["quote"])
    assert client.post(path, json=AGAIN, headers=ours).json()["attempts"][1]["fee_quote_ore"] == DEARER


def test_a_quote_stands_until_the_day_the_price_changes(client: TestClient, ours: dict[str, str]) -> None:
    numbers = [{"number": "070-1740605", "donor": "TELIA"}]
    usual = datetime.fromisoformat(ask(client, ours, numbers=numbers)["valid_until"])
    new_price(DEARER, date(2027, 1, 20))
    shorter = datetime.fromisoformat(ask(client, ours, numbers=numbers)["valid_until"])
    assert shorter == datetime(2027, 1, 19, 23, tzinfo=UTC), "midnight in Stockholm"
    assert usual - shorter > timedelta(days=10)


def test_numbers_are_quoted_and_ordered_under_the_quote(client: TestClient, ours: dict[str, str]) -> None:
    asked = [{"number": each, "donor": "Telia"} for each in ("070-1740605", "08-465 004 00–49", "0701740605")]
    quote = ask(client, ours, numbers=asked)
    assert [part["series"] for part in quote["parts"]] == [1, 1], "asked for twice, told once"
    assert (quote["total_ore"], quote["further_attempt_ore"]) == (0, PRICE)
    lines = f"{QUOTES}/{quote['id']}/lines"
    first = client.get(f"{lines}?limit=1", headers=ours).json()
    second = client.get(f"{lines}?limit=1&cursor={first['next_cursor']}", headers=ours).json()
    assert [each["first"] for each in first["items"] + second["items"]] == ["+46701740605", "+46846500400"]
    assert second["next_cursor"] is None
    under = order(GOOD, item("08-465 004 00–49"), fee_quote_id=quote["id"])
    early = client.post(FAMILIES, json=under, headers=ours)
    assert (early.status_code, early.json()["code"]) == (409, "QUOTE_NOT_ACCEPTED")
    accept(client, ours, quote)
    beyond = order(GOOD, item("070-1740606"), fee_quote_id=quote["id"])
    dry = client.post(f"{FAMILIES}/validations", json=beyond, headers=ours).json()
    assert (dry["ok"], dry["faults"][0]["code"]) == (False, "QUOTE_NOT_COVERING")
    refused = client.post(FAMILIES, json=beyond, headers=ours)
    assert (refused.json()["code"], refused.json()["listed"]) == ("QUOTE_NOT_COVERING", "070-174 06 06")
    assert client.get(ORDERS, headers=ours).json()["items"] == []
    made = client.post(FAMILIES, json=under, headers=ours)
    assert made.status_code == 201, made.text
    orders = client.get(ORDERS, headers=ours).json()["items"]
    assert {each["attempts"][0]["fee_quote_id"] for each in orders} == {quote["id"]}
    named = client.get(lines, headers=ours).json()["items"]
    assert {each["order_id"] for each in named} == {each["id"] for each in orders}
    assert (
        client.get(f"{QUOTES}?order_id={orders[0]['id']}", headers=ours).json()["items"][0]["id"]
        == quote["id"]
    )


def test_a_case_is_quoted_by_its_orders_and_bound_to_them(client: TestClient, clean: str) -> None:
    ours = tenant(client, "Partner Ett", "5599999025")
    quote = ask(client, ours.bearer, case_id=ours.ids["case_id"][0])
    assert [(part["attempt"], part["series"], part["amount_ore"]) for part in quote["parts"]] == [(1, 1, 0)]
    path = f"{ORDERS}/{ours.ids['order_id'][0]}"
    assert client.get(path, headers=ours.bearer).json()["attempts"][0]["fee_quote_id"] is None
    assert accept(client, ours.bearer, quote).status_code == 200
    assert client.get(path, headers=ours.bearer).json()["attempts"][0]["fee_quote_id"] == quote["id"]
    foreign = {"reseller_id": str(new_id())}
    assert client.get(QUOTES, params=foreign, headers=ours.bearer).json()["items"] == []


def test_numbers_that_cannot_be_ported_are_named_with_their_codes(
    client: TestClient, ours: dict[str, str]
) -> None:
    numbers = [{"number": "12", "donor": "TELIA"}, {"number": "070-1740605", "donor": "Ingen alls"}]
    answer = client.post(QUOTES, json={"numbers": numbers}, headers=ours)
    assert (answer.status_code, answer.json()["code"]) == (422, "NUMBERS_REFUSED")
    assert answer.json()["codes"]["070-1740605"] == ["DONOR_UNKNOWN"]


def test_what_the_donor_is_the_cause_of_costs_the_customer_nothing(
    client: TestClient, ours: dict[str, str], refused: dict[str, Any]
) -> None:
    """A protocol error is nobody's at the customer's: the operator bears the attempt, and the quote says so."""
    accept(client, ours, ask(client, ours, order_id=refused["id"]))
    assert client.post(f"{ORDERS}/{refused['id']}/attempts", json=AGAIN, headers=ours).status_code == 201
    send_and_refuse(refused["id"], "99")
    quote = ask(client, ours, order_id=refused["id"])
    assert (quote["total_ore"], quote["operator_ore"]) == (0, PRICE)
    assert quote["parts"][0]["payer"] == "operator"


def test_there_is_nothing_to_quote_for_what_is_not_ours_or_is_sent(
    client: TestClient, ours: dict[str, str], refused: dict[str, Any]
) -> None:
    theirs = partner(client, "5599999033")
    foreign = client.post(QUOTES, json={"order_id": refused["id"]}, headers=theirs)
    assert (foreign.status_code, foreign.json()["code"]) == (409, "NOTHING_TO_QUOTE")
    quote = ask(client, ours, order_id=refused["id"])
    for method, path in (("GET", ""), ("GET", "/lines"), ("POST", "/acceptance")):
        body = {} if method == "POST" else None
        answer = client.request(method, f"{QUOTES}/{quote['id']}{path}", json=body, headers=theirs)
        assert answer.status_code == 404, path
    client.post(f"{ORDERS}/{refused['id']}/cancellations", json={}, headers=ours)
    gone = accept(client, ours, quote)
    assert (gone.status_code, gone.json()["code"]) == (409, "NOTHING_TO_QUOTE")
    assert client.get(f"{QUOTES}?state=accepted", headers=ours).json()["items"] == []


def test_an_attempt_needs_a_word_with_the_customer_and_something_put_right(
    client: TestClient, ours: dict[str, str], refused: dict[str, Any]
) -> None:
    path = f"{ORDERS}/{refused['id']}/attempts"
    assert client.post(path, json={"why_now": "x"}, headers=ours).json()["code"] == "CONTACT_REQUIRED"
    assert client.post(path, json={"contact": CONTACT}, headers=ours).json()["code"] == "NOTHING_CHANGED"
    stale = client.post(path, json=AGAIN, headers={**ours, "If-Match": '"old"'})
    assert (stale.status_code, stale.json()["code"]) == (412, "CHANGED_SINCE_READ")


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """How many statements are run, and how many lines of quotes are made into mapped objects, one by one."""
    seen: Counter[str] = Counter()

    def statement(*_: object) -> None:
        seen["statements"] += 1

    def mapped(*_: object) -> None:
        seen["mapped"] += 1

    listened = [
        (get_engine(), "before_cursor_execute", statement),
        (FeeQuoteLine, "load", mapped),
        (FeeQuoteLine, "init", mapped),
    ]
    for target, name, heard in listened:
        event.listen(target, name, heard)
    try:
        yield seen
    finally:
        for target, name, heard in listened:
            event.remove(target, name, heard)


def test_many_numbers_cost_no_more_statements_than_two(client: TestClient, ours: dict[str, str]) -> None:
    places = ("08-465 004", "031-390 06", "040-628 04", "0980-319 2")
    many = [{"number": f"{place}{i:02}", "donor": "Telia"} for place in places for i in range(100)]
    spent = []
    for numbers in (many[:2], many[:2], many):  # the first call fetches what later ones remember
        with counted() as seen:
            quote = ask(client, ours, numbers=numbers)
            assert accept(client, ours, quote).status_code == 200
        assert sum(part["series"] for part in quote["parts"]) == len(numbers)
        spent.append(seen)
    assert spent[1]["statements"] == spent[2]["statements"]
    assert spent[2]["mapped"] == 0
