"""Who and what the unblocking story is about. Invented providers, an invented network, two ports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from sqlmodel import select

from accounts.domain.actor import SYSTEM
from accounts.usecases.api_clients import SCOPES, make_client
from accounts.usecases.register_organisation import register_operator, register_partner
from infra.clock import set_virtual
from infra.db import unit_of_work
from infra.mail import OutgoingMail
from infra.outbox import OutboxEvent
from infra.transitions import Cause
from openfibre.port_unblocking import queries
from openfibre.port_unblocking.models import Manner
from openfibre.port_unblocking.usecases.register_network import (
    NewNetwork,
    register_network,
    register_provider,
)

if TYPE_CHECKING:
    from simulators.communication_operator.process import CommunicationOperatorProcess

OPERATOR_SECRET: Final = "the story's own login at the simulator"  # noqa: S105  (guards nothing but a simulator)
ACCESS: Final = "STTA0001"
QUIET_ACCESS: Final = "STTA0002"
BROADBAND: Final = "BB-1000-100"
CHECKED: Final[dict[str, Any]] = {
    "address_confirmed": True,
    "apartment_confirmed": True,
    "newly_moved_in": True,
    "own_services": False,
    "terminate": True,
}
_PARTIES: Final = (
    ("new", "SP-NEW", "Nya Bredbandet AB", "5599999025"),
    ("existing", "SP-OLD", "Gamla Bredbandet AB", "5599999017"),
)
# What the new provider must never read.
TRACES: Final = ("SP-OLD", "Gamla", "OLD-REF", "OLD-SUB", "1.2.3.4", "AA:BB:CC")


def asked(access_id: str, reference: str) -> dict[str, Any]:
    """A question about a port, as a program sends it."""
    services = [{"service": BROADBAND, "sp_subscription_id": f"{reference}-1"}]
    return {"network": "EXNET", "access_id": access_id, "services": services, "sp_reference": reference}


def lay_out(operator: CommunicationOperatorProcess) -> None:
    """Two ports with the same provider's broadband: one suspended, with a fixed address of its own."""
    for number, access_id in enumerate((ACCESS, QUIET_ACCESS), 1):
        subscription = {
            "provider": "SP-OLD",
            "subscriptionId": f"old-{number}",
            "service": BROADBAND,
            "operationalState": "SUSPENDED" if number == 1 else "ACTIVATED",
            "spReference": f"OLD-REF-{number}",
            "spSubscriptionId": f"OLD-SUB-{number}",
            "dhcpIdentifier": {"ipv4CircuitId": f"CO-{access_id}"},
            "characteristics": {"fixedIp": True, "ipAddress": ["1.2.3.4"], "SLA": "SLA-3"},
            "equipment": [{"vendorId": "ACME-ROUTER", "macAddress": "AA:BB:CC:11:22:33"}],
        }
        operator.lay_out(access_id, [BROADBAND, "VOIP", "IPTV"], subscriptions=[subscription])


@dataclass(frozen=True, slots=True)
class Cast:
    """The providers' programs, and a look behind the stage for the report."""

    secrets: dict[str, tuple[str, str]]
    organisations: dict[str, UUID]

    @staticmethod
    def set_clock(instant: datetime) -> None:
        """Move the product's clock; what falls due, the worker finds."""
        with unit_of_work() as session:
            set_virtual(session, instant)

    @staticmethod
    def proof_of(case_id: str) -> dict[str, Any]:
        """The proof as the network owner reads it."""
        with unit_of_work() as session:
            return queries.owner_view(session, SYSTEM, UUID(case_id)).proof

    def told_to_new(self) -> list[str]:
        """Every event and mail that the new provider got."""
        stream = str(self.organisations["new"])
        with unit_of_work() as session:
            events = session.exec(select(OutboxEvent).where(OutboxEvent.stream == stream)).all()
            mails = session.exec(select(OutgoingMail).where(OutgoingMail.recipient == "new@exempel.se")).all()
            return [
                *(f"{event.kind} {event.actor} {event.payload}" for event in events),
                *(f"{mail.subject} {mail.plain} {mail.html}" for mail in mails),
            ]


def make_cast(operator_url: str, now: datetime) -> Cast:
    """Enter the network owner, its network, two providers and their programs."""
    secrets, organisations = {}, {}
    with unit_of_work() as session:
        set_virtual(session, now)
        cause = Cause("system", "Växla", now)
        register_operator(session, name="Exempelnätet", org_number="5599999033", now=now)
        network = NewNetwork("EXNET", "Exempelnätet", Manner.ON_API, operator_url, OPERATOR_SECRET)
        register_network(session, SYSTEM, network, cause=cause)
        for who, sp_id, name, number in _PARTIES:
            home = register_partner(session, name=name, org_number=number, now=now)
            register_provider(
                session, SYSTEM, home.id, sp_id=sp_id, contact_email=f"{who}@exempel.se", cause=cause
            )
            made = make_client(session, home, name=name, scopes=list(SCOPES), now=now)
            secrets[who], organisations[who] = (made.client_id, made.secret), home.id
    return Cast(secrets, organisations)
