"""Bring the tables of a place, live or a sandbox, to the newest migration: the same migrations for both."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from alembic.config import Config
from sqlalchemy import text

from alembic import command
from infra.db import get_engine
from infra.sandboxes import LIVE

if TYPE_CHECKING:
    from sqlalchemy import Connection

_INI: Final = Path(__file__).parents[1] / "alembic.ini"
_ALEMBIC: Final = threading.Lock()  # the library keeps its context in a global


def migrate(place: str = LIVE) -> None:
    """Bring a place to the newest migration; a sandbox that is not there yet is made. Again changes nothing."""
    with _ALEMBIC:
        command.upgrade(Config(str(_INI), attributes={"place": place}), "head")


def stand_at(connection: Connection, place: str) -> None:
    """Let a connection of a migration see the tables of one place alone. It is closed afterwards, never reused."""
    connection.detach()
    # A migration that must wait for a lock gives up instead of stopping the product behind it.
    connection.exec_driver_sql("SET lock_timeout = '10s'")
    if place != LIVE:
        connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {place}")
        connection.exec_driver_sql(f"SET search_path = {place}")


def sandboxes() -> list[str]:
    """Every sandbox whose tables are there."""
    query = text("SELECT nspname FROM pg_namespace WHERE nspname ~ '^sandbox_[0-9a-f]{32}$' ORDER BY nspname")
    with get_engine().connect() as connection:
        found: list[Any] = list(connection.scalars(query))
    return [str(name) for name in found]
