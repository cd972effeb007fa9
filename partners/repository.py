"""All SQL of the partners' side: the feed by place, subscriptions and what is due to them, sandboxes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import String, cast, text
from sqlmodel import Session, col, delete, func, select

from accounts.models import ApiClient
from infra.db import metadata
from infra.outbox import OutboxEvent
from kernel.errors import NOT_FOUND
from partners.domain.states import DeliveryKind, DeliveryState, SubscriptionState
from partners.models import ApiRequest, PartnerSandbox, WebhookDelivery, WebhookSubscription


def events_after(
    session: Session, partner_id: UUID, position: int, *, types: Collection[str] | None = None, limit: int
) -> list[OutboxEvent]:
    """Events of a partner after a place, in order; of some types when any are named."""
    wanted = (
        select(OutboxEvent)
        .where(OutboxEvent.stream == str(partner_id), col(OutboxEvent.position) > position)
        .order_by(col(OutboxEvent.position))
        .limit(limit)
    )
    if types is not None:
        wanted = wanted.where(col(OutboxEvent.kind).in_(types))
    return list(session.exec(wanted).all())


def last_position(session: Session, partner_id: UUID) -> int:
    """The place of a partner's newest event; 0 when there is none."""
    return (
        session.exec(
            select(func.max(OutboxEvent.position)).where(OutboxEvent.stream == str(partner_id))
        ).one()
        or 0
    )


_FIRST_REFUSAL: Final = 400
_WORK_LOCK: Final = 7_281_112
# A call that is being answered has its record under way, with no status yet: it stays, the others go.
_ANSWERED: Final = {"idempotency_record": "status <> 0"}
_IN_ORDER: Final = (DeliveryKind.EVENT, DeliveryKind.REPLAY)
_LIVE: Final = col(WebhookSubscription.state) != SubscriptionState.DELETED
_PENDING: Final = col(WebhookDelivery.outcome) == DeliveryState.PENDING
_KEEPS_ORDER: Final = col(WebhookDelivery.kind).in_(_IN_ORDER)


def subscriptions(session: Session, partner_id: UUID) -> list[WebhookSubscription]:
    return list(
        session.exec(
            select(WebhookSubscription)
            .where(WebhookSubscription.partner_id == partner_id, _LIVE)
            .order_by(col(WebhookSubscription.id))
        ).all()
    )


def subscription(
    session: Session, partner_id: UUID | None, subscription_id: UUID, *, lock: bool = False
) -> WebhookSubscription:
    """A live subscription of a partner. Raises `NOT_FOUND`, for a foreign one as for none."""
    wanted = select(WebhookSubscription).where(
        WebhookSubscription.id == subscription_id, WebhookSubscription.partner_id == partner_id, _LIVE
    )
    found = session.exec(wanted.with_for_update(key_share=True) if lock else wanted).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def locked_subscription(session: Session, subscription_id: UUID) -> WebhookSubscription:
    return session.exec(
        select(WebhookSubscription)
        .where(WebhookSubscription.id == subscription_id)
        .with_for_update(key_share=True)
    ).one()


def behind(session: Session) -> list[UUID]:
    """Active subscriptions whose partner has events that are not queued for them yet."""
    news = (
        select(OutboxEvent.id)
        .where(OutboxEvent.stream == cast(WebhookSubscription.partner_id, String))
        .where(col(OutboxEvent.position) > WebhookSubscription.queued_to)
        .exists()
    )
    return list(
        session.exec(
            select(WebhookSubscription.id).where(WebhookSubscription.state == SubscriptionState.ACTIVE, news)
        ).all()
    )


def waiting_in_order(session: Session, subscription_id: UUID) -> int:
    return session.exec(
        select(func.count())
        .select_from(WebhookDelivery)
        .where(WebhookDelivery.subscription_id == subscription_id, _PENDING, _KEEPS_ORDER)
    ).one()


def queue_range(
    session: Session, row: WebhookSubscription, kind: DeliveryKind, first: int, last: int, now: datetime
) -> int:
    """Lay up a delivery for each event of a range of places, types heeded, in order. Returns how many.

    The rows get their places in the order of the SELECT: PostgreSQL sorts before it numbers.
    """
    laid_up: Any = session.execute(
        text(
            """
            INSERT INTO webhook_delivery
                (id, subscription_id, kind, event_row, outcome, tries, due_at, log, created_at)
            SELECT gen_random_uuid(), :subscription, :kind, e.id, 'pending', 0, :now, '[]', :now
            FROM outbox_event e
            WHERE e.stream = :stream AND e.position BETWEEN :first AND :last
              AND (:all OR e.kind = ANY(:types))
            ORDER BY e.position
            """
        ),
        {
            "subscription": row.id,
            "kind": kind.value,
            "now": now,
            "stream": str(row.partner_id),
            "first": first,
            "last": last,
            "all": not row.types,
            "types": list(row.types),
        },
    )
    return int(laid_up.rowcount)


def claimable(
    session: Session, now: datetime, machine_now: datetime, *, slow: bool
) -> WebhookSubscription | None:
    """A subscription with something due that no worker has, locked; the one that has waited longest."""
    return session.exec(
        select(WebhookSubscription)
        .where(_LIVE, col(WebhookSubscription.due_at) <= now, col(WebhookSubscription.is_slow).is_(slow))
        .where(
            col(WebhookSubscription.lease_until).is_(None)
            | (col(WebhookSubscription.lease_until) < machine_now)
        )
        .order_by(col(WebhookSubscription.due_at))
        .limit(1)
        .with_for_update(key_share=True, skip_locked=True)
    ).first()


