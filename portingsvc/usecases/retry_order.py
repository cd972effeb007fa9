"""Make the next attempt after a rejection: with contact, with something changed, with the fee accepted (NP-04)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from infra.db import ring
from infra.formats import day as written_day
from infra.queues import DISPATCH
from infra.transitions import Cause, move
from kernel.money import kronor
from kernel.numbers import format_series
from portingsvc import repository
from portingsvc.domain import fees, schedule
from portingsvc.domain.donors import donor
from portingsvc.domain.errors import (
    CONTACT_REQUIRED,
    FEE_NOT_ACCEPTED,
    NOTHING_CHANGED,
    PORT_DATE_TOO_EARLY,
    RETRY_NOT_POSSIBLE,
)
from portingsvc.domain.rejections import heaviest_cause, reason
from portingsvc.domain.states import NUMBER, ORDER, NumberEvent, NumberState, OrderEvent
from portingsvc.models import PortingAttempt, PortingOrder, RepairTask
from portingsvc.usecases.mandates import owner_in_donor_form
from portingsvc.usecases.plan_orders import add_attempt


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

    Raises `CONTACT_REQUIRED`, `NOTHING_CHANGED`, `FEE_NOT_ACCEPTED` (with the sum), `RETRY_NOT_POSSIBLE`,
    `PORT_DATE_TOO_EARLY` (every attempt counts its own full lead), or `ILLEGAL_TRANSITION`.
    """
    order = repository.lock_order(session, order_id)
    ORDER.decide(order.state, OrderEvent.RETRY, actor=cause.role)
    task = repository.open_repair(session, order.id)
    _refuse_unrepaired(task)
    changes = _correct(order, correction, cause.now.date())
    if not changes and not correction.why_now.strip():
        raise NOTHING_CHANGED.error("why_now")
    last = repository.last_attempt(session, order.id)
    number = (last.attempt if last else 0) + 1
    quote = fees.quote(number, heaviest_cause(_codes(task)), cause.now.date())
    if quote.payer == "customer" and accepted_fee_ore != quote.amount_ore:
        raise FEE_NOT_ACCEPTED.error(
            "accept_fee", amount=kronor(quote.amount_ore), amount_ore=quote.amount_ore
        )
    _refuse_early(order, cause)
    made = add_attempt(session, order, number, quote, cause)
    for each in repository.numbers_of(session, order.id):
        if each.state is NumberState.REJECTED:
            move(session, each, NUMBER, NumberEvent.RETRY, cause)
    move(session, order, ORDER, OrderEvent.RETRY, cause.because(correction.why_now, **changes))
    if task is not None:
        task.changes = {**task.changes, **changes, "why_now": correction.why_now}
        task.closed_at = cause.now
    ring(session, DISPATCH)
    return made


def _codes(task: RepairTask | None) -> list[str]:
    return [str(each["code"]) for each in task.reasons] if task else []


def _refuse_unrepaired(task: RepairTask | None) -> None:
    if task is None or task.contacted_at is None:
        raise CONTACT_REQUIRED.error()
    for code in _codes(task):
        if not reason(code).retry:
            raise RETRY_NOT_POSSIBLE.error(reason=reason(code).text.sv)


def _correct(order: PortingOrder, correction: Correction, today: date) -> dict[str, str]:
    """Apply the correction; returns what really changed, old → new."""
    before = {
        "owner_id": order.owner_id,
        "owner_name": order.owner_name,
        "donor": order.donor,
        "port_at": order.port_at.isoformat(),
    }
    if correction.donor:
        order.donor = donor(correction.donor).code
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


def _refuse_early(order: PortingOrder, cause: Cause) -> None:
    at = donor(order.donor)
    why = schedule.why_not(at, order.number_type, cause.now, order.port_at)
    if why is None:
        return
    raise PORT_DATE_TOO_EARLY.error(
        "port_at",
        number=format_series(order.first, order.last),
        wanted=written_day(order.port_at, "sv"),
        earliest=schedule.plan_for(at, order.number_type, cause.now).earliest_port_date,
        reason=why.sv,
        reason_en=why.en,
    )
