"""Where the time comes from. Everything below takes `now` as an argument; only edges ask for it here.

In production it is the machine's clock. A demonstration runs on a virtual clock: a row that only moves when it
is told to, the same for every process that shares the database. A partner's sandbox always does, on its own row.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Final
from zoneinfo import ZoneInfo

from fastapi import Depends
from sqlalchemy import Column, DateTime
from sqlmodel import Field, Session, SQLModel

from infra.db import SessionDep, place_of
from infra.settings import get_settings

STOCKHOLM: Final = ZoneInfo("Europe/Stockholm")
_ONLY_ROW: Final = 1


class VirtualClock(SQLModel, table=True):
    """The one row that a virtual clock is."""

    __tablename__ = "virtual_clock"

    id: int = Field(default=_ONLY_ROW, primary_key=True)
    instant: datetime = Field(sa_column=Column("instant", DateTime(timezone=True), nullable=False))


def current(session: Session) -> datetime:
    """The present instant, UTC."""
    if place_of(session) or get_settings().clock == "virtual":
        row = session.get(VirtualClock, _ONLY_ROW, populate_existing=True)
        if row is not None:
            return row.instant.astimezone(UTC)
    return datetime.now(UTC)


def set_virtual(session: Session, instant: datetime) -> None:
    """Move the virtual clock. Refused where the clock is the machine's own."""
    if not place_of(session) and get_settings().clock != "virtual":
        raise RuntimeError("this installation runs on the machine's clock")
    session.merge(VirtualClock(id=_ONLY_ROW, instant=instant.astimezone(UTC)))


def local_date(instant: datetime) -> date:
    """The day in Stockholm that an instant falls on."""
    return instant.astimezone(STOCKHOLM).date()


def _now(session: SessionDep) -> datetime:
    return current(session)


NowDep = Annotated[datetime, Depends(_now)]
