"""A delivered case and its invoicing, on the real database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from uuid import UUID

import httpx
import pytest
from sqlmodel import Session

from accounts import repository as accounts
from accounts.access import SESSION_COOKIE
from accounts.usecases.sign_in import make_link, open_session
from delivery.models import DeliveryCase
from infra.db import unit_of_work
from infra.outbox import emit, relay
from invoicing import repository
from invoicing.handlers import HANDLERS
from invoicing.models import InvoicingAgreement

from ..delivery.conftest import Delivery, delivery  # noqa: F401  (the fixture is this folder's too)

T = TypeVar("T")
LIVE_AT = datetime(2027, 3, 2, 14, 0, tzinfo=UTC)
APRIL = datetime(2027, 4, 1, 8, 0, tzinfo=UTC)


@dataclass
class Account:
    """A customer that is invoiced, and its planner."""

    delivery: Delivery
    customer_id: UUID

    def do(self, action: Callable[..., T], *args: Any, reason: str = "", **facts: Any) -> T:
        return self.delivery.do(self.delivery.planner, action, *args, reason=reason, **facts)

    def ask(self, reader: Callable[..., T], *args: Any, **more: Any) -> T:
        with unit_of_work() as session:
            return reader(session, *args, **more)

    def terms(self) -> InvoicingAgreement:
        return self.ask(repository.agreement, self.delivery.planner, self.customer_id)


def go_live(session: Session, case_id: UUID) -> UUID:
    """What go-live leaves behind and tells, without the six weeks before it."""
    case = session.get_one(DeliveryCase, case_id)
    case.live_at = LIVE_AT
    emit(session, "delivery_case.go_live", case.subject(), {}, actor="Pia Planerare", now=LIVE_AT)
    return case.customer_id


@pytest.fixture
def account(delivery: Delivery) -> Account:  # noqa: F811  (pytest hands the fixture over)
    """A company whose twelve users are live since the second of March; it is the first of April."""
    delivery.open(options=("statistics", "training", "softphone"))
    delivery.upload()
    delivery.sign()
    wishes = {"period": "month", "recipient": "faktura@exempel.se", "cost_centres": "100\n200"}
    from delivery.usecases.complete_activity import complete_activity

    delivery.do(delivery.customer, complete_activity, delivery.case_id, "invoicing_basics", result=wishes)
    with unit_of_work() as session:
        customer_id = go_live(session, delivery.case_id)
    relay(HANDLERS, LIVE_AT)
    delivery.go_to(APRIL)
    return Account(delivery, customer_id)


@pytest.fixture
def planner(account: Account, make_client: Callable[[], httpx.Client]) -> httpx.Client:
    """The planner's browser, signed in."""
    client = make_client()
    now = datetime.now(UTC)
    with unit_of_work() as session:
        person = accounts.person(session, account.delivery.planner.person_id)  # type: ignore[arg-type]
        link = make_link(session, person, now)
    with unit_of_work() as session:
        opened = open_session(session, link.rsplit("/", 1)[1], now)
    client.cookies.set(SESSION_COOKIE, opened.token)
    return client


def today() -> date:
    return APRIL.date()
