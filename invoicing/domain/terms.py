"""How an agreement is invoiced (IN-01, seed 003 7.2): every quarter unless every month was agreed, due in thirty days.

Users and their options follow the user's subscription; with grouping agreed, the subscriptions of one cost
centre come on one invoice. Everything else comes on one common company invoice, which is never split (IN-02).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from kernel.language import Text

DAYS_TO_PAY: Final = 30
VAT_PERCENT: Final = 25
ONCE: Final = "once"
_MONTHS_OF_A_YEAR: Final = 12


class Rhythm(StrEnum):
    """How often an agreement is invoiced."""

    QUARTERLY = "quarterly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True)
class RhythmRow:
    """A rhythm in words, and how many calendar months one invoice covers."""

    title: Text
    months: int


RHYTHMS: Final = {
    Rhythm.QUARTERLY: RhythmRow(Text(sv="Varje kvartal", en="Every quarter"), 3),
    Rhythm.MONTHLY: RhythmRow(Text(sv="Varje månad", en="Every month"), 1),
}


class InvoiceKind(StrEnum):
    """Which invoice a line belongs on."""

    SUBSCRIPTIONS = "subscriptions"
    COMMON = "common"


KINDS: Final = {
    InvoiceKind.SUBSCRIPTIONS: Text(sv="Användarnas abonnemang", en="Users' subscriptions"),
    InvoiceKind.COMMON: Text(sv="Gemensam företagsfaktura", en="Common company invoice"),
}


def month_of(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)


def following(month: date, count: int = 1) -> date:
    """The first day of the month `count` months on; back when negative."""
    position = month.year * _MONTHS_OF_A_YEAR + month.month - 1 + count
    return date(position // _MONTHS_OF_A_YEAR, position % _MONTHS_OF_A_YEAR + 1, 1)


def last_day(month: date) -> date:
    """The last day of a month."""
    return following(month) - timedelta(days=1)


def closed_month(rhythm: Rhythm, as_of: date) -> date:
    """The last month that an invoice made on `as_of` covers: the end of the last period that is over by then."""
    length = RHYTHMS[rhythm].months
    this = month_of(as_of)
    return following(this, -((this.month - 1) % length) - 1)


def months(first: date, last: date) -> list[date]:
    """The first days of all months from one to the other, both counted."""
    found, month = [], month_of(first)
    while month <= last:
        found.append(month)
        month = following(month)
    return found


def due_on(issued_on: date) -> date:
    """When an invoice is to be paid: thirty days after its date (seed 003 7.2.2)."""
    return issued_on + timedelta(days=DAYS_TO_PAY)


def vat_ore(net_ore: int) -> int:
    """Swedish VAT on an amount, in öre, half an öre rounded away from zero."""
    return share_of(net_ore, VAT_PERCENT, 100)


def share_of(amount: int, part: int, whole: int) -> int:
    """`amount * part / whole` as an integer, halves rounded away from zero."""
    doubled = 2 * abs(amount) * part + whole
    rounded = doubled // (2 * whole)
    return rounded if amount >= 0 else -rounded
