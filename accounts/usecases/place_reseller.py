"""The operator places a reseller under another, with the role that they agreed on, and releases it again (PA-01).

The reseller below is told in its feed: it always knows who sees its customers.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, select

from accounts import repository
from accounts.domain.actor import Actor
from accounts.domain.authority import refuse_outsiders
from accounts.domain.errors import RESELLER_ABOVE_ITSELF, RESELLER_ONLY
from accounts.domain.resellers import PortingRole
from accounts.domain.roles import OrganisationKind
from accounts.models import Organisation, ResellerLink
from accounts.usecases.remember_token import forget
from infra.outbox import Subject, emit
from infra.transitions import Cause
from kernel.errors import NOT_FOUND

_TREE_LOCK = 7_281_114


def place_reseller(
    session: Session, actor: Actor, child_id: UUID, *, under: UUID, role: PortingRole, cause: Cause
) -> ResellerLink:
    """Place a reseller, or place it anew. Raises `NOT_YOURS`, `RESELLER_ONLY`, `RESELLER_ABOVE_ITSELF`."""
    refuse_outsiders(actor)
    child, parent = _reseller(session, child_id), _reseller(session, under)
    # One at a time: two placements at once could close a ring that neither sees.
    session.execute(select(func.pg_advisory_xact_lock(_TREE_LOCK)))
    if parent.id in {child.id, *repository.lent_below(session, child.id)}:
        raise RESELLER_ABOVE_ITSELF.error(name=child.name, parent=parent.name)
    link = repository.link_above(session, child.id)
    if link is None:
        link = ResellerLink(child_id=child.id, parent_id=parent.id, role=role, created_at=cause.now)
        session.add(link)
    link.parent_id, link.role = parent.id, role
    _tell(session, child, "placed", {"parent": parent.name, "role": role.value}, cause)
    return link


def release_reseller(session: Session, actor: Actor, child_id: UUID, *, cause: Cause) -> None:
    """Let a reseller stand by itself. Raises `NOT_YOURS`, `NOT_FOUND` when it does already."""
    refuse_outsiders(actor)
    link = repository.link_above(session, child_id)
    if link is None:
        raise NOT_FOUND.error()
    parent = repository.organisation(session, link.parent_id)
    session.delete(link)
    _tell(session, repository.organisation(session, child_id), "released", {"parent": parent.name}, cause)


def _reseller(session: Session, organisation_id: UUID) -> Organisation:
    found = session.get(Organisation, organisation_id)
    if found is None or found.kind is not OrganisationKind.PARTNER:
        raise RESELLER_ONLY.error()
    return found


def _tell(session: Session, child: Organisation, what: str, facts: dict[str, str], cause: Cause) -> None:
    forget()  # what a token reaches has changed
    emit(
        session,
        f"reseller.{what}",
        Subject("reseller", child.id, None, None, child.id),
        facts,
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
