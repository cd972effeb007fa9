"""What a planner does with SIM cards and parcels."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import Response

from accounts.access import CSRF, PlannerDep, cause_of
from delivery.pages.answer import act
from delivery.usecases.pack_parcels import pack_parcels
from delivery.usecases.send_parcel import confirm_parcel_received, dispatch_parcel
from delivery.usecases.stock_sims import stock_sims
from infra.clock import NowDep
from infra.db import SessionDep

router = APIRouter(prefix="/cases/{case_id}", dependencies=[CSRF])


@router.post("/sims/stock")
def stock(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    case_id: UUID,
    file: Annotated[UploadFile | str, File()] = "",
) -> Response:
    """Take cards into stock from their maker's file."""
    content = "" if isinstance(file, str) else file.file.read().decode("utf-8-sig", errors="replace")
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        "sims",
        lambda: stock_sims(session, actor, content, cause=cause),
    )


@router.post("/sims/pack")
def pack(request: Request, session: SessionDep, actor: PlannerDep, now: NowDep, case_id: UUID) -> Response:
    """Pack what waits."""
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        "sims",
        lambda: pack_parcels(session, actor, case_id, cause=cause),
    )


@router.post("/parcels/{parcel_id}/dispatch")
def dispatch(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    case_id: UUID,
    parcel_id: UUID,
    tracking: Annotated[str, Form(max_length=60)] = "",
) -> Response:
    """Hand a parcel to the carrier."""
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        "sims",
        lambda: dispatch_parcel(session, actor, parcel_id, tracking=tracking, cause=cause),
    )


@router.post("/parcels/{parcel_id}/received")
def received(
    request: Request, session: SessionDep, actor: PlannerDep, now: NowDep, case_id: UUID, parcel_id: UUID
) -> Response:
    """The customer told us on the telephone that it has come."""
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        "sims",
        lambda: confirm_parcel_received(session, actor, parcel_id, cause=cause),
    )
