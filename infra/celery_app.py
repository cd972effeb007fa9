"""The Celery app: the doorbell of the product, never its memory.

With `REDIS_URL` it runs on Redis across machines. Without, the same app runs inside the embedded process on
Celery's in-memory transport.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import wraps
from typing import Final

from celery import Celery
from kombu.entity import Queue as BrokerQueue
from kombu.exceptions import OperationalError

from infra.broker import GIVE_UP_FAST, TRANSPORT
from infra.queues import DOORBELLS, WORK_SANDBOX, Queue
from infra.ringing import Ringer
from infra.sandboxes import LIVE, hear, here
from infra.settings import Settings, get_settings

_log = logging.getLogger(__name__)
_QUEUE_OF: Final = {bell.task: bell.queue for bell in DOORBELLS}


def _configuration(settings: Settings) -> dict[str, object]:
    embedded = settings.is_embedded
    return {
        "broker_transport": None if embedded else TRANSPORT,
        "broker_url": "memory://localhost/" if embedded else settings.redis_url.get_secret_value(),
        # The in-memory transport polls; at its default of one second a tenth of the day would be waiting.
        "broker_transport_options": {"polling_interval": 0.01} if embedded else GIVE_UP_FAST,
        "broker_connection_retry_on_startup": True,
        "accept_content": ["json"],
        "task_serializer": "json",
        "task_ignore_result": True,
        "task_acks_late": False,
        "task_queues": [BrokerQueue(queue.value) for queue in Queue],  # type: ignore[no-untyped-call]  # kombu has no types
        "task_default_queue": Queue.EVENTS.value,
        "task_routes": {task: {"queue": queue.value} for task, queue in _QUEUE_OF.items()},
        "worker_prefetch_multiplier": 1,
        "worker_hijack_root_logger": False,
        "worker_send_task_events": False,
        # Nobody commands workers by broadcast, and its channel, after a loss of Redis, waits for ever in a read.
        "worker_enable_remote_control": False,
        "enable_utc": True,
        "beat_schedule": {
            bell.task: {
                "task": bell.task,
                "schedule": settings.doorbell_seconds * bell.factor,
                # A ring that nobody heard is worthless once the next one has come.
                "options": {"queue": bell.queue.value, "expires": 60},
            }
            for bell in DOORBELLS
        },
    }


app: Final = Celery("vaxla", set_as_current=True)
app.config_from_object(_configuration(get_settings()))


def one_at_a_time(scan: Callable[[], None]) -> Callable[[], None]:
    """Let a scan run once at a time in this process; a ring that finds it running has been heard already.

    Bells ring more often than a scan under load takes. Without this, scans of one kind would take every thread
    and leave none for the others. A sandbox is worked by one thread at a time anyhow and waits for nobody.
    """
    running = threading.Lock()

    @wraps(scan)
    def guarded() -> None:
        if here() != LIVE:
            scan()
        elif running.acquire(blocking=False):
            try:
                scan()
            finally:
                running.release()

    return guarded


def ring_now(tasks: list[str]) -> None:
    """Wake tasks, best effort: when the broker is away the next interval finds the same rows.

    What a sandbox rings for is heard by whoever works it just now, or wakes a worker for that sandbox.
    """
    if hear(tasks):
        return
    if (place := here()) != LIVE:
        _send(WORK_SANDBOX, Queue.SANDBOXES, (place,))
        return
    for task in tasks:
        _send(task, _QUEUE_OF[task])


def _send(task: str, queue: Queue, arguments: tuple[str, ...] = ()) -> None:
    _RINGER.ask((task, queue.value, arguments))


def _ring(bell: tuple[str, str, tuple[str, ...]]) -> None:
    task, queue, arguments = bell
    try:
        app.send_task(task, args=arguments, queue=queue, retry=False)
    except (OperationalError, OSError):
        _log.warning("doorbell not rung, the broker is away", extra={"task": task})


_RINGER: Final = Ringer(_ring)
