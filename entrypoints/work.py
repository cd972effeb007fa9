"""Every task of the product, and the relay that hands news to those above. Knowing them, one can do them."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import chain
from typing import Final

import delivery.attribution.handlers
import delivery.handlers
import delivery.people.tasks
import delivery.sim_dispatch.tasks
import delivery.tasks
import infra.mail_tasks
import infra.sms_tasks
import invoicing.handlers
import invoicing.tasks
import openfibre.operator_change.tasks
import openfibre.port_unblocking.tasks
import partners.tasks
import portingsvc.tasks
from infra.celery_app import app, one_at_a_time, ring_now
from infra.outbox import Handler, relay
from infra.queues import RELAY, SEND_WEBHOOKS

TASK_MODULES: Final = (
    delivery.tasks,
    delivery.people.tasks,
    delivery.sim_dispatch.tasks,
    infra.mail_tasks,
    infra.sms_tasks,
    invoicing.tasks,
    openfibre.operator_change.tasks,
    openfibre.port_unblocking.tasks,
    partners.tasks,
    portingsvc.tasks,
)
HANDLER_TABLES: Final = (
    delivery.handlers.HANDLERS,
    delivery.attribution.handlers.HANDLERS,
    invoicing.handlers.HANDLERS,
)


def merged_handlers() -> dict[str, tuple[Handler, ...]]:
    """Every context's handlers by event kind."""
    merged: dict[str, tuple[Handler, ...]] = {}
    for kind, handlers in chain.from_iterable(table.items() for table in HANDLER_TABLES):
        merged[kind] = (*merged.get(kind, ()), *handlers)
    return merged


@app.task(name=RELAY)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def relay_events() -> None:
    """Place waiting events in their streams and let the contexts react."""
    if relay(merged_handlers(), datetime.now(UTC)):
        ring_now([SEND_WEBHOOKS])
