"""How customers reach the operator or a partner after hand-over (DL-08, DL-11). Each change is a version of its own."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.authority import refuse_outsiders
from accounts.domain.roles import OrganisationKind
from accounts.models import Organisation
from accounts.usecases.invite_person import usable_email
from delivery.cockpit import repository
from delivery.cockpit.domain.errors import CONTACT_WAYS_INCOMPLETE
from delivery.cockpit.models import ContactWays
from infra.outbox import Subject, emit
from infra.transitions import Cause
from kernel.errors import CHANGED_MEANWHILE, NOT_FOUND


def set_contact_ways(
    session: Session,
    actor: Actor,
    organisation_id: UUID,
    *,
    email: str,
    urgent_phone: str,
    guidelines: str,
    version: int | None = None,
    cause: Cause,
) -> ContactWays:
    """Mail first, telephone for what is urgent, and a partner's own guidelines in its words.

    A planner sets anybody's, a partner its own. `version` is the one that was shown, 0 for none; what is set already
    makes no new one. Raises `NOT_YOURS`, `NOT_FOUND` for a customer's id as for none and for another partner's,
    `CHANGED_MEANWHILE`, `CONTACT_WAYS_INCOMPLETE`, `EMAIL_NOT_USABLE`.
    """
    owner = _owner(session, actor, organisation_id)
    if not email.strip() or not urgent_phone.strip():
        raise CONTACT_WAYS_INCOMPLETE.error("urgent_phone" if email.strip() else "email")
    said = (usable_email(email), urgent_phone.strip(), guidelines.strip())
    newest = repository.contact_ways(session, [organisation_id]).get(organisation_id)
    shown = newest.version if newest else 0
    if version is not None and version != shown:
        raise CHANGED_MEANWHILE.error()
    if newest is not None and (newest.email, newest.urgent_phone, newest.guidelines) == said:
        return newest
    ways = ContactWays(
        organisation_id=organisation_id,
        version=shown + 1,
        email=said[0],
        urgent_phone=said[1],
        guidelines=said[2],
        changed_by=cause.name,
        changed_at=cause.now,
    )
    session.add(ways)
    session.flush()
    partner_id = owner.id if owner.kind is OrganisationKind.PARTNER else None
    emit(
        session,
        "contact_ways.changed",
        Subject("contact_ways", ways.id, partner_id=partner_id),
        {"version": ways.version},
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    return ways


def _owner(session: Session, actor: Actor, organisation_id: UUID) -> Organisation:
    """Whose ways they are, held until the change is stored, so that versions follow each other."""
    if actor.kind is ActorKind.PARTNER:
        if organisation_id != actor.organisation_id:
            raise NOT_FOUND.error()
    else:
        refuse_outsiders(actor)
    found = session.get(Organisation, organisation_id, with_for_update={"key_share": True})
    if found is None or found.kind not in (OrganisationKind.OPERATOR, OrganisationKind.PARTNER):
        raise NOT_FOUND.error()
    return found
