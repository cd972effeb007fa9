"""Find out what became of orders whose fate is unknown, before anything is sent again.

An order that the operator has, but whose events tell nothing, is asked about here too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from infra.clock import current
from infra.db import ring, unit_of_work
from infra.queues import SEND_PORT_ORDERS
from infra.transitions import Cause, move
from openfibre.port_unblocking import repository, repository_orders
from openfibre.port_unblocking.domain.alarms import Alarm
from openfibre.port_unblocking.domain.answers import PlacedOrder, Sought, recognise
from openfibre.port_unblocking.domain.restoration import Operation
from openfibre.port_unblocking.domain.states import ORDER, OrderEvent, OrderState
from openfibre.port_unblocking.gateways.communication_operator import OperatorUnavailable
from openfibre.port_unblocking.models import PortOrder, PortUnblocking, UnblockingNetwork
from openfibre.port_unblocking.usecases.clocks import SYSTEM_NAME
from openfibre.port_unblocking.usecases.note_order import (
    follow_pause,
    note_placed,
    note_standing,
    retake_picture,
)
from openfibre.port_unblocking.usecases.plan_orders import references_of
from openfibre.port_unblocking.usecases.raise_alarm import raise_alarm
from openfibre.port_unblocking.usecases.send_orders import ClientOf, quiet_period, rest

_BATCH: Final = 32
_MOST_CHECKS: Final = 60
_LONGEST_PAUSE: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class _Turn:
    """An order to look up, with no session behind it. `sends` tells a doubt from doubts about later sendings."""

    order_id: UUID
    sends: int
    network: UnblockingNetwork
    sp_id: str
    access_id: str


def look_up_orders(client_of: ClientOf, limit: int = _BATCH) -> int:
    """Look up every order that is in doubt and has rested. Returns how many were settled."""
    settled = 0
    for turn in _claim(limit):
        try:
            found = client_of(turn.network).orders(turn.sp_id, turn.access_id)
        except OperatorUnavailable as why:
            _postpone(turn, str(why))
        else:
            settled += _settle(turn, found)
    return settled


def _claim(limit: int) -> list[_Turn]:
    """Whose turn it is. A sender that died in the act turns into a doubt, and rests first."""
    machine_now = datetime.now(UTC)
    with unit_of_work() as session:
        cause = Cause("system", SYSTEM_NAME, current(session), reason="the sender was lost before it knew")
        turns = []
        for order in repository_orders.claim_to_check(session, machine_now, limit):
            if order.state is OrderState.SENDING:
                move(session, order, ORDER, OrderEvent.LOSE, cause)
                rest(order)
                continue
            order.checks += 1
            order.check_at = machine_now + quiet_period()
            network = repository.network(session, order.network_id)
            turns.append(_Turn(order.id, order.sends, network, order.sp_id, order.access_id))
        return turns


def _sought(order: PortOrder) -> Sought:
    reference, subscription = references_of(order)
    by_subscription = "" if order.operation is Operation.ACTIVATE else order.subscription_id
    return Sought(order.operation.value, order.service, by_subscription, reference, subscription)


def _settle(turn: _Turn, found: list[PlacedOrder]) -> int:
    with unit_of_work() as session:
        case, order = repository.lock_order(session, turn.order_id)
        now = current(session)
        if order.state is OrderState.SENT:
            cause = Cause("system", SYSTEM_NAME, now, reason="the operator was asked about it")
            mine = next((each for each in found if each.external_id == order.external_id), None)
            order.check_at = datetime.now(UTC) + follow_pause()
            if mine is not None:
                note_standing(session, case, order, mine, cause)
        if order.state is not OrderState.IN_DOUBT:
            return 0
        return _settle_doubt(session, case, order, turn, found, now)


def _settle_doubt(
    session: Session,
    case: PortUnblocking,
    order: PortOrder,
    turn: _Turn,
    found: list[PlacedOrder],
    now: datetime,
) -> int:
    """What is there stays there; that it was not there says nothing of what has been sent since."""
    known = repository_orders.known_external_ids(session, order.network_id, order.access_id)
    placed = recognise(_sought(order), found, known)
    if placed is not None:
        cause = Cause("system", SYSTEM_NAME, now, reason="the look-up found it at the operator")
        note_placed(session, case, order, placed, OrderEvent.FIND, cause)
        return 1
    if order.sends != turn.sends:
        return 0
    cause = Cause("system", SYSTEM_NAME, now, reason="the look-up proved that it never came")
    move(session, order, ORDER, OrderEvent.PROVE_ABSENT, cause)
    order.lease_until = order.check_at = None
    retake_picture(session, case)
    ring(session, SEND_PORT_ORDERS)
    return 1


def _postpone(turn: _Turn, why: str) -> None:
    """Ask later, each time after a longer pause; in the end a person is told."""
    with unit_of_work() as session:
        case, order = repository.lock_order(session, turn.order_id)
        if order.state not in (OrderState.IN_DOUBT, OrderState.SENT) or order.sends != turn.sends:
            return
        pause = min(quiet_period() * 2 ** min(order.checks, 8), _LONGEST_PAUSE)
        order.check_at = datetime.now(UTC) + pause
        if order.state is OrderState.IN_DOUBT and order.checks >= _MOST_CHECKS:
            cause = Cause("system", SYSTEM_NAME, current(session), reason=why)
            move(session, order, ORDER, OrderEvent.PARK, cause)
            order.message = f"the operator could not be asked {order.checks} times: {why}"
            raise_alarm(session, case, Alarm.MANUAL, cause)
