"""PA-01: whatever another tenant, another role or a stranger sends, nothing of a tenant's is shown or changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import select

from accounts import repository as accounts
from accounts.access import needs
from accounts.domain.actor import SYSTEM, Actor
from accounts.domain.resellers import PORTING_ROLES, PortingRole
from accounts.domain.roles import Role
from accounts.models import ApiClient, Organisation
from accounts.usecases.api_clients import SCOPES, make_client
from accounts.usecases.place_reseller import place_reseller
from accounts.usecases.register_organisation import register_fibre_party, register_operator
from delivery.models import DeliveryCase
from infra.db import SessionDep, unit_of_work
from infra.transitions import Cause
from kernel.ids import new_id

from . import prying
from .prying import NO_KEY, NO_RIGHT, NOT_THERE, Caller, operations, pry, send
from .world import Tenant, cookie_of, tenant, token_of

FORM_CODES = {"INVALID_INPUT", "NOT_UNDERSTOOD"}
READ = Annotated[Actor, needs("cases:read")]
WRITE = Annotated[Actor, needs("cases:write")]


@pytest.fixture
def ours(client: TestClient, clean: str) -> Tenant:
    return tenant(client, "Partner Ett", "5599999025")


@pytest.fixture
def others(client: TestClient, ours: Tenant) -> list[Caller]:
    """Everybody else: tenants, roles, keys that lack something, and strangers."""
    theirs = tenant(client, "Partner Tre", "5599999033")
    now = datetime.now(UTC)
    with unit_of_work() as session:
        partner = accounts.organisation(session, ours.organisation_id)
        revoked = make_client(session, partner, name="revoked", scopes=list(SCOPES), now=now)
        elsewhere = make_client(session, partner, name="elsewhere", scopes=list(SCOPES), now=now)
    bearers = {name: token_of(client, each) for name, each in {"revoked": revoked, "net": elsewhere}.items()}
    with unit_of_work() as session:
        for each in session.exec(select(ApiClient)):
            if each.client_id == revoked.client_id:
                each.revoked_at = now
            if each.client_id == elsewhere.client_id:
                each.allowed_networks = ["192.0.2.0/24"]
    narrow = [
        Caller(f"our key with {scope} only", NO_RIGHT, token_of(client, ours.secret, scope=scope))
        for scope in SCOPES
    ]
    return [
        Caller("another partner's key", NOT_THERE, theirs.bearer, own=theirs.ids),
        Caller("nobody", NO_KEY),
        Caller("a token cut short", NO_KEY, {"Authorization": ours.bearer["Authorization"][:-4]}),
        Caller("our revoked key", NO_KEY, bearers["revoked"]),
        Caller("our key from elsewhere", NO_RIGHT, bearers["net"]),
        *narrow,
        *sessions(ours, theirs),
    ]


def sessions(ours: Tenant, theirs: Tenant) -> list[Caller]:
    """Signed-in people of every side: a browser's session opens no API."""
    now = datetime.now(UTC)
    with unit_of_work() as session:
        operator = register_operator(session, name="Växla", org_number="5599999017", now=now)
        fibre = register_fibre_party(session, name="Nät AB", org_number="5599999538", now=now)
        case = session.exec(
            select(DeliveryCase).where(DeliveryCase.partner_id == theirs.organisation_id)
        ).one()
        customer = session.get_one(Organisation, case.customer_id)
        places = [
            (operator, Role.LEVERANSPLANERARE),
            (operator, Role.TEKNISK_LEVERANSLEDARE),
            (operator, Role.ADMINISTRATIV_LEVERANSLEDARE),
            (customer, Role.TELEFONIANSVARIG),
            (customer, Role.IT_ANSVARIG),
            (customer, Role.FAKTURAANSVARIG),
            (customer, Role.FIRMATECKNARE),
            (fibre, Role.NATKONTAKT),
        ]
        cookies = {
            role: cookie_of(session, at, role, f"{n}@exempel.se") for n, (at, role) in enumerate(places)
        }
    people = [Caller(f"a session of {role}", NO_KEY, cookie=cookie) for role, cookie in cookies.items()]
    return [
        *people,
        Caller("a session of another partner", NO_KEY, cookie=theirs.cookie),
        Caller("a session of our own people", NO_KEY, cookie=ours.cookie),
    ]


