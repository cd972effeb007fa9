"""End something monthly: a subscription given up, an add-on no longer wanted."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.domain.authority import refuse_outsiders
from infra.transitions import Cause
from invoicing import repository
from invoicing.domain.articles import ARTICLES, Counting
from invoicing.domain.errors import END_TOO_EARLY
from invoicing.models import EndedThing
from invoicing.queries.sources import sources
from kernel.errors import NOT_FOUND


def end_charge(
    session: Session, actor: Actor, customer_id: UUID, thing: str, ends_on: date, *, cause: Cause
) -> EndedThing:
    """`ends_on` is the last day charged; it can be changed as long as no later day has been billed.

    Raises `NOT_YOURS`, `NOT_FOUND`, `INVOICING_END_TOO_EARLY`.
    """
    refuse_outsiders(actor)
    repository.agreement(session, actor, customer_id)
    repository.lock_runs(session)
    monthly = (
        each.thing
        for each in sources(session, [customer_id], ends_on)[customer_id]
        if ARTICLES[each.article].counting is Counting.MONTHLY
    )
    if thing not in monthly:
        raise NOT_FOUND.error()
    billed_to = repository.billed_to(session, thing)
    if billed_to is not None and ends_on < billed_to:
        raise END_TOO_EARLY.error("ends_on", billed_to=billed_to)
    row = repository.end_of(session, thing) or EndedThing(
        customer_id=customer_id, thing=thing, ends_on=ends_on, at=cause.now
    )
    row.ends_on, row.entered_by, row.at = ends_on, cause.name, cause.now
    session.add(row)
    return row
