"""DL-05: each role at the customer sees first what waits for that role, with its day; others see none of it."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from lxml import html

from accounts.domain.roles import Role
from delivery.domain.states import CaseState
from delivery.usecases.complete_activity import complete_activity
from infra.db import unit_of_work
from infra.formats import day
from portingsvc.domain.states import NumberState
from portingsvc.queries import repairs_of_case

from ..delivery.conftest import CSRF, Delivery, Porting, sign_in
from .conftest import REJECTED, _member

Others = Callable[[Role | None], httpx.Client]
IT, MONEY, SIGNS = Role.IT_ANSVARIG, Role.FAKTURAANSVARIG, Role.FIRMATECKNARE


def waiting(browser: httpx.Client, case: Delivery, page: str = "") -> list[str]:
    """The words of a person's own list, one for each thing."""
    tree = html.fromstring(browser.get(f"/cases/{case.case_id}{page}").text)
    rows = tree.xpath("//section[@id='asked']/ol[@class='tasks']/li/div")
    for form in tree.xpath("//section[@id='asked']//form"):
        form.getparent().remove(form)
    return [" ".join(row.text_content().split()) for row in rows]


def others_of(browser: httpx.Client, case: Delivery) -> str:
    tree = html.fromstring(browser.get(f"/cases/{case.case_id}").text)
    return " ".join(row.text_content() for row in tree.xpath("//details[@id='asked-others']"))


@pytest.fixture
def soft(delivery: Delivery) -> Delivery:
    delivery.open(options=("softphone",))
    return delivery


@pytest.fixture
def others(soft: Delivery, make_client: Callable[[], httpx.Client]) -> Others:
    """The browser of a colleague with a role; of the telefoniansvarig without one."""

    def of(role: Role | None) -> httpx.Client:
        organisation = soft.customer.organisation_id
        who = _member(organisation, role, f"{role.value}@exempel.se") if role else soft.customer.person_id
        return sign_in(make_client(), who)

    return of


def test_each_role_has_its_own_list_first(soft: Delivery, others: Others) -> None:
    contact = others(None)
    alone = waiting(contact, soft)
    assert "Bestäm hur fakturan ska se ut" in alone, "nobody else answers for it yet"
    assert any(row.startswith("Svara på frågorna") and "nätverk" in row.lower() for row in alone)
    money, technical, signatory = others(MONEY), others(IT), others(SIGNS)
    assert waiting(money, soft) == [
        "Svara på frågorna: Licenser som avropas",
        "Bestäm hur fakturan ska se ut",
    ]
    assert all("nätverk" in row.lower() for row in waiting(technical, soft))
    assert waiting(technical, soft)
    assert waiting(signatory, soft) == [], "there is nothing to sign yet"
    now = waiting(contact, soft)
    assert "Bestäm hur fakturan ska se ut" not in now
    assert "Bestäm hur fakturan ska se ut" in others_of(contact, soft)
    assert "fakturaansvarig@exempel.se" in others_of(contact, soft)
    assert others_of(money, soft) == "", "each sees their own part"
    assert waiting(contact, soft, "/status") == now
    soft.upload()
    assert waiting(signatory, soft) == ["Granska och godkänn kunddata"]
    assert "Granska och godkänn kunddata" in waiting(contact, soft)
    due = soft.view().phases[0].activities[0].due_on
    assert due
    assert day(due, "sv") in signatory.get(f"/cases/{soft.case_id}").text


def test_what_waits_follows_the_case(soft: Delivery, porting: Porting, others: Others) -> None:
    porting.gateway.script(
        [{"number": REJECTED, "attempt": 1, "decision": "reject", "blocking_codes": ["01"]}]
    )
    contact, technical = others(None), others(IT)
    soft.stock()
    soft.finish_preparations()
    assert waiting(technical, soft) == ["Svara på frågorna: Nätverk och brandvägg"]
    soft.begin(CaseState.GENOMFORANDE)
    (network,) = waiting(technical, soft)
    assert "brandvägg" in network
    porting.settle(lambda found: bool(found.repairs) and not found.numbers.get(NumberState.PENDING))
    with unit_of_work() as session:
        repair = repairs_of_case(session, soft.case_id)[0]
    link = f"/cases/{soft.case_id}/repairs/{repair.id}"
    assert link in contact.get(f"/cases/{soft.case_id}").text
    assert link not in technical.get(f"/cases/{soft.case_id}").text, "it would not be let in there"
    assert link not in technical.get(f"/cases/{soft.case_id}/status").text
    path = f"/cases/{soft.case_id}/confirm/network_ready"
    assert technical.post(path, data={"csrf": CSRF}).status_code == 303
    assert waiting(technical, soft) == []
    assert soft.standing("network_ready") == "done"


def test_a_company_with_several_cases_sees_what_waits_in_each(
    opened: Delivery, make_client: Callable[[], httpx.Client]
) -> None:
    first = opened.case_id
    contact = sign_in(make_client(), opened.customer.person_id)
    opened.open()
    assert opened.case_id != first
    shown = contact.get("/").text
    assert shown.count("saker väntar på dig") == 2
    opened.plan(complete_activity, "training_needs")
    assert contact.get("/").text.count("saker väntar på dig") == 2
