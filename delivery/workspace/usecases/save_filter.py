"""Save a way to narrow the list under a name, and remove it again."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session, select

from accounts.domain.actor import Actor
from delivery.workspace.domain.errors import FILTER_EMPTY, FILTER_NAME_MISSING
from delivery.workspace.domain.filters import Filter
from delivery.workspace.models import SavedFilter
from kernel.errors import NOT_FOUND

_LONGEST = 60


def save_filter(
    session: Session, actor: Actor, name: str, wanted: Filter, *, is_shared: bool = False
) -> SavedFilter:
    """The same name again replaces. Raises `FILTER_NAME_MISSING`, `FILTER_EMPTY`, `NOT_FOUND` for who is no person."""
    if actor.person_id is None:
        raise NOT_FOUND.error()
    named = " ".join(name.split())
    if not 0 < len(named) <= _LONGEST:
        raise FILTER_NAME_MISSING.error("name")
    if not wanted.narrows:
        raise FILTER_EMPTY.error("name")
    found = session.exec(
        select(SavedFilter).where(SavedFilter.person_id == actor.person_id, SavedFilter.name == named)
    ).first()
    kept = found or SavedFilter(person_id=actor.person_id, name=named)
    kept.query, kept.is_shared = wanted.query(), is_shared
    session.add(kept)
    session.flush()
    return kept


def remove_filter(session: Session, actor: Actor, filter_id: UUID) -> None:
    """Raises `NOT_FOUND` for somebody else's too."""
    found = session.get(SavedFilter, filter_id)
    if found is None or found.person_id != actor.person_id:
        raise NOT_FOUND.error()
    session.delete(found)
