"""What is to be billed on a day, worked out and written nowhere: what a run makes, and what its preview shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Due:
    """What one customer is to be billed."""

    agreement: InvoicingAgreement
    drafts: tuple[Draft, ...]

    @property
    def net_ore(self) -> int:
        return sum(draft.net_ore for draft in self.drafts)


def due(session: Session, as_of: date) -> list[Due]:
    """Every customer with something to bill on a day: the months of its last closed period, and what came late."""
    agreements = repository.agreements(session)
    lines = due_lines(session, agreements, as_of)
    return [
        Due(each, tuple(drafts_of(lines[each.customer_id], is_grouped=each.is_grouped)))
        for each in agreements
        if lines[each.customer_id]
    ]


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
