"""The go-live day of a case, whole: waves, every number, checks, decisions, messages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.domain.actor import Actor
from accounts.domain.roles import OrganisationKind
from accounts.models import Organisation
from delivery import repository as cases
from delivery.cockpit.domain.decisions import CHECKS, DecisionKind, Readiness
from delivery.cockpit.models import ContactWays, DayMessage, DayMessageCopy, GoLiveDecision, HandOverPackage
from delivery.cockpit.queries.contact import Ways, ways_from
from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from delivery.queries.case_view import case_view
from delivery.queries.views import CaseView
from delivery.sim_dispatch.domain.gate import holding
from delivery.sim_dispatch.models import SimWaiver
from delivery.sim_dispatch.queries.gate import gate_from
from infra.reports import Channel
from infra.together import Read, read_together
from kernel.language import Text
from portingsvc.domain.states import NumberState, OrderState
from portingsvc.queries import NumberLine, OrderLine, porting_day

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


def day_view(
    session: Session, actor: Actor, case_id: UUID, *, now: datetime, view: CaseView | None = None
) -> DayView:
    """In two statements for who has read the case with its cards. Raises `NOT_FOUND`."""
    case = cases.case(session, actor, case_id)
    seen = view or case_view(session, actor, case_id, now=now, people=False)
    porting = porting_day(session, case.id)
    orders = [order for order in porting.orders if order.state not in _ENDED]
    waves = tuple(_waves(orders, porting.numbers, now))
    kept = _kept(session, case)
    gate = gate_from(seen, porting.booked, kept.waivers)
    readiness = Readiness(seen.facts, len(holding(gate)))
    pending = [wave.stop_deadline for wave in waves if wave.counts.get(NumberState.CONFIRMED)]
    decisions = tuple(_decision(row) for row in kept.decisions)
    deadline = min(pending, default=None)
    return DayView(
        waves=waves,
        checks=tuple(CheckLine(each.key, each.text, each.holds(readiness)) for each in CHECKS),
        deadline=deadline,
        is_past_stopping=deadline is not None and now > deadline,
        word=_word(decisions, str(case.go_live_on)),
        decisions=decisions,
        messages=_messages(kept),
        ways=kept.ways,
        package_id=kept.package.file_id if kept.package and case.state is CaseState.HANDED_OVER else None,
    )


@dataclass(frozen=True)
class _Kept:
    """What is written of the day: decisions and messages, the newest first."""

    decisions: list[GoLiveDecision]
    messages: list[DayMessage]
    copies: list[DayMessageCopy]
    package: HandOverPackage | None
    waivers: list[SimWaiver]
    ways: Ways


def _kept(session: Session, case: DeliveryCase) -> _Kept:
    """All of it in one statement."""
    of_case = select(DayMessage.id).where(DayMessage.case_id == case.id)
    sellers = col(Organisation.kind) == OrganisationKind.OPERATOR
    if case.partner_id:
        sellers = col(Organisation.id) == case.partner_id
    decisions, messages, copies, packages, waivers, organisations, ways = read_together(
        session,
        Read(GoLiveDecision, (col(GoLiveDecision.case_id) == case.id,)),
        Read(DayMessage, (col(DayMessage.case_id) == case.id,)),
        Read(DayMessageCopy, (col(DayMessageCopy.day_message_id).in_(of_case),)),
        Read(HandOverPackage, (col(HandOverPackage.case_id) == case.id,)),
        Read(SimWaiver, (col(SimWaiver.case_id) == case.id,)),
        Read(Organisation, (sellers,)),
        Read(ContactWays, (col(ContactWays.organisation_id).in_(select(Organisation.id).where(sellers)),)),
    )
    return _Kept(
        sorted(decisions, key=lambda row: row.id, reverse=True),
        sorted(messages, key=lambda row: row.id, reverse=True),
        copies,
        packages[0] if packages else None,
        waivers,
        ways_from(case, next(iter(organisations), None), next(iter(ways), None)),
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


def _messages(kept: _Kept) -> tuple[MessageLine, ...]:
    sent = Counter((copy.day_message_id, copy.channel) for copy in kept.copies)
    return tuple(
        MessageLine(
            row.audience, row.text, row.by, row.at, sent[row.id, Channel.MAIL], sent[row.id, Channel.SMS]
        )
        for row in kept.messages
    )
