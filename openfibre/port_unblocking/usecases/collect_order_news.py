"""Read what the operators say of our orders (ON-API's order events): each once, in order, remembered by a cursor."""

from __future__ import annotations

import logging
from typing import Final
from uuid import UUID

from infra.clock import current
from infra.db import unit_of_work
from infra.transitions import Cause
from openfibre.port_unblocking import repository, repository_orders
from openfibre.port_unblocking.gateways.communication_operator import OperatorUnavailable, OrderNews
from openfibre.port_unblocking.usecases.clocks import SYSTEM_NAME
from openfibre.port_unblocking.usecases.note_order import note_standing
from openfibre.port_unblocking.usecases.send_orders import ClientOf

_log = logging.getLogger(__name__)
_REASON: Final = "the operator's order event"


def collect_order_news(client_of: ClientOf) -> int:
    """Fetch and handle news for everybody with an order under way. Returns how many events were read."""
    with unit_of_work() as session:
        waiting = [
            (repository.network(session, network_id), login)
            for network_id, login in repository_orders.logins_with_open_orders(session)
        ]
    read = 0
    for network, login in waiting:
        with unit_of_work() as session:
            since = repository_orders.cursor(session, network.id, login).last_event
        try:
            news = client_of(network).news(login, since)
        except OperatorUnavailable:
            _log.warning("order events not read", extra={"network": network.code})
            continue
        read += _handle(network.id, login, since, news)
    return read


def _handle(network_id: UUID, login: str, since: str, news: list[OrderNews]) -> int:
    """Orders of ours move on; news of anybody else's, and the first long list of old news, is passed over."""
    if not news:
        return 0
    with unit_of_work() as session:
        cursor = repository_orders.cursor(session, network_id, login)
        if cursor.last_event != since:
            return 0  # another reader was quicker
        cursor.last_event = news[-1].event
        mine = repository_orders.orders_under_way(session, network_id, login)
        cause = Cause("system", SYSTEM_NAME, current(session), reason=_REASON)
        for event in news:
            order_id = mine.get(event.placed.external_id)
            if order_id is not None:
                case, order = repository.lock_order(session, order_id)
                note_standing(session, case, order, event.placed, cause)
    return len(news)
