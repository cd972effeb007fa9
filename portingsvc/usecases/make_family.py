"""Take a partner's order of up to 20,000 numbers: drafts of what is good, a word on each that is not (PA-01)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from accounts.usecases.register_organisation import register_customer
from infra.clock import local_date
from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import DomainError
from kernel.identities import check_identity
from portingsvc.domain.errors import FAMILY_REFUSED, OWNER_ID_WRONG
from portingsvc.models import PortingFamily
from portingsvc.usecases.accept_quote import bind_orders, refuse_uncovered
from portingsvc.usecases.judge_orders import Asked, Judged, Judgement, judge_orders
from portingsvc.usecases.lay_up import Whose, lay_up


@dataclass(frozen=True, slots=True)
class NewFamily:
    """What a partner orders in one call. `all_or_nothing` asks that one fault stops all; unasked it never does."""

    customer_name: str
    org_number: str
    port_at: datetime
    items: Sequence[Asked]
    external_reference: str = ""
    all_or_nothing: bool = False
    fee_quote_id: UUID | None = None


def customer_number(org_number: str, now: datetime) -> str:
    """The ten digits of an organisation. Raises `OWNER_ID_WRONG`."""
    checked = check_identity(org_number, today=local_date(now))
    if checked.identity is None:
        raise OWNER_ID_WRONG.error("customer.org_number", value=org_number, why=str(checked.code))
    return checked.identity.digits[-10:]


def make_family(
    session: Session, partner_id: UUID, new: NewFamily, cause: Cause
) -> tuple[PortingFamily, Judgement]:
    """Drafts, and what stood in the way of the others.

    Raises `TOO_MANY_NUMBERS`; what is wrong with all together (as `FEE_BUDGET_REACHED`, `MAIN_NUMBER_NOT_LAST`);
    the fault itself when the order is of one item; `FAMILY_REFUSED` with every fault when all or nothing was asked
    for, or nothing is good; `QUOTE_NOT_ACCEPTED`, `QUOTE_NOT_COVERING`.
    """
    number = customer_number(new.org_number, cause.now)
    customer = register_customer(
        session, name=new.customer_name, org_number=number, partner_id=partner_id, now=cause.now
    )
    judged = judge_orders(session, customer.id, new.items, new.port_at, cause.now)
    _refuse(new, judged)
    quote = None
    if new.fee_quote_id is not None:
        quote = refuse_uncovered(session, partner_id, new.fee_quote_id, judged.good)
    family = PortingFamily(
        partner_id=partner_id,
        customer_id=customer.id,
        external_reference=new.external_reference,
        port_at=new.port_at,
        refused=[told(place, each) for place, each in enumerate(judged.items) if each.faults],
        made_by=cause.name,
        created_at=cause.now,
    )
    session.add(family)
    session.flush()
    whose = Whose(customer.id, partner_id, None, family.id, new.external_reference)
    ids = lay_up(session, judged.good, new.port_at, whose, cause)
    if quote is not None:
        bind_orders(session, quote, ids)
    facts = {"orders": len(judged.good), "refused": len(family.refused)}
    emit(
        session,
        "porting_family.made",
        family.subject(),
        facts,
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    return family, judged


def _refuse(new: NewFamily, judged: Judgement) -> None:
    for fault in judged.faults:
        raise fault
    bad = [told(place, each) for place, each in enumerate(judged.items) if each.faults]
    if len(judged.items) == 1 and judged.items[0].faults:
        raise judged.items[0].faults[0]
    if bad and (new.all_or_nothing or not judged.good):
        raise FAMILY_REFUSED.error("items", count=len(bad), total=len(judged.items), refused=bad)


def told(place: int, judged: Judged) -> dict[str, Any]:
    """One that was refused, as it is kept and shown: where it stood, what was written, every fault."""
    return {
        "place": place,
        "number": judged.asked.number,
        "faults": [fault_of(each) for each in judged.faults],
    }


def fault_of(fault: DomainError) -> dict[str, str]:
    """A fault with its stable code. The catalogue has the text in the other language."""
    return {"code": fault.code, "field": fault.field or "", "detail": fault.detail("en")}
