"""What others read of the porting service: frozen lines, a few statements for a whole case."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select

from kernel.language import Text
from kernel.numbers import format_series
from portingsvc.domain import schedule
from portingsvc.domain.donors import DONORS, donor
from portingsvc.domain.rejections import reason
from portingsvc.domain.states import AttemptState, MandateState, NumberState, OrderState
from portingsvc.models import (
    FeeEntry,
    Mandate,
    PortingAttempt,
    PortingNumber,
    PortingOrder,
    RepairTask,
)


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One request and what became of it."""

    attempt: int
    state: AttemptState
    due_at: datetime
    latest_at: datetime
    submitted_at: datetime | None
    answered_at: datetime | None
    answer_due_at: datetime | None
    was_in_doubt: bool
    reasons: tuple[str, ...]
    fee_quote_ore: int
    fee_payer: str
    parked_reason: str

    @property
    def outcome(self) -> str:
        """`accepted rejected in_doubt_then_accepted cancelled`, or the state while it is open."""
        if self.state is AttemptState.ACCEPTED and self.was_in_doubt:
            return "in_doubt_then_accepted"
        return self.state.value


@dataclass(frozen=True, slots=True)
class OrderLine:
    """An order with its attempts and its numbers counted by state."""

    id: UUID
    reference: str
    customer_id: UUID
    partner_id: UUID | None
    case_id: UUID | None
    donor: str
    donor_name: str
    first: str
    last: str
    count: int
    number_type: str
    is_main: bool
    owner_id: str
    owner_name: str
    port_at: datetime
    state: OrderState
    attempts: tuple[AttemptLine, ...]
    numbers: dict[NumberState, int]
    stop_deadline: datetime

    @property
    def writing(self) -> str:
        return format_series(self.first, self.last)


@dataclass(frozen=True, slots=True)
class NumberLine:
    """One number and where it stands."""

    e164: str
    state: NumberState
    reasons: tuple[str, ...]
    ported_at: datetime | None
    order_id: UUID
    donor: str


@dataclass(frozen=True, slots=True)
class RepairLine:
    """What must be put right, in words."""

    id: UUID
    order_id: UUID
    order_reference: str
    case_id: UUID | None
    writing: str
    count: int
    donor: str
    donor_name: str
    owner_id: str
    owner_name: str
    repairer: str
    reasons: tuple[tuple[str, Text], ...]
    fields: tuple[str, ...]
    due_at: datetime
    port_at: datetime
    fee_quote_ore: int
    contacted_at: datetime | None
    contact_by: str
    contact_channel: str
    contact_note: str
    proposed: dict[str, Any]
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class FeeLine:
    """A line of the ledger, in öre."""

    order_reference: str
    writing: str
    first: str
    attempt: int
    kind: str
    amount_ore: int
    payer: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MandateLine:
    """A fullmakt as its customer sees it."""

    id: UUID
    customer_id: UUID
    case_id: UUID | None
    donor: str
    donor_name: str
    owner_id: str
    owner_name: str
    series: tuple[tuple[str, str], ...]
    state: MandateState
    valid_until: datetime | None
    signatory_name: str
    document_id: UUID | None
    evidence: dict[str, Any]

    @property
    def count(self) -> int:
        return sum(int(last[1:]) - int(first[1:]) + 1 for first, last in self.series)


@dataclass(frozen=True, slots=True)
class PortingSummary:
    """The porting of one case, counted. `headroom` is the least of what still waits; none when nothing does."""

    numbers: dict[NumberState, int]
    orders: int = 0
    unsent: int = 0
    parked: int = 0
    repairs: int = 0
    repairs_not_contacted: int = 0
    repairs_due_at: datetime | None = None
    mandates: int = 0
    mandates_signed: int = 0
    headroom: int | None = None


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
    session: Session, partner_id: UUID, *, case_id: UUID | None, after: UUID | None, limit: int
) -> list[OrderLine]:
    """A page of a partner's orders, in order of id."""
    wanted = select(PortingOrder).where(PortingOrder.partner_id == partner_id)
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
        attempts[each.order_id].append(_attempt(each))
    counts: dict[UUID, dict[NumberState, int]] = defaultdict(dict)
    for order_id, state, count in session.exec(
        select(PortingNumber.order_id, PortingNumber.state, func.count())
        .where(col(PortingNumber.order_id).in_(ids))
        .group_by(col(PortingNumber.order_id), col(PortingNumber.state))
    ):
        counts[order_id][state] = count
    return [_order(order, tuple(attempts[order.id]), counts[order.id]) for order in orders]


def _order(
    order: PortingOrder, attempts: tuple[AttemptLine, ...], numbers: dict[NumberState, int]
) -> OrderLine:
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


def _attempt(row: PortingAttempt) -> AttemptLine:
    return AttemptLine(
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
    return [_repair(task, order) for task, order in session.exec(wanted)]


def repair_line(session: Session, repair_id: UUID) -> RepairLine | None:
    """One repair, or none."""
    found = session.exec(
        select(RepairTask, PortingOrder)
        .join(PortingOrder, col(PortingOrder.id) == RepairTask.order_id)
        .where(RepairTask.id == repair_id)
    ).first()
    return _repair(*found) if found else None


def _repair(task: RepairTask, order: PortingOrder) -> RepairLine:
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
            fee.at,
        )
        for fee, order, attempt in rows
    ]


