"""What lies ahead as its customer sees it: a number's way from the present operator, and the case's next steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from kernel.language import Text
from portingsvc.domain.states import OrderState

if TYPE_CHECKING:
    from delivery.queries.views import ActivityLine, CustomerView
    from portingsvc.queries import OrderLine

STEPS_AHEAD: Final = 4
DONE, NOW, COMING, BAD = "done", "now", "coming", "bad"
ASKED: Final = Text(sv="Flytten begärd", en="Move asked for")
ANSWERED: Final = Text(sv="{donor} har sagt ja", en="{donor} has said yes")
REFUSED: Final = Text(sv="{donor} har sagt nej", en="{donor} has said no")
MOVED: Final = Text(sv="Flyttat hit", en="Moved here")
_AWAITED: Final = {
    ASKED: Text(sv="Flytten ska begäras", en="The move is to be asked for"),
    ANSWERED: Text(sv="{donor} ska svara", en="{donor} is to answer"),
    MOVED: Text(sv="Flyttas hit", en="Moves here"),
}
# How many of the three steps are behind an order in each state; one that has ended has no way left.
_BEHIND: Final = {
    OrderState.DRAFT: 0,
    OrderState.READY: 0,
    OrderState.SUBMITTED: 1,
    OrderState.ACTION_REQUIRED: 1,
    OrderState.DATE_CONFIRMED: 2,
    OrderState.CANCEL_PENDING: 2,
    OrderState.PARTIALLY_PORTED: 2,
    OrderState.PORTED: 3,
}


@dataclass(frozen=True, slots=True)
class WayStep:
    """A step: in words, whether it is `done`, `now`, `coming` or `bad`, and when it was or will be."""

    text: Text
    standing: str
    at: datetime | None


def way_of(order: OrderLine) -> tuple[WayStep, ...]:
    """The three steps of an order; none for one that was cancelled."""
    if order.state not in _BEHIND:
        return ()
    behind = _BEHIND[order.state]
    last = order.attempts[-1] if order.attempts else None
    at = (
        last.submitted_at or last.due_at if last else None,
        (last.answered_at or last.answer_due_at) if last else None,
        order.port_at,
    )
    steps = []
    for place, text in enumerate((ASKED, ANSWERED, MOVED)):
        standing = DONE if place < behind else (NOW if place == behind else COMING)
        words = text if standing == DONE else _AWAITED[text]
        if place == behind and order.state is OrderState.ACTION_REQUIRED:
            standing, words = BAD, REFUSED
        steps.append(WayStep(words, standing, at[place]))
    return tuple(steps)


def coming_steps(view: CustomerView) -> list[ActivityLine]:
    """The next steps that are the operator's to take, the earliest first; what is asked of the customer stands apart."""
    asked = {task.key for task in view.tasks}
    ahead = [
        line
        for phase in view.phases
        for line in phase.activities
        if line.key not in asked and line.due_on and line.standing in ("open", "waiting", "blocked")
    ]
    return sorted(ahead, key=lambda line: line.due_on or view.line.go_live_on)[:STEPS_AHEAD]
