"""Start messages: which mail or text message went to which user."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from infra.columns import enum_field, foreign, id_field, instant
from infra.reports import Channel


class StartMessage(SQLModel, table=True):
    """One start mail or text message to one user (DL-10), or a test of it to one of those who prepare it.

    `message_id` is the mail's or text message's own row, and the id that providers report on.
    """

    __tablename__ = "start_message"

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    user_id: UUID | None = foreign("customer_user.id", nullable=True)
    channel: Channel = enum_field(Channel)
    message_id: UUID = Field(unique=True)
    recipient: str = Field(max_length=320)
    is_test: bool = False
    queued_by: str = Field(max_length=200)
    queued_at: datetime = instant()