def next_waiting(session: Session, row: WebhookSubscription, now: datetime) -> WebhookDelivery | None:
    """What is to be sent next: what stands outside the order when it is due, else the first of the order."""
    mine = select(WebhookDelivery).where(WebhookDelivery.subscription_id == row.id, _PENDING)
    aside = session.exec(mine.where(~_KEEPS_ORDER).order_by(col(WebhookDelivery.due_at)).limit(1)).first()
    if row.state is not SubscriptionState.ACTIVE or (aside and aside.due_at <= now):
        return aside
    head = session.exec(mine.where(_KEEPS_ORDER).order_by(col(WebhookDelivery.place)).limit(1)).first()
    return min((each for each in (aside, head) if each), key=lambda each: each.due_at, default=None)


def delivery(session: Session, subscription_id: UUID, delivery_id: UUID) -> WebhookDelivery:
    """Raises `NOT_FOUND`."""
    found = session.get(WebhookDelivery, delivery_id)
    if found is None or found.subscription_id != subscription_id:
        raise NOT_FOUND.error()
    return found


def deliveries(
    session: Session, subscription_id: UUID, *, outcome: DeliveryState | None, before: int, limit: int
) -> list[tuple[WebhookDelivery, OutboxEvent | None]]:
    """The newest first; `before` is the place to go on from, 0 for the start."""
    wanted = (
        select(WebhookDelivery, OutboxEvent)
        .join(OutboxEvent, col(OutboxEvent.id) == WebhookDelivery.event_row, isouter=True)
        .where(WebhookDelivery.subscription_id == subscription_id)
        .order_by(col(WebhookDelivery.place).desc())
        .limit(limit)
    )
    if outcome is not None:
        wanted = wanted.where(WebhookDelivery.outcome == outcome)
    if before:
        wanted = wanted.where(WebhookDelivery.place < before)
    return list(session.exec(wanted).all())


def forget_deliveries(session: Session, before: datetime) -> int:
    """Drop what ended before an instant. The events themselves stay in the feed."""
    ended = session.exec(delete(WebhookDelivery).where(col(WebhookDelivery.ended_at) < before))
    return ended.rowcount


def calls(
    session: Session, partner_id: UUID, *, request_id: str, only_refused: bool, limit: int
) -> list[ApiRequest]:
    """Calls of a partner's programs, the newest first."""
    wanted = select(ApiRequest).where(ApiRequest.partner_id == partner_id)
    if request_id:
        wanted = wanted.where(ApiRequest.request_id == request_id)
    if only_refused:
        wanted = wanted.where(ApiRequest.status >= _FIRST_REFUSAL)
    return list(session.exec(wanted.order_by(col(ApiRequest.at).desc()).limit(limit)).all())


def forget_calls(session: Session, before: datetime) -> int:
    forgotten = session.exec(delete(ApiRequest).where(col(ApiRequest.at) < before))
    return forgotten.rowcount


def sandbox(session: Session, partner_id: UUID, *, lock: bool = False) -> PartnerSandbox | None:
    """A partner's sandbox; none before it is opened."""
    wanted = select(PartnerSandbox).where(PartnerSandbox.partner_id == partner_id)
    return session.exec(wanted.with_for_update(key_share=True) if lock else wanted).first()


def in_use(session: Session, since: datetime) -> list[UUID]:
    """Partners whose test keys got a token since, or whose clock is on its way."""
    used = (
        select(ApiClient.id)
        .where(ApiClient.organisation_id == PartnerSandbox.partner_id, col(ApiClient.is_test))
        .where(col(ApiClient.last_used_at) > since)
        .exists()
    )
    wanted = select(PartnerSandbox.partner_id).where(col(PartnerSandbox.advancing_to).is_not(None) | used)
    return list(session.exec(wanted).all())


def take(session: Session, place: str) -> bool:
    """Whether nobody else works the sandbox; it is this unit of work's until that ends."""
    key = func.hashtext(place)
    return bool(session.scalar(select(func.pg_try_advisory_xact_lock(_WORK_LOCK, key))))


def next_delivery(session: Session, now: datetime) -> datetime | None:
    """When the next webhook is due after an instant."""
    return session.exec(
        select(func.min(WebhookSubscription.due_at)).where(
            col(WebhookSubscription.due_at) > now, WebhookSubscription.state != SubscriptionState.DELETED
        )
    ).one()


def empty(session: Session) -> None:
    """Drop every row of the place that the session works at, and begin its running numbers anew.

    Deleting beats TRUNCATE by far where tables are small: no file is made anew.
    """
    session.flush()
    for table in reversed(metadata.sorted_tables):
        session.execute(text(f"DELETE FROM {table.name} WHERE {_ANSWERED.get(table.name, 'true')}"))
    for sequence in metadata._sequences.values():  # noqa: SLF001  (the library tells of them nowhere else)
        session.execute(
            text("SELECT setval(:name, :start, false)"), {"name": sequence.name, "start": sequence.start}
        )
