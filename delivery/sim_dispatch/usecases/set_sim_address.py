"""Where SIM cards go, when not to the agreement's address (SM-02, seed 004)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.domain.roles import Role
from delivery import repository
from delivery.domain.authority import refuse_others
from delivery.domain.errors import ADDRESS_INCOMPLETE
from delivery.domain.sims import address_faults
from delivery.models import DeliveryCase
from delivery.usecases.settle import note
from infra.transitions import Cause


def set_sim_address(
    session: Session, actor: Actor, case_id: UUID, address: dict[str, str], *, cause: Cause
) -> DeliveryCase:
    """Parcels packed from now on go there. Raises `NOT_YOURS`, and `ADDRESS_INCOMPLETE` at the field."""
    refuse_others(actor, Role.TELEFONIANSVARIG)
    case = repository.case(session, actor, case_id, lock=True)
    faults = address_faults(address)
    if faults:
        raise ADDRESS_INCOMPLETE.error(faults[0], fields=", ".join(faults))
    case.sim_address = {name: value.strip() for name, value in address.items()}
    note(session, case, "sim_address", cause.reason, cause, about=case.sim_address["street"])
    return case
