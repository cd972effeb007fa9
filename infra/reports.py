"""What mail and SMS providers tell us afterwards: it came, it bounced. Signed, and taken in once.

A report carries three headers in the manner of Standard Webhooks: `webhook-id`, `webhook-timestamp` (Unix
seconds) and `webhook-signature` (`v1,` and the base64 of an HMAC-SHA256 over `id.timestamp.body`; several may
stand side by side while a secret is changed).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Final
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError
from pydantic import Field as Rule
from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, Session, SQLModel, col

from infra.columns import enum_field, id_field, instant, long_text
from infra.settings import get_settings
from kernel.errors import ErrorKind, spec
from kernel.ids import new_id

TOLERANCE: Final = timedelta(minutes=5)
LARGEST_REPORT: Final = 16 * 1024
_LONGEST_ID: Final = 100

REPORT_NOT_SIGNED = spec(
    "REPORT_NOT_SIGNED",
    ErrorKind.UNAUTHENTICATED,
    sv="Rapporten har ingen giltig signatur, eller är äldre än fem minuter. Inget har sparats.",
    en="The report has no valid signature, or is older than five minutes. Nothing has been stored.",
)
REPORT_NOT_UNDERSTOOD = spec(
    "REPORT_NOT_UNDERSTOOD",
    ErrorKind.INVALID,
    sv="Rapporten gick inte att förstå: {fields}. Inget har sparats.",
    en="The report could not be understood: {fields}. Nothing has been stored.",
)


class Channel(StrEnum):
    """How a message travels."""

    MAIL = "mail"
    SMS = "sms"


class ReportKind(StrEnum):
    """What became of a message, in the provider's eyes."""

    DELIVERED = "delivered"
    BOUNCED = "bounced"
    DEFERRED = "deferred"


class Report(BaseModel):
    """The body of a report. `message_id` is the id that we gave the message."""

    model_config = ConfigDict(extra="ignore")

    message_id: UUID
    status: ReportKind
    at: AwareDatetime
    reason: Annotated[str, Rule(max_length=1000)] = ""


class DeliveryReport(SQLModel, table=True):
    """One report, as it came. Reports come late, twice and in any order; none is changed afterwards."""

    __tablename__ = "delivery_report"
    __table_args__ = (UniqueConstraint("channel", "event_id"),)

    id: UUID = id_field()
    channel: Channel = enum_field(Channel)
    event_id: str = Field(max_length=_LONGEST_ID)
    message_id: UUID = Field(index=True)
    status: ReportKind = enum_field(ReportKind)
    reason: str = long_text()
    at: datetime = instant()
    received_at: datetime = instant()


def check_signature(headers: Mapping[str, str], body: bytes, machine_now: datetime) -> str:
    """Returns the id of the report. Raises `REPORT_NOT_SIGNED`; without a secret of ours nothing is signed."""
    secret = get_settings().reports_secret.get_secret_value()
    event_id, stamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not secret or not 0 < len(event_id) <= _LONGEST_ID or not _is_fresh(stamp, machine_now):
        raise REPORT_NOT_SIGNED.error()
    signed = f"{event_id}.{stamp}.".encode() + body
    right = base64.b64encode(hmac.new(secret.encode(), signed, hashlib.sha256).digest())
    given = headers.get("webhook-signature", "").split()
    if not any(hmac.compare_digest(each.removeprefix("v1,").encode(), right) for each in given):
        raise REPORT_NOT_SIGNED.error()
    return event_id


def _is_fresh(stamp: str, machine_now: datetime) -> bool:
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= len("9999999999")):
        return False
    return abs(machine_now - datetime.fromtimestamp(int(stamp), UTC)) <= TOLERANCE


def read_report(body: bytes) -> Report:
    """Raises `REPORT_NOT_UNDERSTOOD` with the fields that are wrong."""
    try:
        return Report.model_validate_json(body)
    except ValidationError as wrong:
        fields = sorted({".".join(map(str, each["loc"])) or "body" for each in wrong.errors()})
        raise REPORT_NOT_UNDERSTOOD.error(fields=", ".join(fields)) from wrong


def take_report(
    session: Session, channel: Channel, event_id: str, report: Report, machine_now: datetime
) -> bool:
    """Store a report once. Returns whether it is news."""
    stored = session.execute(
        insert(DeliveryReport)
        .values(
            id=new_id(),
            channel=channel,
            event_id=event_id,
            message_id=report.message_id,
            status=report.status,
            reason=report.reason,
            at=report.at,
            received_at=machine_now,
        )
        .on_conflict_do_nothing(index_elements=["channel", "event_id"])
        .returning(col(DeliveryReport.id))
    ).scalar()
    return stored is not None
