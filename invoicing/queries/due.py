"""What is to be billed on a day, worked out and written nowhere: what a run makes, and what its preview shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from uuid import UUID

from sqlmodel import Session

from invoicing import repository
from invoicing.domain.billing import Draft, Line, drafts_of, lines_of
from invoicing.domain.prices import Price, price_on
from invoicing.domain.terms import closed_month, following
from invoicing.models import InvoicingAgreement
from invoicing.queries.sources import sources


def due(session: Session, agreement: InvoicingAgreement, as_of: date) -> list[Draft]:
    """What one customer is to be billed on a day: the months of its last closed period, and what came late."""
    lines = due_lines(session, [agreement], as_of)[agreement.customer_id]
    return drafts_of(lines, is_grouped=agreement.is_grouped)


def due_lines(
    session: Session, agreements: Iterable[InvoicingAgreement], as_of: date, *, also_open: bool = False
) -> dict[UUID, list[Line]]:
    """The lines by customer, in nine statements; `also_open` counts the running month as closed."""
    by_customer = {each.customer_id: each for each in agreements}
    prices = repository.prices(session)
    billed = repository.billed(session, by_customer)
    waived = repository.waivers(session, by_customer)
    found = sources(session, by_customer, following(as_of.replace(day=1)))
    return {
        customer_id: lines_of(
            found[customer_id],
            as_of.replace(day=1) if also_open else closed_month(agreement.rhythm, as_of),
            partial(_price, prices, customer_id),
            billed=billed,
            waived=waived,
        )
        for customer_id, agreement in by_customer.items()
    }


def _price(prices: list[Price], customer_id: UUID, article: str, day: date) -> int:
    return price_on(article, day, customer_id, prices)
