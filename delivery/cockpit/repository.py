"""All SQL of the go-live day."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session, col, select

from delivery.cockpit.domain.decisions import DecisionKind
from delivery.cockpit.models import (
    ContactWays,
    GoLiveDecision,
    HandOverPackage,
)

# Whatever a live page shows leaves a line in one of these; their newest places tell whether it is old.
_NEWEST = text(
    """
    SELECT coalesce((SELECT max(id) FROM state_history WHERE case_id = :case), 0)
        || '.' || coalesce((SELECT max(id) FROM outbox_event WHERE case_id = :case), 0)
        || '.' || (SELECT count(*) FROM case_note WHERE case_id = :case)
    """
)


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
