"""The customer's and the packing table's parts, played in a sandbox (PA-03). Test keys only."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from accounts.access import answer_once, cause_of, needs
from accounts.domain.actor import Actor
from delivery.domain.states import DataState, ParcelState
from infra.clock import NowDep
from infra.db import SessionDep
from infra.idempotency import IdempotencyKey
from infra.routing import Router
from partners.api.sandbox import inside
from partners.usecases.play_customer import play_parcels, play_sign_off, play_signature
from portingsvc.domain.states import MandateState

router = Router(prefix="/sandbox", tags=["sandbox"], dependencies=[Depends(inside)])
DATA = Annotated[Actor, needs("customer-data:write")]
MANDATES = Annotated[Actor, needs("mandates:write")]
SIMS = Annotated[Actor, needs("sims:write")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class PlayedSignOff(_Strict):
    """Which version of which case's lists."""

    case_id: UUID
    version_id: UUID
    default_donor: str = Field("", max_length=20, description="For numbers that name no operator we know.")


class PlayedSignature(_Strict):
    """Which mandate."""

    mandate_id: UUID


class PlayedParcels(_Strict):
    """For which case."""

    case_id: UUID


class SignedOff(BaseModel):
    """A version that is signed off."""

    version_id: UUID
    state: DataState
    signed_by: str
    signed_at: datetime | None


class SignedMandate(BaseModel):
    """A mandate that is signed."""

    mandate_id: UUID
    state: MandateState
    signed_by: str
    valid_until: datetime | None


class SentParcel(BaseModel):
    """A parcel that is under way."""

    id: UUID
    reference: str
    state: ParcelState
    tracking: str


class SentParcels(BaseModel):
    """The parcels, one for each address."""

    items: list[SentParcel]


@router.post(
    "/sign-offs",
    response_model=SignedOff,
    responses={404: {}},
    summary="Play the customer: sign lists off",
    operation_id="play_sandbox_sign_off",
)
def sign_off(
    request: Request,
    session: SessionDep,
    actor: DATA,
    now: NowDep,
    wish: PlayedSignOff,
    key: IdempotencyKey = None,
) -> JSONResponse:
    """Live, the customer does so on its page. A mandate for each present operator is laid up, as live.

    Raises `OPERATOR_UNCLEAR`, `DATA_FROZEN`, `ILLEGAL_TRANSITION` for a version with faults.

    Also raises `DONOR_UNKNOWN`, `OWNER_ID_WRONG`, `PREPARATION_UNFINISHED`, `REQUEST_ON_ITS_WAY`.
    """

    def run() -> tuple[int, Any, dict[str, str]]:
        version = play_sign_off(
            session,
            actor,
            wish.case_id,
            wish.version_id,
            default_donor=wish.default_donor,
            cause=cause_of(actor, now),
        )
        signed = SignedOff(
            version_id=version.id,
            state=version.state,
            signed_by=version.signed_by,
            signed_at=version.signed_at,
        )
        return 200, signed, {}

    return answer_once(session, actor, request, wish, key, run)


@router.post(
    "/signatures",
    response_model=SignedMandate,
    responses={404: {}},
    summary="Play the customer: sign a mandate",
    operation_id="play_sandbox_signature",
)
def signature(
    request: Request,
    session: SessionDep,
    actor: MANDATES,
    now: NowDep,
    wish: PlayedSignature,
    key: IdempotencyKey = None,
) -> JSONResponse:
    """By typed name, by as many as must. Raises `ILLEGAL_TRANSITION` once it is signed.

    Also raises `ALREADY_SIGNED`.
    """

    def run() -> tuple[int, Any, dict[str, str]]:
        mandate = play_signature(session, actor, wish.mandate_id, cause=cause_of(actor, now))
        signed = SignedMandate(
            mandate_id=mandate.id,
            state=mandate.state,
            signed_by=mandate.signatory_name,
            valid_until=mandate.valid_until,
        )
        return 200, signed, {}

    return answer_once(session, actor, request, wish, key, run)


@router.post(
    "/parcels",
    status_code=201,
    response_model=SentParcels,
    responses={404: {}},
    summary="Play the packing table: send SIM cards",
    operation_id="play_sandbox_parcels",
)
def parcels(
    request: Request,
    session: SessionDep,
    actor: SIMS,
    now: NowDep,
    wish: PlayedParcels,
    key: IdempotencyKey = None,
) -> JSONResponse:
    """A card for every user of the signed lists whose number is confirmed or new, from a stock that never ends.

    No carrier is asked: confirm the receipt yourself. Raises `NOTHING_TO_PACK`, `ADDRESS_INCOMPLETE`,
    `ILLEGAL_TRANSITION`.
    """

    def run() -> tuple[int, Any, dict[str, str]]:
        sent = play_parcels(session, actor, wish.case_id, cause=cause_of(actor, now))
        items = [
            SentParcel(id=each.id, reference=each.reference, state=each.state, tracking=each.tracking)
            for each in sent
        ]
        return 201, SentParcels(items=items), {}

    return answer_once(session, actor, request, wish, key, run)
