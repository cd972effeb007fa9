"""Fetch the gateway's messages: stored, handled, acknowledged, none of them waiting for the others' success."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import Final

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session

from infra.clock import current
from infra.db import unit_of_work
from kernel.ids import new_id
from portingsvc import repository
from portingsvc.gateways.clearinghouse import Clearinghouse, GatewayUnavailable, Incoming
from portingsvc.models import GatewayMessage
from portingsvc.usecases.handle_message import handle_message

_log = logging.getLogger(__name__)
_PAGE: Final = 200
_AT_ONCE: Final = 20
_TOLD_AT_ONCE: Final = 100
_COLLECTOR_LOCK: Final = 7_281_102


def collect_messages(gateway: Clearinghouse) -> int:
    """Fetch and handle all there is, and acknowledge some. Returns how many were handled."""
    try:
        while _fetch_page(gateway):
            pass
    except GatewayUnavailable as why:
        _log.warning("gateway could not be asked for messages", extra={"why": str(why)})
    handled = handle_stored(gateway.name)
    _acknowledge(gateway)
    return handled


def _fetch_page(gateway: Clearinghouse) -> bool:
    """Store one page and move the cursor past it. True when there may be more."""
    with unit_of_work() as session:
        position = repository.cursor(session, gateway.name).position
    page = gateway.messages(position, _PAGE)
    if not page:
        return False
    with unit_of_work() as session:
        now = current(session)
        session.execute(
            insert(GatewayMessage)
            .values([_row(gateway.name, message, now) for message in page])
            .on_conflict_do_nothing(index_elements=["gateway", "message_id"])
        )
        cursor = repository.cursor(session, gateway.name)
        cursor.position = max(cursor.position, page[-1].position)
    return len(page) == _PAGE


def _row(gateway: str, message: Incoming, now: datetime) -> dict[str, object]:
    return {
        "id": new_id(),
        "gateway": gateway,
        "message_id": message.message_id,
        "position": message.position,
        "kind": message.kind,
        "dossier_id": message.dossier_id,
        "body": message.body,
        "received_at": now,
        "outcome": "",
    }


def _acknowledge(gateway: Clearinghouse) -> None:
    """Tell the gateway what is safely stored. Telling it twice is harmless; what was told is noted at any rate."""
    with unit_of_work() as session:
        waiting = repository.unconfirmed_messages(session, gateway.name, _TOLD_AT_ONCE)
        told = [(each.id, each.message_id) for each in waiting]
    confirmed = []
    try:
        for row_id, message_id in told:
            gateway.confirm(message_id)
            confirmed.append(row_id)
    except GatewayUnavailable as why:
        _log.warning("messages not acknowledged", extra={"why": str(why)})
    with unit_of_work() as session:
        repository.note_confirmed(session, confirmed, datetime.now(UTC))


def handle_stored(gateway: str) -> int:
    """Handle what is stored, in the gateway's order, many in one unit of work. One at a time does this.

    A message that cannot be handled yet (its request is still in doubt, say) waits without holding up the
    rest; one that breaks us is left where it is and logged.
    """
    handled = passed = 0
    while True:
        with unit_of_work() as session:
            if not repository.try_lock(session, _COLLECTOR_LOCK):
                return handled
            batch = repository.next_messages(session, gateway, passed, _AT_ONCE)
            if not batch:
                return handled
            passed = batch[-1].position
            repository.lock_orders_of(session, {message.dossier_id for message in batch})
            now = current(session)
            handled += sum(_handle(session, message, now) for message in batch)


def _handle(session: Session, message: GatewayMessage, now: datetime) -> bool:
    """Whether it is done with. What one broken message did is undone; the others of its batch stand."""
    try:
        with session.begin_nested():
            outcome = handle_message(session, message, now)
    except Exception:  # noqa: BLE001  (one bad message must not hold up the others)
        _log.exception("message could not be handled", extra={"message_id": message.message_id})
        return False
    if outcome is None:
        return False
    message.outcome = outcome
    message.handled_at = datetime.now(UTC)
    return True
