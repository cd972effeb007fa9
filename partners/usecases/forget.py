"""Drop what has been kept long enough: calls after 30 days, ended deliveries after 90. Events stay."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session

from partners import repository

CALLS_KEPT: Final = timedelta(days=30)
DELIVERIES_KEPT: Final = timedelta(days=90)


def forget(session: Session, *, now: datetime, machine_now: datetime) -> tuple[int, int]:
    """Returns how many calls and deliveries were dropped. Calls are dated by the machine's clock."""
    calls = repository.forget_calls(session, machine_now - CALLS_KEPT)
    return calls, repository.forget_deliveries(session, now - DELIVERIES_KEPT)
