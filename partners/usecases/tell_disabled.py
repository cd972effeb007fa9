"""A receiver is gone: the partner's people hear of it by mail, since the webhook cannot tell them."""

from __future__ import annotations

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.roles import Role
from infra.mail import queue_mail
from infra.settings import get_settings
from partners.models import WebhookSubscription


def tell_disabled(session: Session, row: WebhookSubscription) -> None:
    """One mail to each who looks after the partner's keys."""
    for person in accounts.people_with_role(session, row.partner_id, Role.PARTNER_ADMIN):
        queue_mail(
            session,
            person.email,
            "webhook_disabled",
            person.speaks,
            name=person.name,
            hook=row.name,
            url=row.url,
            gone=row.disabled_reason == "gone",
            link=f"{get_settings().public_url}/partner/webhooks/{row.id}",
        )
