"""Send what is due: intent, call, result — three steps, the call outside any transaction (NP-08).

The intent (state, lease, bytes) is committed before the gateway is called. Whatever then becomes of us, the
row says that a request may be under way, and nothing is sent again until its fate is known.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from infra.clock import current
from infra.db import unit_of_work
from infra.settings import get_settings
from infra.transitions import Cause, move
from portingsvc import repository
from portingsvc.domain.outcomes import Outcome, Submission
from portingsvc.domain.states import ATTEMPT, ORDER, AttemptEvent, AttemptState, OrderEvent, OrderState
from portingsvc.gateways.clearinghouse import Clearinghouse
from portingsvc.models import PortingAttempt, PortingOrder
from portingsvc.usecases.charge_attempt import charge_attempt

_log = logging.getLogger(__name__)

CONCURRENCY: Final = 8
_BATCH: Final = 64
_SYSTEM: Final = "Växla"
# How much longer than the gateway's time-out a sender may take before its request counts as in doubt. The
# lease must outlive the call, or a look-up could come before the request it looks for.
LEASE_MARGIN: Final = timedelta(seconds=10)
_SLOWEST_RETRY: Final = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Intent:
    """A claimed attempt: all that the call needs, with no session behind it."""

    attempt_id: UUID
    key: str
    payload: bytes
    lease_until: datetime


def dispatch_due(gateway: Clearinghouse, limit: int = _BATCH, concurrency: int = CONCURRENCY) -> int:
    """Claim, send and record up to `limit` attempts. Returns how many were sent. Any number may run at once."""
    intents = claim(limit)
    if not intents:
        return 0
    with ThreadPoolExecutor(max_workers=min(concurrency, len(intents))) as pool:
        list(pool.map(lambda intent: _send(gateway, intent), intents))
    return len(intents)


def claim(limit: int) -> list[Intent]:
    """Commit the intent of every attempt that is due now."""
    machine_now = datetime.now(UTC)
    lease = machine_now + timedelta(seconds=get_settings().gateway_timeout_seconds) + LEASE_MARGIN
    with unit_of_work() as session:
        now = current(session)
        intents = []
        for attempt in repository.claim_due(session, now, machine_now, limit):
            order = session.get_one(PortingOrder, attempt.order_id)
            if attempt.payload is None:
                attempt.payload = payload_of(order, attempt)
                attempt.payload_sha256 = hashlib.sha256(attempt.payload).hexdigest()
            attempt.lease_until = lease
            attempt.sends += 1
            move(session, attempt, ATTEMPT, AttemptEvent.SEND, Cause("system", _SYSTEM, now))
            intents.append(Intent(attempt.id, attempt.idempotency_key, attempt.payload, lease))
        return intents


def payload_of(order: PortingOrder, attempt: PortingAttempt) -> bytes:
    """The bytes of a request. Made once; a re-send after a definite no sends the same."""
    body = {
        "type": "request",
        "dossier_id": attempt.dossier_id,
        "attempt": attempt.attempt,
        "recipient": get_settings().gateway_recipient,
        "donor": order.donor,
        "series": [{"first": order.first, "last": order.last}],
        "owner_id": order.owner_id,
        "owner_name": order.owner_name,
        "port_at": attempt.port_at.astimezone(UTC).isoformat(),
        "mandate_reference": str(order.mandate_id or ""),
        "note": None,
    }
    return json.dumps(body, ensure_ascii=False, sort_keys=True).encode()


def _send(gateway: Clearinghouse, intent: Intent) -> None:
    # The fence: a sender that slept past its lease must not send, for others may by now have looked it up.
    if datetime.now(UTC) + timedelta(seconds=get_settings().gateway_timeout_seconds) >= intent.lease_until:
        _log.warning(
            "lease over before the call; left to the look-up", extra={"attempt": str(intent.attempt_id)}
        )
        return
    submission = gateway.submit(intent.key, intent.payload)
    _record(intent, submission)


def _record(intent: Intent, submission: Submission) -> None:
    with unit_of_work() as session:
        attempt = repository.lock_attempt(session, intent.attempt_id)
        if attempt.state is not AttemptState.SENDING:
            return  # a look-up or an answer was quicker; it knows more than we
        cause = Cause("system", _SYSTEM, current(session), reason=submission.detail)
        _RECORD[submission.outcome](session, attempt, submission, cause)


def _received(session: Session, attempt: PortingAttempt, _: Submission, cause: Cause) -> None:
    note_received(session, attempt, AttemptEvent.RECEIVE, cause)


def _not_accepted(session: Session, attempt: PortingAttempt, submission: Submission, cause: Cause) -> None:
    """A definite no: the same key and bytes again, a little later each time."""
    move(session, attempt, ATTEMPT, AttemptEvent.REFUSE, cause)
    pause = timedelta(seconds=submission.retry_after_seconds or min(2**attempt.sends, 900))
    attempt.lease_until = None
    attempt.check_at = datetime.now(UTC) + min(pause, _SLOWEST_RETRY)


def _not_understood(session: Session, attempt: PortingAttempt, submission: Submission, cause: Cause) -> None:
    """Our message is wrong. Sending it again would not help: a person must look."""
    move(session, attempt, ATTEMPT, AttemptEvent.REFUSE, cause)
    move(session, attempt, ATTEMPT, AttemptEvent.PARK, cause)
    attempt.lease_until = None
    attempt.parked_reason = f"the gateway did not understand our message ({submission.detail})"


def _in_doubt(session: Session, attempt: PortingAttempt, _: Submission, cause: Cause) -> None:
    move(session, attempt, ATTEMPT, AttemptEvent.LOSE, cause)
    attempt.was_in_doubt = True
    attempt.lease_until = None
    attempt.check_at = datetime.now(UTC) + quiet_period()


_RECORD: Final[dict[Outcome, Callable[[Session, PortingAttempt, Submission, Cause], None]]] = {
    Outcome.RECEIVED: _received,
    Outcome.NOT_ACCEPTED: _not_accepted,
    Outcome.NOT_UNDERSTOOD: _not_understood,
    Outcome.IN_DOUBT: _in_doubt,
}


def quiet_period() -> timedelta:
    """How long an unknown outcome rests before the look-up: longer than any request of ours can be under way."""
    return timedelta(seconds=get_settings().gateway_quiet_seconds)


def note_received(session: Session, attempt: PortingAttempt, event: AttemptEvent, cause: Cause) -> None:
    """The gateway has it: by its own answer, by look-up, or because the donor has answered."""
    move(session, attempt, ATTEMPT, event, cause)
    attempt.submitted_at = cause.now
    attempt.lease_until = attempt.check_at = None
    order = repository.lock_order(session, attempt.order_id)
    if order.state is OrderState.READY:
        move(session, order, ORDER, OrderEvent.SUBMIT, cause)
    charge_attempt(session, order, attempt, cause)
