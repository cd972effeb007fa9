"""One company in the midst of its delivery, a change of operator and an unblocking: something for every page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from sqlmodel import select, text

from accounts.access import SESSION_COOKIE
from accounts.domain.roles import Role
from accounts.models import KeptForm, Organisation, Person, WebSession
from accounts.repository import digest
from accounts.usecases.invite_person import invite_person
from delivery.customer_data.domain.codes import Code
from delivery.customer_data.models import CustomerDataImport
from delivery.domain.states import CaseState
from delivery.models import CustomerDataVersion
from delivery.usecases.pack_parcels import pack_parcels
from infra.db import unit_of_work
from infra.outbox import relay
from infra.signed_links import sign
from infra.vault import vault
from invoicing.handlers import HANDLERS
from invoicing.usecases.make_bases import make_bases
from invoicing.usecases.request_run import request_run
from openfibre.operator_change.domain.parties import Party
from openfibre.operator_change.domain.routes import Content
from openfibre.port_unblocking.models import Manner
from partners.usecases.subscribe import subscribe
from portingsvc.domain.states import NumberState
from portingsvc.models import BankIdOrder
from portingsvc.queries import mandates_of_case, repairs_of_case

from ..conftest import MONDAY
from ..delivery.conftest import (  # noqa: F401  (the fixtures are this folder's too)
    CSRF,
    Delivery,
    Porting,
    browser,
    delivery,
    opened,
    porting,
)
from ..invoicing.conftest import APRIL, LIVE_AT, go_live
from ..openfibre.operator_change.conftest import MED, access_row, open_change, service_row
from ..openfibre.port_unblocking.conftest import Story as Unblocking

expect.set_options(timeout=15_000)  # a busy machine is slow, which is no fault of the page
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
REJECTED = "+46846500499"
# In which table a page's parameter finds a row.
TABLES = {
    "customer_id": "invoicing_agreement",
    "repair_id": "repair_task",
    "order_id": "porting_order",
    "parcel_id": "parcel",
    "hook_id": "webhook_subscription",
    "import_id": "customer_data_import",
    "invoice_id": "invoicing_invoice",
    "run_id": "invoicing_run",
    "project_id": "ko_project",
    "data_set_id": "ko_data_set",
    "unblocking_id": "port_unblocking",
    "form_id": "kept_form",
}
CUSTOMER, PLANNER, PARTNER = "customer", "planner", "partner"
FIBRE, CHANGE, STRANGER = "fibre", "change", "stranger"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for a file. Not for longer: while it is there, nothing else can run an event loop."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield opened
        opened.close()


@dataclass
class World:
    """Who is there, and where one of each kind of thing is found."""

    delivery: Delivery
    people: dict[str, UUID | None]
    ids: dict[str, str]


def signed_in(context: BrowserContext, address: str, person_id: UUID | None) -> BrowserContext:
    """The browser of somebody who has followed a link; its forms carry `CSRF`. Nobody's for None."""
    if person_id is None:
        return context
    cookie, now = f"cookie-of-{person_id}-{id(context)}", datetime.now(UTC)
    with unit_of_work() as session:
        session.add(
            WebSession(
                token_sha256=digest(cookie),
                person_id=person_id,
                csrf=CSRF,
                opened_at=now,
                seen_at=now,
                expires_at=now + timedelta(hours=1),
            )
        )
    context.add_cookies([{"name": SESSION_COOKIE, "value": cookie, "url": address}])
    return context


@pytest.fixture
def visit(chromium: Browser, web_address: str) -> Iterator[Callable[..., Page]]:
    """Browsers, each with cookies of its own, signed in as the person given."""
    contexts: list[BrowserContext] = []

    def one(person_id: UUID | None = None, **options: Any) -> Page:
        wish = {"locale": "sv-SE", "viewport": {"width": 1280, "height": 900}, **options}
        context = chromium.new_context(base_url=web_address, **wish)
        contexts.append(context)
        page = signed_in(context, web_address, person_id).new_page()
        page.set_default_timeout(20_000)
        return page

    yield one
    for context in contexts:
        context.close()


def first(table: str, where: str = "true", column: str = "id") -> str:
    column = "customer_id" if table == "invoicing_agreement" else column
    with unit_of_work() as session:
        found = session.execute(text(f"SELECT {column} FROM {table} WHERE {where} LIMIT 1")).scalar()
    assert found, f"the world has no {table} {where}"
    return str(found)


def _member(organisation_id: UUID | None, role: Role, email: str) -> UUID:
    with unit_of_work() as session:
        home = session.get_one(Organisation, organisation_id)
        return invite_person(session, home, role, email=email, name=email, now=datetime.now(UTC)).id


