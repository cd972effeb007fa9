"""From numbers to their order: a written rule, tested over every mix of states.

An order speaks for its numbers: one that must be repaired makes it `action_required`; when all that are left
are confirmed it is `date_confirmed`; one cancelled number never cancels the order (`peers.md` section 8).
"""

from __future__ import annotations

from collections.abc import Iterable

from portingsvc.domain.states import NumberState, OrderEvent, OrderState

_GONE = frozenset({NumberState.CANCELLED, NumberState.EXCLUDED})
# What became of a number after its port does not undo that the order was carried out.
_PORTED = frozenset({NumberState.PORTED, NumberState.PORTED_BACK, NumberState.RETURNED})
_TO_REPAIR = frozenset({NumberState.REJECTED, NumberState.FAILED})


def target_state(numbers: Iterable[NumberState]) -> OrderState:
    """The state that an order at the donor has by its numbers."""
    left = {state for state in numbers if state not in _GONE}
    if not left:
        return OrderState.CANCELLED
    if left <= _PORTED:
        return OrderState.PORTED
    if left & _PORTED:
        return OrderState.PARTIALLY_PORTED
    if left & _TO_REPAIR:
        return OrderState.ACTION_REQUIRED
    if left == {NumberState.CONFIRMED}:
        return OrderState.DATE_CONFIRMED
    return OrderState.SUBMITTED


_EVENT_TO = {
    OrderState.ACTION_REQUIRED: OrderEvent.REJECT,
    OrderState.DATE_CONFIRMED: OrderEvent.CONFIRM,
    OrderState.PARTIALLY_PORTED: OrderEvent.PORT_PART,
    OrderState.PORTED: OrderEvent.PORT,
    OrderState.CANCELLED: OrderEvent.CANCEL,
}


def event_for(order: OrderState, numbers: Iterable[NumberState]) -> OrderEvent | None:
    """The event that brings an order to where its numbers say, or none when it stands there."""
    target = target_state(numbers)
    return None if target is order else _EVENT_TO.get(target)