def mandates_of_case(session: Session, case_id: UUID) -> list[MandateLine]:
    """The mandates of a case, revoked ones too."""
    rows = session.exec(select(Mandate).where(Mandate.case_id == case_id).order_by(col(Mandate.id))).all()
    return [_mandate(row) for row in rows]


def mandate_line(session: Session, mandate_id: UUID) -> MandateLine | None:
    """One mandate, or none."""
    row = session.get(Mandate, mandate_id)
    return _mandate(row) if row else None


def _mandate(row: Mandate) -> MandateLine:
    return MandateLine(
        id=row.id,
        customer_id=row.customer_id,
        case_id=row.case_id,
        donor=row.donor,
        donor_name=DONORS[row.donor].name,
        owner_id=row.owner_id,
        owner_name=row.owner_name,
        series=tuple((each["first"], each["last"]) for each in row.series),
        state=row.state,
        valid_until=row.valid_until,
        signatory_name=row.signatory_name,
        document_id=row.document_id,
        evidence=row.evidence,
    )


_WAITING = (OrderState.READY, OrderState.SUBMITTED, OrderState.ACTION_REQUIRED)
_UNSENT = (AttemptState.PLANNED, AttemptState.SENDING, AttemptState.IN_DOUBT)


def summaries(session: Session, case_ids: Iterable[UUID], now: datetime) -> dict[UUID, PortingSummary]:
    """The porting of several cases, in five statements however many they are."""
    ids = list(case_ids)
    numbers: dict[UUID, dict[NumberState, int]] = defaultdict(dict)
    for case_id, state, count in session.exec(
        select(PortingNumber.case_id, PortingNumber.state, func.count())
        .where(col(PortingNumber.case_id).in_(ids))
        .group_by(col(PortingNumber.case_id), col(PortingNumber.state))
    ):
        if case_id is not None:
            numbers[case_id][state] = count
    headroom = _headroom(session, ids, now)
    attempts = _attempt_counts(session, ids)
    repairs = _open_repairs(session, ids)
    mandates = _mandate_counts(session, ids)
    return {
        case_id: PortingSummary(
            numbers=numbers[case_id],
            orders=sum(attempts[case_id].values()),
            unsent=sum(attempts[case_id][state] for state in _UNSENT),
            parked=attempts[case_id][AttemptState.PARKED],
            repairs=len(repairs[case_id]),
            repairs_not_contacted=sum(1 for task in repairs[case_id] if task.contacted_at is None),
            repairs_due_at=min((task.due_at for task in repairs[case_id]), default=None),
            mandates=sum(n for s, n in mandates[case_id].items() if s is not MandateState.REVOKED),
            mandates_signed=mandates[case_id][MandateState.SIGNED],
            headroom=headroom.get(case_id),
        )
        for case_id in ids
    }


def _attempt_counts(session: Session, ids: list[UUID]) -> dict[UUID, Counter[AttemptState]]:
    """How many orders stand where, by the state of their newest attempt."""
    counts: dict[UUID, Counter[AttemptState]] = defaultdict(Counter)
    newest = (
        select(PortingAttempt.case_id, PortingAttempt.state)
        .where(col(PortingAttempt.case_id).in_(ids))
        .distinct(col(PortingAttempt.order_id))
        .order_by(col(PortingAttempt.order_id), col(PortingAttempt.attempt).desc())
    )
    for case_id, state in session.exec(newest):
        if case_id is not None:
            counts[case_id][state] += 1
    return counts


def _open_repairs(session: Session, ids: list[UUID]) -> dict[UUID, list[RepairTask]]:
    found: dict[UUID, list[RepairTask]] = defaultdict(list)
    for task in session.exec(
        select(RepairTask).where(col(RepairTask.case_id).in_(ids), col(RepairTask.closed_at).is_(None))
    ):
        if task.case_id is not None:
            found[task.case_id].append(task)
    return found


def _mandate_counts(session: Session, ids: list[UUID]) -> dict[UUID, Counter[MandateState]]:
    counts: dict[UUID, Counter[MandateState]] = defaultdict(Counter)
    for case_id, state, count in session.exec(
        select(Mandate.case_id, Mandate.state, func.count())
        .where(col(Mandate.case_id).in_(ids))
        .group_by(col(Mandate.case_id), col(Mandate.state))
    ):
        if case_id is not None:
            counts[case_id][state] = count
    return counts


def _headroom(session: Session, ids: list[UUID], now: datetime) -> dict[UUID, int]:
    """The least headroom of each case over its orders that are not yet confirmed (NP-11)."""
    least: dict[UUID, int] = {}
    kinds = session.exec(
        select(PortingOrder.case_id, PortingOrder.donor, PortingOrder.number_type, PortingOrder.port_at)
        .where(col(PortingOrder.case_id).in_(ids), col(PortingOrder.state).in_(_WAITING))
        .distinct()
    )
    for case_id, donor_code, number_type, port_at in kinds:
        rounds = schedule.headroom(donor(donor_code), number_type, now, port_at)
        if case_id is not None:
            least[case_id] = min(rounds, least.get(case_id, rounds))
    return least
