"""Where the SIM-in-hand gate of a case stands."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col

from delivery import repository
from delivery.domain.sims import ESIM, SIM
from delivery.domain.states import SimState
from delivery.models import DeliveryCase
from delivery.queries.views import CaseView
from delivery.sim_dispatch import repository as dispatch
from delivery.sim_dispatch.domain.gate import GateLine
from delivery.sim_dispatch.models import ParcelScan, SimWaiver
from delivery.sim_dispatch.queries.scans import ScanLine, scans_by_parcel
from infra.together import Read, read_together
from portingsvc.queries import booked_ports

_IN_HAND = (SimState.RECEIVED, SimState.ACTIVE)


def gate_lines(session: Session, case: DeliveryCase) -> tuple[GateLine, ...]:
    """Every booked number of the case whose user shall have a SIM, in five statements."""
    version = repository.signed_version(session, case.id)
    users = repository.users(session, version.id) if version else ()
    cards = repository.sims(session, [case.id])
    return _lines(
        session,
        case,
        wanting={user.mobile: user.name for user in users if user.mobile and user.sim_type in (SIM, ESIM)},
        in_hand={card.number for card in cards if card.state in _IN_HAND},
        waivers=dispatch.waivers(session, [case.id]),
    )


def gate_and_scans(
    session: Session, case: DeliveryCase, view: CaseView
) -> tuple[tuple[GateLine, ...], dict[UUID, list[ScanLine]]]:
    """The same, and what the carrier said, for a page that has read the case with its cards: in two statements."""
    waivers, scans = read_together(
        session,
        Read(SimWaiver, (col(SimWaiver.case_id) == case.id,)),
        Read(ParcelScan, (col(ParcelScan.parcel_id).in_([parcel.id for parcel in view.parcels]),)),
    )
    gate = _lines(
        session,
        case,
        wanting=dict(view.card_holders),
        in_hand={card.number for card in view.sims if card.state in _IN_HAND},
        waivers=sorted(waivers, key=lambda row: row.id),
    )
    return gate, scans_by_parcel(sorted(scans, key=lambda scan: (scan.parcel_id, scan.position)))


def _lines(
    session: Session,
    case: DeliveryCase,
    *,
    wanting: dict[str, str],
    in_hand: set[str],
    waivers: Sequence[SimWaiver],
) -> tuple[GateLine, ...]:
    waived = {row.number: row.reason for row in waivers}
    return tuple(
        GateLine(
            number=port.number,
            user_name=wanting[port.number],
            donor_name=port.donor_name,
            port_at=port.port_at,
            stop_deadline=port.stop_deadline,
            in_hand=port.number in in_hand,
            waived=waived.get(port.number, ""),
        )
        for port in booked_ports(session, [case.id])
        if port.number in wanting
    )
