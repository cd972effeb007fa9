"""A further request after a no: with contact, with something put right, under an accepted quote (NP-03, NP-04)."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Request
from pydantic import Field
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import answer_once, cause_of, needs
from accounts.domain.actor import Actor
from infra.clock import NowDep
from infra.db import SessionDep
from infra.idempotency import IdempotencyKey
from infra.resources import IfMatch
from infra.routing import Router
from infra.transitions import Cause
from portingsvc import repository
from portingsvc.api.orders import own_order
from portingsvc.api.shapes import Instant, Order, Strict
from portingsvc.usecases.record_contact import record_contact
from portingsvc.usecases.retry_order import Correction, retry_order

router = Router(prefix="/api/v1/porting-orders/{order_id}", tags=["porting orders"])
WRITE = Annotated[Actor, needs("orders:write")]


class CustomerContact(Strict):
    """How you spoke with the customer about the no, and what was said."""

    channel: Literal["phone", "email", "meeting"]
    note: str = Field(min_length=1, max_length=4000, examples=["Kunden har bytt organisationsnummer."])


class NewAttempt(Strict):
    """What is put right. What is left out stays as it was; `why_now` says why unchanged data will do.

    `contact` is needed once for each no, unless a planner has recorded one.
    """

    contact: CustomerContact | None = None
    owner_id: str = Field(default="", max_length=20, examples=["559999-9009"])
    owner_name: str = Field(default="", max_length=200)
    donor: str = Field(default="", max_length=100)
    port_at: Instant | None = None
    why_now: str = Field(default="", max_length=4000)


@router.post("/attempts", status_code=201, response_model=Order, summary="Try a refused order again")
def try_again(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    order_id: UUID,
    attempt: NewAttempt,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """Where the customer is the cause it costs what the accepted fee quote says; without one it is refused.

    Raises `FEE_NOT_ACCEPTED` with the sum, `CONTACT_REQUIRED`, `NOTHING_CHANGED`, `RETRY_NOT_POSSIBLE`,
    `PORT_DATE_TOO_EARLY`, `MANDATE_MISSING`, `FEE_BUDGET_REACHED`, `ILLEGAL_TRANSITION`.

    Also raises `DATE_OUT_OF_RANGE`, `OWNER_ID_WRONG`, `REASON_REQUIRED`, `WISH_ALREADY_OPEN`.
    """
    own_order(session, actor, order_id)

    def run() -> tuple[int, Any, dict[str, str]]:
        own_order(session, actor, order_id, if_match)
        cause = cause_of(actor, now)
        _note(session, order_id, attempt.contact, cause)
        correction = Correction(
            attempt.owner_id, attempt.owner_name, attempt.donor, attempt.port_at, attempt.why_now
        )
        retry_order(session, order_id, correction, accepted_fee_ore=0, cause=cause)
        session.flush()
        return 201, own_order(session, actor, order_id), {}

    return answer_once(session, actor, request, attempt, key, run)


def _note(session: Session, order_id: UUID, contact: CustomerContact | None, cause: Cause) -> None:
    repository.lock_order(session, order_id)
    task = repository.open_repair(session, order_id)
    if task is not None and contact is not None:
        record_contact(session, task.id, channel=contact.channel, note=contact.note, cause=cause)
