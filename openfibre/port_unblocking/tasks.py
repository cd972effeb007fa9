"""Doorbells of port unblocking. Each wakes a scan; any number may ring at once."""

from __future__ import annotations

from infra.celery_app import app, one_at_a_time
from infra.queues import FOLLOW_PORT_ORDERS, LOOK_AT_PORTS, SEND_PORT_ORDERS, WATCH_PORT_TIMERS
from openfibre.port_unblocking.gateways.networks import client_of
from openfibre.port_unblocking.usecases.collect_order_news import collect_order_news
from openfibre.port_unblocking.usecases.look_at_ports import look_at_ports
from openfibre.port_unblocking.usecases.look_up_orders import look_up_orders
from openfibre.port_unblocking.usecases.send_orders import send_orders
from openfibre.port_unblocking.usecases.watch_timers import watch_timers


@app.task(name=LOOK_AT_PORTS)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def look() -> None:
    """Read the ports that wait to be read."""
    look_at_ports(client_of)


@app.task(name=SEND_PORT_ORDERS)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def send() -> None:
    """Send orders that are due, until none is left."""
    while send_orders(client_of):
        pass


@app.task(name=FOLLOW_PORT_ORDERS)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def follow() -> None:
    """Settle orders whose fate is unknown, and read what operators say of the others."""
    look_up_orders(client_of)
    collect_order_news(client_of)


@app.task(name=WATCH_PORT_TIMERS)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def watch() -> None:
    """Fire what falls due by itself."""
    watch_timers()
