"""All SQL of who answers and what has been said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import and_, case, exists, or_
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col, delete, func, select

from delivery.domain.activities import Kind
from delivery.domain.states import CASE, PHASES
from delivery.models import CaseActivity, DeliveryCase
from delivery.people.domain.timers import GO_NO_GO, Timer, TimerKind
from delivery.people.models import Absence, SentTimer
from kernel.ids import new_id
from kernel.workdays import last_workday


def absences_on(session: Session, day: date) -> dict[UUID, UUID]:
    """Who is away that day, and who answers."""
    rows = session.exec(
        select(Absence).where(Absence.first_day <= day, Absence.last_day >= day).order_by(col(Absence.id))
    )
    return {row.person_id: row.cover_id for row in rows}


def absences_from(session: Session, day: date) -> Sequence[Absence]:
    """Those that have not ended by a day, the next first."""
    return session.exec(
        select(Absence).where(Absence.last_day >= day).order_by(col(Absence.first_day), col(Absence.id))
    ).all()


def end_absence(session: Session, absence_id: UUID) -> None:
    session.exec(delete(Absence).where(col(Absence.id) == absence_id))


def cases_to_ring(session: Session, today: date, last: date) -> list[UUID]:
    """Cases in which something a person does is due by `last` and has not been told of, in one statement."""
    kind = case(
        (col(CaseActivity.due_on) < last_workday(today), TimerKind.ESCALATION.value),
        else_=TimerKind.REMINDER.value,
    )
    told = exists().where(
        col(SentTimer.case_id) == CaseActivity.case_id,
        col(SentTimer.key) == CaseActivity.key,
        col(SentTimer.due_on) == CaseActivity.due_on,
        col(SentTimer.kind) == kind,
    )
    begun = or_(
        *(
            and_(
                col(DeliveryCase.state) == state,
                col(CaseActivity.phase).in_([phase.value for phase in PHASES[: place + 1]]),
            )
            for place, state in enumerate(PHASES)
        )
    )
    return list(
        session.exec(
            select(DeliveryCase.id)
            .join(CaseActivity, col(CaseActivity.case_id) == DeliveryCase.id)
            .where(
                begun,
                col(CaseActivity.kind).in_([Kind.INPUT.value, Kind.CONFIRM.value]),
                col(CaseActivity.done_at).is_(None),
                col(CaseActivity.waived_at).is_(None),
                col(CaseActivity.due_on) <= last,
                ~told,
            )
            .distinct()
        ).all()
    )


def cases_near_the_day(session: Session, today: date, last: date) -> list[UUID]:
    """Cases whose go-live is near and whose planner has not been reminded of go or no-go."""
    told = exists().where(
        col(SentTimer.case_id) == DeliveryCase.id,
        col(SentTimer.key) == GO_NO_GO,
        col(SentTimer.due_on) > today - (last - today),
    )
    return list(
        session.exec(
            select(DeliveryCase.id).where(
                col(DeliveryCase.state).in_(PHASES[1:]),
                col(DeliveryCase.go_live_on) >= today,
                col(DeliveryCase.go_live_on) <= last,
                ~told,
            )
        ).all()
    )


def claim(session: Session, case_id: UUID, timers: Iterable[Timer], now: datetime) -> list[Timer]:
    """The timers that nobody has sent before; they are sent now."""
    fresh = []
    for timer in timers:
        made = session.execute(
            insert(SentTimer)
            .values(id=new_id(), case_id=case_id, key=timer.key, due_on=timer.due_on, kind=timer.kind, at=now)
            .on_conflict_do_nothing()
            .returning(col(SentTimer.id))
        ).first()
        if made is not None:
            fresh.append(timer)
    return fresh


def cases_of(session: Session, people: Iterable[UUID]) -> Sequence[DeliveryCase]:
    """Open cases that some people plan or lead, the nearest go-live first."""
    ids = list(people)
    return session.exec(
        select(DeliveryCase)
        .where(
            or_(
                col(DeliveryCase.planner_id).in_(ids),
                col(DeliveryCase.technical_lead_id).in_(ids),
                col(DeliveryCase.administrative_lead_id).in_(ids),
            ),
            col(DeliveryCase.state).not_in(CASE.final),
        )
        .order_by(col(DeliveryCase.go_live_on), col(DeliveryCase.id))
    ).all()


def unplanned_cases(session: Session) -> int:
    """How many open cases nobody plans."""
    return session.exec(
        select(func.count())
        .select_from(DeliveryCase)
        .where(col(DeliveryCase.planner_id).is_(None), col(DeliveryCase.state).not_in(CASE.final))
    ).one()
