"""The go-live day of a case, whole: waves, every number, checks, decisions, messages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import Session, col, select

from accounts.domain.roles import OrganisationKind
from accounts.models import Organisation
from delivery.cockpit.domain.decisions import CHECKS, DecisionKind, Readiness
from delivery.cockpit.models import ContactWays, DayMessage, DayMessageCopy, GoLiveDecision, HandOverPackage
from delivery.cockpit.queries.contact import Ways, ways_from
from delivery.cockpit.repository import newest_ways
from delivery.domain.states import CaseState, SimState
from delivery.queries.views import CaseView
from delivery.sim_dispatch.models import SimWaiver
from infra.reports import Channel
from infra.together import Read, read_together
from kernel.language import Text
from portingsvc.domain.states import NumberState, OrderState
from portingsvc.queries import NumberLine, OrderLine, porting_day

_ENDED = (OrderState.CANCELLED,)
_IN_HAND = (SimState.RECEIVED, SimState.ACTIVE)
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


def day_view(session: Session, view: CaseView, *, now: datetime) -> DayView:
    """The day of a case that has been read with its cards, in two statements."""
    case_id, line = view.line.id, view.line
    porting = porting_day(session, case_id)
    orders = [order for order in porting.orders if order.state not in _ENDED]
    sellers = or_(
        col(Organisation.kind) == OrganisationKind.OPERATOR, col(Organisation.id) == view.partner_id
    )
    of_case = select(DayMessage.id).where(DayMessage.case_id == case_id)
    decided, said, copies, kept, waivers, organisations, ways = read_together(
        session,
        Read(GoLiveDecision, (col(GoLiveDecision.case_id) == case_id,)),
        Read(DayMessage, (col(DayMessage.case_id) == case_id,)),
        Read(DayMessageCopy, (col(DayMessageCopy.day_message_id).in_(of_case),)),
        Read(HandOverPackage, (col(HandOverPackage.case_id) == case_id,)),
        Read(SimWaiver, (col(SimWaiver.case_id) == case_id,)),
        Read(Organisation, (sellers,)),
        Read(ContactWays, (newest_ways(),)),
    )
    waves = tuple(_waves(orders, porting.numbers, now))
    readiness = _readiness(view, porting.numbers, {waiver.number for waiver in waivers})
    pending = [wave.stop_deadline for wave in waves if wave.counts.get(NumberState.CONFIRMED)]
    decisions = tuple(_decision(row) for row in sorted(decided, key=lambda row: row.id, reverse=True))
    deadline = min(pending, default=None)
    seller = next((o for o in organisations if view.partner_id in (None, o.id)), None)
    return DayView(
        waves=waves,
        checks=tuple(CheckLine(each.key, each.text, each.holds(readiness)) for each in CHECKS),
        deadline=deadline,
        is_past_stopping=deadline is not None and now > deadline,
        word=_word(decisions, str(line.go_live_on)),
        decisions=decisions,
        messages=_messages(said, copies),
        ways=ways_from(seller, ways, is_partner=view.partner_id is not None),
        package_id=kept[0].file_id if kept and line.state is CaseState.HANDED_OVER else None,
    )


def _readiness(view: CaseView, numbers: Iterable[NumberLine], waived: set[str]) -> Readiness:
    """What the checks read, of a case that has been read."""
    booked = {line.e164 for line in numbers if line.state is NumberState.CONFIRMED}
    in_hand = {card.number for card in view.sims if card.state in _IN_HAND}
    standing = {row.key: row.standing for phase in view.phases for row in phase.activities}
    return Readiness(
        unconfirmed=view.line.numbers.pending + view.line.numbers.rejected,
        work_lacking=len(view.phases[1].gate.lacking),
        sims_missing=len((booked & set(dict(view.card_holders))) - in_hand - waived),
        users_told=standing.get("start_mail") == "done",
        accounts_confirmed=standing.get("app_accounts", "done") in ("done", "waived"),
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


def _messages(said: Iterable[DayMessage], copies: Iterable[DayMessageCopy]) -> tuple[MessageLine, ...]:
    sent = Counter((copy.day_message_id, copy.channel) for copy in copies)
    return tuple(
        MessageLine(
            row.audience, row.text, row.by, row.at, sent[row.id, Channel.MAIL], sent[row.id, Channel.SMS]
        )
        for row in sorted(said, key=lambda row: row.id, reverse=True)
    )
