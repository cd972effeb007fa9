"""What a planner does with SIM cards and parcels."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import File, Form, UploadFile
from starlette.responses import Response

from accounts.access import CSRF, cause_of
from delivery.pages.desk import SIMS, DeskDep
from delivery.sim_dispatch.usecases.follow_parcel import lose_parcel, return_parcel
from delivery.sim_dispatch.usecases.print_papers import print_inserts, print_labels, print_packing_list
from delivery.sim_dispatch.usecases.release_ports import release_ports, waive_sim
from delivery.sim_dispatch.usecases.replace_card import assign_card, change_sim, report_lost
from delivery.sim_dispatch.usecases.set_sim_address import set_sim_address
from delivery.usecases.pack_parcels import pack_parcels
from delivery.usecases.send_parcel import confirm_parcel_received, dispatch_parcel
from delivery.usecases.stock_sims import stock_sims
from infra.routing import Router
from infra.templating import language_of

router = Router(prefix="/cases/{case_id}", dependencies=[CSRF])
Word = Annotated[str, Form(max_length=200)]
Words = Annotated[str, Form(max_length=4000)]


@router.post("/sims/stock")
def stock(desk: DeskDep, file: Annotated[UploadFile | str, File()] = "") -> Response:
    """Take cards into stock from their maker's file."""
    content = "" if isinstance(file, str) else file.file.read().decode("utf-8-sig", errors="replace")
    return desk.act(SIMS, lambda cause: stock_sims(desk.session, desk.actor, content, cause=cause))


@router.post("/sims/pack")
def pack(desk: DeskDep) -> Response:
    """Pack what waits."""
    return desk.act(SIMS, lambda cause: pack_parcels(desk.session, desk.actor, desk.case_id, cause=cause))


@router.post("/sims/address")
def address(desk: DeskDep, street: Word = "", postcode: Word = "", town: Word = "") -> Response:
    """Send cards elsewhere than to the agreement's address."""
    typed = {"street": street, "postcode": postcode, "town": town}
    return desk.having(**typed).act(
        SIMS, lambda cause: set_sim_address(desk.session, desk.actor, desk.case_id, typed, cause=cause)
    )


@router.post("/sims/assign")
def assign(desk: DeskDep, iccid: Word = "", number: Word = "") -> Response:
    """Give a certain card to a user."""
    return desk.having(iccid=iccid, number=number).act(
        SIMS,
        lambda cause: assign_card(
            desk.session, desk.actor, desk.case_id, iccid=iccid, number=number, cause=cause
        ),
    )


@router.post("/sims/release")
def release(desk: DeskDep) -> Response:
    """Let the booked ports go."""
    return desk.act(SIMS, lambda cause: release_ports(desk.session, desk.actor, desk.case_id, cause=cause))


@router.post("/sims/waive")
def waive(desk: DeskDep, number: Word = "", reason: Words = "") -> Response:
    """Let one number go without a SIM in hand."""
    return desk.act(
        SIMS,
        lambda cause: waive_sim(desk.session, desk.actor, desk.case_id, number=number, cause=cause),
        reason,
    )


@router.post("/sims/{sim_id}/lost")
def lost(desk: DeskDep, sim_id: UUID, reason: Words = "") -> Response:
    """A card is lost; its user gets another."""
    return desk.act(
        SIMS, lambda cause: report_lost(desk.session, desk.actor, desk.case_id, sim_id, cause=cause), reason
    )


@router.post("/sims/{sim_id}/change")
def change(desk: DeskDep, sim_id: UUID, kind: Word = "", reason: Words = "") -> Response:
    """A user changes to another card."""
    return desk.act(
        SIMS,
        lambda cause: change_sim(desk.session, desk.actor, desk.case_id, sim_id, kind=kind, cause=cause),
        reason,
    )


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


@router.post("/parcels/{parcel_id}/returned")
def returned(desk: DeskDep, parcel_id: UUID) -> Response:
    """A parcel came back."""
    return desk.act(SIMS, lambda cause: return_parcel(desk.session, desk.actor, parcel_id, cause=cause))


@router.post("/parcels/{parcel_id}/lost")
def parcel_lost(desk: DeskDep, parcel_id: UUID, reason: Words = "") -> Response:
    """A parcel is lost."""
    return desk.act(SIMS, lambda cause: lose_parcel(desk.session, desk.actor, parcel_id, cause=cause), reason)


@router.get("/parcels/{parcel_id}/packing-list")
def packing_list(desk: DeskDep, parcel_id: UUID) -> Response:
    """The packing list."""
    language = language_of(desk.request)
    return _pdf(print_packing_list(desk.session, desk.actor, desk.case_id, parcel_id, language=language))


@router.get("/parcels/{parcel_id}/labels")
def labels(desk: DeskDep, parcel_id: UUID) -> Response:
    """The labels of parcel and envelopes."""
    language = language_of(desk.request)
    return _pdf(print_labels(desk.session, desk.actor, desk.case_id, parcel_id, language=language))


@router.post("/parcels/{parcel_id}/inserts")
def inserts(desk: DeskDep, parcel_id: UUID) -> Response:
    """PIN and PUK for the inside of the envelopes. A form and no link, for each time leaves its lines."""
    return _pdf(
        print_inserts(
            desk.session,
            desk.actor,
            desk.case_id,
            parcel_id,
            language=language_of(desk.request),
            cause=cause_of(desk.actor, desk.now),
        )
    )


def _pdf(content: bytes) -> Response:
    return Response(content, media_type="application/pdf", headers={"Cache-Control": "no-store"})
