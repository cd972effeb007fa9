"""An example of open fibre in an empty installation: a network, two providers, two busy ports to unblock."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from sqlmodel import Session

from accounts.domain.actor import SYSTEM
from accounts.domain.roles import Role
from accounts.usecases.invite_person import invite_person
from accounts.usecases.register_organisation import register_partner
from entrypoints.first_start import PARTNER, PARTNER_EMAIL, link
from infra.clock import current
from infra.db import unit_of_work
from infra.transitions import Cause
from kernel.errors import DomainError
from openfibre.port_unblocking.models import Manner
from openfibre.port_unblocking.usecases.register_network import (
    NewNetwork,
    readdress_network,
    register_network,
    register_provider,
)

if TYPE_CHECKING:
    from simulators.communication_operator.process import CommunicationOperatorProcess

NETWORK: Final = "EXNET"
ACCESSES: Final = ("STTA0001", "STTA0002")
EXISTING_EMAIL: Final = "elin.befintlig@exempel.se"
_PAGE: Final = "/fibre/unblockings"
_SERVICES: Final = ["BB-1000-100", "VOIP", "IPTV"]


def fibre_addresses(operator: CommunicationOperatorProcess) -> list[str]:
    """Enter the example once, say where its operator answers now, and give links for both providers."""
    with unit_of_work() as session:
        facts = {"base_url": operator.base_url, "secret": operator.secret}
        if readdress_network(session, SYSTEM, NETWORK, **facts) is None:
            _enter(session, operator)
        return [
            "",
            f"  Fibre network {NETWORK}: its communication operator is a simulator at {operator.base_url}",
            f"  ports {' and '.join(ACCESSES)} are busy with the existing provider's services",
            f"    new provider       {link(session, PARTNER_EMAIL, _PAGE)}",
            f"    existing provider  {link(session, EXISTING_EMAIL, _PAGE)}",
        ]


def _enter(session: Session, operator: CommunicationOperatorProcess) -> None:
    now = current(session)
    cause = Cause("system", "Växla", now)
    new = NewNetwork(
        NETWORK, "Exempelnätet", Manner.ON_API, base_url=operator.base_url, secret=operator.secret
    )
    register_network(session, SYSTEM, new, cause=cause)
    existing = register_partner(session, name="Befintlig Bredband AB", org_number="5599999017", now=now)
    invite_person(session, existing, Role.PARTNER_ADMIN, email=EXISTING_EMAIL, name="Elin Befintlig", now=now)
    new_one = register_partner(session, name=PARTNER[0], org_number=PARTNER[1], now=now)
    for organisation, sp_id, email in (
        (new_one, "SP-NEW", PARTNER_EMAIL),
        (existing, "SP-OLD", EXISTING_EMAIL),
    ):
        # Somebody may have registered it by hand, in a folder of an earlier version.
        with suppress(DomainError):
            register_provider(session, SYSTEM, organisation.id, sp_id=sp_id, contact_email=email, cause=cause)
    for number, access_id in enumerate(ACCESSES, 1):
        subscription = {
            "provider": "SP-OLD",
            "subscriptionId": f"old-{number}",
            "service": _SERVICES[0],
            "operationalState": "ACTIVATED",
            "spReference": f"OLD-REF-{number}",
            "spSubscriptionId": f"OLD-SUB-{number}",
            "dhcpIdentifier": {"ipv4CircuitId": f"CO-{access_id}"},
            "characteristics": {},
            "equipment": [],
        }
        operator.lay_out(access_id, _SERVICES, subscriptions=[subscription])
