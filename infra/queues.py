"""The queues, and the doorbells that ring on them.

A doorbell wakes a scan; it carries nothing. The truth is rows with due times, so a lost or doubled ring
changes nothing but when the scan runs (`architecture.md` decision 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Queue(StrEnum):
    """Where work waits. Workers take all of them unless told otherwise."""

    PORTING = "porting"
    EVENTS = "events"
    MAIL = "mail"
    WEBHOOKS = "webhooks"
    IMPORTS = "imports"


@dataclass(frozen=True, slots=True)
class Doorbell:
    """A task that is rung at intervals. `factor` times the configured doorbell seconds."""

    task: str
    queue: Queue
    factor: float = 1.0


DISPATCH: Final = "porting.dispatch_due"
RECONCILE: Final = "porting.reconcile_in_doubt"
COLLECT: Final = "porting.collect_messages"
RELAY: Final = "events.relay"
SEND_MAIL: Final = "mail.send_due"
SEND_SMS: Final = "sms.send_due"
WATCH_CASES: Final = "delivery.watch_cases"
WATCH_STANDINGS: Final = "delivery.watch_standings"
WATCH_DONORS: Final = "porting.watch_donors"
RECONCILE_STATEMENT: Final = "porting.reconcile_statement"
LOOK_AT_PORTS: Final = "fibre.look_at_ports"
SEND_PORT_ORDERS: Final = "fibre.send_port_orders"
FOLLOW_PORT_ORDERS: Final = "fibre.follow_port_orders"
WATCH_PORT_TIMERS: Final = "fibre.watch_port_timers"
TRACK_PARCELS: Final = "delivery.track_parcels"
MAKE_BASES: Final = "billing.make_bases"
SEND_WEBHOOKS: Final = "partners.send_webhooks"
FORGET: Final = "partners.forget"
WATCH_OPERATOR_CHANGES: Final = "openfibre.watch_operator_changes"
RING_TIMERS: Final = "delivery.ring_timers"
FORGET_PEOPLE: Final = "delivery.forget_people"
RUN_IMPORTS: Final = "delivery.run_imports"

DOORBELLS: Final = (
    Doorbell(DISPATCH, Queue.PORTING),
    Doorbell(RECONCILE, Queue.PORTING),
    Doorbell(COLLECT, Queue.PORTING),
    Doorbell(WATCH_DONORS, Queue.PORTING, factor=5),
    Doorbell(RECONCILE_STATEMENT, Queue.PORTING, factor=600),
    Doorbell(RELAY, Queue.EVENTS),
    Doorbell(SEND_MAIL, Queue.MAIL),
    Doorbell(SEND_SMS, Queue.MAIL),
    Doorbell(RUN_IMPORTS, Queue.IMPORTS),
    Doorbell(WATCH_CASES, Queue.EVENTS, factor=5),
    Doorbell(RING_TIMERS, Queue.EVENTS, factor=30),
    Doorbell(WATCH_STANDINGS, Queue.EVENTS, factor=5),
    Doorbell(LOOK_AT_PORTS, Queue.PORTING),
    Doorbell(SEND_PORT_ORDERS, Queue.PORTING),
    Doorbell(FOLLOW_PORT_ORDERS, Queue.PORTING),
    Doorbell(WATCH_PORT_TIMERS, Queue.EVENTS),
    Doorbell(TRACK_PARCELS, Queue.EVENTS, factor=10),
    Doorbell(MAKE_BASES, Queue.EVENTS, factor=10),
    Doorbell(SEND_WEBHOOKS, Queue.WEBHOOKS),
    Doorbell(FORGET, Queue.WEBHOOKS, factor=3600),
    Doorbell(FORGET_PEOPLE, Queue.EVENTS, factor=3600),
    Doorbell(WATCH_OPERATOR_CHANGES, Queue.EVENTS, factor=10),
)
