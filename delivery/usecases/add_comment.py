"""Say something about a case to the other side: partner to planner, or planner to partner."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.queries.comments import CommentLine
from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import REASON_REQUIRED
from kernel.ids import new_id

COMMENT = "comment"


def add_comment(session: Session, actor: Actor, case_id: UUID, text: str, *, cause: Cause) -> CommentLine:
    """A comment that both sides read, and that the partner's feed tells of. Raises `REASON_REQUIRED` for an empty one."""
    if not text.strip():
        raise REASON_REQUIRED.error("text")
    subject = repository.case_subject(session, actor, case_id)
    made = CommentLine(new_id(), case_id, text.strip(), cause.name, cause.role, cause.now)
    repository.add_note(
        session,
        {
            "id": made.id,
            "case_id": case_id,
            "kind": COMMENT,
            "text": made.text,
            "facts": {"side": made.side},
            "by": made.by,
            "at": made.at,
        },
    )
    facts = {"comment_id": str(made.id), "text": made.text}
    emit(session, "delivery_case.commented", subject, facts, actor=cause.name, now=cause.now, role=cause.role)
    return made
