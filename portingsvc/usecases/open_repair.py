"""A rejection becomes a task: what to put right, who does it, until when, at what cost (NP-04)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from infra.clock import local_date
from infra.outbox import emit
from infra.transitions import Cause
from portingsvc import repository
from portingsvc.domain import fees, schedule
from portingsvc.domain.donors import donor
from portingsvc.domain.rejections import Reason, Repairer, heaviest_cause
from portingsvc.models import PortingAttempt, PortingOrder, RepairTask


def open_repair(
    session: Session, order: PortingOrder, attempt: PortingAttempt, reasons: Sequence[Reason], cause: Cause
) -> RepairTask:
    """The task of an order; a second rejection before the first is repaired adds to it."""
    known = repository.open_repair(session, order.id)
    if known is not None:
        seen = {each["code"] for each in known.reasons}
        known.reasons = [*known.reasons, *(r.as_fact() for r in reasons if r.code not in seen)]
        return known
    codes = [reason.code for reason in reasons]
    by_customer = any(reason.repairer is Repairer.CUSTOMER for reason in reasons)
    prices = repository.prices(session)
    quote = fees.quote(attempt.attempt + 1, heaviest_cause(codes), local_date(cause.now), prices)
    task = RepairTask(
        order_id=order.id,
        attempt_id=attempt.id,
        case_id=order.case_id,
        repairer=Repairer.CUSTOMER if by_customer else reasons[0].repairer,
        reasons=[reason.as_fact() for reason in reasons],
        fields=sorted({field for reason in reasons for field in reason.fields}),
        due_at=schedule.repair_deadline(donor(order.donor), order.number_type, cause.now, order.port_at),
        fee_quote_ore=quote.amount_ore if quote.payer == "customer" else 0,
        created_at=cause.now,
    )
    session.add(task)
    session.flush()
    emit(
        session,
        "repair_task.opened",
        order.subject(),
        {
            "order": order.reference,
            "reasons": codes,
            "due_at": task.due_at.isoformat(),
            "repair_id": str(task.id),
        },
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    return task
