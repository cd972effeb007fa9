"""The customers' part of the fee ledger, for invoicing (NP-03, IN-03)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from kernel.numbers import format_series
from portingsvc.domain.fees import STANDARD_PRICES, Price
from portingsvc.models import FeeEntry, Payer, PortingAttempt, PortingOrder
from portingsvc.repository import prices


@dataclass(frozen=True, slots=True)
class CustomerFee:
    """A fee that a customer bears, in öre. `id` is its place in the ledger."""

    id: int
    customer_id: UUID
    order_reference: str
    writing: str
    attempt: int
    amount_ore: int
    at: datetime


def fees_of_customers(session: Session, customer_ids: Iterable[UUID]) -> list[CustomerFee]:
    """Every line of the ledger that costs one of the customers something, in the order it was written."""
    rows = session.exec(
        select(FeeEntry, PortingOrder, PortingAttempt.attempt)
        .join(PortingOrder, col(PortingOrder.id) == FeeEntry.order_id)
        .join(PortingAttempt, col(PortingAttempt.id) == FeeEntry.attempt_id)
        .where(
            col(PortingOrder.customer_id).in_(list(customer_ids)),
            FeeEntry.payer == Payer.CUSTOMER,
            FeeEntry.amount_ore > 0,
        )
        .order_by(col(FeeEntry.id))
    )
    return [
        CustomerFee(
            fee.id,
            order.customer_id,
            order.reference,
            format_series(order.first, order.last),
            attempt,
            fee.amount_ore,
            fee.at,
        )
        for fee, order, attempt in rows
    ]


def all_prices(session: Session) -> list[Price]:
    """The price list: the standard and what was entered, a code at a time, oldest first."""
    return sorted((*STANDARD_PRICES, *prices(session)), key=lambda each: (each.code, each.valid_from))
