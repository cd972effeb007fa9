"""The pages, too: whoever is signed in elsewhere sees and changes nothing of a tenant's, by any address with an id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from fastapi.routing import APIRoute, iter_route_contexts
from fastapi.testclient import TestClient
from sqlmodel import select

from accounts import repository as accounts
from accounts.access import SESSION_COOKIE
from accounts.domain.roles import Role
from accounts.models import Organisation
from accounts.usecases.register_organisation import register_fibre_party
from delivery.models import DeliveryCase
from infra.clock import current
from infra.db import unit_of_work

from .prying import state_of
from .world import Tenant, cookie_of, tenant

FREE = re.compile(r"\{(\w+)(?::\w+)?\}")
FEWEST = 300


def pages(client: TestClient, ours: Tenant) -> Iterator[tuple[str, str]]:
    """Every page whose address has a place for one of the tenant's ids, with each that could stand there."""
    for context in iter_route_contexts(client.app.routes):
        path = context.path or ""
        if not isinstance(context.original_route, APIRoute) or path.startswith("/api/"):
            continue
        names = FREE.findall(path)
        choices = [ours.ids.get(name) or ["1"] for name in names]
        if "case_id" in names:
            choices[names.index("case_id")] = [*ours.ids["case_id"], *ours.ids["port-unblockings/case_id"]]
        if not any(each != ["1"] for each in choices):
            continue
        for values in product(*choices):
            filled = path
            for value in values:
                filled = FREE.sub(value, filled, count=1)
            for method in sorted((context.methods or set()) - {"HEAD"}):
                yield method, filled


def people(ours: Tenant, theirs: Tenant) -> dict[str, str]:
    """Cookies of those who have no business with the tenant."""
    with unit_of_work() as session:
        case = session.exec(
            select(DeliveryCase).where(DeliveryCase.partner_id == theirs.organisation_id)
        ).one()
        customer = session.get_one(Organisation, case.customer_id)
        fibre = register_fibre_party(session, name="Nät AB", org_number="5599999538", now=current(session))
        return {
            "another partner": theirs.cookie,
            "another partner's customer": cookie_of(session, customer, Role.TELEFONIANSVARIG, "t@exempel.se"),
            "another customer's IT": cookie_of(session, customer, Role.IT_ANSVARIG, "i@exempel.se"),
            "a fibre party": cookie_of(session, fibre, Role.NATKONTAKT, "n@exempel.se"),
        }


def test_nothing_of_a_tenants_stands_on_anybody_elses_pages(client: TestClient, clean: str) -> None:
    ours = tenant(client, "Partner Ett", "5599999025")
    ours.ids["client_id"] = [ours.secret.client_id]
    theirs = tenant(client, "Partner Tre", "5599999033")
    tried, leaks = 0, []
    for name, cookie in people(ours, theirs).items():
        client.cookies.clear()
        client.cookies.set(SESSION_COOKIE, cookie)
        with unit_of_work() as session:
            opened = accounts.session_by_token(session, cookie)
            csrf = opened.csrf if opened else ""
        before = state_of(ours)
        for method, path in pages(client, ours):
            data = {"csrf": csrf, "reason": "prov"} if method == "POST" else None
            answer = client.request(
                method, path, data=data, headers={"Accept": "text/html"}, follow_redirects=False
            )
            tried += 1
            shown = [mark for mark in ours.marks if mark in answer.text and mark not in path]
            if shown or answer.status_code not in {303, 403, 404, 405, 409, 422}:
                leaks.append(f"{name}: {method} {path} -> {answer.status_code} shows {shown}")
        after = state_of(ours)
        changed = [table for table in after if after[table] != before[table]]
        if changed:
            leaks.append(f"{name} changed {changed}")
    client.cookies.clear()
    print(f"other tenants' pages: {tried} combinations, {len(leaks)} leaks")
    assert not leaks, "\n".join(leaks)
    assert tried >= FEWEST
