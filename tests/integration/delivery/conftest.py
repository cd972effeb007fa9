"""One delivery and the hands of everybody in it: the partner, the customer, the planner, the workers."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

import httpx
import pytest
from sqlmodel import Session

from accounts.access import SESSION_COOKIE
from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import Role
from accounts.models import WebSession
from accounts.repository import digest, people_with_role
from accounts.usecases.invite_person import invite_person
from accounts.usecases.register_organisation import register_operator, register_partner
from delivery import queries
from delivery.customer_data.domain.codes import Code
from delivery.customer_data.gateways.sample_workbook import make_sample_workbook
from delivery.customer_data.usecases.sign_off_version import sign_off_version
from delivery.customer_data.usecases.upload_customer_data import upload_customer_data
from delivery.domain.preparation import QUESTIONS
from delivery.domain.states import CaseState
from delivery.handlers import HANDLERS
from delivery.models import CustomerDataVersion, DeliveryCase
from delivery.queries.views import CaseView
from delivery.usecases.answer_preparation import answer_preparation
from delivery.usecases.assign_leads import assign_leads
from delivery.usecases.complete_activity import complete_activity
from delivery.usecases.hold_meeting import book_meeting, hold_meeting
from delivery.usecases.open_case import NewCase, open_case
from delivery.usecases.open_gate import open_gate
from delivery.usecases.stock_sims import stock_sims
from infra.clock import current, set_virtual
from infra.db import unit_of_work
from infra.outbox import relay
from infra.transitions import Cause
from kernel.errors import DomainError
from kernel.identities import check_iccid
from portingsvc.gateways.clearinghouse_http import HttpClearinghouse
from portingsvc.queries import PortingSummary, mandates_of_case, summaries
from portingsvc.usecases.collect_messages import collect_messages
from portingsvc.usecases.dispatch_due import dispatch_due
from portingsvc.usecases.mandates import Signature, sign_mandate
from portingsvc.usecases.reconcile_in_doubt import reconcile_in_doubt
from simulators.gateway.process import GatewayProcess

T = TypeVar("T")
GO_LIVE_ON = date(2027, 3, 2)  # thirty-one working days after the Monday on which tests begin
ADDRESS = {"street": "Exempelgatan 1", "postcode": "111 22", "town": "Stockholm"}
USERS = 12
CONTACT = "tove.exempelsson@exempel.se"


def stock_file(cards: int, profiles: int = 0) -> str:
    """A maker's file with right check digits."""
    lines = ["iccid;kind;pin;puk;activation"]
    for number in range(cards + profiles):
        stem = f"8946200{number:011d}"
        iccid = next(stem + str(digit) for digit in range(10) if check_iccid(stem + str(digit)) is None)
        profile = number >= cards
        lines.append(
            f"{iccid};eSIM;;;LPA:1$smdp.exempel.se${number}" if profile else f"{iccid};SIM;4711;12345678;"
        )
    return "\n".join(lines) + "\n"


@dataclass
class Delivery:
    """A case, and who may do what to it."""

    partner: Actor
    planner: Actor
    leads: dict[Role, UUID]
    customer: Actor = field(init=False)
    case_id: UUID = field(init=False)

    def do(self, actor: Actor, action: Callable[..., T], *args: Any, reason: str = "", **facts: Any) -> T:
        """One use case in one unit of work, as an edge calls it."""
        with unit_of_work() as session:
            cause = Cause(actor.kind.value, actor.name, current(session), actor.person_id, reason)
            return action(session, actor, *args, cause=cause, **facts)

    def plan(self, action: Callable[..., T], *args: Any, **facts: Any) -> T:
        """The planner does it to the case. `reason=` is the cause's."""
        return self.do(self.planner, action, self.case_id, *args, **facts)

    def ask(self, reader: Callable[..., T], *args: Any, actor: Actor | None = None, **more: Any) -> T:
        with unit_of_work() as session:
            return reader(session, actor or self.planner, *args, now=current(session), **more)

    def view(self) -> CaseView:
        return self.ask(queries.case_view, self.case_id)

    def standing(self, key: str) -> str:
        lines = (line for phase in self.view().phases for line in phase.activities)
        return next(line.standing for line in lines if line.key == key)

    def open(self, actor: Actor | None = None, **changes: Any) -> DeliveryCase:
        order = NewCase(
            **{
                "customer_name": "Exempelverken AB",
                "org_number": "559999-9009",
                "contact_name": "Tove Exempelsson",
                "contact_email": CONTACT,
                "go_live_on": GO_LIVE_ON,
                "agreement_address": ADDRESS,
                **changes,
            }
        )
        case = self.do(actor or self.partner, open_case, order)
        with unit_of_work() as session:
            person = people_with_role(session, case.customer_id, Role.TELEFONIANSVARIG)[0]
        roles = frozenset({Role.TELEFONIANSVARIG})
        self.case_id = case.id
        self.customer = Actor(ActorKind.CUSTOMER, person.name, person.id, case.customer_id, roles)
        return case

    def upload(
        self, faults: Sequence[Code] = (), content: bytes | None = None, **how: Any
    ) -> CustomerDataVersion:
        made = make_sample_workbook(users=USERS, faults=faults, **how)
        return self.do(
            self.customer,
            upload_customer_data,
            self.case_id,
            filename="användare.xlsx",
            content=made if content is None else content,
        )

    def sign(self, number: int = 1, actor: Actor | None = None) -> CustomerDataVersion:
        return self.do(actor or self.customer, sign_off_version, self.case_id, number)

    def prepare(self) -> None:
        yes = {question.key: True for question in QUESTIONS}
        for line in self.view().preparations:
            self.do(
                self.customer,
                answer_preparation,
                self.case_id,
                line.donor,
                answers=yes,
                owner_id=line.owner_id,
                owner_name=line.owner_name,
            )

    def sign_mandates(self) -> None:
        with unit_of_work() as session:
            cause = Cause("customer", self.customer.name, current(session), self.customer.person_id)
            for mandate in mandates_of_case(session, self.case_id):
                if mandate.state.value == "sent":
                    sign_mandate(
                        session, mandate.id, Signature("Tove Exempelsson", "127.0.0.1", "a test"), cause
                    )
        self.news()

    def finish_preparations(self) -> None:
        """From a new case to a full first phase."""
        self.sign(self.upload().number)
        self.prepare()
        self.sign_mandates()
        self.tell("training_needs", "invoicing_basics", actor=self.customer)
        self.plan(
            assign_leads,
            technical_id=self.leads[Role.TEKNISK_LEVERANSLEDARE],
            administrative_id=self.leads[Role.ADMINISTRATIV_LEVERANSLEDARE],
        )
        self.plan(book_meeting, at=self.now() + timedelta(days=2), place="Exempelgatan 1")
        self.plan(hold_meeting, notes="")

    def tell(self, *keys: str, actor: Actor | None = None) -> None:
        for key in keys:
            self.do(actor or self.planner, complete_activity, self.case_id, key)

    def begin(self, phase: CaseState) -> DeliveryCase:
        return self.plan(open_gate, phase)

    def stock(self, cards: int = USERS, profiles: int = USERS) -> int:
        return self.do(self.planner, stock_sims, stock_file(cards, profiles))

    def now(self) -> datetime:
        with unit_of_work() as session:
            return current(session)

    def go_to(self, instant: datetime) -> None:
        with unit_of_work() as session:
            set_virtual(session, instant)

    def news(self) -> None:
        """What the relay does: all news reaches its handlers."""
        relay(HANDLERS, self.now())


