"""PA-01, SM-03: SIM cards and parcels by API: followed, reported lost, changed, confirmed; never their codes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from delivery.models import DeliveryCase
from delivery.usecases.assign_sims import assign_sims
from delivery.usecases.pack_parcels import pack_parcels
from delivery.usecases.send_parcel import dispatch_parcel
from delivery.usecases.stock_sims import stock_sims
from infra.clock import current
from infra.db import unit_of_work
from infra.outbox import relay
from infra.transitions import Cause
from kernel.identities import check_iccid

from .test_cases import partner
from .test_customer_data import Lists
from .world import PLANNER, by

SIMS, PARCELS = "/api/v1/sims", "/api/v1/parcels"
PIN, PUK, CODE = "47119", "12345678", "LPA:1$smdp.exempel.se$hemlig"
LISTS = {
    "users": [
        {"name": "Anna Berg", "email": "anna@exempel.se", "subscription": "Mobil Plus", "sim_type": "SIM"},
        {"name": "Bo Dahl", "email": "bo@exempel.se", "subscription": "Mobil Plus", "sim_type": "eSIM"},
    ],
    "series": [{"series": "08-465 004 00–49", "operator": "Telia"}],
}


def stock(*kinds: str) -> None:
    lines = ["iccid;kind;pin;puk;activation"]
    for serial, kind in enumerate(kinds):
        stem = f"8946200{serial:011d}"
        iccid = next(f"{stem}{digit}" for digit in range(10) if check_iccid(f"{stem}{digit}") is None)
        lines.append(f"{iccid};eSIM;;;{CODE}{serial}" if kind == "eSIM" else f"{iccid};SIM;{PIN};{PUK};")
    with unit_of_work() as session:
        stock_sims(session, PLANNER, "\n".join(lines), cause=by(PLANNER, current(session)))


class Cards:
    """A case whose two users have new numbers: a card on its way to one, a profile sent to the other."""

    def __init__(self, client: TestClient, *kinds: str) -> None:
        self.client = client
        lists = Lists(client)
        self.bearer, self.case_id = lists.bearer, lists.case_id
        assert lists.post("/rows", LISTS)["state"] == "clean"
        lists.sign(1)
        stock(*kinds)
        with unit_of_work() as session:
            now = current(session)
            case = session.get_one(DeliveryCase, UUID(self.case_id))
            assign_sims(session, case, Cause("system", "Växla", now))
            [parcel] = pack_parcels(session, PLANNER, case.id, cause=by(PLANNER, now))
            dispatch_parcel(session, PLANNER, parcel.id, tracking="EX1SE", cause=by(PLANNER, now))
        [self.card] = self.sims(kind="SIM")
        [self.parcel] = self.send("GET", PARCELS, 200)["items"]

    def send(self, method: str, path: str, status: int, **how: Any) -> Any:
        headers = {**self.bearer, **how.pop("headers", {})}
        answer = self.client.request(method, path, headers=headers, **how)
        assert answer.status_code == status, answer.text
        assert not [each for each in (PIN, PUK, CODE) if each in answer.text]
        return answer.json()

    def sims(self, **query: Any) -> list[Any]:
        return self.send("GET", SIMS, 200, params={"limit": 200, **query})["items"]


@pytest.fixture
def cards(client: TestClient, clean: str) -> Cards:
    return Cards(client, "SIM", "SIM", "eSIM", "eSIM")


def test_cards_and_parcels_are_followed_without_their_codes(cards: Cards) -> None:
    assert (cards.card["state"], cards.card["user"]["name"]) == ("shipped", "Anna Berg")
    assert (cards.card["envelope"], cards.card["parcel_id"]) == (1, cards.parcel["id"])
    assert set(cards.card["allowed_actions"]) == {"report_lost", "replace"}
    [profile] = cards.sims(kind="eSIM")
    assert (profile["state"], profile["user"]["email"], profile["parcel_id"]) == (
        "received",
        "bo@exempel.se",
        None,
    )
    assert (cards.parcel["state"], cards.parcel["cards"], cards.parcel["tracking"]) == (
        "dispatched",
        1,
        "EX1SE",
    )
    assert cards.parcel["address"]["town"] == "Stockholm"
    assert [each["id"] for each in cards.sims(parcel_id=cards.parcel["id"])] == [cards.card["id"]]
    assert [each["id"] for each in cards.sims(iccid=cards.card["iccid"])] == [cards.card["id"]]
    assert cards.sims(state="lost", case_id=cards.case_id) == []
    first = cards.send("GET", SIMS, 200, params={"limit": 1, "fields": "id,state"})
    assert [set(each) for each in first["items"]] == [{"id", "state"}]
    assert len(cards.sims(cursor=first["next_cursor"])) == 1
    assert cards.send("GET", f"{SIMS}/{cards.card['id']}", 200) == cards.card
    assert cards.send("GET", f"{PARCELS}/{cards.parcel['id']}", 200) == cards.parcel
    assert cards.send("GET", PARCELS, 200, params={"state": "delivered"})["items"] == []


def test_a_receipt_puts_every_card_in_hand_once(cards: Cards) -> None:
    path = f"{PARCELS}/{cards.parcel['id']}"
    tag = cards.client.get(path, headers=cards.bearer).headers["etag"]
    come = cards.send("POST", f"{path}/receipt", 200, headers={"If-Match": tag})
    assert (come["state"], come["allowed_actions"]) == ("delivered", [])
    assert {each["state"] for each in cards.sims()} == {"received"}
    stale = cards.send("POST", f"{path}/receipt", 412, headers={"If-Match": tag})
    assert stale["code"] == "CHANGED_SINCE_READ"
    assert cards.send("POST", f"{path}/receipt", 409)["code"] == "ILLEGAL_TRANSITION"
    with unit_of_work() as session:
        relay({}, current(session))
    told = cards.send("GET", "/api/v1/events?limit=200", 200)["items"]
    kinds = {each["type"]: each["actor"]["role"] for each in told}
    assert (kinds["parcel.deliver"], kinds["parcel.dispatch"]) == ("partner", "planner")


def test_a_lost_card_is_replaced_from_the_stock_at_once(cards: Cards) -> None:
    path = f"{SIMS}/{cards.card['id']}"
    lost = cards.send("POST", f"{path}/loss", 200, json={"reason": "tappat på bussen"})
    assert (lost["state"], lost["allowed_actions"]) == ("lost", [])
    [fresh] = cards.sims(state="reserved")
    assert (fresh["user"]["name"], fresh["kind"]) == ("Anna Berg", "SIM")
    assert fresh["iccid"] != cards.card["iccid"]
    again = cards.send("POST", f"{path}/loss", 409, json={"reason": "igen"})
    assert again["code"] == "ILLEGAL_TRANSITION"
    early = cards.send("POST", f"{SIMS}/{fresh['id']}/loss", 409, json={"reason": "x"})
    assert early["code"] == "ILLEGAL_TRANSITION", "it has not left the operator"


def test_a_card_is_changed_for_another_kind_while_the_stock_has_one(cards: Cards) -> None:
    wish = {"kind": "eSIM", "reason": "telefonen tar bara eSIM"}
    made = cards.send("POST", f"{SIMS}/{cards.card['id']}/replacements", 201, json=wish)
    assert (made["kind"], made["state"], made["user"]["name"]) == ("eSIM", "received", "Anna Berg")
    assert cards.send("GET", f"{SIMS}/{cards.card['id']}", 200)["state"] == "retired"
    empty = cards.send("POST", f"{SIMS}/{made['id']}/replacements", 409, json=wish)
    assert empty["code"] == "SIM_STOCK_EMPTY"
    assert cards.send("GET", f"{SIMS}/{made['id']}", 200)["state"] == "received"


def test_another_partner_sees_no_card_of_ours(cards: Cards) -> None:
    theirs = partner(cards.client, "5599999033")
    for path in (f"{SIMS}/{cards.card['id']}", f"{PARCELS}/{cards.parcel['id']}"):
        assert cards.client.get(path, headers=theirs).status_code == 404
    assert cards.client.get(SIMS, headers=theirs).json()["items"] == []
    assert cards.client.get(PARCELS, headers=theirs).json()["items"] == []
