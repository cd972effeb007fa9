"""Ask for the bases of all that is due (IN-01, IN-03). The row is the truth; a worker makes them, customer by customer."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.domain.authority import refuse_outsiders
from infra.clock import local_date
from infra.db import ring
from infra.queues import MAKE_BASES
from infra.transitions import Cause
from invoicing.domain.errors import RUN_IN_THE_FUTURE
from invoicing.models import InvoiceRun


def request_run(session: Session, actor: Actor, as_of: date, *, cause: Cause) -> InvoiceRun:
    """Every agreement's closed periods as of a day. Raises `NOT_YOURS`, `RUN_IN_THE_FUTURE`."""
    refuse_outsiders(actor)
    if as_of > local_date(cause.now):
        raise RUN_IN_THE_FUTURE.error("as_of", as_of=as_of)
    run = InvoiceRun(as_of=as_of, made_by=cause.name, at=cause.now)
    session.add(run)
    session.flush()
    ring(session, MAKE_BASES)
    return run
