"""Everything that is charged, gathered from deliveries, the fee ledger, orders and usage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from sqlmodel import Session

from delivery.queries import DeliveredCase, delivered_cases
from infra.clock import local_date
from invoicing import repository
from invoicing.domain.articles import (
    ARTICLES,
    OPTION_ARTICLES,
    PORTING_ATTEMPT,
    Counting,
    article_of_subscription,
)
from invoicing.domain.billing import Source
from invoicing.models import Charge, UsageRow
from portingsvc.queries import CustomerFee, fees_of_customers


def sources(session: Session, customer_ids: Iterable[UUID], before: date) -> dict[UUID, list[Source]]:
    """What each customer is charged for that began before a day; usage that is billed already left out."""
    ids = list(customer_ids)
    ends = repository.ends(session, ids)
    found: dict[UUID, list[Source]] = {each: [] for each in ids}
    for case in delivered_cases(session, ids):
        found[case.customer_id] += _of_case(case, ends)
    for fee in fees_of_customers(session, ids):
        found[fee.customer_id].append(_of_fee(fee))
    for charge in repository.charges(session, ids):
        found[charge.customer_id].append(_of_charge(charge, ends))
    for row in repository.usage(session, ids, before):
        found[row.customer_id].append(_of_usage(row))
    return found


def _of_case(case: DeliveredCase, ends: dict[str, date]) -> Iterator[Source]:
    """Users are named by their number, so that a number in two deliveries is one subscription."""
    for user in case.users:
        thing = subscription_thing(case.customer_id, user.key)
        yield Source(
            thing=thing,
            article=article_of_subscription(user.subscription).key,
            starts_on=case.live_on,
            ends_on=ends.get(thing),
            number=user.number,
            cost_centre=user.cost_centre,
            label=user.name,
        )
    for option in case.options:
        if option in OPTION_ARTICLES:
            article = ARTICLES[OPTION_ARTICLES[option]]
            # What runs on is had once a customer; what is done once is done once a delivery.
            owner = case.customer_id if article.counting is Counting.MONTHLY else case.id
            thing = f"option:{owner}:{option}"
            yield Source(thing, article.key, case.live_on, ends_on=ends.get(thing), label=case.reference)


def _of_fee(fee: CustomerFee) -> Source:
    return Source(
        thing=f"fee:{fee.id}",
        article=PORTING_ATTEMPT,
        starts_on=local_date(fee.at),
        label=f"{fee.order_reference} {fee.writing} ({fee.attempt})",
        amount_ore=fee.amount_ore,
    )


def _of_charge(charge: Charge, ends: dict[str, date]) -> Source:
    thing = charge_thing(charge.id)
    return Source(
        thing=thing,
        article=charge.article,
        starts_on=charge.starts_on,
        ends_on=ends.get(thing),
        quantity=charge.quantity,
        number=charge.number,
        cost_centre=charge.cost_centre,
        label=charge.reason[:200],
    )


def _of_usage(row: UsageRow) -> Source:
    return Source(f"usage:{row.id}", row.article, row.day, quantity=row.quantity, number=row.number)


def subscription_thing(customer_id: UUID, key: str) -> str:
    """What a user's subscription is called for ever."""
    return f"user:{customer_id}:{key}"[:120]


def charge_thing(charge_id: UUID) -> str:
    """What an ordered thing is called for ever."""
    return f"charge:{charge_id}"
