"""The porting of many cases at once, counted: what lists and next actions are made from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import Session, col, func, select

from portingsvc.domain import schedule
from portingsvc.domain.donors import donor
from portingsvc.domain.states import AttemptState, MandateState, NumberState, OrderState
from portingsvc.models import Mandate, PortingAttempt, PortingNumber, PortingOrder, RepairTask
from portingsvc.queries.views import PortingSummary

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
            numbers[case_id][NumberState(state)] = count
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


def confirmed_numbers(session: Session, case_ids: Iterable[UUID]) -> list[tuple[UUID, str]]:
    """Numbers that their donors have confirmed, moved already or not, by case."""
    rows = session.exec(
        select(PortingNumber.case_id, PortingNumber.e164).where(
            col(PortingNumber.case_id).in_(list(case_ids)),
            col(PortingNumber.state).in_((NumberState.CONFIRMED, NumberState.PORTED)),
        )
    )
    return [(case_id, number) for case_id, number in rows if case_id is not None]


def cases_with_number(beginning: str) -> Any:
    """The cases in which a number begins so, as a subquery for a search."""
    return (
        select(PortingNumber.case_id)
        .where(col(PortingNumber.e164).startswith(beginning), col(PortingNumber.case_id).is_not(None))
        .scalar_subquery()
    )


def _attempt_counts(session: Session, ids: list[UUID]) -> dict[UUID, Counter[AttemptState]]:
    """How many orders stand where, by the state of their newest attempt."""
    counts: dict[UUID, Counter[AttemptState]] = defaultdict(Counter)
    newest = (
        select(PortingAttempt.case_id, PortingAttempt.state)
        .where(col(PortingAttempt.case_id).in_(ids))
        .ext(distinct_on(col(PortingAttempt.order_id)))
        .order_by(col(PortingAttempt.order_id), col(PortingAttempt.attempt).desc())
    )
    for case_id, state in session.exec(newest):
        if case_id is not None:
            counts[case_id][AttemptState(state)] += 1
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
            counts[case_id][MandateState(state)] = count
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
