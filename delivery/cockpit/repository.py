"""All SQL of the go-live day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session, col, func, select

from delivery.cockpit.domain.decisions import DecisionKind
from delivery.cockpit.models import (
    ContactWays,
    DayMessage,
    DayMessageCopy,
    GoLiveDecision,
    HandOverPackage,
)
from infra.reports import Channel

# Whatever a live page shows leaves a line in one of these; their newest places tell whether it is old.
_NEWEST = text(
    """
    SELECT coalesce((SELECT max(id) FROM state_history WHERE case_id = :case), 0)
        || '.' || coalesce((SELECT max(id) FROM outbox_event WHERE case_id = :case), 0)
        || '.' || (SELECT count(*) FROM case_note WHERE case_id = :case)
    """
)


def decisions(session: Session, case_id: UUID) -> Sequence[GoLiveDecision]:
    """Newest first."""
    return session.exec(
        select(GoLiveDecision)
        .where(GoLiveDecision.case_id == case_id)
        .order_by(col(GoLiveDecision.id).desc())
    ).all()


def last_word(session: Session, case_id: UUID) -> GoLiveDecision | None:
    """The newest go or no-go."""
    return session.exec(
        select(GoLiveDecision)
        .where(
            GoLiveDecision.case_id == case_id,
            col(GoLiveDecision.kind).in_((DecisionKind.GO, DecisionKind.NO_GO)),
        )
        .order_by(col(GoLiveDecision.id).desc())
        .limit(1)
    ).first()


def messages(session: Session, case_id: UUID) -> Sequence[DayMessage]:
    """Newest first."""
    return session.exec(
        select(DayMessage).where(DayMessage.case_id == case_id).order_by(col(DayMessage.id).desc())
    ).all()


def copies(session: Session, ids: Iterable[UUID]) -> dict[UUID, Counter[Channel]]:
    """How many went by which channel, by message."""
    found: dict[UUID, Counter[Channel]] = {}
    rows = session.exec(
        select(DayMessageCopy.day_message_id, DayMessageCopy.channel, func.count())
        .where(col(DayMessageCopy.day_message_id).in_(list(ids)))
        .group_by(col(DayMessageCopy.day_message_id), col(DayMessageCopy.channel))
    )
    for message_id, channel, count in rows:
        found.setdefault(message_id, Counter())[Channel(channel)] = count
    return found


def contact_ways(session: Session, organisation_ids: Iterable[UUID]) -> dict[UUID, ContactWays]:
    rows = session.exec(
        select(ContactWays).where(col(ContactWays.organisation_id).in_(list(organisation_ids)))
    )
    return {row.organisation_id: row for row in rows}


def package(session: Session, case_id: UUID) -> HandOverPackage | None:
    return session.exec(select(HandOverPackage).where(HandOverPackage.case_id == case_id)).first()


def newest_mark(session: Session, case_id: UUID) -> str:
    """A mark that is another as soon as anything happened in a case."""
    return str(session.execute(_NEWEST, {"case": case_id}).scalar_one())
