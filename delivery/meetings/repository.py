"""All SQL of trainings and feeds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from delivery.domain.states import CaseState
from delivery.meetings.domain.training import TrainingState
from delivery.meetings.models import CalendarFeed, TrainingSeat, TrainingSession
from delivery.models import DeliveryCase
from kernel.errors import NOT_FOUND


def digest(token: str) -> str:
    """What is kept of a feed's token: it is long and random, so one hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def training(session: Session, case_id: UUID, session_id: UUID) -> TrainingSession:
    """A session of a case, held. Raises `NOT_FOUND`."""
    found = session.exec(
        select(TrainingSession)
        .where(TrainingSession.id == session_id, TrainingSession.case_id == case_id)
        .with_for_update(key_share=True)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def trainings(session: Session, case_ids: Iterable[UUID]) -> Sequence[TrainingSession]:
    return session.exec(
        select(TrainingSession)
        .where(col(TrainingSession.case_id).in_(list(case_ids)))
        .order_by(col(TrainingSession.starts_at), col(TrainingSession.id))
    ).all()


def seats(session: Session, session_ids: Iterable[UUID]) -> Sequence[TrainingSeat]:
    return session.exec(
        select(TrainingSeat)
        .where(col(TrainingSeat.session_id).in_(list(session_ids)))
        .order_by(col(TrainingSeat.name), col(TrainingSeat.id))
    ).all()


def feed_of(session: Session, person_id: UUID) -> CalendarFeed | None:
    return session.exec(select(CalendarFeed).where(CalendarFeed.person_id == person_id)).first()


def feed_by_token(session: Session, token: str) -> CalendarFeed | None:
    return session.exec(select(CalendarFeed).where(CalendarFeed.token_sha256 == digest(token))).first()


def cases_of_person(session: Session, person_id: UUID, *, plans: bool) -> Sequence[DeliveryCase]:
    """Cases that a person plans or leads; for somebody who plans, also those that nobody does."""
    mine = (
        (col(DeliveryCase.planner_id) == person_id)
        | (col(DeliveryCase.technical_lead_id) == person_id)
        | (col(DeliveryCase.administrative_lead_id) == person_id)
    )
    if plans:
        mine = mine | col(DeliveryCase.planner_id).is_(None)
    return session.exec(
        select(DeliveryCase)
        .where(mine, DeliveryCase.state != CaseState.CANCELLED)
        .order_by(col(DeliveryCase.go_live_on), col(DeliveryCase.id))
        .limit(1000)
    ).all()


def open_trainings(session: Session, case_ids: Iterable[UUID]) -> Sequence[TrainingSession]:
    """Those that are not cancelled."""
    return [row for row in trainings(session, case_ids) if row.state is not TrainingState.CANCELLED]
