"""Read the port of every case that waits for it, and take each on from there. No call inside a transaction."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from infra.clock import current
from infra.db import unit_of_work
from infra.settings import get_settings
from infra.transitions import Cause
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.alarms import Alarm
from openfibre.port_unblocking.domain.availability import judge
from openfibre.port_unblocking.domain.port import Port
from openfibre.port_unblocking.domain.states import CaseState
from openfibre.port_unblocking.gateways.communication_operator import (
    AccessAnswer,
    AccessUnknown,
    CommunicationOperator,
    OperatorUnavailable,
)
from openfibre.port_unblocking.models import PortUnblocking, UnblockingNetwork
from openfibre.port_unblocking.usecases.apply_port import apply_port
from openfibre.port_unblocking.usecases.clocks import SYSTEM_NAME
from openfibre.port_unblocking.usecases.note_availability import ACCESS_UNKNOWN, note_availability
from openfibre.port_unblocking.usecases.raise_alarm import raise_alarm
from openfibre.port_unblocking.usecases.send_orders import ClientOf

_log = logging.getLogger(__name__)
_BATCH: Final = 32
MIGRATING: Final = "NETWORK_MIGRATING"
UNREACHABLE: Final = "OPERATOR_UNREACHABLE"


@dataclass(frozen=True, slots=True)
class _Look:
    """One look to make. `number` is the case's count: a result counts only while it is the newest."""

    case_id: UUID
    number: int
    network: UnblockingNetwork
    sp_id: str
    access_id: str
    asks_availability: bool


def look_at_ports(client_of: ClientOf, limit: int = _BATCH) -> int:
    """Make every look that is due. Returns how many were made. Any number may run at once."""
    looks = _claim(limit)
    for look in looks:
        client = client_of(look.network)
        try:
            seen = _see(client, look)
        except OperatorUnavailable as why:
            _log.warning("port not read", extra={"network": look.network.code, "why": str(why)})
            _postpone(look)
            continue
        _apply(look, seen)
    return len(looks)


def _claim(limit: int) -> list[_Look]:
    """Whose turn it is; each is due again after a pause, should this look come to nothing."""
    machine_now = datetime.now(UTC)
    settings = get_settings()
    pause = timedelta(seconds=settings.gateway_quiet_seconds + settings.gateway_timeout_seconds * limit)
    with unit_of_work() as session:
        looks = []
        for case in repository.cases_to_look_at(session, machine_now, limit):
            case.look += 1
            case.look_at = machine_now + pause
            looks.append(
                _Look(
                    case.id,
                    case.look,
                    repository.network(session, case.network_id),
                    repository.provider(session, case.provider_id).sp_id,
                    case.access_id,
                    case.state is CaseState.CHECKED,
                )
            )
        return looks


def _see(client: CommunicationOperator, look: _Look) -> AccessAnswer | Port | None:
    """The answer, or none when there is no such access. Raises `OperatorUnavailable`."""
    try:
        if look.asks_availability:
            return client.access(look.sp_id, look.access_id)
        return client.port(look.access_id)
    except AccessUnknown:
        return None


def _apply(look: _Look, seen: AccessAnswer | Port | None) -> None:
    """Use what was seen, unless the case has been looked at again, or moved on, since."""
    with unit_of_work() as session:
        case = repository.lock_case(session, look.case_id)
        if case.look != look.number or (case.state is CaseState.CHECKED) != look.asks_availability:
            return
        now = current(session)
        case.problem = "" if case.problem == UNREACHABLE else case.problem
        cause = Cause("system", SYSTEM_NAME, now)
        if seen is None:
            _no_such_access(session, case, cause)
        elif not isinstance(seen, AccessAnswer):
            apply_port(session, case, seen, cause=cause)
        elif seen.is_migrating:
            case.problem = MIGRATING  # no orders during a change of operator: ask again, later
        else:
            wanted = _wanted(case)
            note_availability(session, case, judge(seen.offers, wanted, now), cause=cause)


def _no_such_access(session: Session, case: PortUnblocking, cause: Cause) -> None:
    """A wrong id is the provider's to correct; an access that vanishes later needs a person, told once."""
    if case.state is CaseState.CHECKED:
        case.look_at = None
    elif case.problem != ACCESS_UNKNOWN:
        raise_alarm(session, case, Alarm.MANUAL, cause)
    case.problem = ACCESS_UNKNOWN


def _postpone(look: _Look) -> None:
    """Nothing is known: look again soon."""
    with unit_of_work() as session:
        case = repository.lock_case(session, look.case_id)
        if case.look == look.number:
            case.look_at = datetime.now(UTC) + timedelta(seconds=get_settings().gateway_quiet_seconds)
            case.problem = case.problem or UNREACHABLE


def _wanted(case: PortUnblocking) -> list[str]:
    return [str(row["service"]) for row in case.services]
