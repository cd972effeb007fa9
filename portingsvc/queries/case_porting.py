"""The porting of one case, or one order, for a page that shows much of it: read in one statement or two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlmodel import Session, col, func, select

from infra.together import Read, read_together
from kernel.numbers import format_series
from portingsvc.domain.states import NumberState
from portingsvc.models import (
    Escalation,
    GatewayMessage,
    Mandate,
    PortingAttempt,
    PortingNumber,
    PortingOrder,
    PortingWish,
    RepairTask,
)
from portingsvc.queries.mandates import mandate_from
from portingsvc.queries.orders import attempt_from, order_from, repair_from
from portingsvc.queries.troubles import (
    EscalationLine,
    MessageLine,
    WishLine,
    escalation_from,
    message_from,
    wish_from,
)
from portingsvc.queries.views import AttemptLine, MandateLine, NumberLine, OrderLine, RepairLine

_BYTES: Final = frozenset({"payload"})


@dataclass(frozen=True, slots=True)
class CasePorting:
    """Orders (without their counts of numbers), what is open, and mandates of a case."""

    orders: list[OrderLine]
    repairs: list[RepairLine]
    escalations: list[EscalationLine]
    mandates: list[MandateLine]


@dataclass(frozen=True, slots=True)
class OrderWhole:
    """An order with all there is of it but its money."""

    line: OrderLine
    numbers: list[NumberLine]
    wishes: list[WishLine]
    messages: list[MessageLine]


def porting_of_case(session: Session, case_id: UUID, *, counted: bool = False) -> CasePorting:
    """One statement; `counted` takes a second one and tells how many numbers of each order stand where."""
    orders, attempts, repairs, escalations, mandates = read_together(
        session,
        Read(PortingOrder, (col(PortingOrder.case_id) == case_id,)),
        Read(PortingAttempt, (col(PortingAttempt.case_id) == case_id,), _BYTES),
        Read(RepairTask, (col(RepairTask.case_id) == case_id, col(RepairTask.closed_at).is_(None))),
        Read(Escalation, (col(Escalation.case_id) == case_id, col(Escalation.closed_at).is_(None))),
        Read(Mandate, (col(Mandate.case_id) == case_id,)),
    )
    by_id: dict[UUID, PortingOrder] = {order.id: order for order in orders}
    counts = _counts(session, case_id) if counted else {}
    made = _attempts(attempts)
    orders.sort(key=lambda each: (each.is_main, each.first))
    repairs.sort(key=lambda each: (each.due_at, each.id))
    escalations.sort(key=lambda each: (each.due_at, each.id))
    return CasePorting(
        [order_from(each, made.get(each.id, ()), counts.get(each.id, {})) for each in orders],
        [repair_from(each, by_id[each.order_id]) for each in repairs],
        [escalation_from(each, by_id[each.order_id]) for each in escalations],
        [mandate_from(each) for each in sorted(mandates, key=lambda each: each.id)],
    )


def _attempts(rows: Iterable[PortingAttempt]) -> dict[UUID, tuple[AttemptLine, ...]]:
    found: dict[UUID, list[AttemptLine]] = defaultdict(list)
    for each in sorted(rows, key=lambda row: row.attempt):
        found[each.order_id].append(attempt_from(each))
    return {order_id: tuple(lines) for order_id, lines in found.items()}


def _counts(session: Session, case_id: UUID) -> dict[UUID, dict[NumberState, int]]:
    counts: dict[UUID, dict[NumberState, int]] = defaultdict(dict)
    for order_id, state, count in session.exec(
        select(PortingNumber.order_id, PortingNumber.state, func.count())
        .where(PortingNumber.case_id == case_id)
        .group_by(col(PortingNumber.order_id), col(PortingNumber.state))
    ):
        counts[order_id][NumberState(state)] = count
    return counts


def order_whole(session: Session, order_id: UUID) -> OrderWhole | None:
    """One order whole, in one statement; none when there is none."""
    attempts_of = select(PortingAttempt.dossier_id).where(PortingAttempt.order_id == order_id)
    orders, attempts, numbers, wishes, messages = read_together(
        session,
        Read(PortingOrder, (col(PortingOrder.id) == order_id,)),
        Read(PortingAttempt, (col(PortingAttempt.order_id) == order_id,), _BYTES),
        Read(PortingNumber, (col(PortingNumber.order_id) == order_id,)),
        Read(PortingWish, (col(PortingWish.order_id) == order_id,)),
        Read(GatewayMessage, (col(GatewayMessage.dossier_id).in_(attempts_of),)),
    )
    if not orders:
        return None
    counts: dict[NumberState, int] = defaultdict(int)
    for number in numbers:
        counts[number.state] += 1
    donor = orders[0].donor
    return OrderWhole(
        order_from(orders[0], _attempts(attempts).get(order_id, ()), dict(counts)),
        [_number(each, donor) for each in sorted(numbers, key=lambda each: each.e164)],
        [
            wish_from(each)
            for each in sorted(wishes, key=lambda each: (each.created_at, each.id), reverse=True)
        ],
        [message_from(each) for each in sorted(messages, key=lambda each: (each.received_at, each.id))],
    )


def _number(row: PortingNumber, donor: str) -> NumberLine:
    reasons = tuple(str(each["code"]) for each in row.reasons)
    return NumberLine(row.e164, row.state, reasons, row.ported_at, row.order_id, donor)


def named(ids: Iterable[UUID]) -> tuple[Read[PortingOrder], Read[Mandate]]:
    """Reads of orders and mandates by id, for `names_in`: to put beside others."""
    wanted = list(ids)
    return Read(PortingOrder, (col(PortingOrder.id).in_(wanted),)), Read(
        Mandate, (col(Mandate.id).in_(wanted),)
    )


def names_in(orders: Iterable[PortingOrder], mandates: Iterable[Mandate]) -> dict[UUID, str]:
    """What people call them: the numbers of an order, the donor of a mandate."""
    names = {order.id: format_series(order.first, order.last) for order in orders}
    return names | {mandate.id: mandate_from(mandate).donor_name for mandate in mandates}
