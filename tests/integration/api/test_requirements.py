"""PA-01: what a kind of number needs at an operator is data, and the same that our own rules judge by."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from infra.clock import current
from infra.db import unit_of_work
from infra.transitions import Cause
from kernel.numbers import PORTABLE
from portingsvc.api.requirement_shapes import NumberType
from portingsvc.domain.donors import DONORS
from portingsvc.usecases.set_price import set_price

from .test_cases import partner
from .test_families import FAMILIES, item, order

REQUIREMENTS = "/api/v1/porting-requirements"


@pytest.fixture
def ours(client: TestClient, clean: str) -> dict[str, str]:
    return partner(client, "5599999025")


def one(client: TestClient, ours: dict[str, str], name: str = "TELIA-mobile") -> dict[str, Any]:
    answer = client.get(f"{REQUIREMENTS}/{name}", headers=ours)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_every_pair_of_operator_and_portable_kind_is_told_a_page_at_a_time(
    client: TestClient, ours: dict[str, str]
) -> None:
    assert {each.value for each in NumberType} == set(PORTABLE)
    seen, cursor = [], ""
    while True:
        found = client.get(f"{REQUIREMENTS}?limit=7&fields=id,donor,number_type{cursor}", headers=ours).json()
        seen += [each["id"] for each in found["items"]]
        if found["next_cursor"] is None:
            break
        cursor = f"&cursor={found['next_cursor']}"
    assert seen == sorted(f"{donor}-{kind}" for donor in DONORS for kind in PORTABLE)
    narrowed = client.get(f"{REQUIREMENTS}?donor=TRE&number_type=mobile", headers=ours).json()["items"]
    assert [each["id"] for each in narrowed] == ["TRE-mobile"]


def test_what_is_told_is_what_an_order_is_judged_by(client: TestClient, ours: dict[str, str]) -> None:
    """The days, hours and lead are kept by the dry run of an order, to the day and the hour."""
    told = one(client, ours)
    assert told["times"]["lead_working_days"] == 10
    (window,) = told["windows"]
    assert date(2027, 1, 6).isoformat() in told["no_port_days"], "Epiphany, a Wednesday"
    assert date(2027, 1, 9).isoformat() not in told["no_port_days"], "a Saturday is no working day anyway"

    def judged(at: str) -> list[str]:
        asked = order(item("070-1740605"), port_at=f"{at}+01:00")
        answer = client.post(f"{FAMILIES}/validations", json=asked, headers=ours).json()
        return [fault["code"] for each in answer["items"] for fault in each["faults"]]

    assert judged(f"2027-02-01T{window['hours'][0]:02d}:00:00") == []
    assert judged(f"2027-02-01T{window['hours'][-1] + 1:02d}:00:00") == ["PORT_DATE_TOO_EARLY"]
    assert judged("2027-01-29T10:00:00") == ["PORT_DATE_TOO_EARLY"], "nine working days"
    assert judged("2027-03-26T10:00:00") == ["PORT_DATE_TOO_EARLY"], "Good Friday"
    assert "2027-03-26" in told["no_port_days"]


def test_its_tag_changes_when_a_price_does(client: TestClient, ours: dict[str, str]) -> None:
    path = f"{REQUIREMENTS}/TELIA-mobile"
    tag = client.get(path, headers=ours).headers["etag"]
    assert client.get(path, headers={**ours, "If-None-Match": tag}).status_code == 304
    with unit_of_work() as session:
        now = current(session)
        set_price(session, 40_000, date(2027, 1, 18), Cause("planner", "Pia Planerare", now))
    changed = client.get(path, headers={**ours, "If-None-Match": tag})
    assert changed.status_code == 200
    assert {each["code"]: each["amount_ore"] for each in changed.json()["fees"]} == {
        "included": 0,
        "further_attempt": 40_000,
        "donor_fee_per_series": 2_900,
    }


def test_texts_come_in_the_language_that_was_asked_for(client: TestClient, ours: dict[str, str]) -> None:
    texts = [
        client.get(f"{REQUIREMENTS}/TELIA-mobile", headers={**ours, "Accept-Language": each}).json()[
            "checks"
        ][0]
        for each in ("sv", "en")
    ]
    assert texts[0]["code"] == texts[1]["code"] == "OWNER_ID_MISMATCH"
    assert texts[0]["text"] != texts[1]["text"]


@pytest.mark.parametrize("name", ["TELIA-premium", "NOBODY-mobile"])
def test_what_cannot_be_ported_is_not_there(client: TestClient, ours: dict[str, str], name: str) -> None:
    assert client.get(f"{REQUIREMENTS}/{name}", headers=ours).status_code == 404
