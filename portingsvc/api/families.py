"""Ordering numbers (PA-01): one call for up to 20,000, judged each by itself; one call that submits them."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import ResellerId, answer_once, cause_of, needs
from accounts.domain.actor import Actor
from infra.clock import NowDep
from infra.db import SessionDep, unit_of_work
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Fields, IfMatch, page, page_of_rows, refuse_stale, resource
from infra.routing import Router
from kernel.errors import NOT_FOUND
from portingsvc import repository
from portingsvc.api.family_shapes import (
    CheckedItem,
    Family,
    FamilyOrder,
    FamilyPage,
    Fault,
    KeptOrder,
    RefusedItem,
    RefusedPage,
    Submission,
    SubmissionResult,
    Validation,
)
from portingsvc.api.orders import organisation_of
from portingsvc.api.shapes import Cursor, Limit
from portingsvc.queries import FamilyRow, family_rows, refused_of_family
from portingsvc.usecases.accept_quote import uncovered
from portingsvc.usecases.judge_orders import MOST_NUMBERS, Asked, judge_orders
from portingsvc.usecases.make_family import NewFamily, customer_number, fault_of, make_family
from portingsvc.usecases.submit_family import Submitted, submit_family

router = Router(prefix="/api/v1/porting-families", tags=["porting families"])
READ = Annotated[Actor, needs("orders:read")]
WRITE = Annotated[Actor, needs("orders:write")]


def _asked(order: FamilyOrder) -> list[Asked]:
    return [
        Asked(i.number, i.donor, i.owner_id, i.owner_name, is_main=i.is_main, port_at=i.port_at)
        for i in order.items
    ]


def family_of(row: FamilyRow) -> Family:
    """A family as it is told."""
    return Family(
        id=row.id,
        external_reference=row.external_reference,
        customer_id=row.customer_id,
        port_at=row.port_at,
        created_at=row.created_at,
        submitted_at=row.submitted_at,
        orders=dict(row.orders),
        numbers=dict(row.numbers),
        refused_count=row.refused_count,
        allowed_actions=["submit"] if row.orders.get("draft") else [],
    )


def _own(session: Session, actor: Actor, family_id: UUID) -> Family:
    found = family_rows(session, actor.partner_ids, 1, family_id=family_id)
    if not found:
        raise NOT_FOUND.error()
    return family_of(found[0])


@router.post("/validations", summary="Dry-run an order of numbers")
def validate(session: SessionDep, actor: READ, now: NowDep, order: FamilyOrder) -> Validation:
    """The same code as the order itself, with nothing stored: every fault of every number.

    Raises `TOO_MANY_NUMBERS`, `DATE_OUT_OF_RANGE`, `OWNER_ID_WRONG` when the customer itself has no right number.
    """
    partner_id = organisation_of(actor)
    customer_number(order.customer.org_number, now)
    judged = judge_orders(session, None, _asked(order), order.port_at, now)
    if order.fee_quote_id is not None:
        judged.faults.extend(uncovered(session, partner_id, order.fee_quote_id, judged.good))
    items = [
        CheckedItem(
            place=place,
            number=each.asked.number,
            ok=not each.faults,
            first=each.found.first,
            last=each.found.last,
            count=each.found.count,
            number_type=str(each.found.type),
            faults=[Fault(**fault_of(fault)) for fault in each.faults],
        )
        for place, each in enumerate(judged.items)
    ]
    together = [Fault(**fault_of(fault)) for fault in judged.faults]
    good = len(judged.good)
    return Validation(ok=good == len(items) and not together, good=good, items=items, faults=together)


@router.post("", status_code=201, response_model=Family, summary="Order numbers, as drafts")
def order_numbers(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    order: FamilyOrder,
    key: IdempotencyKey = None,
) -> Response:
    """What is good becomes drafts; what is not stands under `refused`, each with every fault.

    Raises `FAMILY_REFUSED` with all faults when nothing is good, or one fault was to stop all; `TOO_MANY_NUMBERS`,
    `FEE_BUDGET_REACHED`, `MAIN_NUMBER_NOT_LAST`, `SERIES_SPLIT_IN_TIME`, `QUOTE_NOT_ACCEPTED`, `QUOTE_NOT_COVERING`.

    Also raises `DATE_OUT_OF_RANGE`, and the fault itself when there is but one: `NUMBER_REFUSED`, `DONOR_UNKNOWN`,
    `NUMBER_ALREADY_IN_PORTING`, `OWNER_ID_WRONG`, `PORT_DATE_TOO_EARLY`.
    """
    partner_id = organisation_of(actor)
    new = NewFamily(
        order.customer.name,
        order.customer.org_number,
        order.port_at,
        _asked(order),
        order.external_reference,
        order.all_or_nothing,
        order.fee_quote_id,
    )

    def run() -> tuple[int, Any, dict[str, str]]:
        made, _ = make_family(session, partner_id, new, cause_of(actor, now))
        return 201, _own(session, actor, made.id), {"Location": f"{router.prefix}/{made.id}"}

    return answer_once(session, actor, request, order, key, run)


@router.get("", response_model=FamilyPage, summary="List your porting families")
def list_(
    actor: READ,
    external_reference: Annotated[str | None, Query(max_length=100)] = None,
    reseller_id: ResellerId = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Oldest first, a page at a time."""
    wanted = {"external_reference": external_reference, "after": cursor}
    with unit_of_work() as session:
        found = family_rows(session, actor.of(reseller_id), limit + 1, **wanted)
    return page_of_rows(found, limit, family_of, Family, fields)


