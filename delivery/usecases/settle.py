"""Keep the plan true to the facts: what follows from them is done when they say so, and undone when not."""

from __future__ import annotations

from sqlmodel import Session

from delivery import repository
from delivery.domain.progress import settled_by_facts
from delivery.models import CaseNote, DeliveryCase
from delivery.queries.facts import facts_of
from infra.transitions import Cause


def settle(session: Session, case: DeliveryCase, cause: Cause) -> None:
    """Bring every activity that follows from facts to where they say."""
    session.flush()
    said = settled_by_facts(facts_of(session, case, cause.now))
    for row in repository.activities(session, [case.id]):
        if row.key not in said or row.waived_at is not None:
            continue
        if said[row.key] and row.done_at is None:
            row.done_at, row.done_by = cause.now, cause.name
            note(session, case, "activity_done", "", cause, activity=row.key)
        elif not said[row.key] and row.done_at is not None:
            row.done_at, row.done_by = None, ""
            note(session, case, "activity_undone", "", cause, activity=row.key)
    session.flush()


def note(session: Session, case: DeliveryCase, kind: str, text: str, cause: Cause, **facts: object) -> None:
    """Write a line into the timeline."""
    session.add(CaseNote(case_id=case.id, kind=kind, text=text, facts=facts, by=cause.name, at=cause.now))
