"""What a planner does with SIM cards and parcels."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, File, Form, UploadFile
from starlette.responses import Response

from accounts.access import CSRF
from delivery.pages.desk import SIMS, DeskDep
from delivery.usecases.pack_parcels import pack_parcels
from delivery.usecases.send_parcel import confirm_parcel_received, dispatch_parcel
from delivery.usecases.stock_sims import stock_sims

router = APIRouter(prefix="/cases/{case_id}", dependencies=[CSRF])


@router.post("/sims/stock")
def stock(desk: DeskDep, file: Annotated[UploadFile | str, File()] = "") -> Response:
    """Take cards into stock from their maker's file."""
    content = "" if isinstance(file, str) else file.file.read().decode("utf-8-sig", errors="replace")
    return desk.act(SIMS, lambda cause: stock_sims(desk.session, desk.actor, content, cause=cause))


@router.post("/sims/pack")
def pack(desk: DeskDep) -> Response:
    """Pack what waits."""
    return desk.act(SIMS, lambda cause: pack_parcels(desk.session, desk.actor, desk.case_id, cause=cause))


@router.post("/parcels/{parcel_id}/dispatch")
def dispatch(desk: DeskDep, parcel_id: UUID, tracking: Annotated[str, Form(max_length=60)] = "") -> Response:
    """Hand a parcel to the carrier."""
    return desk.act(
        SIMS,
        lambda cause: dispatch_parcel(desk.session, desk.actor, parcel_id, tracking=tracking, cause=cause),
    )


@router.post("/parcels/{parcel_id}/received")
def received(desk: DeskDep, parcel_id: UUID) -> Response:
    """The customer told us on the telephone that it has come."""
    return desk.act(
        SIMS, lambda cause: confirm_parcel_received(desk.session, desk.actor, parcel_id, cause=cause)
    )
