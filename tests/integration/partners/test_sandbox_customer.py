"""PA-03: in a sandbox the customer and the packing table are played, so that a delivery goes by API alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from partners.request_log import WRITER

from .sandboxes import FIRST, Sandbox, opened

LISTS = {
    "users": [
        {"name": "Anna Berg", "email": "anna@exempel.se", "subscription": "Mobil Plus", "sim_type": "SIM"},
        {"name": "Bo Dahl", "email": "bo@exempel.se", "subscription": "Mobil Plus", "sim_type": "eSIM"},
    ],
    "series": [{"series": "08-465 004 50–59", "operator": "Telia"}],
}


@pytest.fixture
def sandbox(web_address: str, clean: str) -> Iterator[Sandbox]:
    with httpx.Client(base_url=web_address, timeout=60) as http:
        yield opened(http, FIRST, "5599999025")
        WRITER.settle()


def sent(sandbox: Sandbox, path: str, body: Any, status: int = 200) -> Any:
    answer = sandbox.http.post(f"/api/v1{path}", json=body)
    assert answer.status_code == status, answer.text
    return answer.json()


def test_lists_mandates_and_cards_go_from_nothing_to_in_hand(sandbox: Sandbox) -> None:
    case = sandbox.open_case()
    version = sent(sandbox, f"/delivery-cases/{case}/customer-data/rows", LISTS, 201)
    assert version["state"] == "clean"
    signed = sent(sandbox, "/sandbox/sign-offs", {"case_id": case, "version_id": version["id"]})
    assert (signed["state"], signed["signed_by"]) == ("signed", "Tove Exempelsson")
    [mandate] = sandbox.http.get("/api/v1/mandates", params={"case_id": case}).json()["items"]
    assert (mandate["donor"], mandate["count"], mandate["state"]) == ("TELIA", 10, "sent")
    by_name = sent(sandbox, "/sandbox/signatures", {"mandate_id": mandate["id"]})
    assert by_name["state"] == "signed"
    again = sent(sandbox, "/sandbox/signatures", {"mandate_id": mandate["id"]}, 409)
    assert again["code"] == "ILLEGAL_TRANSITION"
    [parcel] = sent(sandbox, "/sandbox/parcels", {"case_id": case}, 201)["items"]
    assert sent(sandbox, f"/parcels/{parcel['id']}/receipt", None)["state"] == "delivered"
    cards = sandbox.http.get("/api/v1/sims", params={"case_id": case}).json()["items"]
    assert {(each["kind"], each["state"]) for each in cards} == {("SIM", "received"), ("eSIM", "received")}
    lost = sent(sandbox, f"/sims/{cards[0]['id']}/loss", {"reason": "borta"})
    assert lost["state"] == "lost"
    sandbox.advance(minutes=5)
    kinds = {each["type"] for each in sandbox.events(limit=200)["items"]}
    assert {"customer_data_version.sign", "mandate.sign", "parcel.deliver", "sim_card.lose"} <= kinds


def test_two_sign_where_two_must_and_nothing_is_played_for_another_case(sandbox: Sandbox) -> None:
    case = sandbox.open_case()
    order = {"case_id": case, "donor": "TELIA", "numbers": ["08-465 004 70"], "two_signatories": True}
    mandate = sent(sandbox, "/mandates", order, 201)
    both = sent(sandbox, "/sandbox/signatures", {"mandate_id": mandate["id"]})
    assert (both["state"], both["signed_by"].count(",")) == ("signed", 1)
    nobody = "01a1fca7-fb95-70b9-9550-f03bf6dc408a"
    for path, body in (
        ("/sandbox/sign-offs", {"case_id": case, "version_id": nobody}),
        ("/sandbox/signatures", {"mandate_id": nobody}),
        ("/sandbox/parcels", {"case_id": nobody}),
    ):
        assert sent(sandbox, path, body, 404)["code"] == "NOT_FOUND"
    assert sent(sandbox, "/sandbox/parcels", {"case_id": case}, 409)["code"] == "NOTHING_TO_PACK"
