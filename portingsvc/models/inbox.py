"""The inbox of the gateways."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from infra.columns import id_field, instant, json_field, long_text


class GatewayMessage(SQLModel, table=True):
    """The inbox: every message from a gateway, stored before it is confirmed, handled afterwards."""

    __tablename__ = "gateway_message"
    __table_args__ = (
        UniqueConstraint("gateway", "message_id"),
        Index(
            "ix_gateway_message_waiting", "gateway", "position", postgresql_where=text("handled_at IS NULL")
        ),
    )

    id: UUID = id_field()
    gateway: str = Field(max_length=40)
    message_id: str = Field(max_length=80)
    position: int = Field(sa_type=BigInteger)
    kind: str = Field(max_length=40)
    dossier_id: str = Field(max_length=40, index=True)
    body: dict[str, Any] = json_field()
    received_at: datetime = instant()
    confirmed_at: datetime | None = instant(nullable=True)
    handled_at: datetime | None = instant(nullable=True)
    outcome: str = long_text()


class GatewayCursor(SQLModel, table=True):
    """How far the messages of a gateway have been read."""

    __tablename__ = "gateway_cursor"

    gateway: str = Field(primary_key=True, max_length=40)
    position: int = Field(default=0, sa_type=BigInteger)
