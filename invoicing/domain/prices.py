"""The price list: what an article costs from a day on, in öre without VAT, and which row holds (IN-03).

A customer's own row goes before the list; of rows of one kind the newest that has begun holds. The rows here
are what a new installation begins with; rows of the database come after them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from invoicing.domain.errors import PRICE_MISSING

LARGEST_ORE: Final = 100_000_000
_BEGINNING: Final = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Price:
    """What an article costs from a day on; for one customer, or for all."""

    article: str
    valid_from: date
    amount_ore: int
    customer_id: UUID | None = None


_START: Final = {
    "user_mobile_basic": 19_900,
    "user_mobile_plus": 29_900,
    "user_fixed": 12_900,
    "user_softphone": 9_900,
    "user_other": 9_900,
    "user_call_recording": 8_900,
    "user_attendant": 24_900,
    "function_number": 9_500,
    "answering_service": 149_000,
    "statistics": 79_000,
    "integrations": 99_000,
    "training": 450_000,
    "go_live_support": 890_000,
    "app_sms": 50_000,
    "project_management": 1_250_000,
    "porting_attempt": 34_500,
    "fault_work": 119_500,
    "sms_center": 45,
    "sms_call_flow": 45,
    "sms_softphone": 45,
    "sms_app": 45,
    "function_traffic": 29,
}
START_LIST: Final = tuple(Price(key, _BEGINNING, amount) for key, amount in _START.items())


def price_on(article: str, day: date, customer_id: UUID, rows: Iterable[Price]) -> int:
    """What an article costs a customer on a day, in öre. Raises `PRICE_MISSING` before the first row."""
    holding = [
        row
        for row in (*START_LIST, *rows)
        if row.article == article and row.valid_from <= day and row.customer_id in (None, customer_id)
    ]
    if not holding:
        raise PRICE_MISSING.error(article=article, day=day)
    # max() keeps the first of equals, so the rows are walked newest-entered first.
    return max(reversed(holding), key=lambda row: (row.customer_id is not None, row.valid_from)).amount_ore
