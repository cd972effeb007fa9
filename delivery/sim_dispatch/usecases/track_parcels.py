"""Ask the carrier where parcels are: claim, call, record — three steps, the call outside any transaction.

A parcel is due by its row (`look_at`). What the carrier says is kept, each thing once; delivered, returned and
lost move the parcel and its cards. A carrier that does not answer changes nothing: the parcel is due again.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session

from delivery.domain.states import ParcelEvent, ParcelState
from delivery.models import Parcel
from delivery.sim_dispatch import repository
from delivery.sim_dispatch.domain.carrier import LOOK_AGAIN, LOOK_EVERY, SCANS
from delivery.sim_dispatch.gateways.carrier import Carrier, CarrierScan, CarrierUnavailable
from delivery.sim_dispatch.models import ParcelScan
from delivery.sim_dispatch.usecases.follow_parcel import step_back
from delivery.usecases.send_parcel import receive
from infra.clock import current
from infra.db import unit_of_work
from infra.transitions import Cause
from kernel.ids import new_id

_log = logging.getLogger(__name__)
_BATCH: Final = 50


@dataclass(frozen=True, slots=True)
class _Errand:
    """What to ask about, with no session behind it."""

    parcel_id: UUID
    reference: str
    tracking: str
    address: dict[str, str]


def track_parcels(carrier: Carrier, limit: int = _BATCH) -> int:
    """Look at every parcel that is due. Returns how many the carrier answered about."""
    answered = 0
    for errand in _claim(limit):
        try:
            tracking = errand.tracking or carrier.book(errand.reference, errand.address)
            scans = carrier.track(tracking)
        except CarrierUnavailable as why:
            _log.warning("carrier could not be asked", extra={"parcel": errand.reference, "why": str(why)})
            continue
        _record(errand, tracking, scans, carrier.name)
        answered += 1
    return answered


def _claim(limit: int) -> list[_Errand]:
    """Take what is due, and put its next look ahead before the carrier is called."""
    with unit_of_work() as session:
        now = current(session)
        errands = []
        for parcel in repository.claim_due(session, now, limit):
            parcel.look_at = now + LOOK_AGAIN
            errands.append(_Errand(parcel.id, parcel.reference, parcel.tracking, parcel.address))
        return errands


def _record(errand: _Errand, tracking: str, scans: Sequence[CarrierScan], carrier: str) -> None:
    with unit_of_work() as session:
        now = current(session)
        parcel = repository.locked_parcel(session, errand.parcel_id)
        if parcel.state is not ParcelState.DISPATCHED:
            return  # somebody said where it is while we asked
        parcel.tracking = tracking
        parcel.look_at = now + LOOK_EVERY
        if not scans:
            return
        _keep(session, parcel, scans)
        newest = scans[-1]
        parcel.carrier_said, parcel.carrier_said_at = newest.code, newest.at
        event = SCANS[newest.code].event if newest.code in SCANS else None
        if event is not None:
            _follow(session, parcel, event, Cause("system", carrier, now, facts={"scan": newest.code}))


def _keep(session: Session, parcel: Parcel, scans: Sequence[CarrierScan]) -> None:
    rows = [
        {"id": new_id(), "parcel_id": parcel.id, "position": each.position, "code": each.code, "at": each.at}
        for each in scans
    ]
    session.execute(
        insert(ParcelScan).values(rows).on_conflict_do_nothing(index_elements=["parcel_id", "position"])
    )


def _follow(session: Session, parcel: Parcel, event: ParcelEvent, cause: Cause) -> None:
    if event is ParcelEvent.DELIVER:
        receive(session, parcel, cause)
    else:
        step_back(session, parcel, event, cause)
