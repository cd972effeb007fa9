"""The models and the migrations tell of the same tables; there is one head."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import entrypoints.tables  # noqa: F401
from infra.db import get_engine, metadata

INI = Path(__file__).parents[2] / "alembic.ini"


def test_models_and_migrations_are_equal(database: str) -> None:
    with get_engine().connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_there_is_one_head() -> None:
    assert len(ScriptDirectory.from_config(Config(str(INI))).get_heads()) == 1


def test_every_sequence_of_the_models_is_there(database: str) -> None:
    with get_engine().connect() as connection:
        for name in metadata._sequences:
            connection.exec_driver_sql(f"SELECT nextval('{name}')")
