"""What an attempt costs, and whom (NP-03). Amounts in öre, with the day they begin to hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from kernel.leadtime import STOCKHOLM
from portingsvc.domain.rejections import Cause

INCLUDED: Final = "included"
CUSTOMER_CAUSE: Final = "cause_of_customer"
OTHER_CAUSE: Final = "cause_of_{cause}"


FURTHER_ATTEMPT: Final = "further_attempt"
QUOTE_LASTS: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Price:
    """What something costs from a day on, in öre. Of several for a code, the newest that has begun holds."""

    code: str
    valid_from: date
    amount_ore: int


STANDARD_PRICES: Final = (
    Price(FURTHER_ATTEMPT, date(2020, 1, 1), 29_500),
    Price(FURTHER_ATTEMPT, date(2026, 1, 1), 34_500),
)
"""What holds in an installation that has set nothing of its own."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What an attempt will cost, who bears it, and by which rule."""

    amount_ore: int
    payer: str
    reason: str


def price_on(code: str, day: date, prices: Iterable[Price] = ()) -> int:
    """The öre that hold on a day; `prices` are the installation's own, which win on the same day."""
    holding = [each for each in (*STANDARD_PRICES, *prices) if each.code == code and each.valid_from <= day]
    if not holding:
        return min((each for each in STANDARD_PRICES if each.code == code), key=_begins).amount_ore
    newest = max(each.valid_from for each in holding)
    return [each.amount_ore for each in holding if each.valid_from == newest][-1]


def _begins(price: Price) -> date:
    return price.valid_from


def quote(attempt: int, cause: Cause | None, day: date, prices: Iterable[Price] = ()) -> Quote:
    """The first attempt is included. A later one is the customer's when the cause was; else ours to bear."""
    if attempt == 1 or cause is None:
        return Quote(0, "customer", INCLUDED)
    amount = price_on(FURTHER_ATTEMPT, day, prices)
    if cause is Cause.CUSTOMER:
        return Quote(amount, "customer", CUSTOMER_CAUSE)
    return Quote(amount, "operator", OTHER_CAUSE.format(cause=cause.value))


def quote_valid_until(now: datetime, prices: Iterable[Price] = ()) -> datetime:
    """How long a quote made now may stand: two weeks, or until the Stockholm day on which a price changes."""
    today = now.astimezone(STOCKHOLM).date()
    coming = [each.valid_from for each in (*STANDARD_PRICES, *prices) if each.valid_from > today]
    ends = [datetime.combine(day, time(), STOCKHOLM) for day in coming]
    return min([now + QUOTE_LASTS, *ends])
