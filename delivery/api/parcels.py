"""Parcels of SIM cards for partners (PA-01, SM-03): followed, and confirmed when they have come."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import Request
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import answer_once, cause_of, needs
from accounts.domain.actor import Actor
from delivery import repository
from delivery.api.shapes import Cursor, Limit
from delivery.api.sim_shapes import SimParcel, SimParcelPage, parcel_of
from delivery.domain.states import ParcelState
from delivery.queries.sim_resources import ParcelFilter, parcel_rows
from delivery.usecases.send_parcel import confirm_parcel_received
from infra.clock import NowDep
from infra.db import SessionDep
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Fields, IfMatch, page_of_rows, refuse_stale, resource
from infra.routing import Router
from kernel.errors import NOT_FOUND

router = Router(prefix="/api/v1/parcels", tags=["SIM cards"])
READ = Annotated[Actor, needs("sims:read")]
WRITE = Annotated[Actor, needs("sims:write")]


def _own(session: Session, actor: Actor, parcel_id: UUID) -> SimParcel:
    found = parcel_rows(session, actor.partner_ids, 1, ParcelFilter(parcel_id=parcel_id))
    if not found:
        raise NOT_FOUND.error()
    return parcel_of(found[0], actor.language)


@router.get("", response_model=SimParcelPage, summary="List your parcels of SIM cards")
def list_(
    session: SessionDep,
    actor: READ,
    case_id: UUID | None = None,
    customer_id: UUID | None = None,
    state: ParcelState | None = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Oldest first, a page at a time; filters narrow together."""
    wanted = ParcelFilter(None, case_id, customer_id, state, cursor)
    found = parcel_rows(session, actor.partner_ids, limit + 1, wanted)
    return page_of_rows(
        found,
        limit,
        lambda each: parcel_of(each, actor.language),
        SimParcel,
        fields,
        key=lambda row: row.parcel.id,
    )


@router.get("/{parcel_id}", response_model=SimParcel, responses=TAGGED, summary="One parcel of SIM cards")
def read(
    request: Request, session: SessionDep, actor: READ, parcel_id: UUID, fields: Fields = ""
) -> Response:
    """Where it is, as the carrier says. Its cards: `/sims?parcel_id=`. 404 for one that is not of your cases."""
    return resource(request, _own(session, actor, parcel_id), fields)


@router.post("/{parcel_id}/receipt", response_model=SimParcel, summary="Confirm that a parcel has come")
def receive(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    parcel_id: UUID,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """Every card in it is in hand from then on. Raises `ILLEGAL_TRANSITION` for one that is not under way."""
    _own(session, actor, parcel_id)

    def run() -> tuple[int, Any, dict[str, str]]:
        if if_match is not None:
            repository.parcel(session, actor, parcel_id)
            refuse_stale(if_match, _own(session, actor, parcel_id))
        confirm_parcel_received(session, actor, parcel_id, cause=cause_of(actor, now))
        return 200, _own(session, actor, parcel_id), {}

    return answer_once(session, actor, request, None, key, run)
