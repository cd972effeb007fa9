"""Notices as planners and customers see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor, ActorKind
from delivery.notices import repository
from delivery.notices.domain.maintenance import STATES
from delivery.notices.models import Maintenance
from kernel.errors import NOT_FOUND
from kernel.language import Text


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A maintenance: when, what, whom it concerns by number."""

    id: UUID
    state: str
    state_title: Text
    what: str
    disturbs: bool
    starts_at: datetime
    ends_at: datetime
    announced_at: datetime | None
    concerns: int


def notice_lines(session: Session) -> list[NoticeLine]:
    """The newest, for planners."""
    rows = repository.newest(session)
    counts = repository.concerned_counts(session, [row.id for row in rows])
    return _lines(rows, counts)


def coming_notices(session: Session, actor: Actor, now: datetime) -> list[NoticeLine]:
    """What is announced to a customer's people and not over yet. Raises `NOT_FOUND` for anybody else."""
    if actor.kind is not ActorKind.CUSTOMER or actor.organisation_id is None:
        raise NOT_FOUND.error()
    return _lines(repository.coming_for(session, actor.organisation_id, now), {})


def _lines(rows: Sequence[Maintenance], counts: dict[UUID, int]) -> list[NoticeLine]:
    return [
        NoticeLine(
            row.id,
            row.state.value,
            STATES[row.state],
            row.what,
            row.disturbs,
            row.starts_at,
            row.ends_at,
            row.announced_at,
            counts.get(row.id, 0),
        )
        for row in rows
    ]
