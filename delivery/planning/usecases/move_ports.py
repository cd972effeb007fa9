"""Take a case's porting orders along to another go-live day (NP-07)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from delivery.models import DeliveryCase
from delivery.planning.domain.difference import Stuck
from delivery.usecases.settle import note
from infra.clock import STOCKHOLM
from infra.transitions import Cause
from portingsvc.domain.donors import donor
from portingsvc.domain.schedule import next_slot
from portingsvc.domain.states import OrderState
from portingsvc.queries import PortTime, port_times
from portingsvc.usecases.replan_orders import replan_orders

_ENDED = (OrderState.PORTED, OrderState.CANCELLED)


@dataclass(frozen=True, slots=True)
class MovedPorts:
    """References of the orders that moved at once, whose donors were asked, and that stay."""

    moved: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    stuck: tuple[Stuck, ...] = ()


def move_ports(session: Session, case: DeliveryCase, day: date, cause: Cause) -> MovedPorts:
    """Move what can be moved; what cannot, and what its donor was asked, is told in the timeline."""
    orders = [each for each in port_times(session, case.id) if each.state not in _ENDED]
    done = replan_orders(session, case.id, {each.id: _same_hour(each, day) for each in orders}, cause)
    for stuck in done.stuck:
        note(session, case, "port_not_moved", stuck.code, cause, about=stuck.reference)
    if done.asked:
        note(session, case, "port_move_asked", cause.reason, cause, about=", ".join(done.asked))
    return MovedPorts(
        done.moved, done.asked, tuple(Stuck(each.reference, each.reason) for each in done.stuck)
    )


def _same_hour(order: PortTime, day: date) -> datetime:
    """The order's own clock hour on another day of its donor."""
    return next_slot(donor(order.donor), day, order.port_at.astimezone(STOCKHOLM).hour)
