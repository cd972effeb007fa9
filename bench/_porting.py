"""What the porting benches share: a real PostgreSQL, the gateway simulator as its own process, and orders."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from entrypoints.chaos.arena import SETTINGS
from entrypoints.migrations import upgrade
from infra.db import get_engine, unit_of_work
from infra.embedded import EmbeddedPostgres
from infra.settings import get_settings
from kernel.ids import new_id
from simulators.gateway.process import GatewayProcess


@contextmanager
def product() -> Iterator[GatewayProcess]:
    """Settings, database and gateway for one bench; nothing of it outlives the block."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder, EmbeddedPostgres(Path(folder)) as postgres:
        token = SETTINGS["VAXLA_GATEWAY_TOKEN"]
        with GatewayProcess(token=token) as gateway:
            os.environ.update(SETTINGS, DATABASE_URL=postgres.url, REDIS_URL="", VAXLA_DATA_DIR=folder)
            os.environ.update(
                VAXLA_GATEWAY_URL=gateway.base_url,
                VAXLA_GATEWAY_TIMEOUT_SECONDS="10",
                VAXLA_GATEWAY_QUIET_SECONDS="12",
                VAXLA_GATEWAY_LEASE_MARGIN_SECONDS="20",
            )
            get_settings.cache_clear()
            get_engine.cache_clear()
            try:
                upgrade()
                yield gateway
            finally:
                get_engine().dispose()
                get_engine.cache_clear()
                os.environ.clear()
                os.environ.update(before)
                get_settings.cache_clear()


def lay_up(count: int) -> None:
    """Orders that are due now, with one number and one planned attempt each, written straight to the tables."""
    from sqlalchemy import insert

    from accounts.usecases.register_organisation import register_customer
    from portingsvc.domain.states import OrderState
    from portingsvc.models import PortingAttempt, PortingNumber, PortingOrder

    now = datetime.now(UTC)
    port_at = now + timedelta(days=60)
    with unit_of_work() as session:
        customer = register_customer(
            session, name="Mät AB", org_number="5599999009", partner_id=None, now=now
        )
        orders, numbers, attempts = [], [], []
        for n in range(count):
            order_id, number = new_id(), f"+4670{1_000_000 + n}"
            common = {"customer_id": customer.id, "case_id": None, "partner_id": None}
            orders.append(
                {
                    **common,
                    "id": order_id,
                    "reference": f"PO-M{new_id().hex[-10:]}",
                    "donor": "TELIA",
                    "first": number,
                    "last": number,
                    "count": 1,
                    "number_type": "mobile",
                    "is_main": False,
                    "owner_id": "165599999009",
                    "owner_name": "Mät AB",
                    "port_at": port_at,
                    "state": OrderState.READY,
                    "created_at": now,
                }
            )
            numbers.append({**common, "id": new_id(), "order_id": order_id, "e164": number, "reasons": []})
            attempts.append(
                {
                    **common,
                    "id": new_id(),
                    "order_id": order_id,
                    "attempt": 1,
                    "dossier_id": f"VX-M-{new_id().hex[-12:]}".upper(),
                    "idempotency_key": new_id().hex,
                    "port_at": port_at,
                    "due_at": now,
                    "latest_at": port_at,
                    "created_at": now,
                }
            )
        session.execute(insert(PortingOrder), orders)
        session.execute(insert(PortingNumber), numbers)
        session.execute(insert(PortingAttempt), attempts)
    with get_engine().connect() as connection:
        connection.exec_driver_sql("ANALYZE")


def clear() -> None:
    """Empty tables again."""
    from sqlalchemy import text

    with get_engine().begin() as connection:
        connection.execute(text("TRUNCATE porting_order, organisation, state_history, outbox_event CASCADE"))
