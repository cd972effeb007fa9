"""All SQL that the porting service writes by. What others read stands in `queries.py`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_
from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import Session, col, func, select

from kernel.errors import NOT_FOUND
from portingsvc.domain.states import (
    LIVE_NUMBER_STATES,
    OPEN_ATTEMPT_STATES,
    AttemptState,
    MandateState,
    OrderState,
)
from portingsvc.models import (
    ORDER_REFERENCES,
    GatewayCursor,
    GatewayMessage,
    Mandate,
    PortingAttempt,
    PortingNumber,
    PortingOrder,
    RepairTask,
)


def lock_order(session: Session, order_id: UUID) -> PortingOrder:
    """The order, held until this unit of work ends. Raises `NOT_FOUND`."""
    found = session.exec(select(PortingOrder).where(PortingOrder.id == order_id).with_for_update()).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def next_reference(session: Session) -> str:
    """A name that people can say on the telephone: `PO-1001`."""
    return f"PO-{session.scalar(select(ORDER_REFERENCES.next_value()))}"


def numbers_of(session: Session, order_id: UUID) -> Sequence[PortingNumber]:
    return session.exec(
        select(PortingNumber).where(PortingNumber.order_id == order_id).order_by(col(PortingNumber.e164))
    ).all()


def live_numbers(session: Session, e164s: Iterable[str]) -> set[str]:
    """Those of some numbers that already stand in a live port."""
    return set(
        session.exec(
            select(PortingNumber.e164).where(
                col(PortingNumber.e164).in_(list(e164s)), col(PortingNumber.state).in_(LIVE_NUMBER_STATES)
            )
        ).all()
    )


def orders_of_case(session: Session, case_id: UUID, *states: OrderState) -> Sequence[PortingOrder]:
    wanted = select(PortingOrder).where(PortingOrder.case_id == case_id).order_by(col(PortingOrder.id))
    if states:
        wanted = wanted.where(col(PortingOrder.state).in_(states))
    return session.exec(wanted.with_for_update()).all()


def last_attempt(session: Session, order_id: UUID) -> PortingAttempt | None:
    return session.exec(
        select(PortingAttempt)
        .where(PortingAttempt.order_id == order_id)
        .order_by(col(PortingAttempt.attempt).desc())
        .limit(1)
    ).first()


def open_attempt(session: Session, order_id: UUID) -> PortingAttempt | None:
    return session.exec(
        select(PortingAttempt).where(
            PortingAttempt.order_id == order_id, col(PortingAttempt.state).in_(OPEN_ATTEMPT_STATES)
        )
    ).first()


def lock_attempt(session: Session, attempt_id: UUID) -> PortingAttempt:
    found = session.exec(
        select(PortingAttempt).where(PortingAttempt.id == attempt_id).with_for_update()
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def attempt_by_dossier(session: Session, dossier_id: str) -> PortingAttempt | None:
    return session.exec(
        select(PortingAttempt).where(PortingAttempt.dossier_id == dossier_id).with_for_update()
    ).first()


def claim_due(session: Session, now: datetime, machine_now: datetime, limit: int) -> Sequence[PortingAttempt]:
    """Attempts to send now, held by this unit of work; rows that others hold are passed over.

    `due_at` is business time; a back-off after a definite no stands in `check_at`, machine time.
    """
    return session.exec(
        select(PortingAttempt)
        .join(PortingOrder, col(PortingOrder.id) == PortingAttempt.order_id)
        .where(PortingAttempt.state == AttemptState.PLANNED, col(PortingAttempt.due_at) <= now)
        .where(or_(col(PortingAttempt.check_at).is_(None), col(PortingAttempt.check_at) <= machine_now))
        .where(PortingOrder.state == OrderState.READY)
        .order_by(col(PortingAttempt.due_at), col(PortingAttempt.id))
        .limit(limit)
        .with_for_update(of=PortingAttempt, skip_locked=True)
    ).all()


def claim_to_check(session: Session, machine_now: datetime, limit: int) -> Sequence[PortingAttempt]:
    """Attempts whose fate is unknown and whose quiet period is over."""
    return session.exec(
        select(PortingAttempt)
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
        .with_for_update(skip_locked=True)
    ).all()


def attempts_to_cancel(session: Session, machine_now: datetime) -> Sequence[PortingAttempt]:
    """The last attempt of each order that waits to be cancelled, unless its donor was asked lately."""
    return session.exec(
        select(PortingAttempt)
        .join(PortingOrder, col(PortingOrder.id) == PortingAttempt.order_id)
        .where(PortingOrder.state == OrderState.CANCEL_PENDING)
        .where(or_(col(PortingAttempt.check_at).is_(None), col(PortingAttempt.check_at) <= machine_now))
        .ext(distinct_on(col(PortingAttempt.order_id)))
        .order_by(col(PortingAttempt.order_id), col(PortingAttempt.attempt).desc())
    ).all()


def open_repair(session: Session, order_id: UUID) -> RepairTask | None:
    return session.exec(
        select(RepairTask).where(RepairTask.order_id == order_id, col(RepairTask.closed_at).is_(None))
    ).first()


def repair(session: Session, repair_id: UUID) -> RepairTask:
    found = session.exec(select(RepairTask).where(RepairTask.id == repair_id).with_for_update()).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def lock_mandate(session: Session, mandate_id: UUID) -> Mandate:
    found = session.exec(select(Mandate).where(Mandate.id == mandate_id).with_for_update()).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def signed_mandates(session: Session, customer_id: UUID, donor: str, now: datetime) -> Sequence[Mandate]:
    return session.exec(
        select(Mandate).where(
            Mandate.customer_id == customer_id,
            Mandate.donor == donor,
            Mandate.state == MandateState.SIGNED,
            col(Mandate.valid_until) > now,
        )
    ).all()


def cursor(session: Session, gateway: str) -> GatewayCursor:
    """How far a gateway's messages have been read; locked, so that one reader moves it at a time."""
    found = session.exec(
        select(GatewayCursor).where(GatewayCursor.gateway == gateway).with_for_update()
    ).first()
    if found is None:
        found = GatewayCursor(gateway=gateway)
        session.add(found)
        session.flush()
    return found


def unconfirmed_messages(session: Session, gateway: str, limit: int) -> Sequence[GatewayMessage]:
    return session.exec(
        select(GatewayMessage)
        .where(GatewayMessage.gateway == gateway, col(GatewayMessage.confirmed_at).is_(None))
        .order_by(col(GatewayMessage.position))
        .limit(limit)
    ).all()


def next_message(session: Session, gateway: str, after: int) -> GatewayMessage | None:
    """The next message to handle, in the gateway's order; one that another worker holds is passed over."""
    return session.exec(
        select(GatewayMessage)
        .where(GatewayMessage.gateway == gateway, col(GatewayMessage.handled_at).is_(None))
        .where(col(GatewayMessage.position) > after)
        .order_by(col(GatewayMessage.position))
        .limit(1)
        .with_for_update(skip_locked=True)
    ).first()


def try_lock(session: Session, key: int) -> bool:
    """A lock that ends with this unit of work; false when somebody else has it."""
    return bool(session.scalar(select(func.pg_try_advisory_xact_lock(key))))
