"""SIM cards and parcels for partners (PA-01, SM-03): followed, reported lost, changed, confirmed."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import answer_once, cause_of, needs
from accounts.domain.actor import Actor
from delivery import repository
from delivery.api.shapes import Cursor, Limit, Reason
from delivery.api.sim_shapes import Replacement, Sim, SimKind, SimPage, sim_of
from delivery.domain.states import SimState
from delivery.queries.sim_resources import SimFilter, sim_rows
from delivery.sim_dispatch.usecases.replace_card import change_sim, report_lost
from infra.clock import NowDep
from infra.db import SessionDep
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Fields, IfMatch, page_of_rows, refuse_stale, resource
from infra.routing import Router
from kernel.errors import NOT_FOUND

router = Router(prefix="/api/v1/sims", tags=["SIM cards"])
READ = Annotated[Actor, needs("sims:read")]
WRITE = Annotated[Actor, needs("sims:write")]


def _own(session: Session, actor: Actor, sim_id: UUID, if_match: str | None = None) -> Sim:
    """The card, when it is the caller's, and when it still is what the caller read. Then its case is held."""
    found = sim_rows(session, actor.partner_ids, 1, SimFilter(sim_id=sim_id))
    if found and if_match is not None:
        repository.case(session, actor, found[0].case_id, lock=True)
        found = sim_rows(session, actor.partner_ids, 1, SimFilter(sim_id=sim_id))
    if not found:
        raise NOT_FOUND.error()
    shown = sim_of(found[0])
    refuse_stale(if_match, shown)
    return shown


@router.get("", response_model=SimPage, summary="List your SIM cards")
def list_(
    session: SessionDep,
    actor: READ,
    case_id: UUID | None = None,
    customer_id: UUID | None = None,
    parcel_id: UUID | None = None,
    state: SimState | None = None,
    kind: SimKind | None = None,
    number: Annotated[str | None, Query(max_length=20, examples=["+46701740605"])] = None,
    iccid: Annotated[str | None, Query(max_length=30)] = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """A page at a time; filters narrow together. Codes are on the cards' envelopes only."""
    wanted = SimFilter(
        None, case_id, customer_id, parcel_id, state, kind.value if kind else None, number, iccid, cursor
    )
    found = sim_rows(session, actor.partner_ids, limit + 1, wanted)
    return page_of_rows(found, limit, sim_of, Sim, fields)


@router.get("/{sim_id}", response_model=Sim, responses=TAGGED, summary="One SIM card")
def read(request: Request, session: SessionDep, actor: READ, sim_id: UUID, fields: Fields = "") -> Response:
    """Whose it is and where. 404 for a card that is not of your cases."""
    return resource(request, _own(session, actor, sim_id), fields)


@router.post("/{sim_id}/loss", response_model=Sim, summary="Report a SIM card lost")
def lose(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    sim_id: UUID,
    why: Reason,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """Its user gets another from the stock at once, or as soon as there is one, also while a port is under way.

    Raises `ILLEGAL_TRANSITION` for a card that has not left the operator.

    Also raises `REASON_REQUIRED`.
    """
    _own(session, actor, sim_id)

    def run() -> tuple[int, Any, dict[str, str]]:
        card = _own(session, actor, sim_id, if_match)
        report_lost(session, actor, card.case_id, sim_id, cause=cause_of(actor, now, why.reason))
        return 200, _own(session, actor, sim_id), {}

    return answer_once(session, actor, request, why, key, run)


@router.post(
    "/{sim_id}/replacements", status_code=201, response_model=Sim, summary="Change a SIM card for another"
)
def replace(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    sim_id: UUID,
    wish: Replacement,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """The answer is the new card; the old one is retired.

    Raises `SIM_LOCKED` while its number is being ported, `SIM_STOCK_EMPTY`, `ILLEGAL_TRANSITION`.

    Also raises `REASON_REQUIRED`.
    """
    _own(session, actor, sim_id)

    def run() -> tuple[int, Any, dict[str, str]]:
        card = _own(session, actor, sim_id, if_match)
        cause = cause_of(actor, now, wish.reason)
        made = change_sim(session, actor, card.case_id, sim_id, kind=wish.kind.value, cause=cause)
        return 201, _own(session, actor, made.id), {"Location": f"{router.prefix}/{made.id}"}

    return answer_once(session, actor, request, wish, key, run)
