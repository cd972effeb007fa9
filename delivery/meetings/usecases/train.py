"""Training sessions: planned, moved, filled, held with who was there, or cancelled (DL-03)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic import EmailStr, TypeAdapter, ValidationError
from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.errors import EMAIL_NOT_USABLE
from accounts.domain.roles import Role
from delivery import repository as cases
from delivery.domain.authority import refuse_others, refuse_outsiders
from delivery.meetings import repository
from delivery.meetings.domain.events import CalendarEntry, Guest
from delivery.meetings.domain.training import (
    AUDIENCE_TITLES,
    SEAT_TAKEN,
    TRAINING,
    TRAINING_CLOSED,
    TRAINING_FULL,
    TRAINING_NOT_BEGUN,
    Audience,
    TrainingEvent,
    TrainingKind,
    TrainingState,
    refuse_session,
)
from delivery.meetings.models import TrainingSeat, TrainingSession
from delivery.meetings.usecases.invite import invite, uid_of
from infra.formats import moment
from infra.transitions import Cause, move
from kernel.errors import REASON_REQUIRED
from kernel.language import Language

_EMAIL: TypeAdapter[str] = TypeAdapter(EmailStr)


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """When and where a session is, and for how many."""

    starts_at: datetime
    ends_at: datetime
    place: str
    seats: int
    trainer: str = ""


def plan_training(
    session: Session,
    actor: Actor,
    case_id: UUID,
    *,
    kind: TrainingKind,
    audience: Audience,
    plan: TrainingPlan,
    cause: Cause,
) -> TrainingSession:
    """Raises `NOT_YOURS`, `NOT_FOUND`, `TRAINING_TIMES`, `TRAINING_PLACE`, `TRAINING_SEATS`."""
    refuse_outsiders(actor)
    case = cases.case(session, actor, case_id)
    refuse_session(plan.starts_at, plan.ends_at, plan.place, plan.seats, cause.now)
    row = TrainingSession(
        case_id=case.id,
        customer_id=case.customer_id,
        partner_id=case.partner_id,
        kind=kind,
        audience=audience,
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        place=plan.place.strip()[:300],
        seats=plan.seats,
        trainer=plan.trainer.strip()[:200],
        created_at=cause.now,
    )
    session.add(row)
    session.flush()
    return row


def move_training(
    session: Session, actor: Actor, case_id: UUID, session_id: UUID, *, plan: TrainingPlan, cause: Cause
) -> TrainingSession:
    """Another time, place or number of seats; everybody with a seat is invited anew."""
    refuse_outsiders(actor)
    cases.case(session, actor, case_id)
    row = repository.training(session, case_id, session_id)
    taken = repository.seats(session, [row.id])
    refuse_session(plan.starts_at, plan.ends_at, plan.place, plan.seats, cause.now, least=len(taken))
    move(session, row, TRAINING, TrainingEvent.MOVE, cause)
    row.starts_at, row.ends_at = plan.starts_at, plan.ends_at
    row.place, row.seats, row.trainer = plan.place.strip()[:300], plan.seats, plan.trainer.strip()[:200]
    row.sequence += 1
    for seat in taken:
        _tell(session, row, seat, cause)
    return row


def take_seat(
    session: Session, actor: Actor, case_id: UUID, session_id: UUID, *, name: str, email: str, cause: Cause
) -> TrainingSeat:
    """A seat for somebody, who gets an invitation. Customers fill their own sessions.

    Raises `NOT_YOURS`, `NOT_FOUND`, `EMAIL_NOT_USABLE`, `SEAT_TAKEN`, `TRAINING_FULL`, `TRAINING_CLOSED`.
    """
    refuse_others(actor, Role.TELEFONIANSVARIG)
    cases.case(session, actor, case_id)
    row = repository.training(session, case_id, session_id)
    if row.state is not TrainingState.PLANNED:
        raise TRAINING_CLOSED.error()
    address = _address(email)
    taken = repository.seats(session, [row.id])
    if address in {seat.email for seat in taken}:
        raise SEAT_TAKEN.error("email", email=address)
    if len(taken) >= row.seats:
        raise TRAINING_FULL.error("email", seats=row.seats)
    seat = TrainingSeat(session_id=row.id, name=(name.strip() or address)[:200], email=address)
    session.add(seat)
    session.flush()
    _tell(session, row, seat, cause)
    return seat


def record_attendance(
    session: Session,
    actor: Actor,
    case_id: UUID,
    session_id: UUID,
    *,
    present: Collection[UUID],
    cause: Cause,
) -> TrainingSession:
    """Who was there; the session is held. Raises `NOT_YOURS`, `NOT_FOUND`, `TRAINING_NOT_BEGUN`."""
    refuse_outsiders(actor)
    cases.case(session, actor, case_id)
    row = repository.training(session, case_id, session_id)
    if cause.now < row.starts_at:
        raise TRAINING_NOT_BEGUN.error(starts_at=moment(row.starts_at, actor.language))
    move(session, row, TRAINING, TrainingEvent.HOLD, cause)
    for seat in repository.seats(session, [row.id]):
        seat.attended = seat.id in present
    return row


def cancel_training(
    session: Session, actor: Actor, case_id: UUID, session_id: UUID, *, cause: Cause
) -> TrainingSession:
    """It will not be; everybody with a seat is told. Raises `NOT_YOURS`, `REASON_REQUIRED`."""
    refuse_outsiders(actor)
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    cases.case(session, actor, case_id)
    row = repository.training(session, case_id, session_id)
    move(session, row, TRAINING, TrainingEvent.CANCEL, cause)
    row.sequence += 1
    for seat in repository.seats(session, [row.id]):
        _tell(session, row, seat, cause)
    return row


def _tell(session: Session, row: TrainingSession, seat: TrainingSeat, cause: Cause) -> None:
    is_off = row.state is TrainingState.CANCELLED
    speaks = _language(session, row)
    entry = training_entry(row, speaks)
    template = "training_off" if is_off else "training"
    guests = [(Guest(seat.name, seat.email), speaks)]
    invite(session, template, entry, guests, case_id=row.case_id, cause=cause, trainer=row.trainer)


def training_entry(row: TrainingSession, language: Language) -> CalendarEntry:
    """A session as an entry of a calendar."""
    title = {"sv": "Utbildning i växeln", "en": "Training for the switchboard"}[language]
    return CalendarEntry(
        uid_of("training", row.id),
        f"{title}: {AUDIENCE_TITLES[row.audience].in_(language)}",
        row.starts_at,
        row.ends_at,
        row.place,
        row.trainer,
        row.sequence,
        row.state is TrainingState.CANCELLED,
    )


def _language(session: Session, row: TrainingSession) -> Language:
    """The company's: that of its telefoniansvarig, as in all mails to users."""
    contacts = accounts.people_with_role(session, row.customer_id, Role.TELEFONIANSVARIG)
    return contacts[0].speaks if contacts else "sv"


def _address(email: str) -> str:
    try:
        return _EMAIL.validate_python(email.strip()).lower()
    except ValidationError as wrong:
        raise EMAIL_NOT_USABLE.error("email", value=email[:80]) from wrong
