"""What an attempt costs, and whom (NP-03). Amounts in öre, with the day they begin to hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from portingsvc.domain.rejections import Cause

INCLUDED: Final = "included"
CUSTOMER_CAUSE: Final = "cause_of_customer"
OTHER_CAUSE: Final = "cause_of_{cause}"


@dataclass(frozen=True, slots=True)
class Price:
    """What a further attempt costs from a day on."""

    valid_from: date
    further_attempt_ore: int


PRICES: Final = (Price(date(2020, 1, 1), 29_500), Price(date(2026, 1, 1), 34_500))


@dataclass(frozen=True, slots=True)
class Quote:
    """What an attempt will cost, who bears it, and by which rule."""

    amount_ore: int
    payer: str
    reason: str


def price_on(day: date) -> Price:
    """The price list that holds on a day."""
    holding = [price for price in PRICES if price.valid_from <= day]
    return holding[-1] if holding else PRICES[0]


def quote(attempt: int, cause: Cause | None, day: date) -> Quote:
    """The first attempt is included. A later one is the customer's when the cause was; else ours to bear."""
    if attempt == 1 or cause is None:
        return Quote(0, "customer", INCLUDED)
    amount = price_on(day).further_attempt_ore
    if cause is Cause.CUSTOMER:
        return Quote(amount, "customer", CUSTOMER_CAUSE)
    return Quote(amount, "operator", OTHER_CAUSE.format(cause=cause.value))
