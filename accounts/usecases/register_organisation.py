"""Enter an organisation, or find the one that is entered already; two at once enter one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col

from accounts import repository
from accounts.domain.roles import OrganisationKind
from accounts.models import Organisation


def register_customer(
    session: Session, *, name: str, org_number: str, partner_id: UUID | None, now: datetime
) -> Organisation:
    """The customer of a partner, or of the operator itself. `org_number` is ten checked digits."""
    return _enter(session, OrganisationKind.CUSTOMER, name, org_number, partner_id, now)


def register_partner(session: Session, *, name: str, org_number: str, now: datetime) -> Organisation:
    """A reseller."""
    return _enter(session, OrganisationKind.PARTNER, name, org_number, None, now)


def register_fibre_party(session: Session, *, name: str, org_number: str, now: datetime) -> Organisation:
    """A network owner, communication operator or service provider of open fibre."""
    return _enter(session, OrganisationKind.FIBRE, name, org_number, None, now)


def register_operator(session: Session, *, name: str, org_number: str, now: datetime) -> Organisation:
    """The operator whose installation this is; there is one."""
    return repository.operator(session) or _enter(
        session, OrganisationKind.OPERATOR, name, org_number, None, now
    )


def _enter(
    session: Session,
    kind: OrganisationKind,
    name: str,
    org_number: str,
    partner_id: UUID | None,
    now: datetime,
) -> Organisation:
    made = Organisation(
        kind=kind, name=name.strip(), org_number=org_number, partner_id=partner_id, created_at=now
    )
    return repository.known_or_new(
        session,
        made,
        col(Organisation.kind) == kind,
        col(Organisation.org_number) == org_number,
        col(Organisation.partner_id).is_not_distinct_from(partner_id),
    )
