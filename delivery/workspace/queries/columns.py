"""The board by phase, and all numbers in a state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func
from sqlalchemy import select as columns
from sqlmodel import Session, col

from accounts.models import Organisation, Person
from delivery.domain.queues import day_queue
from delivery.domain.standing import Standing, unpacked
from delivery.domain.states import PHASES, CaseState
from delivery.models import DeliveryCase
from delivery.workspace.models import CaseStanding, GoLiveCapacity
from infra.clock import local_date
from portingsvc.domain.donors import donor
from portingsvc.domain.states import NumberState
from portingsvc.queries import ListedNumber, number_page

CARDS: Final = 25
NUMBERS: Final = 100
_COLUMNS: Final = (*PHASES, CaseState.HYPERCARE)


@dataclass(frozen=True, slots=True)
class Card:
    """A case on the board."""

    case_id: UUID
    company: str
    reference: str
    planner: str
    standing: Standing
    is_near: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A phase with its most urgent cases, and how many there are."""

    state: CaseState
    cards: tuple[Card, ...]
    count: int


def board(session: Session, now: datetime) -> list[Column]:
    """Every phase, in one statement: at most twenty-five cards each, the nearest due first."""
    today = local_date(now)
    place = func.row_number().over(
        partition_by=col(DeliveryCase.state),
        order_by=(col(CaseStanding.sort_on), col(CaseStanding.case_id)),
    )
    count = func.count().over(partition_by=col(DeliveryCase.state))
    ranked = (
        columns(col(DeliveryCase.id).label("id"), place.label("place"), count.label("count"))
        .join(CaseStanding, col(CaseStanding.case_id) == DeliveryCase.id)
        .where(col(DeliveryCase.state).in_(_COLUMNS))
        .subquery()
    )
    rows = session.execute(
        columns(CaseStanding, DeliveryCase, col(Organisation.name), col(Person.name), ranked.c["count"])
        .join(ranked, ranked.c.id == CaseStanding.case_id)
        .join(DeliveryCase, col(DeliveryCase.id) == ranked.c.id)
        .join(Organisation, col(Organisation.id) == DeliveryCase.customer_id)
        .outerjoin(Person, col(Person.id) == DeliveryCase.planner_id)
        .where(ranked.c.place <= CARDS)
        .order_by(ranked.c.place)
    ).all()
    cards: dict[CaseState, list[Card]] = {state: [] for state in _COLUMNS}
    counts: dict[CaseState, int] = {}
    for kept, case, company, planner, number in rows:
        near = day_queue(case.state, case.go_live_on, today) is not None
        standing = unpacked(kept.queue, kept.sort_on, kept.line)
        cards[case.state].append(Card(case.id, company, case.reference, planner or "", standing, near))
        counts[case.state] = number
    return [Column(state, tuple(cards[state]), counts.get(state, 0)) for state in _COLUMNS]


@dataclass(frozen=True, slots=True)
class NumberPage:
    """Numbers with the companies whose they are; `after` is where the next page begins, empty on the last."""

    rows: tuple[tuple[ListedNumber, str, str], ...]
    after: str


def numbers_shown(session: Session, state: NumberState, *, after: tuple[str, UUID] | None) -> NumberPage:
    """A page of all numbers in a state, in two statements, however deep it lies."""
    found = number_page(session, state, after=after, limit=NUMBERS + 1)
    shown = found[:NUMBERS]
    named = session.execute(
        columns(col(DeliveryCase.id), col(Organisation.name))
        .join(Organisation, col(Organisation.id) == DeliveryCase.customer_id)
        .where(col(DeliveryCase.id).in_({each.case_id for each in shown if each.case_id}))
    )
    companies: dict[UUID, str] = dict(named.all())
    rows = tuple(
        (each, companies.get(each.case_id, "") if each.case_id else "", donor(each.donor).name)
        for each in shown
    )
    last = shown[-1] if len(found) > len(shown) else None
    return NumberPage(rows, f"{last.e164.removeprefix('+')}_{last.id}" if last else "")


def usual_capacity(session: Session) -> int | None:
    """What every day without a word of its own can take; none when nobody has said."""
    return session.scalar(columns(col(GoLiveCapacity.cases)).where(col(GoLiveCapacity.day).is_(None)))
