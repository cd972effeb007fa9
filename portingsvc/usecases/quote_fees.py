"""Tell a partner what porting will cost, by the price list, for as long as the price holds (NP-03, IN-03)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlmodel import Session

from infra.clock import local_date
from infra.sandboxes import refuses_fiction
from infra.transitions import Cause
from kernel.numbers import check_number
from portingsvc import repository
from portingsvc.domain import fees
from portingsvc.domain.donors import DONOR_UNKNOWN, DONORS, donor_of
from portingsvc.domain.errors import NOTHING_TO_QUOTE, NUMBERS_REFUSED
from portingsvc.domain.fees import Price
from portingsvc.domain.states import OPEN_ATTEMPT_STATES, ORDER, AttemptState, OrderEvent, OrderState
from portingsvc.models import FeeQuote
from portingsvc.repository import QuotableOrder, QuoteLine
from portingsvc.usecases.next_fee import next_fee

MOST_LINES: Final = 20_000
_LISTED: Final = 5


@dataclass(frozen=True, slots=True)
class Subject:
    """What a quote is asked for: one of these. `numbers` are pairs of a number in any writing and its donor."""

    numbers: Sequence[tuple[str, str]] = ()
    case_id: UUID | None = None
    order_id: UUID | None = None


def quote_fees(
    session: Session, partner_id: UUID, partner_ids: Collection[UUID], subject: Subject, cause: Cause
) -> FeeQuote:
    """A new quote. Nothing is ordered, and nothing is owed by it.

    Raises `NUMBERS_REFUSED` with the codes of every number that cannot be ported, `NOTHING_TO_QUOTE` when no request
    of the case or order is still to be made, or none of them is of `partner_ids`.
    """
    prices = repository.prices(session)
    if subject.numbers:
        return _store(session, FeeQuote(partner_id=partner_id), _of_numbers(subject.numbers), prices, cause)
    which = "case_id" if subject.case_id else "order_id"
    wanted = {which: subject.case_id or subject.order_id, "partner_ids": list(partner_ids)}
    orders = repository.quotable_orders(session, which, **wanted)
    lines = lines_of_orders(orders, prices, cause.now)
    if not lines:
        raise NOTHING_TO_QUOTE.error(which)
    made = FeeQuote(
        partner_id=orders[0].partner_id,
        customer_id=orders[0].customer_id,
        case_id=subject.case_id,
        order_id=subject.order_id,
    )
    return _store(session, made, lines, prices, cause)


def quote_anew(session: Session, old: FeeQuote, cause: Cause) -> FeeQuote | None:
    """The quote to take instead of one that has expired or changed; none when there is nothing left to quote.

    It is the one that was made for this before, while that stands, else a new one.
    """
    while (later := repository.replacement(session, old.id)) is not None:
        old = later
        if cause.now <= old.valid_until and stands(session, old, cause.now):
            return old
    lines = fresh_lines(session, old, cause.now)
    if not lines:
        return None
    made = FeeQuote(
        partner_id=old.partner_id,
        customer_id=old.customer_id,
        case_id=old.case_id,
        order_id=old.order_id,
        replaces_id=old.id,
    )
    return _store(session, made, lines, repository.prices(session), cause)


def stands(session: Session, quote: FeeQuote, now: datetime) -> bool:
    """Whether a quote says what one made now would say."""
    further = fees.price_on(fees.FURTHER_ATTEMPT, local_date(now), repository.prices(session))
    told = [_told(each) for each in repository.lines_of_quote(session, quote.id)]
    return quote.further_attempt_ore == further and told == [
        _told(each) for each in fresh_lines(session, quote, now)
    ]


def fresh_lines(session: Session, quote: FeeQuote, now: datetime) -> list[QuoteLine]:
    """The lines that a quote would have now."""
    if quote.case_id is None and quote.order_id is None:
        kept = repository.lines_of_quote(session, quote.id)
        first = _first_request()
        return [
            _line(place, each.first, each.last, each.donor, each.number_type, first)
            for place, each in enumerate(kept)
        ]
    which = "case_id" if quote.case_id else "order_id"
    wanted = {which: quote.case_id or quote.order_id, "partner_ids": [quote.partner_id]}
    orders = repository.quotable_orders(session, which, **wanted)
    return lines_of_orders(orders, repository.prices(session), now)


def lines_of_orders(
    orders: Iterable[QuotableOrder], prices: Sequence[Price], now: datetime
) -> list[QuoteLine]:
    """A line for each order with a request that is still to be sent, or to be made after a no."""
    lines: list[QuoteLine] = []
    for order in orders:
        found = _next(order, prices, now)
        if found is not None:
            attempt, quote = found
            line = _line(len(lines), order.first, order.last, order.donor, order.number_type, quote)
            line.order_id, line.attempt = order.id, attempt
            lines.append(line)
    return lines


def _next(order: QuotableOrder, prices: Sequence[Price], now: datetime) -> tuple[int, fees.Quote] | None:
    """The request that an order makes next, and what it costs; none when there is none to make."""
    if order.attempt is not None and order.attempt_state == AttemptState.PLANNED:
        kept = fees.Quote(order.fee_quote_ore or 0, order.fee_payer or "", order.fee_reason or "")
        return order.attempt, kept
    retried = OrderEvent.RETRY in ORDER.allowed(OrderState(order.state), "partner")
    if not retried or order.attempt_state in OPEN_ATTEMPT_STATES:
        return None
    number = (order.attempt or 0) + 1
    contested = order.contested_at is not None
    return number, next_fee(number, order.reasons, local_date(now), prices, contested=contested)


def _of_numbers(numbers: Sequence[tuple[str, str]]) -> list[QuoteLine]:
    production, refused = refuses_fiction(), {}
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for written, operator in numbers:
        checked = check_number(written, production=production)
        code = donor_of(operator) or operator.strip().upper()
        if not checked.ok:
            refused[written] = tuple(map(str, checked.codes))
        elif code not in DONORS:
            refused[written] = (DONOR_UNKNOWN.code,)
        else:
            found[checked.first or "", checked.last or ""] = code, str(checked.type)
    if refused:
        listed = ", ".join(list(refused)[:_LISTED])
        raise NUMBERS_REFUSED.error("numbers", count=len(refused), listed=listed, codes=refused)
    quote = _first_request()
    return [_line(place, *series, *told, quote) for place, (series, told) in enumerate(found.items())]


def _line(
    place: int, first: str, last: str, donor_code: str, number_type: str, quote: fees.Quote
) -> QuoteLine:
    return QuoteLine(
        place, first, last, donor_code, number_type, 1, quote.amount_ore, quote.payer, quote.reason
    )


def _first_request() -> fees.Quote:
    """What a first request costs, which is included."""
    return fees.quote(1, None, _NO_DAY)


_NO_DAY: Final = fees.STANDARD_PRICES[0].valid_from
"""A first request costs the same on any day."""


def _told(line: QuoteLine) -> tuple[object, ...]:
    return line.first, line.last, line.donor, line.attempt, line.amount_ore, line.payer, line.reason


def _store(
    session: Session, made: FeeQuote, lines: Sequence[QuoteLine], prices: Sequence[Price], cause: Cause
) -> FeeQuote:
    made.total_ore = sum(each.amount_ore for each in lines if each.payer == "customer")
    made.operator_ore = sum(each.amount_ore for each in lines if each.payer != "customer")
    made.further_attempt_ore = fees.price_on(fees.FURTHER_ATTEMPT, local_date(cause.now), prices)
    made.made_by, made.made_at = cause.name, cause.now
    made.valid_until = fees.quote_valid_until(cause.now, prices)
    repository.add_quote_lines(session, made, lines)
    return made
