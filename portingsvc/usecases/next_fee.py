"""What the next request of an order costs, and whom: one rule for the quote and for the request itself (NP-03)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from portingsvc.domain.fees import Price, Quote, quote
from portingsvc.domain.rejections import Cause, heaviest_cause, reason


def cause_of(reasons: Sequence[Mapping[str, Any]], *, contested: bool) -> Cause:
    """Whose cause a no was. What is contested with the donor is the donor's until somebody proves otherwise."""
    codes = [str(each["code"]) for each in reasons]
    if contested:
        codes = [code for code in codes if not reason(code).contestable]
    return heaviest_cause(codes) if codes else Cause.DONOR


def next_fee(
    attempt: int, reasons: Sequence[Mapping[str, Any]], day: date, prices: Iterable[Price], *, contested: bool
) -> Quote:
    """The price of a further request after a no with these reasons."""
    return quote(attempt, cause_of(reasons, contested=contested), day, prices)
