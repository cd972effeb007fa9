"""What porting will cost, told before it is ordered, and the yes to it (NP-03, IN-03)."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import ResellerId, answer_once, cause_of, needs
from accounts.domain.actor import Actor
from infra.clock import current
from infra.db import unit_of_work
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Fields, IfMatch, page, page_of_rows, refuse_stale, resource
from infra.routing import Router
from kernel.errors import NOT_FOUND, DomainError
from portingsvc import repository
from portingsvc.api.orders import organisation_of
from portingsvc.api.quote_shapes import (
    Acceptance,
    FeeQuote,
    FeeQuoteLine,
    FeeQuoteLinePage,
    FeeQuotePage,
    QuoteForCase,
    QuoteForNumbers,
    QuoteForOrder,
    line_of,
    quote_of,
)
from portingsvc.api.shapes import Cursor, Limit
from portingsvc.domain.errors import NOTHING_TO_QUOTE, QUOTE_CHANGED, QUOTE_EXPIRED
from portingsvc.queries import quote_lines, quote_rows
from portingsvc.usecases.accept_quote import accept_quote
from portingsvc.usecases.quote_fees import MOST_LINES, Subject, quote_anew, quote_fees

router = Router(prefix="/api/v1/fee-quotes", tags=["fee quotes"])
READ = Annotated[Actor, needs("orders:read")]
WRITE = Annotated[Actor, needs("orders:write")]


class QuoteState(StrEnum):
    """Where a quote stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    EXPIRED = "expired"


def own_quote(session: Session, actor: Actor, quote_id: UUID) -> FeeQuote:
    """The quote, when it is the caller's. Raises `NOT_FOUND`."""
    now = current(session)
    found = quote_rows(session, actor.partner_ids, 1, now, quote_id=quote_id)
    if not found:
        raise NOT_FOUND.error()
    return quote_of(found[0], now)


@router.post("", status_code=201, response_model=FeeQuote, summary="Ask what porting will cost")
def ask(
    request: Request,
    actor: WRITE,
    asked: QuoteForNumbers | QuoteForCase | QuoteForOrder,
    key: IdempotencyKey = None,
) -> Response:
    """For numbers, for a case, or for one order: what the next request of each series costs, and whom.

    Nothing is ordered, and nothing is owed by it. Raises `NUMBERS_REFUSED`, `NOTHING_TO_QUOTE`, `DONOR_UNKNOWN`.
    """
    organisation = organisation_of(actor)
    subject = _subject(asked)
    with unit_of_work() as session:

        def run() -> tuple[int, Any, dict[str, str]]:
            cause = cause_of(actor, current(session))
            made = quote_fees(session, organisation, actor.partner_ids, subject, cause)
            return 201, own_quote(session, actor, made.id), {"Location": f"{router.prefix}/{made.id}"}

        return answer_once(session, actor, request, asked, key, run)


def _subject(asked: QuoteForNumbers | QuoteForCase | QuoteForOrder) -> Subject:
    match asked:
        case QuoteForNumbers():
            return Subject(numbers=[(each.number, each.donor) for each in asked.numbers])
        case QuoteForCase():
            return Subject(case_id=asked.case_id)
        case QuoteForOrder():
            return Subject(order_id=asked.order_id)


@router.get("", response_model=FeeQuotePage, summary="List your fee quotes")
def list_(
    actor: READ,
    case_id: UUID | None = None,
    order_id: UUID | None = None,
    state: QuoteState | None = None,
    reseller_id: ResellerId = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Oldest first, a page at a time. `order_id` finds also the quotes of its case."""
    with unit_of_work() as session:
        now = current(session)
        found = quote_rows(
            session,
            actor.of(reseller_id),
            limit + 1,
            now,
            state=state.value if state else None,
            case_id=case_id,
            order_id=order_id,
            after=cursor,
        )
    return page_of_rows(found, limit, lambda each: quote_of(each, now), FeeQuote, fields)


@router.get("/{quote_id}", response_model=FeeQuote, responses=TAGGED, summary="One fee quote")
def read(request: Request, actor: READ, quote_id: UUID, fields: Fields = "") -> Response:
    """404 for a quote that is not yours."""
    with unit_of_work() as session:
        return resource(request, own_quote(session, actor, quote_id), fields)


@router.get("/{quote_id}/lines", response_model=FeeQuoteLinePage, summary="The lines of a fee quote")
def lines(
    actor: READ,
    quote_id: UUID,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Annotated[int, Query(ge=-1, le=MOST_LINES)] = -1,
) -> Response:
    """Each series and its request."""
    with unit_of_work() as session:
        own_quote(session, actor, quote_id)
        found = quote_lines(session, quote_id, cursor, limit + 1)
        shown = [line_of(each) for each in found[:limit]]
    return page(shown, str(shown[-1].place) if len(found) > limit else None, FeeQuoteLine, fields)


@router.post("/{quote_id}/acceptance", response_model=FeeQuote, summary="Accept a fee quote")
def accept(
    request: Request,
    actor: WRITE,
    quote_id: UUID,
    said: Acceptance,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """From then on its requests are charged as it says, whatever the price list says later.

    Raises `QUOTE_EXPIRED` and `QUOTE_CHANGED`, both with the new quote in `quote`; `NOTHING_TO_QUOTE` when there is
    no request left to quote.
    """
    try:
        with unit_of_work() as session:
            own_quote(session, actor, quote_id)

            def run() -> tuple[int, Any, dict[str, str]]:
                repository.lock_quote(
                    session, quote_id, actor.partner_ids
                )  # what is compared is what is accepted
                refuse_stale(if_match, own_quote(session, actor, quote_id))
                cause = cause_of(actor, current(session))
                accept_quote(session, quote_id, actor.partner_ids, said.accepted_by, cause)
                return 200, own_quote(session, actor, quote_id), {}

            return answer_once(session, actor, request, said, key, run)
    except DomainError as refused:
        if refused.spec not in (QUOTE_EXPIRED, QUOTE_CHANGED):
            raise
        stale = refused
    fresh = _in_its_own_work(lambda session: _fresh(session, actor, quote_id))
    raise stale.spec.error(**{**stale.facts, "fresh_id": fresh.id, "quote": fresh.model_dump(mode="json")})


def _in_its_own_work(make: Callable[[Session], FeeQuote]) -> FeeQuote:
    """What the refused unit of work took back is not to take this with it."""
    with unit_of_work() as session:
        return make(session)


def _fresh(session: Session, actor: Actor, quote_id: UUID) -> FeeQuote:
    old = repository.lock_quote(session, quote_id, actor.partner_ids)
    if old is None:
        raise NOT_FOUND.error()
    made = quote_anew(session, old, cause_of(actor, current(session)))
    if made is None:
        raise NOTHING_TO_QUOTE.error()
    return own_quote(session, actor, made.id)
