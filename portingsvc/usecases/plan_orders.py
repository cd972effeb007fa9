"""Lay up porting orders for a go-live: one for each number or series, with its first attempt planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from infra.formats import day as written_day
from infra.formats import in_both
from infra.sandboxes import refuses_fiction
from infra.transitions import Cause
from kernel.ids import new_id
from kernel.numbers import check_number, expand, format_series
from portingsvc import repository
from portingsvc.domain import fees, schedule, waves
from portingsvc.domain.donors import donor
from portingsvc.domain.errors import NUMBER_ALREADY_IN_PORTING, NUMBERS_REFUSED, PORT_DATE_TOO_EARLY
from portingsvc.gateways.routing import gateway_name
from portingsvc.models import PortingAttempt, PortingOrder
from portingsvc.usecases.keep_budget import refuse_over_budget
from portingsvc.usecases.lay_up import OrderItem, Whose, dossier_of, key_of, lay_up

__all__ = ["OrderItem", "add_attempt", "plan_orders", "refuse_early"]
_LISTED = 5


def plan_orders(
    session: Session,
    *,
    customer_id: UUID,
    partner_id: UUID | None,
    case_id: UUID | None,
    items: Sequence[OrderItem],
    port_at: datetime,
    cause: Cause,
) -> list[PortingOrder]:
    """Orders in draft, none or all. The attempt of each is due as soon as the order is released.

    Raises `NUMBERS_REFUSED` with every number that cannot be ported, `NUMBER_ALREADY_IN_PORTING`, or
    `PORT_DATE_TOO_EARLY` with the earliest date and its reason (NP-01, NP-02, NP-08), `MAIN_NUMBER_NOT_LAST`,
    `SERIES_SPLIT_IN_TIME` (NP-06), `FEE_BUDGET_REACHED`.
    """
    _refuse_bad(items)
    _refuse_live(session, items)
    times = {item: item.port_at or port_at for item in items}
    for item in items:
        number_type = check_number(item.first).type
        refuse_early(item.donor, number_type, item.first, item.last, cause.now, times[item])
    waves.refuse_disorder(
        [(item.first, item.last, item.donor, item.is_main, at) for item, at in times.items()]
    )
    refuse_over_budget(session, customer_id, sum(donor(item.donor).fee_ore for item in items), cause.now)
    ids = lay_up(session, items, port_at, Whose(customer_id, partner_id, case_id), cause)
    return repository.orders_by_id(session, ids)


def _refuse_bad(items: Sequence[OrderItem]) -> None:
    production = refuses_fiction()
    bad = {}
    for item in items:
        written = item.first if item.first == item.last else f"{item.first}–{item.last}"
        found = check_number(written, production=production)
        if not found.ok:
            bad[found.national or written] = found.codes
    if bad:
        listed = ", ".join(list(bad)[:_LISTED])
        raise NUMBERS_REFUSED.error("series", count=len(bad), listed=listed, codes=bad)


def _refuse_live(session: Session, items: Sequence[OrderItem]) -> None:
    wanted = Counter(number for item in items for number in expand(item.first, item.last))
    taken = repository.live_numbers(session, wanted) | {number for number, n in wanted.items() if n > 1}
    if taken:
        shown = sorted(taken)
        first = format_series(shown[0], shown[0])
        raise NUMBER_ALREADY_IN_PORTING.error("series", number=first, numbers=shown)


def refuse_early(
    donor_code: str, number_type: str, first: str, last: str, submitted_at: datetime, port_at: datetime
) -> None:
    """Raises `PORT_DATE_TOO_EARLY` with the earliest date and the reason why the wanted time cannot be."""
    at = donor(donor_code)
    reason = schedule.why_not(at, number_type, submitted_at, port_at)
    if reason is not None:
        raise PORT_DATE_TOO_EARLY.error(
            "port_at",
            number=format_series(first, last),
            wanted=in_both(written_day, port_at),
            earliest=schedule.plan_for(at, number_type, submitted_at).earliest_port_date,
            reason=reason,
        )


def add_attempt(
    session: Session, order: PortingOrder, attempt: int, quote: fees.Quote, cause: Cause
) -> PortingAttempt:
    """Plan the n-th request of an order: its dossier, its key, what it will cost. Its bytes come when sent."""
    at = donor(order.donor)
    made = PortingAttempt(
        order_id=order.id,
        case_id=order.case_id,
        customer_id=order.customer_id,
        partner_id=order.partner_id,
        attempt=attempt,
        dossier_id=dossier_of(order.reference, attempt, new_id().hex),
        idempotency_key=key_of(str(order.id), attempt),
        port_at=order.port_at,
        due_at=cause.now,
        latest_at=schedule.latest_submit(at, order.number_type, order.port_at),
        fee_quote_ore=quote.amount_ore,
        fee_payer=quote.payer,
        fee_reason=quote.reason,
        gateway=gateway_name(order.donor),
        created_at=cause.now,
    )
    session.add(made)
    session.flush()
    return made
