"""Which page does which task."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from portingsvc.domain.states import MandateState

if TYPE_CHECKING:
    from delivery.queries.views import CustomerView
    from portingsvc.queries import MandateLine

_PAGES = {
    "customer_data": "data",
    "training_needs": "training",
    "invoicing_basics": "invoicing",
}


def task_path(case_id: UUID, key: str, view: CustomerView, mandates: Sequence[MandateLine]) -> str:
    """Where a task is done; empty for one that is only followed."""
    base = f"/cases/{case_id}"
    if key in _PAGES:
        return f"{base}/{_PAGES[key]}"
    if key == "porting_preparation" and view.preparations:
        left = next((each for each in view.preparations if each.answered_at is None), view.preparations[0])
        return f"{base}/preparation/{left.donor}"
    if key == "mandate" and mandates:
        live = [each for each in mandates if each.state is not MandateState.REVOKED]
        left_to_sign = next(
            (each for each in live if each.state is not MandateState.SIGNED), live[0] if live else None
        )
        return f"{base}/mandates/{left_to_sign.id}" if left_to_sign else ""
    return ""
