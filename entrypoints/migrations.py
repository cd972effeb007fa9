"""Alembic, called from the program instead of by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from alembic.config import Config

from alembic import command

_INI: Final = Path(__file__).parents[1] / "alembic.ini"


def upgrade() -> None:
    """Bring the database to the newest migration. Running it again changes nothing."""
    command.upgrade(Config(str(_INI)), "head")
