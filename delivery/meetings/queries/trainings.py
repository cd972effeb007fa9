"""The training sessions of a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from delivery.meetings import repository
from delivery.meetings.domain.training import AUDIENCE_TITLES, KIND_TITLES, STATE_TITLES
from kernel.language import Text


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat, and whether its holder came; none before the session was held."""

    id: UUID
    name: str
    email: str
    attended: bool | None


@dataclass(frozen=True, slots=True)
class TrainingLine:
    """A session with its seats."""

    id: UUID
    state: str
    state_title: Text
    kind_title: Text
    audience_title: Text
    starts_at: datetime
    ends_at: datetime
    place: str
    trainer: str
    seats: int
    taken: tuple[SeatLine, ...]


def training_lines(session: Session, case_id: UUID) -> list[TrainingLine]:
    """In order of time, two statements."""
    rows = repository.trainings(session, [case_id])
    seats = repository.seats(session, [row.id for row in rows])
    return [
        TrainingLine(
            row.id,
            row.state.value,
            STATE_TITLES[row.state],
            KIND_TITLES[row.kind],
            AUDIENCE_TITLES[row.audience],
            row.starts_at,
            row.ends_at,
            row.place,
            row.trainer,
            row.seats,
            tuple(SeatLine(s.id, s.name, s.email, s.attended) for s in seats if s.session_id == row.id),
        )
        for row in rows
    ]
