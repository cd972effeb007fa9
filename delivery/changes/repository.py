"""All SQL of change requests."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from delivery.changes.models import ChangeRequest
from kernel.errors import NOT_FOUND


def requests_of(session: Session, case_id: UUID) -> Sequence[ChangeRequest]:
    return session.exec(
        select(ChangeRequest)
        .where(ChangeRequest.case_id == case_id)
        .order_by(col(ChangeRequest.asked_at).desc(), col(ChangeRequest.id).desc())
    ).all()


def request(session: Session, case_id: UUID, request_id: UUID) -> ChangeRequest:
    found = session.exec(
        select(ChangeRequest)
        .where(ChangeRequest.case_id == case_id, ChangeRequest.id == request_id)
        .with_for_update(key_share=True)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found
