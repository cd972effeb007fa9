"""What delivered cases give invoicing: users with their subscriptions, options, what the customer wished (IN-02)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from delivery import repository
from delivery.domain.phases import INVOICING_BASICS
from delivery.domain.states import DataState
from delivery.models import CustomerDataVersion, CustomerUser, DeliveryCase
from infra.clock import local_date


@dataclass(frozen=True, slots=True)
class BilledUser:
    """A user as the signed data tells it. `key` names the user also when the data is signed anew."""

    key: str
    name: str
    number: str
    subscription: str
    cost_centre: str


@dataclass(frozen=True, slots=True)
class DeliveredCase:
    """A case that is live. `invoicing` is what the customer filled in about invoices."""

    id: UUID
    reference: str
    customer_id: UUID
    partner_id: UUID | None
    live_on: date
    options: tuple[str, ...]
    address: dict[str, str]
    invoicing: dict[str, Any]
    users: tuple[BilledUser, ...]


def delivered_cases(session: Session, customer_ids: Iterable[UUID] | None = None) -> list[DeliveredCase]:
    """Every case that has gone live, of some customers or all, the oldest first: four statements in all."""
    wanted = select(DeliveryCase).where(col(DeliveryCase.live_at).is_not(None))
    if customer_ids is not None:
        wanted = wanted.where(col(DeliveryCase.customer_id).in_(list(customer_ids)))
    cases = session.exec(wanted.order_by(col(DeliveryCase.live_at), col(DeliveryCase.id))).all()
    ids = [case.id for case in cases]
    wishes: dict[UUID, dict[str, Any]] = {
        row.case_id: row.result for row in repository.activities(session, ids) if row.key == INVOICING_BASICS
    }
    users = _users(session, ids)
    return [
        DeliveredCase(
            id=case.id,
            reference=case.reference,
            customer_id=case.customer_id,
            partner_id=case.partner_id,
            live_on=local_date(case.live_at),
            options=tuple(case.options),
            address=case.agreement_address,
            invoicing=wishes.get(case.id, {}),
            users=tuple(_user(each) for each in users[case.id]),
        )
        for case in cases
        if case.live_at is not None
    ]


def _users(session: Session, case_ids: list[UUID]) -> dict[UUID, list[CustomerUser]]:
    versions = dict(
        session.exec(
            select(CustomerDataVersion.id, CustomerDataVersion.case_id).where(
                col(CustomerDataVersion.case_id).in_(case_ids), CustomerDataVersion.state == DataState.SIGNED
            )
        ).all()
    )
    found: dict[UUID, list[CustomerUser]] = defaultdict(list)
    for user in repository.users_of(session, versions):
        found[versions[user.version_id]].append(user)
    return found


def _user(user: CustomerUser) -> BilledUser:
    number = user.mobile or user.fixed
    return BilledUser(
        key=number or user.email.lower() or f"row-{user.row}",
        name=user.name or f"{user.first_name} {user.last_name}".strip(),
        number=number,
        subscription=user.subscription,
        cost_centre=user.cost_centre,
    )
