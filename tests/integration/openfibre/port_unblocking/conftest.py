"""A network with three providers and a blocked port; hands to move time and work on; a real operator process."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from accounts.domain.actor import Actor, ActorKind
from accounts.usecases.register_organisation import register_operator, register_partner
from infra.clock import STOCKHOLM, current, set_virtual
from infra.db import unit_of_work
from infra.mail import OutgoingMail
from infra.outbox import OutboxEvent
from infra.transitions import Cause
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.port import port_of
from openfibre.port_unblocking.domain.states import CaseState
from openfibre.port_unblocking.gateways.on_api import OnApi
from openfibre.port_unblocking.models import Manner, PortDisplacement, PortOrder, PortUnblocking
from openfibre.port_unblocking.usecases.answer import confirm, dispute
from openfibre.port_unblocking.usecases.collect_order_news import collect_order_news
from openfibre.port_unblocking.usecases.log_contact import log_contact
from openfibre.port_unblocking.usecases.look_at_ports import look_at_ports
from openfibre.port_unblocking.usecases.look_up_orders import look_up_orders
from openfibre.port_unblocking.usecases.open_unblocking import NewUnblocking, WantedService, open_unblocking
from openfibre.port_unblocking.usecases.register_network import (
    NewNetwork,
    register_network,
    register_provider,
)
from openfibre.port_unblocking.usecases.send_forced import send_forced
from openfibre.port_unblocking.usecases.send_orders import send_orders
from openfibre.port_unblocking.usecases.verify_consumer import Verification, verify_consumer
from openfibre.port_unblocking.usecases.watch_timers import watch_timers
from simulators.communication_operator.process import CommunicationOperatorProcess

SECRET = "an invented secret of the communication operator"
ACCESS = "STTA0001"
OFFERED = ["BB-1000-100", "VOIP", "IPTV"]
BROADBAND: dict[str, Any] = {
    "provider": "SP-A",
    "subscriptionId": "old-1",
    "service": "BB-1000-100",
    "operationalState": "SUSPENDED",
    "spReference": "A-REF-1",
    "spSubscriptionId": "A-SUB-1",
    "dhcpIdentifier": {"ipv4CircuitId": f"CO-{ACCESS}"},
    "characteristics": {"fixedIp": True, "ipAddress": ["1.2.3.4"], "SLA": "SLA-3"},
    "equipment": [{"vendorId": "ACME-ROUTER", "macAddress": "AA:BB:CC:11:22:33"}],
}
VOIP: dict[str, Any] = {
    "provider": "SP-B",
    "subscriptionId": "old-2",
    "service": "VOIP",
    "operationalState": "ACTIVATED",
    "spReference": "B-REF-1",
    "spSubscriptionId": "B-SUB-1",
    "dhcpIdentifier": {"ipv4CircuitId": f"CO-{ACCESS}"},
    "characteristics": {},
    "equipment": [],
}
CLEARED = Verification(
    address_confirmed=True,
    apartment_confirmed=True,
    newly_moved_in=True,
    own_services=False,
    terminate=True,
)
OWNER = Actor(ActorKind.PLANNER, "Nils Nätägare")
CHANGING = {"subscriptionId"}


def at(text: str) -> datetime:
    """An instant by Stockholm's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


