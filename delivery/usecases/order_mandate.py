"""Lay a mandate up for the numbers of a case or of a porting family, on a partner's word (CU-05, PA-01)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.errors import MANDATE_FOR_ONE
from infra.sandboxes import refuses_fiction
from infra.transitions import Cause
from kernel.errors import NOT_FOUND
from kernel.numbers import check_number
from portingsvc.domain.donors import donor, donor_of
from portingsvc.domain.errors import NUMBER_REFUSED
from portingsvc.models import Mandate, PortingFamily
from portingsvc.usecases.mandates import make_mandate, require_two


@dataclass(frozen=True, slots=True)
class NewMandate:
    """What a mandate is to cover, in any writing; for either a case or a family. The owner is the customer unless told."""

    case_id: UUID | None
    family_id: UUID | None
    donor: str
    numbers: Sequence[str]
    owner_id: str = ""
    owner_name: str = ""
    two_signatories: bool = False


def order_mandate(session: Session, actor: Actor, new: NewMandate, *, cause: Cause) -> Mandate:
    """A mandate that waits for its signature.

    Raises `NOT_FOUND`, `MANDATE_FOR_ONE`, `DONOR_UNKNOWN`, `NUMBER_REFUSED` at the number's place, `OWNER_ID_WRONG`.
    """
    customer_id, partner_id = _whose(session, actor, new)
    customer = accounts.organisation(session, customer_id)
    made = make_mandate(
        session,
        customer_id=customer_id,
        partner_id=partner_id,
        case_id=new.case_id,
        donor_code=donor(donor_of(new.donor) or new.donor.upper()).code,
        owner_id=new.owner_id or customer.org_number,
        owner_name=new.owner_name or customer.name,
        series=[_series(place, each) for place, each in enumerate(new.numbers)],
        cause=cause,
    )
    return require_two(session, made.id, cause) if new.two_signatories else made


def _whose(session: Session, actor: Actor, new: NewMandate) -> tuple[UUID, UUID | None]:
    if (new.case_id is None) == (new.family_id is None):
        raise MANDATE_FOR_ONE.error("case_id")
    if new.case_id is not None:
        case = repository.case(session, actor, new.case_id)
        return case.customer_id, case.partner_id
    family = session.get(PortingFamily, new.family_id)
    if family is None or not actor.sees(None, family.partner_id):
        raise NOT_FOUND.error()
    return family.customer_id, family.partner_id


def _series(place: int, written: str) -> tuple[str, str]:
    found = check_number(written, production=refuses_fiction())
    if not found.ok or found.first is None or found.last is None:
        codes = ", ".join(str(each) for each in found.codes)
        raise NUMBER_REFUSED.error(f"numbers.{place}", number=written, codes=codes)
    return found.first, found.last
