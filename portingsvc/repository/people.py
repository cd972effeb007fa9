"""What people sign and see to: mandates, repairs, escalations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from kernel.errors import NOT_FOUND
from portingsvc.domain.states import AttemptState, MandateState, OrderState
from portingsvc.domain.wish_states import WishState
from portingsvc.models import (
    BankIdOrder,
    Escalation,
    EscalationKind,
    Mandate,
    MandateSignature,
    PortingAttempt,
    PortingOrder,
    PortingWish,
    RepairTask,
)

_SIGNABLE = (MandateState.SENT, MandateState.VIEWED)


def open_repair(session: Session, order_id: UUID) -> RepairTask | None:
    return session.exec(
        select(RepairTask).where(RepairTask.order_id == order_id, col(RepairTask.closed_at).is_(None))
    ).first()


def repair(session: Session, repair_id: UUID) -> RepairTask:
    found = session.exec(
        select(RepairTask).where(RepairTask.id == repair_id).with_for_update(key_share=True)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def lock_mandate(session: Session, mandate_id: UUID) -> Mandate:
    found = session.exec(
        select(Mandate).where(Mandate.id == mandate_id).with_for_update(key_share=True)
    ).first()
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


def signatures(session: Session, mandate_id: UUID) -> Sequence[MandateSignature]:
    return session.exec(
        select(MandateSignature)
        .where(MandateSignature.mandate_id == mandate_id)
        .order_by(col(MandateSignature.at), col(MandateSignature.id))
    ).all()


def expired_mandates(session: Session, now: datetime) -> Sequence[Mandate]:
    """Signed mandates whose last day has passed."""
    return session.exec(
        select(Mandate)
        .where(Mandate.state == MandateState.SIGNED, col(Mandate.valid_until) <= now)
        .with_for_update(key_share=True, skip_locked=True)
    ).all()


def bankid_order(session: Session, order_ref: str) -> BankIdOrder:
    found = session.exec(
        select(BankIdOrder).where(BankIdOrder.order_ref == order_ref).with_for_update(key_share=True)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def open_escalation(session: Session, order_id: UUID, kind: EscalationKind) -> Escalation | None:
    return session.exec(
        select(Escalation).where(
            Escalation.order_id == order_id, Escalation.kind == kind, col(Escalation.closed_at).is_(None)
        )
    ).first()


def escalation(session: Session, escalation_id: UUID) -> Escalation:
    found = session.exec(
        select(Escalation).where(Escalation.id == escalation_id).with_for_update(key_share=True)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def silent_attempts(session: Session, now: datetime) -> Sequence[tuple[PortingAttempt, PortingOrder]]:
    """Requests that the donor should have answered by now, held; one that is being answered is passed over."""
    return session.exec(
        select(PortingAttempt, PortingOrder)
        .join(PortingOrder, col(PortingOrder.id) == PortingAttempt.order_id)
        .where(PortingAttempt.state == AttemptState.SUBMITTED, col(PortingAttempt.answer_by) <= now)
        .with_for_update(key_share=True, of=PortingAttempt, skip_locked=True)
    ).all()


def unanswered_wishes(session: Session, before: datetime) -> Sequence[tuple[PortingWish, PortingOrder]]:
    """Wishes that the donor has had since before an instant and not answered, held as `silent_attempts` are."""
    return session.exec(
        select(PortingWish, PortingOrder)
        .join(PortingOrder, col(PortingOrder.id) == PortingWish.order_id)
        .where(PortingWish.state == WishState.SENT, col(PortingWish.created_at) <= before)
        .with_for_update(key_share=True, of=PortingWish, skip_locked=True)
    ).all()


def orders_of_mandate(session: Session, mandate_id: UUID) -> Sequence[PortingOrder]:
    """Orders under a mandate that no donor has yet."""
    return session.exec(
        select(PortingOrder)
        .where(
            PortingOrder.mandate_id == mandate_id,
            col(PortingOrder.state).in_((OrderState.DRAFT, OrderState.READY)),
        )
        .order_by(col(PortingOrder.id))
        .with_for_update(key_share=True)
    ).all()


def overdue_ports(session: Session, before: datetime) -> Sequence[PortingOrder]:
    """Orders past their port hour whose donor has not said that it was done, held as `silent_attempts` are."""
    return session.exec(
        select(PortingOrder)
        .where(
            col(PortingOrder.state).in_(
                (OrderState.DATE_CONFIRMED, OrderState.PARTIALLY_PORTED, OrderState.CANCEL_PENDING)
            ),
            col(PortingOrder.port_at) <= before,
        )
        .with_for_update(key_share=True, skip_locked=True)
    ).all()
