"""Files of a case as a partner reads them: its own, and those shared with the customer."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, or_, select

from accounts.domain.actor import Actor
from delivery import repository
from delivery.workspace.models import CaseFile
from kernel.errors import NOT_FOUND

_SEEN = or_(col(CaseFile.is_shared), col(CaseFile.is_partners))


def documents_of_case(
    session: Session, actor: Actor, case_id: UUID, *, after: UUID | None, limit: int
) -> Sequence[CaseFile]:
    """Oldest first, from after a file on. Raises `NOT_FOUND` for a case that is not the actor's."""
    repository.case_subject(session, actor, case_id)
    wanted = select(CaseFile).where(CaseFile.case_id == case_id, _SEEN)
    if after is not None:
        wanted = wanted.where(col(CaseFile.id) > after)
    return session.exec(wanted.order_by(col(CaseFile.id)).limit(limit)).all()


def document_of_case(session: Session, actor: Actor, case_id: UUID, document_id: UUID) -> CaseFile:
    """One file of a case. Raises `NOT_FOUND`."""
    repository.case_subject(session, actor, case_id)
    found = session.exec(
        select(CaseFile).where(CaseFile.id == document_id, CaseFile.case_id == case_id, _SEEN)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found
