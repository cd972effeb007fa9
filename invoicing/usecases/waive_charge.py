"""Let a charge off, with a reason (IN-03). It stands on the next basis at nothing, so that nobody wonders."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.domain.authority import refuse_outsiders
from infra.clock import local_date
from infra.transitions import Cause
from invoicing import repository
from invoicing.domain.errors import ALREADY_INVOICED
from invoicing.models import Waiver
from invoicing.queries.due import due_lines
from kernel.errors import NOT_FOUND, REASON_REQUIRED


def waive_charge(
    session: Session, actor: Actor, customer_id: UUID, thing: str, period: str, *, cause: Cause
) -> Waiver:
    """Raises `NOT_YOURS`, `REASON_REQUIRED`, `ALREADY_INVOICED`, and `NOT_FOUND` for what is not to be billed."""
    refuse_outsiders(actor)
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    agreement = repository.agreement(session, actor, customer_id)
    repository.lock_runs(session)
    billed = repository.line_of(session, thing, period)
    if billed is not None and billed[1].customer_id == customer_id:
        raise ALREADY_INVOICED.error(reference=billed[1].reference)
    waiting = due_lines(session, [agreement], local_date(cause.now), also_open=True)[customer_id]
    line = next((each for each in waiting if (each.thing, each.period) == (thing, period)), None)
    if line is None or line.waived:
        raise NOT_FOUND.error()
    waiver = Waiver(
        customer_id=customer_id,
        thing=thing,
        period=period,
        reason=cause.reason.strip(),
        decided_by=cause.name,
        at=cause.now,
    )
    session.add(waiver)
    return waiver
