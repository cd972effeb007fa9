"""All SQL of the go-live day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, text
from sqlalchemy.orm import aliased
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
    """Those that hold now."""
    rows = session.exec(
        select(ContactWays).where(col(ContactWays.organisation_id).in_(list(organisation_ids)), newest_ways())
    )
    return {row.organisation_id: row for row in rows}


def newest_ways() -> ColumnElement[bool]:
    """Whether contact ways are the newest of their organisation."""
    later = aliased(ContactWays)
    return ~(
        select(later.id)
        .where(
            col(later.organisation_id) == ContactWays.organisation_id,
            col(later.version) > ContactWays.version,
        )
        .exists()
    )


def versions_of_ways(
    session: Session, organisation_id: UUID, *, before: int | None, limit: int
) -> Sequence[ContactWays]:
    """The newest first; `before` is the version that the last page ended with."""
    wanted = select(ContactWays).where(ContactWays.organisation_id == organisation_id)
    if before is not None:
        wanted = wanted.where(col(ContactWays.version) < before)
    return session.exec(wanted.order_by(col(ContactWays.version).desc()).limit(limit)).all()


def package(session: Session, case_id: UUID) -> HandOverPackage | None:
    return session.exec(select(HandOverPackage).where(HandOverPackage.case_id == case_id)).first()


def newest_mark(session: Session, case_id: UUID) -> str:
    """A mark that is another as soon as anything happened in a case."""
    return str(session.execute(_NEWEST, {"case": case_id}).scalar_one())