@pytest.fixture
def ending_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stream of events tells what there is and ends."""
    from partners.api import stream

    told = stream.lines
    monkeypatch.setattr(stream, "lines", lambda follower, after: told(follower, after, stream.Pace(0, 0)))
    monkeypatch.setattr(stream.Follower, "may_stay", lambda _: False)


@pytest.fixture
def document(client: TestClient) -> dict[str, Any]:
    return client.get("/api/v1/openapi.json").json()


def fits(caller: Caller, operation: dict[str, Any]) -> bool:
    """A key with one scope only is tried where it is the wrong one."""
    scopes = [each for needed in operation.get("security", []) for each in next(iter(needed.values()))]
    return not any(caller.name == f"our key with {scope} only" for scope in scopes)


def test_nothing_of_a_tenants_is_shown_or_changed(
    client: TestClient, ours: Tenant, others: list[Caller], document: dict[str, Any], ending_stream: None
) -> None:
    described = {
        each["operationId"]: each for methods in document["paths"].values() for each in methods.values()
    }
    every, combinations, leaks = operations(document), 0, []
    for operation in every:
        callers = [caller for caller in others if fits(caller, described[operation.name])]
        findings = pry(client, [operation], ours, callers)
        combinations += findings.combinations
        leaks += findings.leaks
    print(f"other tenants: {combinations} combinations of {len(every)} operations and {len(others)} callers")
    assert not leaks, "\n".join(leaks)
    assert combinations >= 20 * len(every)


def test_the_tenant_itself_gets_through_by_those_very_calls(
    client: TestClient, ours: Tenant, document: dict[str, Any], ending_stream: None
) -> None:
    """Else the refusals above would prove nothing."""
    me = Caller("we", frozenset(), ours.bearer)
    for operation in operations(document):
        if operation.name in prying.OPEN or operation.path.startswith(prying.SANDBOX):
            continue
        answers = [send(client, operation, path, me, ours) for path in operation.addresses(ours.ids)]
        let_in = [
            each
            for each in answers
            if each.status_code not in {401, 403, 404}
            and not (each.status_code == 422 and each.json()["code"] in FORM_CODES)
        ]
        assert let_in, (operation.name, [each.text for each in answers])


@pytest.fixture
def careless(client: TestClient) -> Iterator[TestClient]:
    """The application with three routes whose author forgot something."""
    from entrypoints.web import make

    app: FastAPI = make()

    @app.get("/api/v1/careless-cases/{case_id}", operation_id="careless_read")
    def read(session: SessionDep, actor: READ, case_id: UUID) -> dict[str, str]:
        return {"external_reference": session.get_one(DeliveryCase, case_id).external_reference}

    @app.post("/api/v1/careless-cases/{case_id}/size", operation_id="careless_write")
    def write(session: SessionDep, actor: WRITE, case_id: UUID) -> None:
        session.get_one(DeliveryCase, case_id).size += 1

    @app.get("/api/v1/careless-cases", operation_id="careless_list")
    def list_(session: SessionDep) -> list[str]:
        return [each.external_reference for each in session.exec(select(DeliveryCase))]

    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


def test_a_route_that_forgets_tenancy_is_found(
    careless: TestClient, ours: Tenant, others: list[Caller]
) -> None:
    document = careless.get("/api/v1/openapi.json").json()
    planted = [each for each in operations(document) if each.name.startswith("careless")]
    leaks = {each.name: pry(careless, [each], ours, others[:2]).leaks for each in planted}
    assert any("shows" in leak and "another partner's key" in leak for leak in leaks["careless_read"])
    assert any("changed" in leak and "'delivery_case'" in leak for leak in leaks["careless_write"])
    assert any("nobody" in leak for leak in leaks["careless_list"])


def test_a_route_with_an_id_that_nobody_has_is_refused_by_this_test(ours: Tenant) -> None:
    unknown = prying.Operation("x", "GET", "/api/v1/things/{thing_id}", None, form=False, queries=())
    with pytest.raises(AssertionError, match="thing_id"):
        list(unknown.addresses(ours.ids, {"thing_id": [str(new_id())]}))


@pytest.mark.parametrize("role", PortingRole)
def test_a_reseller_above_reaches_what_its_role_lends_and_no_more(
    client: TestClient, ours: Tenant, document: dict[str, Any], ending_stream: None, role: PortingRole
) -> None:
    """Every operation with an id of the one below: let in where its role lends the scope, else not there."""
    above = tenant(client, "Partner Tre", "5599999033")
    with unit_of_work() as session:
        cause = Cause("system", "Växla", datetime.now(UTC))
        place_reseller(
            session, SYSTEM, ours.organisation_id, under=above.organisation_id, role=role, cause=cause
        )
    above = replace(above, bearer=token_of(client, above.secret))
    lends = PORTING_ROLES[role].lends
    kept = [each for each in operations(document) if each.parameters and not needed(each, document) & lends]
    lent = [each for each in operations(document) if each.parameters and needed(each, document) & lends]
    findings = pry(client, kept, ours, [Caller("the reseller above", NOT_THERE, above.bearer)])
    assert not findings.leaks, "\n".join(findings.leaks)
    me = Caller("the reseller above", frozenset(), above.bearer)
    for operation in lent:
        answers = [send(client, operation, path, me, ours) for path in operation.addresses(ours.ids)]
        assert any(each.status_code not in {401, 403, 404, 422} for each in answers), operation.name
    assert len(lent) >= 5
    assert len(kept) >= 15
    listed = client.get("/api/v1/delivery-cases", headers=above.bearer).json()["items"]
    assert {each["id"] for each in listed} == {above.ids["case_id"][0], ours.ids["case_id"][0]}
    invoices = client.get("/api/v1/invoices", headers=above.bearer).json()["items"]
    assert (ours.ids["invoice_id"][0] in {each["id"] for each in invoices}) is ("invoices:read" in lends)


def needed(operation: prying.Operation, document: dict[str, Any]) -> set[str]:
    """The scopes that the document asks for."""
    described = document["paths"][operation.path][operation.method.lower()]
    return {scope for each in described.get("security", []) for scopes in each.values() for scope in scopes}
