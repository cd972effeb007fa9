"""The books of a sandbox's scripted donors. Live they are empty: there the other side keeps its own."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from infra.columns import id_field, instant, json_field, sequence_id


class ScriptedDossier(SQLModel, table=True):
    """A request as it came, and how it stands with the donor: `received accepted rejected cancelled`."""

    __tablename__ = "scripted_dossier"

    id: UUID = id_field()
    dossier_id: str = Field(max_length=40, unique=True)
    key: str = Field(max_length=255)
    sha256: str = Field(max_length=64)
    body: dict[str, Any] = json_field()
    stands: str = Field(max_length=20)
    received_at: datetime = instant()


class ScriptedMessage(SQLModel, table=True):
    """What a donor will say, and when. It gets its `position` when its time has come."""

    __tablename__ = "scripted_message"

    id: int = sequence_id()
    dossier_id: str = Field(max_length=40, index=True)
    kind: str = Field(max_length=40)
    body: dict[str, Any] = json_field()
    due_at: datetime = instant()
    position: int | None = Field(default=None, sa_type=BigInteger, unique=True)
