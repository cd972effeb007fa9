"""Go-lives by day, beside what each day can take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Integer, String, cast, func, literal, null, union_all
from sqlalchemy import select as columns
from sqlmodel import Session, col

from accounts.models import Organisation
from delivery.domain.states import PHASES
from delivery.models import DeliveryCase
from delivery.workspace.domain.capacity import DayCapacity, day_capacity
from delivery.workspace.models import CaseStanding, GoLiveCapacity


@dataclass(frozen=True, slots=True)
class GoLive:
    """A case on its day."""

    case_id: UUID
    company: str
    reference: str
    users: int
    is_preliminary: bool
    is_at_risk: bool


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day with its go-lives."""

    capacity: DayCapacity
    go_lives: tuple[GoLive, ...]


def calendar_days(session: Session, days: list[date]) -> list[CalendarDay]:
    """The go-lives of some days that follow each other, in two statements."""
    found: dict[date, list[GoLive]] = defaultdict(list)
    line = col(CaseStanding.line)
    rows = session.execute(
        columns(
            col(DeliveryCase.go_live_on),
            col(DeliveryCase.id),
            col(Organisation.name),
            col(DeliveryCase.reference),
            col(DeliveryCase.size),
            line["is_preliminary"].as_boolean(),
            col(CaseStanding.is_at_risk),
        )
        .join(Organisation, col(Organisation.id) == DeliveryCase.customer_id)
        .outerjoin(CaseStanding, col(CaseStanding.case_id) == DeliveryCase.id)
        .where(col(DeliveryCase.go_live_on).between(days[0], days[-1]), col(DeliveryCase.state).in_(PHASES))
        .order_by(col(DeliveryCase.go_live_on), col(Organisation.name))
    )
    for day, case_id, company, reference, size, preliminary, risky in rows:
        found[day].append(GoLive(case_id, company, reference, size, bool(preliminary), bool(risky)))
    capacities = {each.day: each for each in capacities_of(session, days)}
    return [CalendarDay(capacities[day], tuple(found[day])) for day in days]


def capacities_of(session: Session, days: Iterable[date]) -> list[DayCapacity]:
    """What some days can take and have, in one statement."""
    wanted = list(days)
    text_day = cast(col(DeliveryCase.go_live_on), String)
    booked = (
        columns(literal("booked"), text_day, func.count(), func.coalesce(func.sum(col(DeliveryCase.size)), 0))
        .where(col(DeliveryCase.go_live_on).in_(wanted), col(DeliveryCase.state).in_(PHASES))
        .group_by(col(DeliveryCase.go_live_on))
    )
    said = columns(
        literal("said"),
        cast(col(GoLiveCapacity.day), String),
        col(GoLiveCapacity.cases),
        cast(null(), Integer),
    ).where(col(GoLiveCapacity.day).in_(wanted) | col(GoLiveCapacity.day).is_(None))
    counts: dict[date, tuple[int, int]] = {}
    capacity: dict[date | None, int] = {}
    for kind, day, cases, users in session.execute(union_all(booked, said)):
        if kind == "booked":
            counts[date.fromisoformat(day)] = (cases, users)
        else:
            capacity[date.fromisoformat(day) if day else None] = cases
    return [day_capacity(day, counts, capacity) for day in wanted]
