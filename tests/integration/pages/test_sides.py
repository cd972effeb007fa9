"""Who has roles in several companies sees one at a time, and is told of the others where a page is not there."""

from __future__ import annotations

from uuid import UUID, uuid4

import httpx
import pytest
from sqlmodel import select, update

from accounts.models import Person, WebSession
from infra.db import unit_of_work

from ..delivery.conftest import CONTACT, CSRF, Delivery

OTHER = "Grannbolaget AB"


@pytest.fixture
def second(opened: Delivery) -> tuple[UUID, UUID]:
    """A case of another company with the same contact, and that company; `opened` stays at the first."""
    first = opened.case_id, opened.customer
    case = opened.open(customer_name=OTHER, org_number="559999-9017", contact_email=CONTACT)
    opened.case_id, opened.customer = first
    return case.id, case.customer_id


def change(
    browser: httpx.Client, organisation_id: object, onward: str = "/", csrf: str = CSRF
) -> httpx.Response:
    return browser.post(
        "/account/side", data={"csrf": csrf, "organisation_id": str(organisation_id), "next": onward}
    )


def test_a_page_of_the_other_company_is_one_press_away(
    opened: Delivery, second: tuple[UUID, UUID], browser: httpx.Client
) -> None:
    case_id, company_id = second
    assert browser.get(f"/cases/{opened.case_id}").status_code == 200
    missing = browser.get(f"/cases/{case_id}")
    assert (missing.status_code, f"Byt till {OTHER}" in missing.text) == (404, True)
    assert "Just nu ser du Exempelverken AB" in missing.text
    changed = change(browser, company_id, f"/cases/{case_id}")
    assert (changed.status_code, changed.headers["location"]) == (303, f"/cases/{case_id}")
    there = browser.get(f"/cases/{case_id}")
    assert (there.status_code, f"Tove Exempelsson, {OTHER}" in there.text) == (200, True)
    assert browser.get(f"/cases/{opened.case_id}").status_code == 404
    assert "Byt till Exempelverken AB" in browser.get("/account").text


def test_nobody_stands_for_a_company_that_is_not_theirs(
    opened: Delivery, second: tuple[UUID, UUID], browser: httpx.Client
) -> None:
    for company in (uuid4(), opened.partner.organisation_id):
        assert change(browser, company).status_code == 404
    assert change(browser, second[1], csrf="another").status_code == 403
    assert change(browser, second[1], "https://elsewhere.exempel.se/").headers["location"] == "/"


def test_a_choice_ends_with_the_role(
    opened: Delivery, second: tuple[UUID, UUID], browser: httpx.Client
) -> None:
    """What was chosen counts only while it is among one's companies."""
    with unit_of_work() as session:
        session.exec(update(WebSession).values(side_id=opened.partner.organisation_id))
    assert browser.get(f"/cases/{opened.case_id}").status_code == 200


def test_who_has_one_company_is_asked_nothing(opened: Delivery, browser: httpx.Client) -> None:
    with unit_of_work() as session:
        assert session.exec(select(Person).where(Person.email == CONTACT)).one()
    assert "Byt till" not in browser.get("/account").text
    assert "Byt till" not in browser.get(f"/cases/{uuid4()}").text
