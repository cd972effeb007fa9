"""Re-planning a case of two thousand numbers against reading and writing its rows plainly.

The case stands in genomförande with an unsent order for each number, the most that a re-plan can move at once.
Left is a planner's change of go-live, whole: checks, plan, orders, events, mails. Right is what no re-plan can do
without: the rows of case, plan, orders and attempts read, a day written in each, stored.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from time import perf_counter
from typing import Any, Final
from uuid import UUID

from bench._porting import clear, lay_up, product

GOAL: Final = 5.0
NUMBERS: Final = 2000
ROUNDS: Final = 5


def _case() -> UUID:
    """A case with its plan, its customer's, that has the orders."""
    from sqlalchemy import text

    from accounts.domain.actor import SYSTEM
    from delivery.usecases.open_case import NewCase, open_case
    from infra.clock import current
    from infra.db import unit_of_work
    from infra.transitions import Cause
    from kernel.workdays import add_workdays

    lay_up(NUMBERS)
    with unit_of_work() as session:
        now = current(session)
        order = NewCase(
            customer_name="Mät AB",
            org_number="559999-9009",
            contact_name="Tove Exempelsson",
            contact_email="tove@exempel.se",
            go_live_on=add_workdays(now.date(), 45),
        )
        case = open_case(session, SYSTEM, order, cause=Cause("planner", "Bänk", now))
        session.flush()
        for table in ("porting_order", "porting_attempt", "porting_number"):
            session.execute(text(f"UPDATE {table} SET case_id = :case"), {"case": case.id})
        # The gate's own checks are not measured: the case is put where its orders say it is.
        session.execute(text("UPDATE delivery_case SET state = 'genomförande'"))
        at = datetime(case.go_live_on.year, case.go_live_on.month, case.go_live_on.day, 9, tzinfo=now.tzinfo)
        session.execute(text("UPDATE porting_order SET port_at = :at"), {"at": at})
        session.execute(text("UPDATE porting_attempt SET port_at = :at"), {"at": at})
        return case.id


def _replanned(case_id: UUID, days: int) -> float:
    from accounts.domain.actor import SYSTEM
    from delivery.models import DeliveryCase
    from delivery.planning.domain.difference import Change
    from delivery.planning.usecases.replan import replan
    from infra.clock import current
    from infra.db import unit_of_work
    from infra.transitions import Cause
    from kernel.workdays import add_workdays

    start = perf_counter()
    with unit_of_work() as session:
        case = session.get_one(DeliveryCase, case_id)
        change = Change(go_live_on=add_workdays(case.go_live_on, days))
        made = replan(session, SYSTEM, case_id, change, cause=Cause("planner", "Bänk", current(session)))
        assert len(made.orders_moved) == NUMBERS, made.orders_stuck[:1]
    return perf_counter() - start


def _plainly(case_id: UUID) -> float:
    from sqlmodel import col, select

    from delivery.models import CaseActivity, DeliveryCase
    from infra.db import unit_of_work
    from portingsvc.models import PortingAttempt, PortingOrder

    day = timedelta(days=1)
    start = perf_counter()
    with unit_of_work() as session:
        session.get_one(DeliveryCase, case_id).go_live_on += day
        for activity in session.exec(select(CaseActivity).where(CaseActivity.case_id == case_id)):
            assert activity.due_on is not None
            activity.due_on += day
        for order in session.exec(select(PortingOrder).where(PortingOrder.case_id == case_id)):
            order.port_at += day
        for attempt in session.exec(select(PortingAttempt).where(col(PortingAttempt.case_id) == case_id)):
            attempt.port_at += day
            attempt.latest_at += day
        session.flush()
        session.rollback()  # the next round begins where the re-plan left off
    return perf_counter() - start


def run() -> dict[str, Any]:
    """Seconds each, in turn on the same rows, the best of five rounds; the first of each is not counted."""
    with product():
        case_id = _case()
        _plainly(case_id)
        _replanned(case_id, 1)
        right = left = float("inf")
        for round_ in range(ROUNDS):
            right = min(right, _plainly(case_id))
            left = min(left, _replanned(case_id, 2 if round_ % 2 else 1))
        clear()
    ratio = left / right
    return {
        "name": "replan",
        "left": round(left, 3),
        "right": round(right, 3),
        "ratio": round(ratio, 2),
        "goal": GOAL,
        "ok": ratio <= GOAL,
    }


if __name__ == "__main__":
    print(run())
