"""Say that somebody of the operator's is away, and who answers meanwhile."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.authority import refuse_outsiders
from accounts.domain.roles import ROLES, Role
from delivery.people import repository
from delivery.people.domain.errors import ABSENCE_WRONG, COVER_WRONG
from delivery.people.models import Absence
from infra.clock import local_date
from infra.transitions import Cause
from kernel.errors import NOT_FOUND


def set_absence(
    session: Session,
    actor: Actor,
    *,
    person_id: UUID,
    cover_id: UUID,
    first_day: date,
    last_day: date,
    cause: Cause,
) -> Absence:
    """Reminders and lists of these days go to the cover, also of cases that come meanwhile.

    Raises `NOT_YOURS`, `NOT_FOUND` for somebody who is not the operator's, `ABSENCE_WRONG`, and `COVER_WRONG` for a
    cover that has none of the person's roles, is the person, or is away then.
    """
    refuse_outsiders(actor)
    roles = _roles(session)
    if person_id not in roles:
        raise NOT_FOUND.error()
    if last_day < first_day or last_day < local_date(cause.now):
        raise ABSENCE_WRONG.error("last_day")
    away = {
        each.person_id for each in repository.absences_from(session, first_day) if each.first_day <= last_day
    }
    shared = roles[person_id] & roles.get(cover_id, frozenset())
    if cover_id == person_id or cover_id in away or not shared:
        titles = [ROLES[role].title for role in sorted(roles[person_id])]
        raise COVER_WRONG.error(
            "cover", roles_sv=", ".join(t.sv for t in titles), roles_en=", ".join(t.en for t in titles)
        )
    absence = Absence(
        person_id=person_id,
        cover_id=cover_id,
        first_day=first_day,
        last_day=last_day,
        set_by=cause.name,
        set_at=cause.now,
    )
    session.add(absence)
    session.flush()
    return absence


def end_absence(session: Session, actor: Actor, absence_id: UUID) -> None:
    """They are back. Ending what is ended changes nothing. Raises `NOT_YOURS`."""
    refuse_outsiders(actor)
    repository.end_absence(session, absence_id)


def _roles(session: Session) -> dict[UUID, frozenset[Role]]:
    """The operator's people and what they are."""
    operator = accounts.operator(session)
    found: dict[UUID, frozenset[Role]] = {}
    for role, person in accounts.roles_in(session, operator.id) if operator else ():
        found[person.id] = found.get(person.id, frozenset()) | {role}
    return found
