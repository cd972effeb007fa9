"""What a person must see to: escalations, wishes, and the gateway's bill against our ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from kernel.numbers import format_series
from portingsvc.domain.donors import donor
from portingsvc.domain.messages import MESSAGES, MessageKind
from portingsvc.domain.wish_states import WishState
from portingsvc.models import (
    Escalation,
    EscalationKind,
    GatewayMessage,
    PortingAttempt,
    PortingOrder,
    PortingWish,
    StatementLine,
    StatementMatch,
    WishKind,
)


@dataclass(frozen=True, slots=True)
class EscalationLine:
    """Something to take up with a donor."""

    id: UUID
    order_id: UUID
    order_reference: str
    writing: str
    donor_name: str
    kind: EscalationKind
    due_at: datetime
    opened_at: datetime
    closed_at: datetime | None
    note: str


@dataclass(frozen=True, slots=True)
class WishLine:
    """A wish to cancel or move, and how the donor took it."""

    id: UUID
    order_id: UUID
    customer_id: UUID
    partner_id: UUID | None
    kind: WishKind
    state: WishState
    port_at: datetime | None
    reason: str
    answer: str
    created_at: datetime
    answered_at: datetime | None


def escalations_of_case(session: Session, case_id: UUID) -> list[EscalationLine]:
    """What is open, the most urgent first."""
    rows = session.exec(
        select(Escalation, PortingOrder)
        .join(PortingOrder, col(PortingOrder.id) == Escalation.order_id)
        .where(Escalation.case_id == case_id, col(Escalation.closed_at).is_(None))
        .order_by(col(Escalation.due_at), col(Escalation.id))
    )
    return [escalation_from(each, order) for each, order in rows]


def escalation_from(row: Escalation, order: PortingOrder) -> EscalationLine:
    """An escalation with what it is about."""
    return EscalationLine(
        id=row.id,
        order_id=order.id,
        order_reference=order.reference,
        writing=format_series(order.first, order.last),
        donor_name=donor(order.donor).name,
        kind=row.kind,
        due_at=row.due_at,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        note=row.note,
    )


def wishes_of_order(session: Session, order_id: UUID) -> list[WishLine]:
    """Every wish about an order, the newest first."""
    rows = session.exec(
        select(PortingWish)
        .where(PortingWish.order_id == order_id)
        .order_by(col(PortingWish.created_at).desc(), col(PortingWish.id).desc())
    )
    return [wish_from(each) for each in rows]


def wish_line(session: Session, wish_id: UUID) -> WishLine | None:
    """One wish, or none."""
    found = session.get(PortingWish, wish_id)
    return wish_from(found) if found else None


def wish_from(row: PortingWish) -> WishLine:
    """A wish as a line."""
    return WishLine(
        row.id,
        row.order_id,
        row.customer_id,
        row.partner_id,
        row.kind,
        row.state,
        row.port_at,
        row.reason,
        row.answer,
        row.created_at,
        row.answered_at,
    )


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A message from a gateway about an order, and what it did."""

    received_at: datetime
    gateway: str
    kind: MessageKind | None
    outcome: str


def messages_of_order(session: Session, order_id: UUID) -> list[MessageLine]:
    """Every message about an order, in order of arrival."""
    rows = session.exec(
        select(GatewayMessage)
        .join(PortingAttempt, col(PortingAttempt.dossier_id) == GatewayMessage.dossier_id)
        .where(PortingAttempt.order_id == order_id)
        .order_by(col(GatewayMessage.received_at), col(GatewayMessage.id))
    )
    return [message_from(row) for row in rows]


def message_from(row: GatewayMessage) -> MessageLine:
    """A message with what its kind means."""
    return MessageLine(row.received_at, row.gateway, MESSAGES.get(row.kind), row.outcome)


def statement_lines(session: Session, *matches: StatementMatch) -> Sequence[StatementLine]:
    """Lines of the gateway's bill, by how they stand against the ledger; all when none is named."""
    wanted = select(StatementLine).order_by(col(StatementLine.charged_at), col(StatementLine.id))
    if matches:
        wanted = wanted.where(col(StatementLine.match).in_(matches))
    return session.exec(wanted).all()
