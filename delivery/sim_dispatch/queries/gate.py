"""Where the SIM-in-hand gate of a case stands."""

from __future__ import annotations

from sqlmodel import Session

from delivery import repository
from delivery.domain.sims import ESIM, SIM
from delivery.domain.states import SimState
from delivery.models import DeliveryCase
from delivery.sim_dispatch import repository as dispatch
from delivery.sim_dispatch.domain.gate import GateLine
from portingsvc.queries import booked_ports

_IN_HAND = (SimState.RECEIVED, SimState.ACTIVE)


def gate_lines(session: Session, case: DeliveryCase) -> tuple[GateLine, ...]:
    """Every booked number of the case whose user shall have a SIM, in five statements."""
    version = repository.signed_version(session, case.id)
    users = repository.users(session, version.id) if version else ()
    wanting = {user.mobile: user for user in users if user.mobile and user.sim_type in (SIM, ESIM)}
    in_hand = {card.number for card in repository.sims(session, [case.id]) if card.state in _IN_HAND}
    waived = {row.number: row.reason for row in dispatch.waivers(session, [case.id])}
    return tuple(
        GateLine(
            number=port.number,
            user_name=wanting[port.number].name,
            donor_name=port.donor_name,
            port_at=port.port_at,
            stop_deadline=port.stop_deadline,
            in_hand=port.number in in_hand,
            waived=waived.get(port.number, ""),
        )
        for port in booked_ports(session, [case.id])
        if port.number in wanting
    )
