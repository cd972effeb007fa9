"""In which of a planner's lists a case stands: one by what needs doing, one by its day when that is near."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from delivery.domain.facts import CaseFacts
from delivery.domain.next_action import CUSTOMER_ROLES, NextAction
from delivery.domain.states import PHASES, CaseState
from kernel.language import Text
from kernel.workdays import workdays_between


class Queue(StrEnum):
    """The lists, in the order in which a planner goes through them."""

    ATTENTION = "attention"
    READY = "ready"
    WAITING_CUSTOMER = "waiting_customer"
    WAITING_DONOR = "waiting_donor"
    GO_LIVE_TODAY = "go_live_today"
    GO_LIVE_TOMORROW = "go_live_tomorrow"
    GO_LIVE_NEXT_FIVE_DAYS = "go_live_next_five_days"
    ENDED = "ended"


TITLES: Final = {
    Queue.ATTENTION: Text(sv="Behöver dig", en="Needs you"),
    Queue.READY: Text(sv="Redo att göra", en="Ready to do"),
    Queue.WAITING_CUSTOMER: Text(sv="Väntar på kunden", en="Waiting for the customer"),
    Queue.WAITING_DONOR: Text(sv="Väntar på operatörer", en="Waiting for operators"),
    Queue.GO_LIVE_TODAY: Text(sv="Driftstart i dag", en="Go-live today"),
    Queue.GO_LIVE_TOMORROW: Text(sv="Driftstart nästa arbetsdag", en="Go-live on the next working day"),
    Queue.GO_LIVE_NEXT_FIVE_DAYS: Text(
        sv="Driftstart inom fem arbetsdagar", en="Go-live in five working days"
    ),
    Queue.ENDED: Text(sv="Avslutade", en="Ended"),
}
_DAYS_AHEAD: Final = 5


def work_queue(facts: CaseFacts, action: NextAction) -> Queue:
    """Where the case stands by what needs doing; urgent or late comes first."""
    if facts.state in (CaseState.HANDED_OVER, CaseState.CANCELLED):
        return Queue.ENDED
    if action.is_urgent or action.is_overdue(facts.today):
        return Queue.ATTENTION
    if action.owner in CUSTOMER_ROLES:
        return Queue.WAITING_CUSTOMER
    if action.is_wait and facts.porting.numbers.outstanding:
        return Queue.WAITING_DONOR
    return Queue.READY


def day_queue(state: CaseState, go_live_on: date, today: date) -> Queue | None:
    """Where a case stands by its go-live day, when that is at most five working days away."""
    if state not in PHASES or today > go_live_on:
        return None
    if today == go_live_on:
        return Queue.GO_LIVE_TODAY
    left = workdays_between(today, go_live_on)
    if left <= 1:
        return Queue.GO_LIVE_TOMORROW
    return Queue.GO_LIVE_NEXT_FIVE_DAYS if left <= _DAYS_AHEAD else None