def alike(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A port as its operator shows it, without the ids that it mints itself."""
    kept = [{key: value for key, value in row.items() if key not in CHANGING} for row in rows]
    return sorted(kept, key=lambda row: (row["provider"], row["service"]))


class Story:
    """A case under way at a real operator."""

    def __init__(self, operator: CommunicationOperatorProcess, client: OnApi, manner: Manner) -> None:
        self.operator, self.client = operator, client
        self.actors: dict[str, Actor] = {}
        with unit_of_work() as session:
            now = current(session)
            register_operator(session, name="Exempelnätet", org_number="5599999033", now=now)
            new = NewNetwork(
                "EXNET",
                "Exempelnätet",
                manner,
                base_url=operator.base_url if manner is Manner.ON_API else "",
                secret=SECRET,
                alarm_email="larm@exempel.se",
            )
            self.network_id = register_network(session, OWNER, new, cause=self.by(OWNER, now)).id
            for sp_id, number in (("SP-N", "5599999025"), ("SP-A", "5599999017"), ("SP-B", "5599999009")):
                self._provider(session, sp_id, number, now)

    def _provider(self, session, sp_id: str, org_number: str, now: datetime) -> None:
        name = f"Bredband {sp_id[-1]}"
        organisation = register_partner(session, name=name, org_number=org_number, now=now)
        register_provider(
            session,
            OWNER,
            organisation.id,
            sp_id=sp_id,
            contact_email=f"{sp_id.lower()}@exempel.se",
            cause=self.by(OWNER, now),
        )
        self.actors[sp_id] = Actor(ActorKind.PARTNER, f"{name} AB", None, organisation.id)

    @staticmethod
    def by(actor: Actor, now: datetime, reason: str = "") -> Cause:
        return Cause(actor.kind.value, actor.name, now, None, reason)

    def do(self, actor: Actor, verb: Callable[..., Any], *given: Any, reason: str = "", **facts: Any) -> Any:
        """One use case in a unit of work of its own."""
        with unit_of_work() as session:
            return verb(session, actor, *given, cause=self.by(actor, current(session), reason), **facts)

    def open(self, *services: str, access_id: str = ACCESS, by: str = "SP-N") -> UUID:
        wanted = tuple(WantedService(name, f"N-{name}"[:36]) for name in services or ("BB-1000-100",))
        new = NewUnblocking("EXNET", access_id, wanted, "N-REF-1")
        return self.do(self.actors[by], open_unblocking, new).id

    def order(self, *services: str) -> UUID:
        """As far as the forced order, in the books only."""
        case_id = self.open(*services)
        self.until(case_id, CaseState.VERIFYING)
        self.do(self.actors["SP-N"], verify_consumer, case_id, CLEARED)
        self.do(self.actors["SP-N"], send_forced, case_id)
        return case_id

    def switched(self, *services: str) -> UUID:
        """As far as the new service."""
        case_id = self.order(*services)
        self.until(case_id, CaseState.ACTIVE_NEW)
        return case_id

    def contact(self, case_id: UUID, sp_id: str = "SP-A", **facts: Any) -> None:
        self.do(self.actors[sp_id], log_contact, self.child(case_id, sp_id).id, channel="phone", **facts)

    def confirm(self, case_id: UUID, sp_id: str = "SP-A") -> None:
        self.do(self.actors[sp_id], confirm, self.child(case_id, sp_id).id)

    def dispute(self, case_id: UUID, sp_id: str = "SP-A", reason: str = "Kunden bor kvar.") -> Any:
        return self.do(self.actors[sp_id], dispute, self.child(case_id, sp_id).id, reason=reason)

    def work(self) -> None:
        look_at_ports(lambda _: self.client)
        send_orders(lambda _: self.client)
        look_up_orders(lambda _: self.client)
        collect_order_news(lambda _: self.client)
        watch_timers()

    def until(self, case_id: UUID, state: CaseState, seconds: float = 60) -> PortUnblocking:
        """Work until the case stands there; machine time passes for back-off and quiet periods."""
        deadline = time.monotonic() + seconds
        while (case := self.case(case_id)).state is not state:
            self.work()
            orders = [
                (o.purpose.value, o.operation.value, o.state.value, o.message) for o in self.orders(case_id)
            ]
            assert time.monotonic() < deadline, (case.state, case.problem, orders)
            time.sleep(0.03)
        return case

    def case(self, case_id: UUID) -> PortUnblocking:
        with unit_of_work() as session:
            return session.get_one(PortUnblocking, case_id)

    def child(self, case_id: UUID, sp_id: str) -> PortDisplacement:
        with unit_of_work() as session:
            return next(e for e in repository.displacements(session, case_id) if e.sp_id == sp_id)

    def orders(self, case_id: UUID) -> list[PortOrder]:
        with unit_of_work() as session:
            return list(repository.orders_of(session, case_id))

    def port(self, access_id: str = ACCESS) -> list[dict[str, Any]]:
        return self.operator.port_rows(access_id)

    def seen_port(self, access_id: str = ACCESS):
        """The port as a person reads it off the portal."""
        names = {
            "subscriptionId": "subscription_id",
            "operationalState": "operational_state",
            "spReference": "sp_reference",
            "spSubscriptionId": "sp_subscription_id",
            "dhcpIdentifier": "dhcp",
        }
        return port_of({names.get(k, k): v for k, v in row.items()} for row in self.port(access_id))

    def now(self) -> datetime:
        with unit_of_work() as session:
            return current(session)

    def go_to(self, instant: datetime) -> None:
        with unit_of_work() as session:
            set_virtual(session, instant)
        self.work()

    def advance(self, **delta: float) -> None:
        self.go_to(self.now() + timedelta(**delta))

    def mails(self, recipient: str) -> list[OutgoingMail]:
        with unit_of_work() as session:
            wanted = select(OutgoingMail).where(OutgoingMail.recipient == recipient)
            return list(session.exec(wanted.order_by(OutgoingMail.id)).all())

    def events(self, sp_id: str | None) -> list[OutboxEvent]:
        """A provider's own stream; the network owner's when none is named."""
        stream = str(self.actors[sp_id].organisation_id) if sp_id else "operator"
        with unit_of_work() as session:
            wanted = select(OutboxEvent).where(OutboxEvent.stream == stream)
            return list(session.exec(wanted.order_by(OutboxEvent.id)).all())

    def alarms(self) -> list[str]:
        return [e.payload["alarm"] for e in self.events(None) if e.kind == "port_unblocking.alarm"]

    def told(self) -> list[str]:
        return [each.subject for each in self.mails("sp-n@exempel.se")]


@pytest.fixture(scope="session")
def operator_process() -> Iterator[CommunicationOperatorProcess]:
    with CommunicationOperatorProcess(secret=SECRET) as process:
        yield process


@pytest.fixture
def operator(operator_process: CommunicationOperatorProcess) -> CommunicationOperatorProcess:
    """The operator's network, laid out anew: broadband of A and telephony of B on one port."""
    operator_process.reset()
    operator_process.lay_out(ACCESS, OFFERED, subscriptions=[BROADBAND, VOIP])
    return operator_process


@pytest.fixture
def story(operator: CommunicationOperatorProcess, clean: str, brief_rest: None) -> Iterator[Story]:
    client = OnApi(operator.base_url, "network", SECRET, timeout=15)
    yield Story(operator, client, Manner.ON_API)
    client.close()
