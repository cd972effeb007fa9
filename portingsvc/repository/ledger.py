"""Money as it is read and held against limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import case
from sqlmodel import Session, col, func, select

from portingsvc.domain.fees import Price
from portingsvc.domain.states import AttemptState
from portingsvc.models import FeeBudget, FeeEntry, PortingAttempt, PortingOrder, PriceItem


def prices(session: Session) -> list[Price]:
    """What this installation has set, oldest first."""
    rows = session.exec(select(PriceItem).order_by(col(PriceItem.valid_from), col(PriceItem.set_at)))
    return [Price(row.code, row.valid_from, row.amount_ore) for row in rows]


def budget(session: Session, customer_id: UUID) -> FeeBudget | None:
    return session.get(FeeBudget, customer_id)


def hold_budget(session: Session, customer_id: UUID) -> None:
    """One at a time counts what a customer has spent, until this unit of work ends."""
    session.execute(select(func.pg_advisory_xact_lock(customer_id.int & 0x7FFF_FFFF_FFFF_FFFF)))


def attempt_costs(
    session: Session, customer_id: UUID, begin: datetime, end: datetime
) -> Sequence[tuple[str, int, int]]:
    """By donor: how many attempts were made for a customer in a span, and what was quoted for them, in öre."""
    counted = case(
        (col(PortingAttempt.state) == AttemptState.CANCELLED, 0), else_=PortingAttempt.series_count
    )
    return session.exec(
        select(
            PortingOrder.donor,
            func.sum(counted),
            func.coalesce(func.sum(PortingAttempt.fee_quote_ore * case((counted > 0, 1), else_=0)), 0),
        )
        .join(PortingOrder, col(PortingOrder.id) == PortingAttempt.order_id)
        .where(PortingAttempt.customer_id == customer_id)
        .where(col(PortingAttempt.created_at) >= begin, col(PortingAttempt.created_at) < end)
        .group_by(col(PortingOrder.donor))
    ).all()


def entries_of_attempt(session: Session, attempt_id: UUID) -> Sequence[FeeEntry]:
    return session.exec(
        select(FeeEntry).where(FeeEntry.attempt_id == attempt_id).order_by(col(FeeEntry.id))
    ).all()


def donor_costs(session: Session, dossiers: Iterable[str]) -> dict[str, tuple[UUID, int | None]]:
    """By dossier: its attempt, and the donor's cost that the ledger holds for it (none when it holds none)."""
    rows = session.exec(
        select(PortingAttempt.dossier_id, PortingAttempt.id, FeeEntry.amount_ore)
        .join(
            FeeEntry,
            (col(FeeEntry.attempt_id) == PortingAttempt.id) & (col(FeeEntry.kind) == "donor_cost"),
            isouter=True,
        )
        .where(col(PortingAttempt.dossier_id).in_(list(dossiers)))
    )
    return {dossier: (attempt_id, amount) for dossier, attempt_id, amount in rows}
