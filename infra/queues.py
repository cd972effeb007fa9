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
RUN_IMPORTS: Final = "delivery.run_imports"

DOORBELLS: Final = (
    Doorbell(DISPATCH, Queue.PORTING),
    Doorbell(RECONCILE, Queue.PORTING),
    Doorbell(COLLECT, Queue.PORTING),
    Doorbell(RELAY, Queue.EVENTS),
    Doorbell(SEND_MAIL, Queue.MAIL),
    Doorbell(SEND_SMS, Queue.MAIL),
    Doorbell(RUN_IMPORTS, Queue.IMPORTS),
    Doorbell(WATCH_CASES, Queue.EVENTS, factor=5),
)
