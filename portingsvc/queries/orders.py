"""Orders, numbers, repairs, fees and mandates, a few statements for a whole case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import Session, col, func, select

from kernel.numbers import format_series
from portingsvc.domain import schedule
from portingsvc.domain.donors import donor
from portingsvc.domain.rejections import reason
from portingsvc.domain.states import NumberState
from portingsvc.models import FeeEntry, PortingAttempt, PortingNumber, PortingOrder, RepairTask
from portingsvc.queries.views import (
    AttemptLine,
    FeeLine,
    NumberLine,
    OrderLine,
    RepairLine,
)


def orders_of_case(session: Session, case_id: UUID) -> list[OrderLine]:
    """Every order of a case, main number last, three statements in all."""
    orders = session.exec(
        select(PortingOrder)
        .where(PortingOrder.case_id == case_id)
        .order_by(col(PortingOrder.is_main), col(PortingOrder.first))
    ).all()
    return _lines(session, orders)


def order_line(session: Session, order_id: UUID) -> OrderLine | None:
    """One order, or none."""
    order = session.get(PortingOrder, order_id)
    return _lines(session, [order])[0] if order else None


def orders_of_partner(
    session: Session, partner_ids: Collection[UUID], *, case_id: UUID | None, after: UUID | None, limit: int
) -> list[OrderLine]:
    """A page of the orders of some partners, in order of id."""
    wanted = select(PortingOrder).where(col(PortingOrder.partner_id).in_(partner_ids))
    if case_id is not None:
        wanted = wanted.where(PortingOrder.case_id == case_id)
    if after is not None:
        wanted = wanted.where(col(PortingOrder.id) > after)
    return _lines(session, session.exec(wanted.order_by(col(PortingOrder.id)).limit(limit)).all())


def _lines(session: Session, orders: Sequence[PortingOrder]) -> list[OrderLine]:
    ids = [order.id for order in orders]
    attempts: dict[UUID, list[AttemptLine]] = defaultdict(list)
    for each in session.exec(
        select(PortingAttempt)
        .where(col(PortingAttempt.order_id).in_(ids))
        .order_by(col(PortingAttempt.attempt))
    ):
        attempts[each.order_id].append(attempt_from(each))
    counts: dict[UUID, dict[NumberState, int]] = defaultdict(dict)
    for order_id, state, count in session.exec(
        select(PortingNumber.order_id, PortingNumber.state, func.count())
        .where(col(PortingNumber.order_id).in_(ids))
        .group_by(col(PortingNumber.order_id), col(PortingNumber.state))
    ):
        counts[order_id][NumberState(state)] = count
    return [order_from(order, tuple(attempts[order.id]), counts[order.id]) for order in orders]


def order_from(
    order: PortingOrder, attempts: tuple[AttemptLine, ...], numbers: dict[NumberState, int]
) -> OrderLine:
    """An order as a line."""
    at = donor(order.donor)
    return OrderLine(
        id=order.id,
        reference=order.reference,
        customer_id=order.customer_id,
        partner_id=order.partner_id,
        case_id=order.case_id,
        donor=order.donor,
        donor_name=at.name,
        first=order.first,
        last=order.last,
        count=order.count,
        number_type=order.number_type,
        is_main=order.is_main,
        owner_id=order.owner_id,
        owner_name=order.owner_name,
        port_at=order.port_at,
        state=order.state,
        attempts=attempts,
        numbers=numbers,
        stop_deadline=schedule.stop_deadline(at, order.port_at),
    )


def attempt_from(row: PortingAttempt) -> AttemptLine:
    """An attempt as a line."""
    return AttemptLine(
        id=row.id,
        attempt=row.attempt,
        state=row.state,
        due_at=row.due_at,
        latest_at=row.latest_at,
        submitted_at=row.submitted_at,
        answered_at=row.answered_at,
        answer_due_at=row.answer_due_at,
        was_in_doubt=row.was_in_doubt,
        reasons=tuple(str(each["code"]) for each in row.reasons),
        fee_quote_ore=row.fee_quote_ore,
        fee_payer=row.fee_payer,
        parked_reason=row.parked_reason,
        gateway=row.gateway,
    )


def numbers_of_case(session: Session, case_id: UUID) -> list[NumberLine]:
    """Every number of a case, in order."""
    rows = session.exec(
        select(PortingNumber, PortingOrder.donor)
        .join(PortingOrder, col(PortingOrder.id) == PortingNumber.order_id)
        .where(PortingNumber.case_id == case_id)
        .order_by(col(PortingNumber.e164))
    )
    return [
        NumberLine(
            number.e164,
            number.state,
            tuple(str(each["code"]) for each in number.reasons),
            number.ported_at,
            number.order_id,
            donor_code,
        )
        for number, donor_code in rows
    ]


def repairs_of_case(session: Session, case_id: UUID, *, open_only: bool = True) -> list[RepairLine]:
    """The repairs of a case, the most urgent first."""
    wanted = (
        select(RepairTask, PortingOrder)
        .join(PortingOrder, col(PortingOrder.id) == RepairTask.order_id)
        .where(RepairTask.case_id == case_id)
        .order_by(col(RepairTask.due_at), col(RepairTask.id))
    )
    if open_only:
        wanted = wanted.where(col(RepairTask.closed_at).is_(None))
    return [repair_from(task, order) for task, order in session.exec(wanted)]


def repair_line(session: Session, repair_id: UUID) -> RepairLine | None:
    """One repair, or none."""
    found = session.exec(
        select(RepairTask, PortingOrder)
        .join(PortingOrder, col(PortingOrder.id) == RepairTask.order_id)
        .where(RepairTask.id == repair_id)
    ).first()
    return repair_from(*found) if found else None


def repair_from(task: RepairTask, order: PortingOrder) -> RepairLine:
    """A repair as a line, with what it is about."""
    codes = [str(each["code"]) for each in task.reasons]
    return RepairLine(
        id=task.id,
        order_id=order.id,
        order_reference=order.reference,
        case_id=task.case_id,
        writing=format_series(order.first, order.last),
        count=order.count,
        donor=order.donor,
        donor_name=donor(order.donor).name,
        owner_id=order.owner_id,
        owner_name=order.owner_name,
        repairer=task.repairer,
        reasons=tuple((code, reason(code).text) for code in codes),
        fields=tuple(task.fields),
        due_at=task.due_at,
        port_at=order.port_at,
        fee_quote_ore=task.fee_quote_ore,
        contacted_at=task.contacted_at,
        contact_by=task.contact_by,
        contact_channel=task.contact_channel,
        contact_note=task.contact_note,
        contestable=any(reason(code).contestable for code in codes),
        contested_at=task.contested_at,
        contest_grounds=task.contest_grounds,
        proposed=task.changes,
        closed_at=task.closed_at,
    )


def fees_of_case(session: Session, case_id: UUID) -> list[FeeLine]:
    """The ledger of a case, in the order it was written."""
    rows = session.exec(
        select(FeeEntry, PortingOrder, PortingAttempt.attempt)
        .join(PortingOrder, col(PortingOrder.id) == FeeEntry.order_id)
        .join(PortingAttempt, col(PortingAttempt.id) == FeeEntry.attempt_id)
        .where(FeeEntry.case_id == case_id)
        .order_by(col(FeeEntry.id))
    )
    return [
        FeeLine(
            order.reference,
            format_series(order.first, order.last),
            order.first,
            attempt,
            fee.kind,
            fee.amount_ore,
            fee.payer.value,
            fee.reason,
            fee.note,
            fee.approved_by,
            fee.at,
        )
        for fee, order, attempt in rows
    ]
