"""The go-live day of a case, whole: waves, every number, checks, decisions, messages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository as cases
from delivery.cockpit import repository
from delivery.cockpit.domain.decisions import CHECKS, DecisionKind, Readiness
from delivery.cockpit.models import GoLiveDecision
from delivery.cockpit.queries.contact import Ways, ways_of
from delivery.domain.states import CaseState
from delivery.queries.facts import facts_of
from delivery.sim_dispatch.domain.gate import holding
from delivery.sim_dispatch.queries.gate import gate_lines
from infra.reports import Channel
from kernel.language import Text
from portingsvc.domain.states import NumberState, OrderState
from portingsvc.queries import NumberLine, OrderLine, numbers_of_case, orders_of_case

_ENDED = (OrderState.CANCELLED,)
_TROUBLED = (NumberState.REJECTED, NumberState.FAILED)


@dataclass(frozen=True, slots=True)
class WaveLine:
    """All that moves at one hour. `overdue` numbers should have moved by now; `troubled` need somebody."""

    port_at: datetime
    has_main: bool
    donors: tuple[str, ...]
    stop_deadline: datetime
    is_past_stopping: bool
    counts: dict[NumberState, int]
    numbers: tuple[NumberLine, ...]
    overdue: int

    @property
    def troubled(self) -> tuple[NumberLine, ...]:
        return tuple(each for each in self.numbers if each.state in _TROUBLED)


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A check of *go*, and whether it holds now."""

    key: str
    text: Text
    holds: bool


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A line of the decision log."""

    kind: DecisionKind
    action: str
    number: str
    text: str
    by: str
    at: datetime
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class MessageLine:
    """Something that users were told."""

    audience: str
    text: str
    by: str
    at: datetime
    mails: int
    sms: int


@dataclass(frozen=True, slots=True)
class DayView:
    """The cockpit. `deadline` is the earliest stop deadline of what is booked; `word` is go or no-go for this day."""

    waves: tuple[WaveLine, ...]
    checks: tuple[CheckLine, ...]
    deadline: datetime | None
    is_past_stopping: bool
    word: DecisionLine | None
    decisions: tuple[DecisionLine, ...]
    messages: tuple[MessageLine, ...]
    ways: Ways
    package_id: UUID | None


def day_view(session: Session, actor: Actor, case_id: UUID, *, now: datetime) -> DayView:
    """Raises `NOT_FOUND`."""
    case = cases.case(session, actor, case_id)
    orders = [order for order in orders_of_case(session, case.id) if order.state not in _ENDED]
    waves = tuple(_waves(orders, numbers_of_case(session, case.id), now))
    readiness = Readiness(facts_of(session, case, now), len(holding(gate_lines(session, case))))
    pending = [wave.stop_deadline for wave in waves if wave.counts.get(NumberState.CONFIRMED)]
    decisions = tuple(_decision(row) for row in repository.decisions(session, case.id))
    kept = repository.package(session, case.id)
    deadline = min(pending, default=None)
    return DayView(
        waves=waves,
        checks=tuple(CheckLine(each.key, each.text, each.holds(readiness)) for each in CHECKS),
        deadline=deadline,
        is_past_stopping=deadline is not None and now > deadline,
        word=_word(decisions, str(case.go_live_on)),
        decisions=decisions,
        messages=_messages(session, case.id),
        ways=ways_of(session, case),
        package_id=kept.file_id if kept and case.state is CaseState.HANDED_OVER else None,
    )


def _waves(orders: Iterable[OrderLine], numbers: Iterable[NumberLine], now: datetime) -> Iterable[WaveLine]:
    by_order: dict[UUID, list[NumberLine]] = defaultdict(list)
    for number in numbers:
        by_order[number.order_id].append(number)
    by_hour: dict[datetime, list[OrderLine]] = defaultdict(list)
    for order in orders:
        by_hour[order.port_at].append(order)
    for port_at in sorted(by_hour):
        members = by_hour[port_at]
        lines = [number for order in members for number in by_order[order.id]]
        counts = Counter(line.state for line in lines)
        deadline = min(order.stop_deadline for order in members)
        waiting = counts[NumberState.CONFIRMED] + counts[NumberState.PENDING]
        yield WaveLine(
            port_at=port_at,
            has_main=any(order.is_main for order in members),
            donors=tuple(sorted({order.donor_name for order in members})),
            stop_deadline=deadline,
            is_past_stopping=now > deadline,
            counts=dict(counts),
            numbers=tuple(sorted(lines, key=lambda line: (line.state not in _TROUBLED, line.e164))),
            overdue=waiting if now > port_at else 0,
        )


def _decision(row: GoLiveDecision) -> DecisionLine:
    return DecisionLine(row.kind, row.action, row.number, row.text, row.by, row.at, row.facts)


def _word(decisions: Iterable[DecisionLine], go_live_on: str) -> DecisionLine | None:
    """The newest go or no-go, when it was said of this day."""
    said = next((each for each in decisions if each.kind in (DecisionKind.GO, DecisionKind.NO_GO)), None)
    return said if said is not None and said.facts.get("go_live_on") == go_live_on else None


def _messages(session: Session, case_id: UUID) -> tuple[MessageLine, ...]:
    rows = repository.messages(session, case_id)
    copies = repository.copies(session, [row.id for row in rows])
    return tuple(
        MessageLine(
            row.audience,
            row.text,
            row.by,
            row.at,
            copies.get(row.id, Counter())[Channel.MAIL],
            copies.get(row.id, Counter())[Channel.SMS],
        )
        for row in rows
    )
