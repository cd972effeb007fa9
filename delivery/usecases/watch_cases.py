"""Look after cases that wait for something nobody announces: stock that came back, dates that passed."""

from __future__ import annotations

from sqlmodel import col, select

from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from delivery.usecases.assign_sims import assign_sims
from infra.clock import current
from infra.db import unit_of_work
from infra.transitions import Cause

_WATCHED = (CaseState.GENOMFORANDE, CaseState.DRIFTSATTNING)


def watch_cases() -> None:
    """Give cards to whoever waits for one; keep each case's plan true. One unit of work a case."""
    with unit_of_work() as session:
        ids = session.exec(select(DeliveryCase.id).where(col(DeliveryCase.state).in_(_WATCHED))).all()
    for case_id in ids:
        with unit_of_work() as session:
            case = session.exec(
                select(DeliveryCase)
                .where(DeliveryCase.id == case_id)
                .with_for_update(key_share=True, skip_locked=True)
            ).first()
            if case is not None:
                assign_sims(session, case, Cause("system", "Växla", current(session)))
