"""Commit the intent of every attempt that is due, before anything is sent (NP-08 R1)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from infra.clock import current
from infra.db import unit_of_work
from infra.failpoints import failpoint
from infra.settings import get_settings
from infra.transitions import Cause, move_all
from kernel.numbers import fold
from portingsvc import repository
from portingsvc.domain.states import ATTEMPT, AttemptEvent
from portingsvc.models import PortingAttempt, PortingOrder

SYSTEM: Final = "Växla"


def lease_length() -> timedelta:
    """How long a sender has. It must outlive the call, or a look-up could come before what it looks for."""
    settings = get_settings()
    return timedelta(seconds=settings.gateway_timeout_seconds + settings.gateway_lease_margin_seconds)


@dataclass(frozen=True, slots=True)
class Intent:
    """A claimed attempt: all that the call needs, with no session behind it.

    `sends` counts the claims of the attempt: what came of one says nothing about a later one.
    """

    attempt_id: UUID
    order_id: UUID
    key: str
    payload: bytes
    lease_until: datetime
    sends: int


def claim(gateway: str, limit: int) -> list[Intent]:
    """Up to `limit` attempts that are due at a gateway, theirs alone who claimed them until the lease is over."""
    machine_now = datetime.now(UTC)
    lease = machine_now + lease_length()
    with unit_of_work() as session:
        now = current(session)
        due = repository.claim_due(session, gateway, now, machine_now, limit)
        fresh = [order.id for attempt, order in due if attempt.payload is None]
        asked = repository.pending_numbers(session, fresh)
        for attempt, order in due:
            if attempt.payload is None:
                series = fold(asked.get(order.id, []))
                attempt.payload, attempt.series_count = payload_of(order, attempt, series), len(series)
                attempt.payload_sha256 = hashlib.sha256(attempt.payload).hexdigest()
            attempt.lease_until = lease
            attempt.sends += 1
        if fresh:
            repository.take_numbers(session, [attempt.id for attempt, _ in due])
        cause = Cause("system", SYSTEM, now)
        move_all(session, [(attempt, cause) for attempt, _ in due], ATTEMPT, AttemptEvent.SEND)
        failpoint("before_intent")
        intents = [_intent(attempt, lease) for attempt, _ in due]
    failpoint("after_intent")
    return intents


def _intent(attempt: PortingAttempt, lease: datetime) -> Intent:
    payload = attempt.payload or b""
    return Intent(attempt.id, attempt.order_id, attempt.idempotency_key, payload, lease, attempt.sends)


def payload_of(order: PortingOrder, attempt: PortingAttempt, series: Sequence[tuple[str, str]]) -> bytes:
    """The bytes of a request for what of an order is still to be answered. Made once; a re-send sends the same."""
    body = {
        "type": "request",
        "dossier_id": attempt.dossier_id,
        "attempt": attempt.attempt,
        "recipient": get_settings().gateway_recipient,
        "donor": order.donor,
        "series": [{"first": first, "last": last} for first, last in series],
        "owner_id": order.owner_id,
        "owner_name": order.owner_name,
        "port_at": attempt.port_at.astimezone(UTC).isoformat(),
        "mandate_reference": str(order.mandate_id or ""),
        "note": None,
    }
    return json.dumps(body, ensure_ascii=False, sort_keys=True).encode()