def _deliver(case: Delivery, porting: Porting) -> None:  # noqa: F811
    """As far as a refused number, a parcel for those that were not, and an older list with faults."""
    porting.gateway.script(
        [{"number": REJECTED, "attempt": 1, "decision": "reject", "blocking_codes": ["01"]}]
    )
    case.stock()
    case.upload(faults=(Code.EMAIL_INVALID, Code.PHONE_FOREIGN))
    case.finish_preparations()
    case.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda found: bool(found.repairs) and not found.numbers.get(NumberState.PENDING))
    case.plan(pack_parcels)


def _bill(case: Delivery) -> None:
    """Another company of the same partner, live and billed."""
    other = Delivery(case.partner, case.planner, case.leads)
    other.open(customer_name="Livebolaget AB", org_number="559999-9017", contact_email="live@exempel.se")
    other.upload()
    other.sign()
    with unit_of_work() as session:
        go_live(session, other.case_id)
    relay(HANDLERS, LIVE_AT)
    other.go_to(APRIL)
    other.do(other.planner, request_run, APRIL.date())
    make_bases()
    other.go_to(MONDAY)


def _fibre() -> Unblocking:
    change = open_change()
    rows = [access_row(n) for n in range(1, 5)]
    change.send("AKO", Content.ACCESS, [*rows, rows[0]], Party.TKO)
    change.send("AKO", Content.SERVICE, [service_row(n, MED) for n in range(1, 5)], Party.TLA)
    unblocking = Unblocking(None, None, Manner.PORTAL)  # type: ignore[arg-type]  # a portal needs no operator
    unblocking.open()
    return unblocking


def _rows_for_pages(case: Delivery) -> None:
    """What takes a worker or a bank to bring about: an import under way, a signing that awaits its answer."""
    with unit_of_work() as session:
        version = session.exec(select(CustomerDataVersion)).first()
        assert version
        running = CustomerDataImport(
            case_id=case.case_id,
            customer_id=version.customer_id,
            file_id=version.file_id,
            filename="stor.xlsx",
            rows_expected=50_000,
            rows_read=12_000,
            created_at=MONDAY,
        )
        signing = BankIdOrder(
            mandate_id=mandates_of_case(session, case.case_id)[0].id,
            person_id=case.customer.person_id,
            order_ref="an-order",
            auto_start_token="start",
            qr_start_token="token",
            qr_start_secret="secret",
            signed_text="",
            started_at=MONDAY,
        )
        session.add_all([running, signing])
        fields = json.dumps([["q-name", "Exempelverken i Luleå AB"], ["q-note", "Två\nrader"]])
        session.add(
            KeptForm(
                person_id=case.customer.person_id,
                path=f"/cases/{case.case_id}/questions/company",
                page=f"/cases/{case.case_id}/questions/company",
                locked=vault().encrypt(fields.encode()).decode(),
                kept_at=datetime.now(UTC),
                expires_at=datetime.now(UTC) + timedelta(hours=1),
            )
        )


@pytest.fixture
def world(delivery: Delivery, porting: Porting) -> World:  # noqa: F811
    """Everything, once."""
    case = delivery
    case.open(options=("statistics", "training", "softphone"))
    _deliver(case, porting)
    _rows_for_pages(case)
    _bill(case)
    unblocking = _fibre()
    case.do(case.partner, subscribe, name="ekonomi", url="https://hooks.exempel.se/", types=[])
    people = {
        CUSTOMER: case.customer.person_id,
        PLANNER: case.planner.person_id,
        PARTNER: _member(case.partner.organisation_id, Role.PARTNER_ADMIN, "petra@exempel.se"),
        FIBRE: _member(unblocking.actors["SP-N"].organisation_id, Role.PARTNER_ADMIN, "sp-n@exempel.se"),
        STRANGER: None,
    }
    with unit_of_work() as session:
        people[CHANGE] = session.exec(select(Person).where(Person.email == "tilda@exempel.se")).one().id
    ids = {name: first(table) for name, table in TABLES.items()}
    ids |= {
        "case_id": str(case.case_id),
        "mandate_id": first("mandate", "id IN (SELECT mandate_id FROM bankid_order)"),
        "user_email": first(
            "customer_user", "version_id IN (SELECT id FROM customer_data_version WHERE number = 2)", "email"
        ),
    }
    with unit_of_work() as session:
        repair = repairs_of_case(session, case.case_id)[0]
    ids["repair_token"] = sign("repair", f"{repair.id}/{case.customer.person_id}", repair.due_at)
    return World(case, people, ids)
