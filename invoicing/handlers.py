"""How invoicing reacts to news of deliveries. A handler may run again without harm."""

from __future__ import annotations

from typing import Final

from sqlmodel import Session

from delivery.queries import delivered_cases
from infra.outbox import Handler, OutboxEvent
from infra.transitions import Cause
from invoicing.usecases.open_agreement import open_agreement


def on_live(session: Session, event: OutboxEvent) -> None:
    """A delivery counts as delivered at driftsättning (seed 004): from then on it is invoiced."""
    if event.customer_id is None:
        return
    for case in delivered_cases(session, [event.customer_id]):
        open_agreement(session, case, Cause("system", "Växla", event.occurred_at))


HANDLERS: Final[dict[str, tuple[Handler, ...]]] = {"delivery_case.go_live": (on_live,)}
