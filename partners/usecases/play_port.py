"""A porting order in one go, in a sandbox: the customer's and the planner's parts are played (PA-03).

Live, a customer signs the mandate and a planner opens the gate; here both do it at once, by the same use cases.
What follows is the donor's part, and is chosen by the number.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from delivery import repository as deliveries
from infra.transitions import Cause
from kernel.numbers import check_number
from partners.domain.errors import SANDBOX_NUMBERS_INVALID
from portingsvc.domain.donors import donor as donor_row
from portingsvc.domain.schedule import next_slot, plan_for
from portingsvc.models import PortingOrder
from portingsvc.usecases.mandates import Signature, make_mandate, owner_in_donor_form, sign_mandate
from portingsvc.usecases.plan_orders import OrderItem, plan_orders
from portingsvc.usecases.release_orders import release_orders

_PLAYED: Final = "sandbox"
_SIGNER: Final = "Tove Exempelsson"


def play_port(
    session: Session,
    actor: Actor,
    case_id: UUID,
    *,
    donor: str,
    numbers: Sequence[str],
    port_on: date | None,
    cause: Cause,
) -> list[PortingOrder]:
    """Orders for each number or series, mandate signed and released; `port_on` is the earliest day unless given.

    Raises `NOT_FOUND`, `DONOR_UNKNOWN`, `SANDBOX_NUMBERS_INVALID`, and as `plan_orders`.
    """
    case = deliveries.case(session, actor, case_id)
    customer = accounts.organisation(session, case.customer_id)
    at = donor_row(donor)
    series = [_series(each) for each in numbers]
    type_ = check_number(series[0][0]).type
    day = port_on or plan_for(at, type_, cause.now).earliest_port_date
    planner = Cause("planner", _PLAYED, cause.now)
    mandate = make_mandate(
        session,
        customer_id=customer.id,
        partner_id=case.partner_id,
        case_id=case.id,
        donor_code=at.code,
        owner_id=customer.org_number,
        owner_name=customer.name,
        series=series,
        cause=planner,
    )
    names = (person.name for _, person in accounts.roles_in(session, customer.id))
    signer = next((name for name in names if " " in name), _SIGNER)
    signed_by = Cause("customer", signer, cause.now)
    sign_mandate(session, mandate.id, Signature(signer, "", _PLAYED), signed_by)
    owner = owner_in_donor_form(at.code, customer.org_number, cause.now.date())
    made = plan_orders(
        session,
        customer_id=customer.id,
        partner_id=case.partner_id,
        case_id=case.id,
        items=[OrderItem(first, last, at.code, owner, customer.name) for first, last in series],
        port_at=next_slot(at, day),
        cause=planner,
    )
    release_orders(session, case.id, planner)
    return made


def _series(written: str) -> tuple[str, str]:
    found = check_number(written)
    if not found.ok or found.first is None or found.last is None:
        raise SANDBOX_NUMBERS_INVALID.error("numbers", value=written)
    return found.first, found.last
