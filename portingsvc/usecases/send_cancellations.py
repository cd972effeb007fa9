"""Carry wishes to cancel to the donor. Asking twice is harmless: the donor answers each, we heed one."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from infra.db import unit_of_work
from portingsvc import repository
from portingsvc.gateways.clearinghouse import Clearinghouse, GatewayUnavailable

_log = logging.getLogger(__name__)
_PAUSE: Final = timedelta(minutes=5)


def send_cancellations(gateway: Clearinghouse) -> int:
    """Ask for every order that waits to be cancelled and was not asked for lately. Returns how many."""
    asked = 0
    for dossier_id, attempt_id in _waiting():
        try:
            gateway.cancel(dossier_id, "withdrawn by the customer")
        except GatewayUnavailable as why:
            _log.warning("cancellation not sent", extra={"why": str(why)})
            continue
        with unit_of_work() as session:
            repository.lock_attempt(session, attempt_id).check_at = datetime.now(UTC) + _PAUSE
        asked += 1
    return asked


def _waiting() -> list[tuple[str, UUID]]:
    with unit_of_work() as session:
        waiting = repository.attempts_to_cancel(session, datetime.now(UTC))
        return [(each.dossier_id, each.id) for each in waiting]
