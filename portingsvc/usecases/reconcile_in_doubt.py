"""Find out what became of requests whose fate is unknown, before anything is sent again (NP-08)."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from infra.clock import current
from infra.db import ring, unit_of_work
from infra.failpoints import failpoint
from infra.queues import DISPATCH
from infra.transitions import Cause, move
from portingsvc import repository
from portingsvc.domain.states import ATTEMPT, AttemptEvent, AttemptState
from portingsvc.gateways.clearinghouse import Clearinghouse, Found, GatewayUnavailable
from portingsvc.models import PortingAttempt
from portingsvc.usecases.record_sent import note_received, quiet_period

_log = logging.getLogger(__name__)
_BATCH: Final = 64
_MOST_CHECKS: Final = 60
_LONGEST_PAUSE: Final = timedelta(minutes=10)
_SYSTEM: Final = "Växla"


@dataclass(frozen=True, slots=True)
class _Turn:
    """A doubt to look up, with no session behind it. `sends` tells it from doubts about later sendings."""

    attempt_id: UUID
    dossier_id: str
    sends: int


def reconcile_in_doubt(gateway: Clearinghouse, limit: int = _BATCH) -> int:
    """Look up every request that is in doubt and has rested. Returns how many were settled."""
    settled = 0
    for turn in _claim(gateway.name, limit):
        try:
            found = gateway.look_up(turn.dossier_id)
        except GatewayUnavailable as why:
            _postpone(turn, str(why))
        else:
            settled += _settle(turn, found)
    return settled


def _claim(gateway: str, limit: int) -> list[_Turn]:
    """Whose turn it is. A sender that died in the act turns into a doubt, and rests first."""
    machine_now = datetime.now(UTC)
    with unit_of_work() as session:
        cause = Cause("system", _SYSTEM, current(session), reason="the sender was lost before it knew")
        turns = []
        for attempt in repository.claim_to_check(session, gateway, machine_now, limit):
            if attempt.state is AttemptState.SENDING:
                move(session, attempt, ATTEMPT, AttemptEvent.LOSE, cause)
                attempt.was_in_doubt = True
                attempt.check_at = machine_now + quiet_period()
                continue
            attempt.checks += 1
            attempt.check_at = machine_now + quiet_period()
            turns.append(_Turn(attempt.id, attempt.dossier_id, attempt.sends))
        return turns


def _settle(turn: _Turn, found: Found | None) -> int:
    """What is there stays there; that it was not there says nothing of what has been sent since."""
    failpoint("after_look_up")
    with unit_of_work() as session:
        order = repository.lock_order(session, session.get_one(PortingAttempt, turn.attempt_id).order_id)
        attempt = repository.lock_attempt(session, turn.attempt_id)
        if attempt.state is not AttemptState.IN_DOUBT:
            return 0
        now = current(session)
        if found is not None:
            cause = Cause("system", _SYSTEM, now, reason="the look-up found it at the gateway")
            note_received(session, [(attempt, order, cause)], AttemptEvent.FIND)
            return 1
        if attempt.sends != turn.sends:
            return 0
        cause = Cause("system", _SYSTEM, now, reason="the look-up proved that it never came")
        _plan_again(session, attempt, cause)
        return 1


def _plan_again(session: Session, attempt: PortingAttempt, cause: Cause) -> None:
    move(session, attempt, ATTEMPT, AttemptEvent.PROVE_ABSENT, cause)
    attempt.lease_until = attempt.check_at = None
    ring(session, DISPATCH)


def _postpone(turn: _Turn, why: str) -> None:
    """Ask later, each time after a longer pause; in the end a person is told."""
    with unit_of_work() as session:
        attempt = repository.lock_attempt(session, turn.attempt_id)
        if attempt.state is not AttemptState.IN_DOUBT or attempt.sends != turn.sends:
            return
        pause = min(quiet_period() * 2 ** min(attempt.checks, 8), _LONGEST_PAUSE)
        attempt.check_at = datetime.now(UTC) + pause
        if attempt.checks >= _MOST_CHECKS:
            cause = Cause("system", _SYSTEM, current(session), reason=why)
            move(session, attempt, ATTEMPT, AttemptEvent.PARK, cause)
            attempt.parked_reason = f"the gateway could not be asked {attempt.checks} times: {why}"
            _log.error("attempt parked", extra={"attempt": str(turn.attempt_id)})
