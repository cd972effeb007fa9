"""What the operator says of one order, wherever we heard it: the answer, a look-up, or its events."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from infra.settings import get_settings
from infra.transitions import Cause, move
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.answers import PlacedOrder, Standing
from openfibre.port_unblocking.domain.restoration import Purpose
from openfibre.port_unblocking.domain.states import CASE, ORDER, CaseEvent, CaseState, OrderEvent, OrderState
from openfibre.port_unblocking.domain.window import TimerKind
from openfibre.port_unblocking.models import PortOrder, PortUnblocking
from openfibre.port_unblocking.usecases.clocks import look_soon, neutral, start_timer


def note_placed(
    session: Session,
    case: PortUnblocking,
    order: PortOrder,
    placed: PlacedOrder,
    event: OrderEvent,
    cause: Cause,
) -> None:
    """The operator has the order. From the first takeover on, the port may change at any moment (step 8)."""
    move(session, order, ORDER, event, cause)
    order.external_id = placed.external_id
    order.lease_until = None
    order.check_at = datetime.now(UTC) + follow_pause()
    begin_switch(session, case, order, cause)
    note_standing(session, case, order, placed, cause)


def retake_picture(session: Session, case: PortUnblocking) -> None:
    """A takeover that was not taken waits; the port may change meanwhile, so its picture is taken anew first.

    The old one stays until then: should another takeover of the case have left, it is the right one.
    """
    if case.state is CaseState.FORCED_SENT:
        case.snapshot_at = None
        look_soon(session, case)


def follow_pause() -> timedelta:
    """How long the order events may say nothing of an order before it is asked about itself (machine time)."""
    return timedelta(seconds=4 * get_settings().gateway_quiet_seconds)


def begin_switch(session: Session, case: PortUnblocking, order: PortOrder, cause: Cause) -> None:
    """The first takeover that is accepted begins the switch, and the clock of the gap between 8 and 9."""
    if order.purpose is Purpose.TAKEOVER and case.state is CaseState.FORCED_SENT:
        move(session, case, CASE, CaseEvent.ACCEPT, neutral(cause))
        start_timer(session, case, TimerKind.SWITCH_GAP, cause.now)


def note_standing(
    session: Session, case: PortUnblocking, order: PortOrder, placed: PlacedOrder, cause: Cause
) -> None:
    """An order that has ended at the operator ends here; one that has not changes nothing."""
    if order.state is not OrderState.SENT:
        return
    if placed.standing is Standing.DONE_SUCCESS:
        order.check_at = None
        move(session, order, ORDER, OrderEvent.FINISH, cause)
        _ended(session, case, order, cause)
    elif placed.standing is Standing.DONE_FAILED:
        refuse_order(session, case, order, placed.message or Standing.DONE_FAILED.value, cause)


def refuse_order(session: Session, case: PortUnblocking, order: PortOrder, why: str, cause: Cause) -> None:
    """The operator did not do it. What that means is read off the port, not guessed from the words."""
    order.message = why
    order.lease_until = order.check_at = None
    move(session, order, ORDER, OrderEvent.REFUSE, cause.because(why))
    _ended(session, case, order, cause)


def _ended(session: Session, case: PortUnblocking, order: PortOrder, cause: Cause) -> None:
    """When the last order of a round has ended, the port is looked at."""
    order.ended_at = cause.now
    session.flush()
    if not repository.has_open_orders(session, case.id):
        look_soon(session, case)
