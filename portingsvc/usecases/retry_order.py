"""Make the next attempt after a rejection: with contact, with something changed, with the fee accepted (NP-04)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from infra.clock import local_date
from infra.db import ring
from infra.queues import DISPATCH
from infra.transitions import Cause, move
from kernel.language import Text
from kernel.money import kronor
from portingsvc import repository
from portingsvc.domain.donors import donor, donor_of
from portingsvc.domain.errors import (
    CONTACT_REQUIRED,
    FEE_NOT_ACCEPTED,
    NOTHING_CHANGED,
    RETRY_NOT_POSSIBLE,
    WISH_ALREADY_OPEN,
)
from portingsvc.domain.fees import Quote
from portingsvc.domain.rejections import reason
from portingsvc.domain.states import NUMBER, ORDER, NumberEvent, NumberState, OrderEvent
from portingsvc.models import FeeQuote, PortingAttempt, PortingOrder, RepairTask
from portingsvc.usecases.keep_budget import refuse_over_budget
from portingsvc.usecases.make_wish import held_attempts
from portingsvc.usecases.mandates import owner_in_donor_form
from portingsvc.usecases.next_fee import next_fee
from portingsvc.usecases.plan_orders import add_attempt, refuse_early
from portingsvc.usecases.release_orders import covering

NOT_REACTIVATED = Text(
    sv="Numren måste först fungera hos operatören igen (återaktivering).",
    en="The numbers must first work at the operator again (reactivation).",
)


PART_IS_BOOKED = Text(
    sv="En del av ordern är bokad hos operatören. Avbryt den delen, eller behåll operatör och tid.",
    en="Part of the order is booked at the operator. Cancel that part, or keep operator and time.",
)


@dataclass(frozen=True, slots=True)
class Correction:
    """What is put right. Empty fields stay as they were; `why_now` says why unchanged data will do."""

    owner_id: str = ""
    owner_name: str = ""
    donor: str = ""
    port_at: datetime | None = None
    why_now: str = ""


def retry_order(
    session: Session, order_id: UUID, correction: Correction, *, accepted_fee_ore: int, cause: Cause
) -> PortingAttempt:
    """Plan the next attempt; it is sent as soon as it can be.

    A quote that was accepted for it holds: the customer pays what it says, whatever the price is by now.

    Raises `CONTACT_REQUIRED`, `NOTHING_CHANGED`, `FEE_NOT_ACCEPTED` (with the sum), `RETRY_NOT_POSSIBLE`,
    `PORT_DATE_TOO_EARLY` (every attempt counts its own full lead), `FEE_BUDGET_REACHED`, or
    `ILLEGAL_TRANSITION`.
    """
    order = repository.lock_order(session, order_id)
    ORDER.decide(order.state, OrderEvent.RETRY, actor=cause.role)
    task = repository.open_repair(session, order.id)
    _refuse_unrepaired(task)
    changes = _correct(order, correction, local_date(cause.now))
    if not changes and not correction.why_now.strip():
        raise NOTHING_CHANGED.error("why_now")
    last = repository.last_attempt(session, order.id)
    number = (last.attempt if last else 0) + 1
    if changes.keys() & {"donor", "port_at"} and held_attempts(session, order):
        raise RETRY_NOT_POSSIBLE.error(reason=PART_IS_BOOKED)
    quote, bound = _fee(session, order, number, task, accepted_fee_ore, cause)
    refuse_early(order.donor, order.number_type, order.first, order.last, cause.now, order.port_at)
    more = quote.amount_ore + donor(order.donor).fee_ore
    refuse_over_budget(session, order.customer_id, more, cause.now)
    if not any(each.state is NumberState.REJECTED for each in repository.numbers_of(session, order.id)):
        raise RETRY_NOT_POSSIBLE.error(reason=NOT_REACTIVATED)
    order.mandate_id = covering(session, order, cause).id
    if repository.open_wishes(session, order.id):
        raise WISH_ALREADY_OPEN.error(donor=donor(order.donor).name, order=order.reference)
    made = add_attempt(session, order, number, quote, cause)
    made.fee_accepted_by, made.fee_accepted_at = cause.name, cause.now
    if bound is not None:
        repository.bind_attempt(made, bound)
    for each in repository.numbers_of(session, order.id):
        if each.state is NumberState.REJECTED:
            move(session, each, NUMBER, NumberEvent.RETRY, cause)
    move(session, order, ORDER, OrderEvent.RETRY, cause.because(correction.why_now, **changes))
    if task is not None:
        task.changes = {**task.changes, **changes, "why_now": correction.why_now}
        task.closed_at = cause.now
    ring(session, DISPATCH)
    return made


def _fee(
    session: Session,
    order: PortingOrder,
    number: int,
    task: RepairTask | None,
    accepted_fee_ore: int,
    cause: Cause,
) -> tuple[Quote, FeeQuote | None]:
    """What the attempt costs, and the quote that was accepted for it. Raises `FEE_NOT_ACCEPTED`."""
    prices, contested = repository.prices(session), task is not None and task.contested_at is not None
    reasons = task.reasons if task else []
    quote = next_fee(number, reasons, local_date(cause.now), prices, contested=contested)
    accepted = repository.accepted_line(session, order.id, number)
    if quote.payer != "customer":
        return quote, accepted[1] if accepted else None
    if accepted is not None and accepted[0].payer == quote.payer:
        return replace(quote, amount_ore=accepted[0].amount_ore), accepted[1]
    if accepted_fee_ore != quote.amount_ore:
        raise FEE_NOT_ACCEPTED.error(
            "accept_fee", amount=kronor(quote.amount_ore), amount_ore=quote.amount_ore
        )
    return quote, None


def _codes(task: RepairTask | None) -> list[str]:
    return [str(each["code"]) for each in task.reasons] if task else []


def _refuse_unrepaired(task: RepairTask | None) -> None:
    if task is None or task.contacted_at is None:
        raise CONTACT_REQUIRED.error()
    for code in _codes(task):
        if not reason(code).retry:
            raise RETRY_NOT_POSSIBLE.error(reason=reason(code).text)


def _correct(order: PortingOrder, correction: Correction, today: date) -> dict[str, str]:
    """Apply the correction; returns what really changed, old → new."""
    before = {
        "owner_id": order.owner_id,
        "owner_name": order.owner_name,
        "donor": order.donor,
        "port_at": order.port_at.isoformat(),
    }
    if correction.donor:
        order.donor = donor(donor_of(correction.donor) or correction.donor.strip().upper()).code
    if correction.owner_id:
        order.owner_id = owner_in_donor_form(order.donor, correction.owner_id, today)
    if correction.owner_name:
        order.owner_name = correction.owner_name.strip()
    if correction.port_at:
        order.port_at = correction.port_at
    after = {
        "owner_id": order.owner_id,
        "owner_name": order.owner_name,
        "donor": order.donor,
        "port_at": order.port_at.isoformat(),
    }
    return {key: f"{before[key]} → {after[key]}" for key in before if before[key] != after[key]}
