"""A database with a case in it, and our side of an import: what the benches of imports begin with.

It imports nothing but the product, for one bench measures the memory of a process that runs just this.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from accounts.domain.actor import Actor, ActorKind
from delivery.customer_data.usecases.upload_customer_data import upload_customer_data
from delivery.usecases.open_case import NewCase, open_case
from entrypoints.migrations import upgrade
from infra.db import get_engine, unit_of_work
from infra.embedded import EmbeddedPostgres
from infra.settings import get_settings
from infra.transitions import Cause
from kernel.workdays import add_workdays

_ORG_NUMBER: Final = "559999-9009"


@contextmanager
def database() -> Iterator[None]:
    """A fresh PostgreSQL with the product's tables, for one bench; its address stands in the environment."""

    with (
        tempfile.TemporaryDirectory(prefix="vaxla-bench-") as folder,
        EmbeddedPostgres(Path(folder)) as server,
    ):
        os.environ.update(DATABASE_URL=server.url, VAXLA_SECRET_KEY="b" * 40, VAXLA_PIN_KEY="p" * 44)

        get_settings.cache_clear()
        get_engine.cache_clear()
        upgrade()
        yield
        get_engine().dispose()


def new_case() -> UUID:
    """A case that takes customer data."""

    now = datetime.now(UTC)
    order = NewCase(
        customer_name="Exempelverken AB",
        org_number=_ORG_NUMBER,
        contact_name="Tove Exempelsson",
        contact_email="tove@exempel.se",
        go_live_on=add_workdays(now.date(), 60),
        agreement_address={"street": "Exempelgatan 1", "postcode": "111 22", "town": "Stockholm"},
    )
    with unit_of_work() as session:
        return open_case(session, Actor(ActorKind.PLANNER, "Bänk", None, None), order, cause=_cause()).id


def _cause() -> Cause:

    return Cause("planner", "Bänk", datetime.now(UTC))


def upload(case_id: UUID, content: bytes) -> None:
    """Ours: what the upload page and the worker run."""

    with unit_of_work() as session:
        version = upload_customer_data(
            session,
            Actor(ActorKind.PLANNER, "Bänk", None, None),
            case_id,
            filename="folk.xlsx",
            content=content,
            cause=_cause(),
        )
        assert version.state.value == "clean", version.issues[:3]
