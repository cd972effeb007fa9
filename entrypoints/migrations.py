"""Migrations, called from the program instead of by hand: live first, then every partner's sandbox."""

from __future__ import annotations

from infra.migrating import migrate, sandboxes


def upgrade() -> None:
    """Bring the database to the newest migration. Running it again changes nothing."""
    migrate()
    for sandbox in sandboxes():
        migrate(sandbox)
