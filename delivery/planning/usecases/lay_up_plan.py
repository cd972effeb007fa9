"""Lay a case's plan out on its days, and say what became different."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from delivery import repository
from delivery.domain.options import read_options
from delivery.domain.phases import CUSTOMER_DATA
from delivery.domain.plan import Laid, anchors, lay_out
from delivery.models import CaseActivity, DeliveryCase
from delivery.planning.domain.difference import RowChange, row_changes
from infra.clock import local_date


def lay_up_plan(
    session: Session, case: DeliveryCase, *, complete_on: date | None
) -> tuple[tuple[RowChange, ...], tuple[Laid, ...]]:
    """Lay the table of activities out on the case's days. Returns what changed, and the plan.

    What is done or waived keeps its day; what the options no longer call for leaves, unless it is settled.
    """
    rows = {row.key: row for row in repository.activities(session, [case.id])}
    before = {key: row.due_on for key, row in rows.items()}
    settled = {
        k: row.due_on for k, row in rows.items() if row.done_at is not None or row.waived_at is not None
    }
    told = {key: row.expected_on for key, row in rows.items() if row.expected_on is not None}
    complete = complete_on or told.get(CUSTOMER_DATA)
    on = anchors(local_date(case.created_at), case.go_live_on, complete)
    laid = tuple(lay_out(read_options(case.options), on, told, settled))
    for position, each in enumerate(laid):
        row = rows.get(each.activity.key)
        if row is None:
            session.add(_new(case, each, position))
        elif each.activity.key not in settled:
            row.due_on, row.position = each.due_on, position
    called_for = {each.activity.key for each in laid}
    removed = [key for key in rows if key not in called_for and key not in settled]
    for key in removed:
        session.delete(rows[key])
    session.flush()
    days = {
        each.activity.key: (each.due_on, each.pushed_by) for each in laid if each.activity.key not in settled
    }
    return row_changes(before, days, removed), laid


def _new(case: DeliveryCase, laid: Laid, position: int) -> CaseActivity:
    activity = laid.activity
    return CaseActivity(
        case_id=case.id,
        key=activity.key,
        phase=activity.phase.value,
        owner=activity.owner.value,
        kind=activity.kind.value,
        position=position,
        gate=activity.gate,
        due_on=laid.due_on,
    )
