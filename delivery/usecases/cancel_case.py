"""Break a delivery off, while nothing is on its way at a donor."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.errors import CASE_PORTING_OPEN
from delivery.domain.labels import CASE_CANCELLED
from delivery.domain.states import CASE, SIM, CaseEvent, SimEvent, SimState
from delivery.models import DeliveryCase
from infra.transitions import Cause, move
from kernel.errors import REASON_REQUIRED
from portingsvc.domain.states import OrderState
from portingsvc.queries import orders_of_case
from portingsvc.usecases.cancel_order import cancel_order

_AT_REST = (OrderState.DRAFT, OrderState.READY, OrderState.ACTION_REQUIRED)


def cancel_case(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> DeliveryCase:
    """Raises `REASON_REQUIRED`, or `CASE_PORTING_OPEN` while donors have requests of ours."""
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    case = repository.case(session, actor, case_id, lock=True)
    CASE.decide(case.state, CaseEvent.CANCEL, actor=cause.role)
    open_orders = [
        o
        for o in orders_of_case(session, case.id)
        if o.state not in (OrderState.CANCELLED, OrderState.PORTED)
    ]
    at_donor = [order for order in open_orders if order.state not in _AT_REST]
    if at_donor:
        raise CASE_PORTING_OPEN.error(count=len(at_donor))
    for order in open_orders:
        cancel_order(session, order.id, cause)
    _release_cards(session, case, cause)
    move(session, case, CASE, CaseEvent.CANCEL, cause)
    return case


def _release_cards(session: Session, case: DeliveryCase, cause: Cause) -> None:
    """Cards that are not packed yet go back to the stock, for somebody else."""
    for card in repository.sims(session, [case.id]):
        if card.state is SimState.RESERVED:
            move(session, card, SIM, SimEvent.RELEASE, cause.as_role("system").because(CASE_CANCELLED))
            card.case_id = card.customer_id = card.partner_id = card.user_id = None
            card.number = ""
