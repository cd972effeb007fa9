"""Take a partner's yes to a quote: from then on its requests are charged as the quote says (NP-03, IN-03)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import Session

from infra.formats import day as written_day
from infra.formats import in_both
from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import NOT_FOUND, DomainError
from kernel.numbers import format_series
from portingsvc import repository
from portingsvc.domain.errors import QUOTE_CHANGED, QUOTE_EXPIRED, QUOTE_NOT_ACCEPTED, QUOTE_NOT_COVERING
from portingsvc.models import FeeQuote
from portingsvc.usecases.lay_up import OrderItem
from portingsvc.usecases.quote_fees import stands

_LISTED = 5


def accept_quote(
    session: Session, quote_id: UUID, partner_ids: Collection[UUID], accepted_by: str, cause: Cause
) -> FeeQuote:
    """Accept a quote; a second yes changes nothing. `accepted_by` is the person who said it, when told.

    Raises `NOT_FOUND`, `QUOTE_EXPIRED`, `QUOTE_CHANGED`: then the caller makes the new one (`quote_anew`).
    """
    quote = repository.lock_quote(session, quote_id, partner_ids)
    if quote is None:
        raise NOT_FOUND.error()
    if quote.accepted_at is not None:
        return quote
    if cause.now > quote.valid_until:
        raise QUOTE_EXPIRED.error(until=in_both(written_day, quote.valid_until), fresh_id="")
    lines = repository.lines_of_quote(session, quote.id)
    repository.lock_orders(session, [each.order_id for each in lines if each.order_id])
    if not lines or not stands(session, quote, cause.now):
        raise QUOTE_CHANGED.error(fresh_id="")
    quote.accepted_by = f"{accepted_by.strip()} ({cause.name})" if accepted_by.strip() else cause.name
    quote.accepted_at = cause.now
    session.flush()
    repository.bind_attempts(session, quote)
    facts = {"quote_id": str(quote.id), "total_ore": quote.total_ore, "accepted_by": quote.accepted_by}
    emit(
        session,
        "fee_quote.accepted",
        quote.subject(),
        facts,
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    return quote


def refuse_uncovered(
    session: Session, partner_id: UUID, quote_id: UUID, items: Sequence[OrderItem]
) -> FeeQuote:
    """The accepted quote that numbers are ordered under, held.

    Raises `QUOTE_NOT_ACCEPTED`, `QUOTE_NOT_COVERING` with what it does not cover or covers for other orders already.
    """
    quote = repository.lock_quote(session, quote_id, [partner_id])
    if quote is None or quote.accepted_at is None:
        raise QUOTE_NOT_ACCEPTED.error("fee_quote_id")
    lines = repository.lines_of_quote(session, quote_id)
    free = {(each.first, each.last, each.donor) for each in lines if each.order_id is None}
    left = [each for each in items if (each.first, each.last, each.donor) not in free]
    if left:
        listed = ", ".join(format_series(each.first, each.last) for each in left[:_LISTED])
        raise QUOTE_NOT_COVERING.error("fee_quote_id", listed=listed, count=len(left))
    return quote


def uncovered(
    session: Session, partner_id: UUID, quote_id: UUID, items: Sequence[OrderItem]
) -> list[DomainError]:
    """What stands in the way of ordering under a quote, for a dry run."""
    try:
        refuse_uncovered(session, partner_id, quote_id, items)
    except DomainError as fault:
        return [fault]
    return []


def bind_orders(session: Session, quote: FeeQuote, order_ids: Sequence[UUID]) -> None:
    """Orders made of a quote's numbers stand under it henceforth."""
    repository.name_orders(session, quote.id, order_ids)
    repository.bind_attempts(session, quote)
