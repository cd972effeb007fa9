"""The doorbell for mail."""

from __future__ import annotations

from datetime import UTC, datetime

from infra import mail
from infra.celery_app import app, one_at_a_time
from infra.queues import SEND_MAIL


@app.task(name=SEND_MAIL)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def send_due_mail() -> None:
    """Send every mail that is due."""
    mail.send_due(datetime.now(UTC))
