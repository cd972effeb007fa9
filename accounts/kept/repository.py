"""The SQL of kept forms."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, select

from accounts.models import KeptForm
from kernel.errors import NOT_FOUND


def kept_form(session: Session, person_id: UUID, form_id: UUID, now: datetime) -> KeptForm:
    found = session.exec(
        select(KeptForm).where(
            KeptForm.id == form_id, KeptForm.person_id == person_id, KeptForm.expires_at >= now
        )
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def forget_forms(session: Session, now: datetime, *, person_id: UUID, but: int) -> None:
    """Those that are over; of this person's also all but the newest."""
    newest = (
        select(KeptForm.id)
        .where(KeptForm.person_id == person_id)
        .order_by(col(KeptForm.kept_at).desc())
        .limit(but)
    )
    theirs = (col(KeptForm.person_id) == person_id) & col(KeptForm.id).not_in(newest)
    session.execute(delete(KeptForm).where((col(KeptForm.expires_at) < now) | theirs))