def _staff(session: Session, now: datetime) -> tuple[Actor, dict[Role, UUID]]:
    operator = register_operator(session, name="Växla Operatör AB", org_number="5599999025", now=now)
    people = {
        role: invite_person(session, operator, role, email=f"{role.value}@exempel.se", name=name, now=now).id
        for role, name in (
            (Role.LEVERANSPLANERARE, "Pia Planerare"),
            (Role.TEKNISK_LEVERANSLEDARE, "Tage Teknik"),
            (Role.ADMINISTRATIV_LEVERANSLEDARE, "Ada Admin"),
        )
    }
    roles = frozenset({Role.LEVERANSPLANERARE})
    planner = Actor(ActorKind.PLANNER, "Pia Planerare", people[Role.LEVERANSPLANERARE], None, roles)
    return planner, people


@pytest.fixture
def delivery(clean: str) -> Delivery:
    """A partner, a planner and two leads; no case yet."""
    assert clean
    with unit_of_work() as session:
        now = current(session)
        reseller = register_partner(session, name="Återförsäljarna AB", org_number="5599999033", now=now)
        planner, leads = _staff(session, now)
    return Delivery(Actor(ActorKind.PARTNER, "Återförsäljarna AB", None, reseller.id), planner, leads)


@pytest.fixture
def opened(delivery: Delivery) -> Delivery:
    """A case just opened by the partner."""
    delivery.open()
    return delivery


class Porting:
    """The workers of porting, on the real simulator."""

    def __init__(self, delivery: Delivery, gateway: GatewayProcess, client: HttpClearinghouse) -> None:
        self.delivery, self.gateway, self.client = delivery, gateway, client

    def go_to(self, instant: datetime) -> None:
        self.delivery.go_to(instant)
        self.gateway.set_clock(instant)

    def summary(self) -> PortingSummary:
        with unit_of_work() as session:
            return summaries(session, [self.delivery.case_id], current(session))[self.delivery.case_id]

    def settle(self, done: Callable[[PortingSummary], bool], seconds: float = 60) -> PortingSummary:
        """Work until it is so."""
        deadline = time.monotonic() + seconds
        while True:
            dispatch_due(self.client)
            reconcile_in_doubt(self.client)
            collect_messages(self.client)
            self.delivery.news()
            found = self.summary()
            if done(found):
                return found
            assert time.monotonic() < deadline, found
            time.sleep(0.05)


@pytest.fixture
def porting(delivery: Delivery, gateway: GatewayProcess, brief_rest: None) -> Iterator[Porting]:
    client = HttpClearinghouse(gateway.base_url, os.environ["VAXLA_GATEWAY_TOKEN"], timeout=15)
    yield Porting(delivery, gateway, client)
    client.close()


def refusal(act: Callable[[], Any]) -> DomainError:
    """What an action is refused with; its words must be whole in both languages."""
    with pytest.raises(DomainError) as refused:
        act()
    for language in ("sv", "en"):
        assert "{" not in refused.value.detail(language)
    return refused.value


CSRF = "a-token-that-is-long-enough"


def sign_in(client: httpx.Client, person_id: UUID) -> httpx.Client:
    """The browser of a person who has followed a link; its forms carry `CSRF`."""
    cookie, now = f"cookie-of-{person_id}", datetime.now(UTC)
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
    client.cookies.set(SESSION_COOKIE, cookie)
    return client


@pytest.fixture
def browser(opened: Delivery, make_client: Callable[[], httpx.Client]) -> httpx.Client:
    """The telefoniansvarig's, signed in."""
    assert opened.customer.person_id
    return sign_in(make_client(), opened.customer.person_id)
