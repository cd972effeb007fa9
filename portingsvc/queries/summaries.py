"""The porting of many cases at once, counted: what lists and next actions are made from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import DateTime, String, cast, func, literal, null, union_all
from sqlalchemy import select as columns
from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import Session, col, select

from portingsvc.domain import schedule
from portingsvc.domain.donors import donor
from portingsvc.domain.states import AttemptState, MandateState, NumberState, OrderState
from portingsvc.models import Mandate, PortingAttempt, PortingNumber, PortingOrder, RepairTask
from portingsvc.queries.views import PortingSummary

_WAITING = (OrderState.READY, OrderState.SUBMITTED, OrderState.ACTION_REQUIRED)
_CONFIRMED = (NumberState.CONFIRMED, NumberState.PORTED)
_UNSENT = (AttemptState.PLANNED, AttemptState.SENDING, AttemptState.IN_DOUBT)


def summaries(session: Session, case_ids: Iterable[UUID], now: datetime) -> dict[UUID, PortingSummary]:
    """The porting of several cases, in one statement however many they are."""
    ids = list(case_ids)
    session.flush()
    tallies: dict[UUID, _Tally] = defaultdict(_Tally)
    parts = union_all(_numbers(ids), _waiting(ids), _newest_attempts(ids), _open_repairs(ids), _mandates(ids))
    for what, case_id, word, kind, count, others, at in session.execute(parts):
        _TAKE[what](tallies[case_id], word, kind, count, others, at)
    return {case_id: _summary(tallies[case_id], now) for case_id in ids}


@dataclass
class _Tally:
    """What the one statement tells of a case."""

    numbers: dict[NumberState, int] = field(default_factory=dict)
    attempts: Counter[AttemptState] = field(default_factory=Counter)
    mandates: Counter[MandateState] = field(default_factory=Counter)
    waiting: set[tuple[str, str, datetime]] = field(default_factory=set)
    repairs: tuple[int, int, datetime | None] = (0, 0, None)


def _summary(tally: _Tally, now: datetime) -> PortingSummary:
    repairs, not_contacted, due_at = tally.repairs
    return PortingSummary(
        numbers=tally.numbers,
        orders=sum(tally.attempts.values()),
        unsent=sum(tally.attempts[state] for state in _UNSENT),
        parked=tally.attempts[AttemptState.PARKED],
        repairs=repairs,
        repairs_not_contacted=not_contacted,
        repairs_due_at=due_at,
        mandates=sum(n for s, n in tally.mandates.items() if s is not MandateState.REVOKED),
        mandates_signed=tally.mandates[MandateState.SIGNED],
        # The least of what is not yet confirmed (NP-11).
        headroom=min(
            (schedule.headroom(donor(code), kind, now, port_at) for code, kind, port_at in tally.waiting),
            default=None,
        ),
    )


def _take_repairs(tally: _Tally, _word: str, _kind: str, count: int, others: int, at: datetime) -> None:
    tally.repairs = (count, others, at)


def _take_number(tally: _Tally, word: str, _kind: str, count: int, _others: int, _at: object) -> None:
    tally.numbers[NumberState(word)] = count


def _take_attempt(tally: _Tally, word: str, _kind: str, count: int, _others: int, _at: object) -> None:
    tally.attempts[AttemptState(word)] = count


def _take_mandate(tally: _Tally, word: str, _kind: str, count: int, _others: int, _at: object) -> None:
    tally.mandates[MandateState(word)] = count


def _take_waiting(tally: _Tally, word: str, kind: str, _count: int, _others: int, at: datetime) -> None:
    tally.waiting.add((word, kind, at))


_TAKE: Final[dict[str, Callable[..., None]]] = {
    "number": _take_number,
    "attempt": _take_attempt,
    "mandate": _take_mandate,
    "waiting": _take_waiting,
    "repair": _take_repairs,
}
_NONE: Final = literal(0)
_NO_TIME: Final = cast(null(), DateTime(timezone=True))


def _numbers(ids: list[UUID]) -> Any:
    state = cast(col(PortingNumber.state), String)
    return (
        columns(
            literal("number"), col(PortingNumber.case_id), state, literal(""), func.count(), _NONE, _NO_TIME
        )
        .where(col(PortingNumber.case_id).in_(ids))
        .group_by(col(PortingNumber.case_id), col(PortingNumber.state))
    )


def _waiting(ids: list[UUID]) -> Any:
    """The kinds of order that are not yet confirmed: what headroom is counted over."""
    order = PortingOrder
    return (
        columns(
            literal("waiting"),
            col(order.case_id),
            col(order.donor),
            col(order.number_type),
            _NONE,
            _NONE,
            col(order.port_at),
        )
        .where(col(order.case_id).in_(ids), col(order.state).in_(_WAITING))
        .distinct()
    )


def _newest_attempts(ids: list[UUID]) -> Any:
    """How many orders stand where, by the state of their newest attempt."""
    newest = (
        columns(col(PortingAttempt.case_id), cast(col(PortingAttempt.state), String).label("state"))
        .where(col(PortingAttempt.case_id).in_(ids))
        .ext(distinct_on(col(PortingAttempt.order_id)))
        .order_by(col(PortingAttempt.order_id), col(PortingAttempt.attempt).desc())
        .subquery()
    )
    return columns(
        literal("attempt"), newest.c.case_id, newest.c.state, literal(""), func.count(), _NONE, _NO_TIME
    ).group_by(newest.c.case_id, newest.c.state)


def _open_repairs(ids: list[UUID]) -> Any:
    not_contacted = func.count().filter(col(RepairTask.contacted_at).is_(None))
    return (
        columns(
            literal("repair"),
            col(RepairTask.case_id),
            literal(""),
            literal(""),
            func.count(),
            not_contacted,
            func.min(col(RepairTask.due_at)),
        )
        .where(col(RepairTask.case_id).in_(ids), col(RepairTask.closed_at).is_(None))
        .group_by(col(RepairTask.case_id))
    )


def _mandates(ids: list[UUID]) -> Any:
    state = cast(col(Mandate.state), String)
    return (
        columns(literal("mandate"), col(Mandate.case_id), state, literal(""), func.count(), _NONE, _NO_TIME)
        .where(col(Mandate.case_id).in_(ids))
        .group_by(col(Mandate.case_id), col(Mandate.state))
    )


def is_confirmed(case_id: Any, number: Any) -> Any:
    """Whether a number of a case is confirmed by its donor, moved already or not: a condition for a query."""
    return (
        select(PortingNumber.id)
        .where(
            PortingNumber.case_id == case_id,
            PortingNumber.e164 == number,
            col(PortingNumber.state).in_(_CONFIRMED),
        )
        .exists()
    )


def confirmed_numbers(session: Session, case_ids: Iterable[UUID]) -> list[tuple[UUID, str]]:
    """Numbers that their donors have confirmed, moved already or not, by case."""
    rows = session.exec(
        select(PortingNumber.case_id, PortingNumber.e164).where(
            col(PortingNumber.case_id).in_(list(case_ids)),
            col(PortingNumber.state).in_(_CONFIRMED),
        )
    )
    return [(case_id, number) for case_id, number in rows if case_id is not None]
