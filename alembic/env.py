"""Where migrations learn the database and the tables from, and for which place: live, or a partner's sandbox."""

import entrypoints.tables  # noqa: F401  (every model, so that autogenerate sees them all)
from alembic import context
from infra.db import get_engine, metadata
from infra.migrating import stand_at
from infra.sandboxes import LIVE

with get_engine().connect() as connection:
    stand_at(connection, context.config.attributes.get("place", LIVE))
    connection.commit()
    context.configure(connection=connection, target_metadata=metadata, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()
