"""The doorbell for text messages."""

from __future__ import annotations

from datetime import UTC, datetime

from infra.celery_app import app
from infra.queues import SEND_SMS
from infra.sms import send_due_sms
from infra.sms_gateway import sms_gateway, sms_is_offered


@app.task(name=SEND_SMS)  # type: ignore[untyped-decorator]  # celery has no types
def send_due_messages() -> None:
    """Send every text message that is due."""
    if sms_is_offered():
        send_due_sms(sms_gateway(), datetime.now(UTC))
