"""Steps 1–2: a new provider asks about a port; the answer comes from the communication operator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import INVALID_INPUT
from kernel.identities import IdentityKind, check_identity
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.errors import (
    ACCESS_HAS_OPEN_CASE,
    PERSONAL_NUMBER_IN_REFERENCE,
    SERVICE_NAMED_TWICE,
    UNKNOWN_NETWORK,
)
from openfibre.port_unblocking.models import Manner, PortUnblocking, UnblockingNetwork
from openfibre.port_unblocking.usecases.clocks import look_soon

ID: Final = re.compile(r"[A-Za-z0-9_.:-]{1,36}")
_MOST_SERVICES: Final = 10
_RUN_OF_DIGITS: Final = re.compile(r"\d{6,8}[-+]?\d{4}")


@dataclass(frozen=True, slots=True)
class WantedService:
    """A service to order, with ON-API's characteristics and equipment."""

    service: str
    sp_subscription_id: str = ""
    characteristics: dict[str, Any] | None = None
    equipment: tuple[dict[str, str], ...] = ()

    def row(self) -> dict[str, Any]:
        """The stored form."""
        return {
            "service": self.service,
            "sp_subscription_id": self.sp_subscription_id,
            "characteristics": self.characteristics or {},
            "equipment": list(self.equipment),
        }


@dataclass(frozen=True, slots=True)
class NewUnblocking:
    """What a new provider asks for. `sp_reference` is its own name for the order; it names no person."""

    network_code: str
    access_id: str
    services: tuple[WantedService, ...]
    sp_reference: str


def open_unblocking(session: Session, actor: Actor, new: NewUnblocking, *, cause: Cause) -> PortUnblocking:
    """Open a case and have the port asked for. Raises what `UNKNOWN_NETWORK` and its neighbours say."""
    provider = repository.provider_of(session, actor)
    network = network_named(session, new.network_code)
    _check(new)
    if repository.open_case_on(session, network.id, new.access_id) is not None:
        raise ACCESS_HAS_OPEN_CASE.error("access_id", guard="G5")
    case = PortUnblocking(
        reference=repository.next_reference(session),
        network_id=network.id,
        provider_id=provider.id,
        organisation_id=provider.organisation_id,
        access_id=new.access_id,
        services=[each.row() for each in new.services],
        sp_reference=new.sp_reference,
        created_at=cause.now,
    )
    _enter(session, case)
    facts = {"reference": case.reference, "access_id": case.access_id}
    emit(session, "port_unblocking.opened", case.subject(), facts, actor=cause.name, now=cause.now)
    ask_about_port(session, case, network)
    return case


def network_named(session: Session, code: str) -> UnblockingNetwork:
    """A network by its code. Raises `UNKNOWN_NETWORK`."""
    found = repository.network_by_code(session, code)
    if found is None:
        known = ", ".join(each.code for each in repository.networks(session)) or "–"
        raise UNKNOWN_NETWORK.error("network", value=code, known=known)
    return found


def ask_about_port(session: Session, case: PortUnblocking, network: UnblockingNetwork) -> None:
    """Have the operator asked by machine; a portal waits for a person to look and record."""
    if network.manner is Manner.ON_API:
        look_soon(session, case)


def _enter(session: Session, case: PortUnblocking) -> None:
    """The index is the guard (G5); two that open at once get one case between them."""
    try:
        with session.begin_nested():
            session.add(case)
            session.flush()
    except IntegrityError as taken:
        raise ACCESS_HAS_OPEN_CASE.error("access_id", guard="G5") from taken


def _check(new: NewUnblocking) -> None:
    check_id("access_id", new.access_id)
    check_id("sp_reference", new.sp_reference)
    names = [each.service for each in new.services]
    if not 1 <= len(names) <= _MOST_SERVICES or len(set(names)) != len(names):
        raise SERVICE_NAMED_TWICE.error("services", most=_MOST_SERVICES)
    for each in new.services:
        check_id("service", each.service)
        if each.sp_subscription_id:
            check_id("sp_subscription_id", each.sp_subscription_id)


def check_id(name: str, value: str) -> None:
    """Raise unless it is an id as ON-API has them: at most 36 plain characters, and no personal number."""
    if not ID.fullmatch(value):
        raise INVALID_INPUT.error(name)
    for digits in _RUN_OF_DIGITS.findall(value):
        identity = check_identity(digits).identity
        if identity is not None and identity.kind is not IdentityKind.ORGANISATION:
            raise PERSONAL_NUMBER_IN_REFERENCE.error(name, name=name)
