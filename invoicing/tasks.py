"""The doorbell of invoicing."""

from __future__ import annotations

from infra.celery_app import app
from infra.queues import MAKE_BASES
from invoicing.usecases.make_bases import make_bases


@app.task(name=MAKE_BASES)  # type: ignore[untyped-decorator]  # celery has no types
def make() -> None:
    """Make the bases of every run that is not finished."""
    make_bases()
