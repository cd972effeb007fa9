"""One customer never sees another's: every address of a case, asked for and sent to, is not there for them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from fastapi.routing import APIRoute, iter_route_contexts
from sqlmodel import func, select

from accounts.domain.roles import Role
from accounts.usecases.invite_person import invite_person
from accounts.usecases.register_organisation import register_customer
from infra.clock import current
from infra.db import unit_of_work
from infra.outbox import OutboxEvent
from kernel.ids import new_id

from ..delivery.conftest import CSRF, Delivery, sign_in

# What a parameter may be; ids are made up, since nothing of the case may even be looked for.
WORDS = {
    "donor": "TELIA",
    "number": "1",
    "section": "company",
    "item": "agreement",
    "key": "app_accounts",
    "step": "equipment",
    "order_ref": "x",
}


@pytest.fixture
def neighbour(opened: Delivery, make_client: Callable[[], httpx.Client]) -> httpx.Client:
    """The telefoniansvarig of another company of the same partner."""
    with unit_of_work() as session:
        now = current(session)
        company = register_customer(
            session,
            name="Grannbolaget AB",
            org_number="5599999017",
            partner_id=opened.partner.organisation_id,
            now=now,
        )
        person = invite_person(
            session, company, Role.TELEFONIANSVARIG, email="greta@exempel.se", name="Greta", now=now
        )
    return sign_in(make_client(), person.id)


def _addresses(app: Any, case_id: object) -> list[tuple[str, str]]:
    found = []
    for context in iter_route_contexts(app.routes):
        if not isinstance(context.original_route, APIRoute) or not context.path.startswith(
            "/cases/{case_id}"
        ):
            continue
        path = context.path.replace("{case_id}", str(case_id))
        for name in re.findall(r"\{(\w+)\}", path):
            path = path.replace(f"{{{name}}}", WORDS.get(name) or str(new_id()))
        found += [(method, path) for method in sorted(context.methods - {"HEAD"})]
    return found


def _told() -> int:
    with unit_of_work() as session:
        return session.scalar(select(func.count()).select_from(OutboxEvent)) or 0


def test_every_address_of_a_case_is_nothing_to_another_customer(
    opened: Delivery, browser: httpx.Client, neighbour: httpx.Client, web_app: Any
) -> None:
    opened.sign(opened.upload().number)
    told, addresses = _told(), _addresses(web_app, opened.case_id)
    answers = {
        (method, path): neighbour.request(
            method, path, data={"csrf": CSRF} if method == "POST" else None
        ).status_code
        for method, path in addresses
    }
    assert {asked: status for asked, status in answers.items() if status != 404} == {}
    assert len(answers) > 25
    assert _told() == told, "nothing has been done"
    assert browser.get(f"/cases/{opened.case_id}").status_code == 200, "its own customer sees it"
