"""Enter a price from a day on (IN-03). A day that has been invoiced keeps the price it had."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.domain.authority import refuse_outsiders
from infra.transitions import Cause
from invoicing import repository
from invoicing.domain.articles import ARTICLES
from invoicing.domain.errors import ARTICLE_UNKNOWN, PRICE_IN_THE_PAST, PRICE_WRONG
from invoicing.domain.prices import LARGEST_ORE
from invoicing.models import PriceRow
from kernel.money import ore_of


def read_kronor(written: str) -> int:
    """Öre of a price as people write it: `129`, `1 290,50`, `0.45`. Raises `PRICE_WRONG`."""
    ore = ore_of(written)
    if ore is None or not 0 <= ore <= LARGEST_ORE:
        raise PRICE_WRONG.error("price", value=written)
    return ore


def set_price(
    session: Session,
    actor: Actor,
    article: str,
    price: str,
    valid_from: date,
    *,
    customer_id: UUID | None = None,
    cause: Cause,
) -> PriceRow:
    """For one customer, or for all. The same day again replaces a price that has not been used yet.

    Raises `NOT_YOURS`, `ARTICLE_UNKNOWN`, `PRICE_WRONG`, `PRICE_IN_THE_PAST`.
    """
    refuse_outsiders(actor)
    if article not in ARTICLES:
        raise ARTICLE_UNKNOWN.error("article", value=article)
    amount = read_kronor(price)
    repository.lock_runs(session)
    newest = repository.newest_priced_day(session, article, customer_id)
    if newest is not None and valid_from <= newest:
        earliest = newest + timedelta(days=1)
        raise PRICE_IN_THE_PAST.error("valid_from", valid_from=valid_from, earliest=earliest)
    row = repository.price_row(session, article, customer_id, valid_from)
    if row is None:
        row = PriceRow(article=article, customer_id=customer_id, valid_from=valid_from, amount_ore=amount)
    row.amount_ore, row.entered_by, row.at = amount, cause.name, cause.now
    session.add(row)
    return row
