"""What was said about a case between partner and planners. A planner's own notes are not among it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.domain.actor import Actor
from delivery import repository
from delivery.models import CaseNote
from kernel.errors import NOT_FOUND

_KIND = "comment"


@dataclass(frozen=True, slots=True)
class CommentLine:
    """One comment; `side` is `partner` or `planner`."""

    id: UUID
    case_id: UUID
    text: str
    by: str
    side: str
    at: datetime


def comments_of_case(
    session: Session, actor: Actor, case_id: UUID, *, after: UUID | None, limit: int
) -> list[CommentLine]:
    """Oldest first, from after a comment on. Raises `NOT_FOUND` for a case that is not the actor's."""
    repository.case_subject(session, actor, case_id)
    wanted = select(CaseNote).where(CaseNote.case_id == case_id, CaseNote.kind == _KIND)
    if after is not None:
        wanted = wanted.where(col(CaseNote.id) > after)
    return [_line(each) for each in session.exec(wanted.order_by(col(CaseNote.id)).limit(limit))]


def comment_line(session: Session, actor: Actor, case_id: UUID, comment_id: UUID) -> CommentLine:
    """One comment. Raises `NOT_FOUND`."""
    repository.case_subject(session, actor, case_id)
    found = session.exec(
        select(CaseNote).where(CaseNote.id == comment_id, CaseNote.case_id == case_id, CaseNote.kind == _KIND)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return _line(found)


def _line(row: CaseNote) -> CommentLine:
    return CommentLine(row.id, row.case_id, row.text, row.by, str(row.facts.get("side", "")), row.at)
