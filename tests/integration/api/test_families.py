"""PA-01: numbers ordered by API, judged each by itself, submitted with one word, guarded by ETags."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from infra.clock import current
from infra.db import unit_of_work
from infra.transitions import Cause
from portingsvc.usecases.mandates import Signature, make_mandate, sign_mandate

from .test_cases import partner

FAMILIES, ORDERS = "/api/v1/porting-families", "/api/v1/porting-orders"
OWNER = {"owner_id": "559999-9009", "owner_name": "Exempelverken AB"}


def item(number: str, **more: Any) -> dict[str, Any]:
    return {"number": number, "donor": "TELIA", **OWNER, **more}


def order(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    customer = {"name": "Exempelverken AB", "org_number": "559999-9009"}
    return {"customer": customer, "port_at": "2027-02-16T10:00:00+01:00", "items": list(items), **more}


GOOD = item("070-1740605")
BAD = {
    "12": "NUMBER_REFUSED",
    "070-1740606 ": "DONOR_UNKNOWN",
    "070-1740607": "OWNER_ID_WRONG",
    "070-1740608": "PORT_DATE_TOO_EARLY",
    "0701740605": "NUMBER_ALREADY_IN_PORTING",
}
MIXED = order(
    GOOD,
    item("12"),
    item("070-1740606 ", donor="Ingen alls"),
    item("070-1740607", owner_id="123"),
    item("070-1740608", port_at="2027-01-20T10:00:00+01:00"),
    item("0701740605"),
)


@pytest.fixture
def ours(client: TestClient, clean: str) -> dict[str, str]:
    return partner(client, "5599999025")


def sign(customer_id: str, *series: tuple[str, str]) -> None:
    with unit_of_work() as session:
        cause = Cause("customer", "Tove Exempelsson", current(session))
        made = make_mandate(
            session,
            customer_id=UUID(customer_id),
            partner_id=None,
            case_id=None,
            donor_code="TELIA",
            owner_id=OWNER["owner_id"],
            owner_name=OWNER["owner_name"],
            series=series,
            cause=cause,
        )
        sign_mandate(session, made.id, Signature("Tove Exempelsson", "127.0.0.1", "a test"), cause)


def test_a_dry_run_names_every_fault_and_stores_nothing(client: TestClient, ours: dict[str, str]) -> None:
    answer = client.post(f"{FAMILIES}/validations", json=MIXED, headers=ours)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert (found["ok"], found["good"]) == (False, 1)
    assert {each["number"]: each["faults"][0]["code"] for each in found["items"] if not each["ok"]} == BAD
    assert all(fault["detail"] and fault["field"] for each in found["items"] for fault in each["faults"])
    assert client.get(FAMILIES, headers=ours).json()["items"] == []
    assert client.get(ORDERS, headers=ours).json()["items"] == []


def test_two_faults_of_one_number_are_both_named(client: TestClient, ours: dict[str, str]) -> None:
    both = order(item("12", donor="Ingen alls"), GOOD)
    answer = client.post(f"{FAMILIES}/validations", json=both, headers=ours).json()
    assert [each["code"] for each in answer["items"][0]["faults"]] == ["NUMBER_REFUSED", "DONOR_UNKNOWN"]


def test_one_bad_number_never_blocks_the_others_unasked(client: TestClient, ours: dict[str, str]) -> None:
    made = client.post(FAMILIES, json=MIXED, headers=ours)
    assert made.status_code == 201, made.text
    family = made.json()
    assert (family["orders"], family["numbers"]) == ({"draft": 1}, {"pending": 1})
    assert family["refused_count"] == len(BAD)
    pages, cursor = [], -1
    while cursor is not None:
        page = client.get(f"{FAMILIES}/{family['id']}/refused?limit=2&cursor={cursor}", headers=ours).json()
        pages += page["items"]
        cursor = page["next_cursor"]
    assert {each["number"]: each["faults"][0]["code"] for each in pages} == BAD
    asked = client.post(FAMILIES, json={**MIXED, "all_or_nothing": True}, headers=ours)
    assert (asked.status_code, asked.json()["code"]) == (422, "FAMILY_REFUSED")
    assert len(asked.json()["refused"]) == len(BAD) + 1, "by now the good one is in a port too"
    assert len(client.get(FAMILIES, headers=ours).json()["items"]) == 1


def test_one_word_submits_what_a_mandate_covers(client: TestClient, ours: dict[str, str]) -> None:
    asked = order(GOOD, item("08-465 004 00–49"), external_reference="4711")
    made = client.post(FAMILIES, json=asked, headers={**ours, "Idempotency-Key": "f1"})
    again = client.post(FAMILIES, json=asked, headers={**ours, "Idempotency-Key": "f1"})
    assert made.json() == again.json()
    family = made.json()
    assert family["numbers"] == {"pending": 51}
    assert family["allowed_actions"] == ["submit"]
    path = f"{FAMILIES}/{family['id']}"
    refused = client.post(f"{path}/submission", json={"all_or_nothing": True}, headers=ours)
    assert (refused.status_code, refused.json()["code"]) == (409, "MANDATE_MISSING")
    sign(family["customer_id"], ("+46701740605", "+46701740605"))
    done = client.post(f"{path}/submission", json={}, headers=ours).json()
    assert done["submitted"] == 1
    assert [each["fault"]["code"] for each in done["kept"]] == ["MANDATE_MISSING"]
    assert done["family"]["orders"] == {"draft": 1, "ready": 1}
    (ready,) = client.get(f"{ORDERS}?state=ready&external_reference=4711", headers=ours).json()["items"]
    assert ready["attempts"][0]["outcome"] == "planned"
    assert ready["allowed_actions"] == ["request_cancel", "cancel", "request_change"]
    sign(family["customer_id"], ("+468465004", "+468465004"), ("+46846500400", "+46846500499"))
    kept = done["kept"][0]["order_id"]
    one = client.post(f"{ORDERS}/{kept}/submission", headers=ours)
    assert (one.status_code, one.json()["state"]) == (200, "ready"), one.text
    nothing = client.post(f"{path}/submission", json={}, headers=ours)
    assert (nothing.status_code, nothing.json()["code"]) == (409, "NOTHING_TO_SUBMIT")


def test_a_change_under_if_match_is_refused_once_the_order_has_changed(
    client: TestClient, ours: dict[str, str]
) -> None:
    family = client.post(FAMILIES, json=order(GOOD), headers=ours).json()
    (listed,) = client.get(f"{ORDERS}?family_id={family['id']}", headers=ours).json()["items"]
    path = f"{ORDERS}/{listed['id']}"
    read = client.get(path, headers=ours)
    tag = read.headers["etag"]
    assert client.get(path, headers={**ours, "If-None-Match": tag}).status_code == 304
    sign(family["customer_id"], ("+46701740605", "+46701740605"))
    assert client.post(f"{path}/submission", headers={**ours, "If-Match": tag}).status_code == 200
    stale = client.post(f"{path}/cancellations", json={}, headers={**ours, "If-Match": tag})
    assert (stale.status_code, stale.json()["code"]) == (412, "CHANGED_SINCE_READ")
    assert client.get(path, headers=ours).json()["state"] == "ready"
    fresh = {**ours, "If-Match": stale.json()["etag"]}
    assert client.post(f"{path}/cancellations", json={}, headers=fresh).status_code == 202
    assert client.get(path, headers=ours).json()["state"] == "cancelled"


def test_fields_are_chosen_and_an_unknown_one_is_refused(client: TestClient, ours: dict[str, str]) -> None:
    client.post(FAMILIES, json=order(GOOD), headers=ours)
    (chosen,) = client.get(f"{ORDERS}?fields=id,state", headers=ours).json()["items"]
    assert set(chosen) == {"id", "state"}
    one = client.get(f"{ORDERS}/{chosen['id']}?fields=reference", headers=ours)
    assert set(one.json()) == {"reference"}
    whole = client.get(f"{ORDERS}/{chosen['id']}", headers=ours)
    assert one.headers["etag"] == whole.headers["etag"], "the tag is of the whole order"
    wrong = client.get(f"{ORDERS}?fields=secrets", headers=ours)
    assert (wrong.status_code, wrong.json()["code"]) == (422, "FIELD_UNKNOWN")


def test_filters_narrow_and_pages_follow_each_other(client: TestClient, ours: dict[str, str]) -> None:
    made = client.post(
        FAMILIES, json=order(*(item(f"070-17406{n}") for n in range(10, 15))), headers=ours
    ).json()
    assert made["orders"] == {"draft": 5}, made
    seen, cursor = [], ""
    while True:
        page = client.get(f"{ORDERS}?limit=2{cursor}", headers=ours).json()
        seen += [each["first"] for each in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == [f"+467017406{n}" for n in range(10, 15)]
    (one,) = client.get(f"{ORDERS}?number=%2B46701740612", headers=ours).json()["items"]
    assert one["first"] == "+46701740612"
    assert client.get(f"{ORDERS}?donor=TELENOR", headers=ours).json()["items"] == []


def test_another_partner_sees_and_moves_nothing(client: TestClient, ours: dict[str, str]) -> None:
    family = client.post(FAMILIES, json=order(GOOD), headers=ours).json()
    (own,) = client.get(ORDERS, headers=ours).json()["items"]
    theirs = partner(client, "5599999033")
    for method, path, body in (
        ("GET", f"{FAMILIES}/{family['id']}", None),
        ("GET", f"{FAMILIES}/{family['id']}/refused", None),
        ("POST", f"{FAMILIES}/{family['id']}/submission", {}),
        ("GET", f"{ORDERS}/{own['id']}", None),
        ("POST", f"{ORDERS}/{own['id']}/submission", None),
        ("POST", f"{ORDERS}/{own['id']}/cancellations", {}),
    ):
        answer = client.request(method, path, json=body, headers=theirs)
        assert answer.status_code == 404, (path, answer.text)
    assert client.get(FAMILIES, headers=theirs).json()["items"] == []
    assert client.get(ORDERS, headers=theirs).json()["items"] == []


def test_too_many_numbers_are_refused_before_any_is_judged(client: TestClient, ours: dict[str, str]) -> None:
    series = [item("08-4650000–9999"), item("08-4660000–9999"), item("070-1740605")]
    answer = client.post(FAMILIES, json=order(*series), headers=ours)
    assert (answer.status_code, answer.json()["code"]) == (422, "TOO_MANY_NUMBERS"), answer.text
