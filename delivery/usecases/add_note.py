"""Write a line into a case's timeline."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.usecases.settle import note
from infra.transitions import Cause
from kernel.errors import REASON_REQUIRED


def add_note(session: Session, actor: Actor, case_id: UUID, text: str, *, cause: Cause) -> None:
    """Raises `REASON_REQUIRED` for an empty one."""
    if not text.strip():
        raise REASON_REQUIRED.error("text")
    note(session, repository.case(session, actor, case_id), "note", text.strip(), cause)
