"""Where migrations learn the database and the tables from."""

import entrypoints.tables  # noqa: F401  (every model, so that autogenerate sees them all)
from alembic import context
from infra.db import get_engine, metadata

with get_engine().connect() as connection:
    # A migration that must wait for a lock gives up instead of stopping the product behind it.
    connection.exec_driver_sql("SET lock_timeout = '10s'")
    connection.commit()
    context.configure(connection=connection, target_metadata=metadata, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()
