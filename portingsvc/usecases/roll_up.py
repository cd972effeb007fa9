"""Bring an order to where its numbers say, by the written rule of `domain/rollup.py`."""

from __future__ import annotations

from sqlmodel import Session

from infra.transitions import Cause, move
from portingsvc import repository
from portingsvc.domain.rollup import event_for
from portingsvc.domain.states import ORDER
from portingsvc.models import PortingOrder


def roll_up(session: Session, order: PortingOrder, cause: Cause) -> None:
    """Make the step that the numbers ask for, if the machine has it from here."""
    session.flush()
    event = event_for(order.state, [each.state for each in repository.numbers_of(session, order.id)])
    if event is not None and event in ORDER.allowed(order.state, cause.role):
        move(session, order, ORDER, event, cause)
