"""Orders, numbers, attempts and wishes, as the use cases read and lock them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from infra.columns import among
from kernel.errors import NOT_FOUND
from portingsvc.domain.states import (
    LIVE_NUMBER_STATES,
    OPEN_ATTEMPT_STATES,
    AttemptState,
    NumberState,
    OrderState,
)
from portingsvc.domain.wish_states import OPEN_WISH_STATES, WishState
from portingsvc.models import (
    ORDER_REFERENCES,
    PortingAttempt,
    PortingFamily,
    PortingNumber,
    PortingOrder,
    PortingWish,
)


def lock_order(session: Session, order_id: UUID) -> PortingOrder:
    """The order, held until this unit of work ends. Raises `NOT_FOUND`."""
    found = session.exec(
        select(PortingOrder).where(PortingOrder.id == order_id).with_for_update(key_share=True)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def next_references(session: Session, amount: int) -> list[str]:
    drawn = select(ORDER_REFERENCES.next_value()).select_from(func.generate_series(1, amount))
    return [f"PO-{each}" for each in session.exec(drawn)]


def orders_by_id(session: Session, ids: Sequence[UUID]) -> list[PortingOrder]:
    """In the order of the ids."""
    found = session.exec(select(PortingOrder).where(among(PortingOrder.id, ids)))
    by_id = {order.id: order for order in found}
    return [by_id[each] for each in ids]


def drafts_of_family(session: Session, family_id: UUID) -> Sequence[PortingOrder]:
    return session.exec(
        select(PortingOrder)
        .where(PortingOrder.family_id == family_id, PortingOrder.state == OrderState.DRAFT)
        .order_by(col(PortingOrder.id))
        .with_for_update(key_share=True)
    ).all()


def make_due(session: Session, order_ids: Iterable[UUID], now: datetime) -> None:
    """The planned requests of some orders are to be sent as soon as can be."""
    session.execute(
        update(PortingAttempt)
        .where(among(PortingAttempt.order_id, order_ids), col(PortingAttempt.state) == AttemptState.PLANNED)
        .values(due_at=now)
    )


def set_mandate(session: Session, order_ids: Iterable[UUID], mandate_id: UUID) -> None:
    session.execute(
        update(PortingOrder).where(among(PortingOrder.id, order_ids)).values(mandate_id=mandate_id)
    )


def lock_family(session: Session, family_id: UUID) -> PortingFamily | None:
    return session.exec(
        select(PortingFamily).where(PortingFamily.id == family_id).with_for_update(key_share=True)
    ).first()


def numbers_of(session: Session, order_id: UUID) -> Sequence[PortingNumber]:
    return session.exec(
        select(PortingNumber).where(PortingNumber.order_id == order_id).order_by(col(PortingNumber.e164))
    ).all()


def live_numbers(session: Session, e164s: Iterable[str]) -> set[str]:
    """Those of some numbers that already stand in a live port."""
    return set(
        session.exec(
            select(PortingNumber.e164).where(
                among(PortingNumber.e164, e164s), col(PortingNumber.state).in_(LIVE_NUMBER_STATES)
            )
        ).all()
    )


def orders_of_case(session: Session, case_id: UUID, *states: OrderState) -> Sequence[PortingOrder]:
    wanted = select(PortingOrder).where(PortingOrder.case_id == case_id).order_by(col(PortingOrder.id))
    if states:
        wanted = wanted.where(col(PortingOrder.state).in_(states))
    return session.exec(wanted.with_for_update(key_share=True)).all()


def last_attempt(session: Session, order_id: UUID) -> PortingAttempt | None:
    return session.exec(
        select(PortingAttempt)
        .where(PortingAttempt.order_id == order_id)
        .order_by(col(PortingAttempt.attempt).desc())
        .limit(1)
    ).first()


def open_attempt(session: Session, order_id: UUID) -> PortingAttempt | None:
    return session.exec(
        select(PortingAttempt)
        .where(PortingAttempt.order_id == order_id, col(PortingAttempt.state).in_(OPEN_ATTEMPT_STATES))
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).first()


def open_attempts(session: Session, order_ids: Iterable[UUID]) -> dict[UUID, PortingAttempt]:
    """The open attempt of each order that has one, held."""
    found = session.exec(
        select(PortingAttempt)
        .where(
            col(PortingAttempt.order_id).in_(list(order_ids)),
            col(PortingAttempt.state).in_(OPEN_ATTEMPT_STATES),
        )
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return {attempt.order_id: attempt for attempt in found}


def lock_attempt(session: Session, attempt_id: UUID) -> PortingAttempt:
    found = session.exec(
        select(PortingAttempt)
        .where(PortingAttempt.id == attempt_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def attempt_by_dossier(session: Session, dossier_id: str) -> PortingAttempt | None:
    return session.exec(select(PortingAttempt).where(PortingAttempt.dossier_id == dossier_id)).first()


def lock_orders(session: Session, order_ids: Iterable[UUID]) -> dict[UUID, PortingOrder]:
    """Several orders, held until this unit of work ends. Orders are locked before attempts, always."""
    found = session.exec(
        select(PortingOrder)
        .where(col(PortingOrder.id).in_(list(order_ids)))
        .order_by(col(PortingOrder.id))
        .with_for_update(key_share=True)
    )
    return {order.id: order for order in found}


def lock_orders_of(session: Session, dossier_ids: Iterable[str]) -> None:
    """Hold the orders that some dossiers are about, in the one order in which everybody locks them."""
    session.exec(
        select(PortingOrder.id)
        .join(PortingAttempt, col(PortingAttempt.order_id) == PortingOrder.id)
        .where(col(PortingAttempt.dossier_id).in_(list(dossier_ids)))
        .order_by(col(PortingOrder.id))
        .with_for_update(key_share=True, of=PortingOrder)
    ).all()


def lock_attempts(session: Session, attempt_ids: Iterable[UUID]) -> Sequence[PortingAttempt]:
    """Several attempts, held until this unit of work ends."""
    return session.exec(
        select(PortingAttempt)
        .where(col(PortingAttempt.id).in_(list(attempt_ids)))
        .order_by(col(PortingAttempt.id))
        .with_for_update(key_share=True)
    ).all()


def pending_numbers(session: Session, order_ids: Iterable[UUID]) -> dict[UUID, list[str]]:
    """The numbers of some orders that are still to be answered."""
    found: dict[UUID, list[str]] = defaultdict(list)
    for order_id, e164 in session.exec(
        select(PortingNumber.order_id, PortingNumber.e164)
        .where(col(PortingNumber.order_id).in_(list(order_ids)), PortingNumber.state == NumberState.PENDING)
        .order_by(col(PortingNumber.e164))
    ):
        found[order_id].append(e164)
    return found


def claim_due(
    session: Session, gateway: str, now: datetime, machine_now: datetime, limit: int
) -> Sequence[tuple[PortingAttempt, PortingOrder]]:
    """Attempts to send now, held by this unit of work; rows that others hold are passed over.

    `due_at` is business time; a back-off after a definite no stands in `check_at`, machine time.
    """
    return session.exec(
        select(PortingAttempt, PortingOrder)
        .join(PortingOrder, col(PortingOrder.id) == PortingAttempt.order_id)
        .where(PortingAttempt.state == AttemptState.PLANNED, col(PortingAttempt.due_at) <= now)
        .where(PortingAttempt.gateway == gateway)
        .where(or_(col(PortingAttempt.check_at).is_(None), col(PortingAttempt.check_at) <= machine_now))
        .where(PortingOrder.state == OrderState.READY)
        .order_by(col(PortingAttempt.due_at), col(PortingAttempt.id))
        .limit(limit)
        .with_for_update(key_share=True, of=PortingAttempt, skip_locked=True)
    ).all()


def claim_to_check(
    session: Session, gateway: str, machine_now: datetime, limit: int
) -> Sequence[PortingAttempt]:
    """Attempts whose fate is unknown and whose quiet period is over."""
    return session.exec(
        select(PortingAttempt)
        .where(PortingAttempt.gateway == gateway)
        .where(
            or_(
                (col(PortingAttempt.state) == AttemptState.SENDING)
                & (col(PortingAttempt.lease_until) < machine_now),
                (col(PortingAttempt.state) == AttemptState.IN_DOUBT)
                & (col(PortingAttempt.check_at) <= machine_now),
            )
        )
        .order_by(col(PortingAttempt.check_at))
        .limit(limit)
        .with_for_update(key_share=True, skip_locked=True)
    ).all()


def wishes_to_send(
    session: Session, gateway: str, machine_now: datetime
) -> Sequence[tuple[PortingWish, PortingAttempt]]:
    """Wishes that the donor has not been asked yet, with the attempt that they are about."""
    return session.exec(
        select(PortingWish, PortingAttempt)
        .join(PortingAttempt, col(PortingAttempt.id) == PortingWish.attempt_id)
        .where(PortingWish.state == WishState.WAITING, PortingAttempt.gateway == gateway)
        .where(or_(col(PortingWish.check_at).is_(None), col(PortingWish.check_at) <= machine_now))
        .order_by(col(PortingWish.created_at))
    ).all()


def open_wishes(session: Session, order_id: UUID) -> Sequence[PortingWish]:
    """The wishes about an order that its donor has not answered, one for an attempt at most."""
    return session.exec(
        select(PortingWish)
        .where(PortingWish.order_id == order_id, col(PortingWish.state).in_(OPEN_WISH_STATES))
        .order_by(col(PortingWish.created_at))
        .with_for_update(key_share=True)
    ).all()


def attempts_of(session: Session, order_id: UUID) -> Sequence[PortingAttempt]:
    return session.exec(
        select(PortingAttempt)
        .where(PortingAttempt.order_id == order_id)
        .order_by(col(PortingAttempt.attempt))
        .with_for_update(key_share=True)
    ).all()


def take_numbers(session: Session, attempt_ids: Iterable[UUID]) -> None:
    """Note of every number that is asked for now which attempt asks for it."""
    asking = aliased(PortingAttempt)
    session.execute(
        update(PortingNumber)
        .where(
            col(PortingNumber.order_id) == asking.order_id,
            col(asking.id).in_(list(attempt_ids)),
            col(PortingNumber.state) == NumberState.PENDING,
        )
        .values(attempt_id=asking.id),
        execution_options={"synchronize_session": False},
    )


def wish(session: Session, wish_id: UUID) -> PortingWish:
    found = session.exec(
        select(PortingWish).where(PortingWish.id == wish_id).with_for_update(key_share=True)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found
