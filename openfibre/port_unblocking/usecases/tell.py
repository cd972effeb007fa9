"""Tell the providers what happened: by an event in their own stream (webhooks carry it on), and by mail.

The new provider is told nothing by which it could learn who was displaced; a displaced provider nothing of
the new consumer or its provider. Both at once is why each has its own stream.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from infra.mail import queue_mail
from infra.outbox import Subject, emit
from infra.settings import get_settings
from infra.transitions import Cause
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.port import Subscription
from openfibre.port_unblocking.models import PortDisplacement, PortUnblocking, UnblockingProvider


class NewsForNew(StrEnum):
    """What the new provider hears by mail."""

    ACTIVE = "active"
    REFUSED = "refused"
    NOT_SWITCHED = "not_switched"
    UNDONE = "undone"


class NewsForExisting(StrEnum):
    """What an existing provider hears after it was told of its loss."""

    INTERRUPTED = "interrupted"
    RESTORED = "restored"
    DISMISSED = "dismissed"


def tell_new(session: Session, case: PortUnblocking, news: NewsForNew) -> None:
    """Steps 10 and 19, by mail; the state change itself is the event."""
    provider = repository.provider(session, case.provider_id)
    queue_mail(
        session,
        provider.contact_email,
        "unblocking_new",
        provider.speaks,
        news=news.value,
        reference=case.reference,
        access_id=case.access_id,
        sp_reference=case.sp_reference,
        link=_link(case.id),
    )


def tell_displaced(
    session: Session, case: PortUnblocking, displacement: PortDisplacement, cause: Cause
) -> bool:
    """Step 11: the provider's service was deactivated. False when nobody is known to tell."""
    if displacement.provider_id is None:
        return False
    provider = repository.provider(session, displacement.provider_id)
    facts = {
        "access_id": case.access_id,
        "network": repository.network(session, case.network_id).code,
        "services": displacement.services,
        "deactivated_at": displacement.displaced_at.isoformat(),
        "answer_days": displacement.answer_days,
    }
    _emit(session, "port_unblocking.service_displaced", displacement.subject(), facts, cause)
    queue_mail(
        session,
        provider.contact_email,
        "unblocking_displaced",
        provider.speaks,
        services=_words(displacement.services),
        access_id=case.access_id,
        network=repository.network(session, case.network_id).name,
        at=displacement.displaced_at,
        days=displacement.answer_days,
        link=_link(displacement.id),
    )
    displacement.told_at = cause.now
    return True


def tell_interrupted(
    session: Session, case: PortUnblocking, lost: Iterable[Subscription], cause: Cause
) -> None:
    """A switch failed half-way: whose service was off for a while hears that it was, and that it comes back."""
    for each in lost:
        provider = repository.provider_by_sp_id(session, each.provider)
        if provider is not None and provider.id != case.provider_id:
            services = [{"service": each.service, "sp_subscription_id": each.sp_subscription_id}]
            subject = Subject("unblocking_provider", provider.id, partner_id=provider.organisation_id)
            facts = {"access_id": case.access_id, "services": services}
            _emit(session, "port_unblocking.service_interrupted", subject, facts, cause)
            _mail_existing(session, provider, NewsForExisting.INTERRUPTED, case, services, "")


def tell_restored(
    session: Session, case: PortUnblocking, displacement: PortDisplacement, cause: Cause
) -> None:
    """Step 18: the service is back, and which new subscription id carries on which old one."""
    if displacement.provider_id is None:
        return
    provider = repository.provider(session, displacement.provider_id)
    facts = {
        "access_id": case.access_id,
        "services": displacement.services,
        "new_subscription_ids": displacement.new_ids,
    }
    _emit(session, "port_unblocking.service_restored", displacement.subject(), facts, cause)
    link = _link(displacement.id)
    _mail_existing(session, provider, NewsForExisting.RESTORED, case, displacement.services, link)


def tell_dismissed(
    session: Session, case: PortUnblocking, displacement: PortDisplacement, cause: Cause
) -> None:
    """The network owner has not upheld a late dispute: the port stays as it is."""
    if displacement.provider_id is None:
        return
    provider = repository.provider(session, displacement.provider_id)
    facts = {"access_id": case.access_id, "reason": cause.reason}
    _emit(session, "port_unblocking.dispute_dismissed", displacement.subject(), facts, cause)
    link = _link(displacement.id)
    _mail_existing(session, provider, NewsForExisting.DISMISSED, case, displacement.services, link)


def _mail_existing(
    session: Session,
    provider: UnblockingProvider,
    news: NewsForExisting,
    case: PortUnblocking,
    services: list[dict[str, Any]],
    link: str,
) -> None:
    queue_mail(
        session,
        provider.contact_email,
        "unblocking_existing",
        provider.speaks,
        news=news.value,
        access_id=case.access_id,
        services=_words(services),
        link=link,
    )


def _emit(session: Session, kind: str, subject: Subject, facts: dict[str, Any], cause: Cause) -> None:
    emit(session, kind, subject, facts, actor=cause.name, now=cause.now)


def _words(services: list[dict[str, Any]]) -> str:
    return ", ".join(str(each["service"]) for each in services)


def _link(found_by: object) -> str:
    return f"{get_settings().public_url}/fibre/unblockings/{found_by}"
