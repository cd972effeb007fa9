"""How customers reach the operator or a partner after hand-over (DL-08, DL-11)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.authority import refuse_outsiders
from accounts.domain.roles import OrganisationKind
from accounts.usecases.invite_person import usable_email
from delivery.cockpit import repository
from delivery.cockpit.domain.errors import CONTACT_WAYS_INCOMPLETE
from delivery.cockpit.models import ContactWays
from infra.transitions import Cause
from kernel.errors import NOT_FOUND


def set_contact_ways(
    session: Session,
    actor: Actor,
    organisation_id: UUID,
    *,
    email: str,
    urgent_phone: str,
    guidelines: str,
    cause: Cause,
) -> ContactWays:
    """Mail first, telephone for what is urgent, and a partner's own guidelines in its words.

    Raises `NOT_YOURS`, `NOT_FOUND` for a customer's id as for none, `CONTACT_WAYS_INCOMPLETE`, `EMAIL_NOT_USABLE`.
    """
    refuse_outsiders(actor)
    found = accounts.organisations(session, [organisation_id])
    if not found or found[0].kind not in (OrganisationKind.OPERATOR, OrganisationKind.PARTNER):
        raise NOT_FOUND.error()
    if not email.strip() or not urgent_phone.strip():
        raise CONTACT_WAYS_INCOMPLETE.error("urgent_phone" if email.strip() else "email")
    address = usable_email(email)
    ways = repository.contact_ways(session, [organisation_id]).get(organisation_id)
    if ways is None:
        ways = ContactWays(
            organisation_id=organisation_id, email="", urgent_phone="", changed_by="", changed_at=cause.now
        )
        session.add(ways)
    ways.email, ways.urgent_phone = address, urgent_phone.strip()
    ways.guidelines = guidelines.strip()
    ways.changed_by, ways.changed_at = cause.name, cause.now
    session.flush()
    return ways
