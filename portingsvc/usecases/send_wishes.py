"""Carry wishes to donors. One that could not be carried is tried again, under the same key."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from infra.clock import current
from infra.db import unit_of_work
from infra.transitions import Cause, move
from portingsvc import repository
from portingsvc.domain.wish_states import OPEN_WISH_STATES, WISH, WishEvent, WishState
from portingsvc.gateways.clearinghouse import Clearinghouse, GatewayUnavailable
from portingsvc.models import WishKind

_log = logging.getLogger(__name__)
_PAUSE: Final = timedelta(minutes=5)
_SYSTEM: Final = "Växla"


@dataclass(frozen=True, slots=True)
class _Asking:
    wish_id: UUID
    dossier_id: str
    kind: WishKind
    port_at: datetime | None
    reason: str


def send_wishes(gateway: Clearinghouse) -> int:
    """Carry every wish that waits. Returns how many were carried."""
    carried = 0
    for asking in _open(gateway.name):
        try:
            _ask(gateway, asking)
        except GatewayUnavailable as why:
            _log.warning("wish not carried", extra={"why": str(why), "wish": str(asking.wish_id)})
            continue
        _note(asking.wish_id)
        carried += 1
    return carried


def _open(gateway: str) -> list[_Asking]:
    with unit_of_work() as session:
        waiting = repository.wishes_to_send(session, gateway, datetime.now(UTC))
        return [_Asking(w.id, a.dossier_id, w.kind, w.port_at, w.reason) for w, a in waiting]


def _ask(gateway: Clearinghouse, asking: _Asking) -> None:
    if asking.kind is WishKind.CHANGE and asking.port_at is not None:
        gateway.change(asking.dossier_id, asking.port_at, str(asking.wish_id))
    else:
        gateway.cancel(asking.dossier_id, asking.reason or "withdrawn by the customer", str(asking.wish_id))


def _note(wish_id: UUID) -> None:
    with unit_of_work() as session:
        wish = repository.wish(session, wish_id)
        if wish.state not in OPEN_WISH_STATES:
            return  # the answer was quicker than we
        wish.check_at = datetime.now(UTC) + _PAUSE
        if wish.state is WishState.WAITING:
            move(session, wish, WISH, WishEvent.SEND, Cause("system", _SYSTEM, current(session)))