@router.get("/{family_id:uuid}", response_model=Family, responses=TAGGED, summary="One porting family")
def read(request: Request, actor: READ, family_id: UUID, fields: Fields = "") -> Response:
    """404 for a family that is not yours."""
    with unit_of_work() as session:
        return resource(request, _own(session, actor, family_id), fields)


@router.get(
    "/{family_id:uuid}/refused",
    response_model=RefusedPage,
    summary="What was not taken of a porting family",
)
def refused(
    session: SessionDep,
    actor: READ,
    family_id: UUID,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Annotated[int, Query(ge=-1, le=MOST_NUMBERS)] = -1,
) -> Response:
    """In the order they were sent, each with every fault."""
    _own(session, actor, family_id)
    found = refused_of_family(session, actor.partner_ids, family_id, cursor, limit + 1)
    items = [RefusedItem.model_validate(each) for each in found[:limit]]
    following = str(items[-1].place) if len(found) > limit else None
    return page(items, following, RefusedItem, fields)


@router.post(
    "/{family_id:uuid}/submission", response_model=SubmissionResult, summary="Submit a porting family"
)
def submit(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    family_id: UUID,
    how: Submission,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """Every draft that a signed mandate covers goes to its donor's queue; each that cannot go says why.

    Raises `NOTHING_TO_SUBMIT`; with `all_or_nothing` also `MANDATE_MISSING`, `PORT_DATE_TOO_EARLY`.
    """
    _own(session, actor, family_id)

    def run() -> tuple[int, Any, dict[str, str]]:
        repository.lock_family(session, family_id)  # what is compared is what is submitted
        refuse_stale(if_match, _own(session, actor, family_id))
        done = submit_family(session, family_id, cause_of(actor, now), all_or_nothing=how.all_or_nothing)
        return 200, _result(done, _own(session, actor, family_id)), {}

    return answer_once(session, actor, request, how, key, run)


def _result(done: Submitted, family: Family) -> SubmissionResult:
    kept = [
        KeptOrder(
            order_id=order.id,
            reference=order.reference,
            first=order.first,
            last=order.last,
            fault=Fault(**fault_of(fault)),
        )
        for order, fault in done.kept
    ]
    return SubmissionResult(submitted=len(done.released), kept=kept, family=family)
