"""Send orders that are due: intent, call, result — three steps, the call outside any transaction.

The intent (state, lease) is committed before the operator is called; whatever then becomes of us, the row
says that an order may be under way, and it is looked up before it is sent again. A forced order that came
twice would cut somebody off twice.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from infra.clock import current
from infra.db import unit_of_work
from infra.settings import get_settings
from infra.transitions import Cause, move
from openfibre.port_unblocking import repository, repository_orders
from openfibre.port_unblocking.domain.answers import Outcome, Placement
from openfibre.port_unblocking.domain.states import ORDER, OrderEvent, OrderState
from openfibre.port_unblocking.gateways.communication_operator import CommunicationOperator
from openfibre.port_unblocking.models import PortOrder, PortUnblocking, UnblockingNetwork
from openfibre.port_unblocking.usecases.clocks import SYSTEM_NAME
from openfibre.port_unblocking.usecases.note_order import note_placed, refuse_order, retake_picture

_log = logging.getLogger(__name__)
ClientOf = Callable[[UnblockingNetwork], CommunicationOperator]
_BATCH: Final = 8  # each has a thread of its own, so that one lease covers all
# How much longer than a call's time-out a sender may take before its order counts as in doubt.
LEASE_MARGIN: Final = timedelta(seconds=10)
_SLOWEST_RETRY: Final = 900


@dataclass(frozen=True, slots=True)
class Intent:
    """A claimed order: all that the call needs, with no session behind it."""

    order_id: UUID
    network: UnblockingNetwork
    sp_id: str
    key: str
    payload: bytes
    lease_until: datetime


def send_orders(client_of: ClientOf, limit: int = _BATCH) -> int:
    """Claim, send and record up to `limit` orders. Returns how many were claimed. Any number may run at once."""
    intents = claim(min(limit, _BATCH))
    if intents:
        with ThreadPoolExecutor(max_workers=len(intents)) as pool:
            list(pool.map(lambda intent: send(client_of(intent.network), intent), intents))
    return len(intents)


def claim(limit: int) -> list[Intent]:
    """Commit the intent of every order that is due now."""
    machine_now = datetime.now(UTC)
    lease = machine_now + timedelta(seconds=get_settings().gateway_timeout_seconds) + LEASE_MARGIN
    with unit_of_work() as session:
        cause = Cause("system", SYSTEM_NAME, current(session))
        intents = []
        for order in repository_orders.claim_due(session, machine_now, limit):
            order.lease_until = lease
            order.check_at = None
            order.sends += 1
            move(session, order, ORDER, OrderEvent.SEND, cause)
            network = repository.network(session, order.network_id)
            intents.append(
                Intent(order.id, network, order.sp_id, order.idempotency_key, order.payload, lease)
            )
        return intents


def send(client: CommunicationOperator, intent: Intent) -> None:
    """Make the call and note what came of it."""
    # The fence: a sender that slept past its lease must not send, for others may by now have looked it up.
    if datetime.now(UTC) + timedelta(seconds=get_settings().gateway_timeout_seconds) >= intent.lease_until:
        _log.warning("lease over before the call; left to the look-up", extra={"order": str(intent.order_id)})
        return
    _record(intent, client.place(intent.sp_id, intent.key, intent.payload))


def _record(intent: Intent, placement: Placement) -> None:
    with unit_of_work() as session:
        case, order = repository.lock_order(session, intent.order_id)
        if order.state is not OrderState.SENDING or order.lease_until != intent.lease_until:
            return  # a look-up was quicker, or a later claim has it: both know more than we
        cause = Cause("system", SYSTEM_NAME, current(session), reason=placement.detail)
        _RECORD[placement.outcome](session, case, order, placement, cause)


def _received(
    session: Session, case: PortUnblocking, order: PortOrder, placement: Placement, cause: Cause
) -> None:
    if placement.placed is None:
        _in_doubt(session, case, order, placement, cause)
    else:
        note_placed(session, case, order, placement.placed, OrderEvent.RECEIVE, cause)


def _refused(
    session: Session, case: PortUnblocking, order: PortOrder, placement: Placement, cause: Cause
) -> None:
    refuse_order(session, case, order, placement.detail, cause)


def _not_accepted(
    session: Session, case: PortUnblocking, order: PortOrder, placement: Placement, cause: Cause
) -> None:
    """A definite no that says nothing of the order: the same key and bytes again, a little later each time."""
    move(session, order, ORDER, OrderEvent.POSTPONE, cause)
    retake_picture(session, case)
    pause = placement.retry_after_seconds or 2**order.sends
    order.lease_until = None
    order.check_at = datetime.now(UTC) + timedelta(seconds=min(pause, _SLOWEST_RETRY))


def _in_doubt(
    session: Session, case: PortUnblocking, order: PortOrder, placement: Placement, cause: Cause
) -> None:
    del case, placement
    move(session, order, ORDER, OrderEvent.LOSE, cause)
    rest(order)


_RECORD: Final[dict[Outcome, Callable[[Session, PortUnblocking, PortOrder, Placement, Cause], None]]] = {
    Outcome.RECEIVED: _received,
    Outcome.REFUSED: _refused,
    Outcome.NOT_ACCEPTED: _not_accepted,
    Outcome.IN_DOUBT: _in_doubt,
}


def quiet_period() -> timedelta:
    """How long an unknown outcome rests before the look-up: longer than any call of ours can be under way."""
    return timedelta(seconds=get_settings().gateway_quiet_seconds)


def rest(order: PortOrder) -> None:
    """Put an order of unknown fate to rest until its look-up."""
    order.was_in_doubt = True
    order.lease_until = None
    order.check_at = datetime.now(UTC) + quiet_period()
