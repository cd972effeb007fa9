"""A customer with a signed mandate, and orders on their way through the real simulator."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from accounts.usecases.register_organisation import register_customer
from infra.clock import current, set_virtual
from infra.db import unit_of_work
from infra.transitions import Cause
from kernel.ids import new_id
from portingsvc.gateways.clearinghouse_http import HttpClearinghouse
from portingsvc.queries import OrderLine, orders_of_case
from portingsvc.usecases.collect_messages import collect_messages
from portingsvc.usecases.dispatch_due import dispatch_due
from portingsvc.usecases.mandates import Signature, make_mandate, sign_mandate
from portingsvc.usecases.plan_orders import OrderItem, plan_orders
from portingsvc.usecases.reconcile_in_doubt import reconcile_in_doubt
from portingsvc.usecases.release_orders import release_orders
from portingsvc.usecases.send_wishes import send_wishes
from simulators.gateway.process import GatewayProcess

OWNER = "559999-9009"
GO_LIVE = datetime(2027, 2, 16, 9, 0, tzinfo=UTC)  # ten in Stockholm, 21 working days after the Monday


def by(role: str, now: datetime, name: str = "Pia Planerare") -> Cause:
    return Cause(role, name, now)


class Story:
    """A case in porting: its orders, and hands to move time and work on."""

    def __init__(self, gateway: GatewayProcess, client: HttpClearinghouse) -> None:
        self.gateway, self.client = gateway, client
        self.case_id: UUID = new_id()
        self.customer_id: UUID | None = None

    def order(self, *series: tuple[str, str], donor: str = "TELIA", release: bool = True) -> list[OrderLine]:
        with unit_of_work() as session:
            now = current(session)
            customer = register_customer(
                session, name="Exempelverken AB", org_number="5599999009", partner_id=None, now=now
            )
            self.customer_id = customer.id
            mandate = make_mandate(
                session,
                customer_id=customer.id,
                partner_id=None,
                case_id=self.case_id,
                donor_code=donor,
                owner_id=OWNER,
                owner_name="Exempelverken AB",
                series=series,
                cause=by("planner", now),
            )
            signature = Signature("Tove Exempelsson", "127.0.0.1", "a test")
            sign_mandate(session, mandate.id, signature, by("customer", now, "Tove Exempelsson"))
            plan_orders(
                session,
                customer_id=customer.id,
                partner_id=None,
                case_id=self.case_id,
                items=[OrderItem(a, b, donor, "165599999009", "Exempelverken AB") for a, b in series],
                port_at=GO_LIVE,
                cause=by("planner", now),
            )
            if release:
                release_orders(session, self.case_id, by("planner", now))
        return self.orders()

    def orders(self) -> list[OrderLine]:
        with unit_of_work() as session:
            return orders_of_case(session, self.case_id)

    def work(self, rounds: int = 1) -> None:
        for _ in range(rounds):
            dispatch_due(self.client)
            reconcile_in_doubt(self.client)
            send_wishes(self.client)
            collect_messages(self.client)

    def settle(self, done: Callable[[Sequence[OrderLine]], bool], seconds: float = 60) -> list[OrderLine]:
        """Work until it is so; machine time passes for back-off and quiet periods."""
        deadline = time.monotonic() + seconds
        while True:
            self.work()
            orders = self.orders()
            if done(orders):
                return orders
            assert time.monotonic() < deadline, [(o.state, [a.state for a in o.attempts]) for o in orders]
            time.sleep(0.05)

    def now(self) -> datetime:
        with unit_of_work() as session:
            return current(session)

    def advance(self, **delta: float) -> None:
        self.go_to(self.now() + timedelta(**delta))

    def go_to(self, instant: datetime) -> None:
        with unit_of_work() as session:
            set_virtual(session, instant)
        self.gateway.set_clock(instant)


@pytest.fixture
def story(gateway: GatewayProcess, brief_rest: None) -> Iterator[Story]:
    client = HttpClearinghouse(gateway.base_url, os.environ["VAXLA_GATEWAY_TOKEN"], timeout=15)
    yield Story(gateway, client)
    client.close()
