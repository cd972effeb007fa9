"""Plan work on the service and tell those concerned, in time (IN-04)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.authority import refuse_outsiders
from accounts.domain.roles import Role
from delivery.notices import repository
from delivery.notices.domain.maintenance import (
    MAINTENANCE,
    MAINTENANCE_WORDLESS,
    NOBODY_CONCERNED,
    MaintenanceEvent,
    refuse_times,
)
from delivery.notices.models import Maintenance, MaintenanceConcerns
from infra.mail import queue_mail
from infra.transitions import Cause, move
from kernel.errors import REASON_REQUIRED

# Who at a customer is told: who answers for telephony, and who answers for the network.
_TOLD = (Role.TELEFONIANSVARIG, Role.IT_ANSVARIG)


def announce_maintenance(
    session: Session,
    actor: Actor,
    *,
    what: str,
    starts_at: datetime,
    ends_at: datetime,
    disturbs: bool,
    customers: Iterable[UUID] | None = None,
    cause: Cause,
) -> Maintenance:
    """Tell the chosen customers whose switchboard is live, or all of them.

    Raises `NOT_YOURS`, `MAINTENANCE_WORDLESS`, `MAINTENANCE_BACKWARDS`, `NOTICE_TOO_SHORT`, `NOBODY_CONCERNED`.
    """
    refuse_outsiders(actor)
    if not what.strip():
        raise MAINTENANCE_WORDLESS.error("what")
    refuse_times(starts_at, ends_at, cause.now, disturbs=disturbs)
    live = repository.live_customers(session)
    concerned = live if customers is None else live & set(customers)
    if not concerned:
        raise NOBODY_CONCERNED.error("customers")
    row = Maintenance(
        what=what.strip(),
        disturbs=disturbs,
        starts_at=starts_at,
        ends_at=ends_at,
        made_by=cause.name,
        created_at=cause.now,
    )
    session.add(row)
    session.flush()
    session.add_all(
        MaintenanceConcerns(maintenance_id=row.id, customer_id=each) for each in sorted(concerned)
    )
    row.announced_at = cause.now
    move(session, row, MAINTENANCE, MaintenanceEvent.ANNOUNCE, cause)
    _tell(session, row, "maintenance")
    return row


def move_maintenance(
    session: Session,
    actor: Actor,
    maintenance_id: UUID,
    *,
    starts_at: datetime,
    ends_at: datetime,
    cause: Cause,
) -> Maintenance:
    """Another time, with the same notice counted anew. Raises what `announce_maintenance` does, and `NOT_FOUND`."""
    refuse_outsiders(actor)
    row = repository.maintenance(session, maintenance_id)
    MAINTENANCE.decide(row.state, MaintenanceEvent.MOVE, actor=cause.role)
    refuse_times(starts_at, ends_at, cause.now, disturbs=row.disturbs)
    row.starts_at, row.ends_at, row.announced_at = starts_at, ends_at, cause.now
    move(session, row, MAINTENANCE, MaintenanceEvent.MOVE, cause)
    _tell(session, row, "maintenance")
    return row


def cancel_maintenance(session: Session, actor: Actor, maintenance_id: UUID, *, cause: Cause) -> Maintenance:
    """It will not be; those who were told are told so. Raises `NOT_YOURS`, `NOT_FOUND`, `REASON_REQUIRED`."""
    refuse_outsiders(actor)
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    row = repository.maintenance(session, maintenance_id)
    move(session, row, MAINTENANCE, MaintenanceEvent.CANCEL, cause)
    _tell(session, row, "maintenance_off")
    return row


def finish_maintenance(session: Session, actor: Actor, maintenance_id: UUID, *, cause: Cause) -> Maintenance:
    """It is done. Raises `NOT_YOURS`, `NOT_FOUND`, `ILLEGAL_TRANSITION`."""
    refuse_outsiders(actor)
    row = repository.maintenance(session, maintenance_id)
    move(session, row, MAINTENANCE, MaintenanceEvent.FINISH, cause)
    return row


def _tell(session: Session, row: Maintenance, template: str) -> None:
    """One mail a person, however many roles and companies bring somebody here."""
    people = {
        person.email: person
        for customer_id in repository.concerned(session, row.id)
        for role in _TOLD
        for person in accounts.people_with_role(session, customer_id, role)
    }
    for person in people.values():
        queue_mail(
            session,
            person.email,
            template,
            person.speaks,
            name=person.name,
            what=row.what,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            disturbs=row.disturbs,
        )
