"""Enter a price that holds from a day on. What has been charged stays as it was (NP-03)."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from infra.clock import local_date
from infra.transitions import Cause
from portingsvc.domain.errors import PORTING_PRICE_IN_THE_PAST
from portingsvc.domain.fees import FURTHER_ATTEMPT
from portingsvc.models import PriceItem


def set_price(
    session: Session, amount_ore: int, valid_from: date, cause: Cause, code: str = FURTHER_ATTEMPT
) -> PriceItem:
    """Add a price. Raises `PORTING_PRICE_IN_THE_PAST`."""
    today = local_date(cause.now)
    if valid_from < today:
        raise PORTING_PRICE_IN_THE_PAST.error("valid_from", today=today)
    made = PriceItem(
        code=code, valid_from=valid_from, amount_ore=amount_ore, set_by=cause.name, set_at=cause.now
    )
    session.add(made)
    session.flush()
    return made
