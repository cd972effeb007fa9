"""Remind of what is due soon, and escalate what is late: each once, by rows with due days (DL-05)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from accounts import repository as accounts
from accounts.models import Person
from delivery import repository as cases
from delivery.cockpit.repository import last_word
from delivery.domain.next_action import CUSTOMER_ROLES
from delivery.domain.phase_words import WORDS
from delivery.domain.plan import Stored, board
from delivery.models import DeliveryCase
from delivery.people import repository
from delivery.people.domain.timers import (
    ESCALATES_TO,
    GO_NO_GO,
    GO_NO_GO_WORDS,
    Timer,
    TimerKind,
    go_timer,
    horizon,
    rung,
)
from delivery.people.queries.answering import all_planners, answering
from delivery.usecases.settle import note
from infra.clock import current, local_date
from infra.db import unit_of_work
from infra.mail import queue_mail
from infra.settings import get_settings
from infra.transitions import Cause
from kernel.language import Text
from kernel.workdays import add_workdays
from portingsvc.queries import booked_ports

_NEAR_DAYS = 6


def ring_timers() -> int:
    """Send what has come due. One unit of work a case; a case that somebody else rings is passed over."""
    with unit_of_work() as session:
        today = local_date(current(session))
        ids = set(repository.cases_to_ring(session, today, horizon(today)))
        ids |= set(repository.cases_near_the_day(session, today, add_workdays(today, _NEAR_DAYS)))
    return sum(_ring(case_id) for case_id in sorted(ids))


def _ring(case_id: UUID) -> int:
    with unit_of_work() as session:
        case = session.exec(
            select(DeliveryCase)
            .where(DeliveryCase.id == case_id)
            .with_for_update(key_share=True, skip_locked=True)
        ).first()
        if case is None:
            return 0
        now = current(session)
        stored = [
            Stored(a.key, a.due_on, a.done_at is not None, a.waived_at is not None)
            for a in cases.activities(session, [case.id])
        ]
        timers = rung(board(stored), case.state, local_date(now)) + _go_timer(session, case, now)
        fresh = repository.claim(session, case.id, timers, now)
        tell_timers(session, case, fresh, now)
        return len(fresh)


def _go_timer(session: Session, case: DeliveryCase, now: datetime) -> tuple[Timer, ...]:
    """Whether it is time to decide on go or no-go."""
    booked = booked_ports(session, [case.id])
    word = last_word(session, case.id)
    is_decided = word is not None and word.facts.get("go_live_on") == str(case.go_live_on)
    deadline = local_date(booked[0].stop_deadline) if booked else None
    return go_timer(deadline, local_date(now), is_decided=is_decided)


def tell_timers(session: Session, case: DeliveryCase, timers: Iterable[Timer], now: datetime) -> None:
    """One mail a person and kind, with all that it is about; what escalates stands in the timeline too."""
    away = repository.absences_on(session, local_date(now))
    asked: dict[tuple[TimerKind, UUID], list[Timer]] = defaultdict(list)
    people: dict[UUID, Person] = {}
    for timer in timers:
        told = answering(session, case, timer.owner, away)
        if timer.kind is TimerKind.ESCALATION:
            told = told + answering(session, case, ESCALATES_TO[timer.owner], away)
            if timer.owner not in CUSTOMER_ROLES:
                told = told + all_planners(session)
            note(
                session,
                case,
                "escalated",
                "",
                Cause("system", "Växla", now),
                activity=timer.key,
                about=str(timer.due_on),
            )
        for person in {each.id: each for each in told}.values():
            people[person.id] = person
            asked[timer.kind, person.id].append(timer)
    company = accounts.organisation(session, case.customer_id).name
    for (kind, person_id), rows in asked.items():
        _mail(session, case, company, people[person_id], kind, rows)


def _mail(
    session: Session,
    case: DeliveryCase,
    company: str,
    person: Person,
    kind: TimerKind,
    timers: list[Timer],
) -> None:
    outside = {each.id for _, each in accounts.roles_in(session, case.customer_id)}
    is_customer = person.id in outside
    lines = [
        (
            _words(timer.key, is_customer=is_customer).in_(person.speaks),
            timer.due_on,
        )
        for timer in sorted(timers, key=lambda timer: timer.due_on)
    ]
    path = f"/cases/{case.id}" if is_customer else f"/planner/cases/{case.id}"
    queue_mail(
        session,
        person.email,
        kind.value,
        person.speaks,
        case_id=case.id,
        name=person.name,
        company=company,
        lines=lines,
        go_live_on=case.go_live_on,
        link=f"{get_settings().public_url}{path}",
    )


def _words(key: str, *, is_customer: bool) -> Text:
    if key == GO_NO_GO:
        return GO_NO_GO_WORDS
    return WORDS[key].customer if is_customer else WORDS[key].staff
