"""The outbox: news is a row written with the change it tells of, and travels up from here.

The relay is one writer at a time. It gives each committed event its place in the gap-free sequence of its
stream (the partner's, or the operator's own), then lets the handlers of the contexts above react. A handler
works in the same transaction that marks the event handled, so what it writes happens exactly once.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BigInteger, Column, Identity, Index, UniqueConstraint, bindparam, func, text
from sqlmodel import Field, Session, SQLModel, col, select

from infra.columns import instant, json_field, long_text, table_of
from infra.copying import copy_rows
from infra.db import ring, unit_of_work
from infra.often import Often
from infra.queues import RELAY

_log = logging.getLogger(__name__)

OPERATOR_STREAM: Final = "operator"
_RELAY_LOCK: Final = 7_281_101
_BATCH: Final = 500
_MANY: Final = 100
_MOST_FAILURES: Final = 10
_WAITING: Final = "handled_at IS NULL AND parked_at IS NULL"


@dataclass(frozen=True, slots=True)
class Subject:
    """What an event is about, and which stream tells of it."""

    entity: str
    entity_id: UUID
    case_id: UUID | None = None
    customer_id: UUID | None = None
    partner_id: UUID | None = None


class OutboxEvent(SQLModel, table=True):
    """One piece of news. `position` is its place in its stream, without gaps, given by the relay."""

    __tablename__ = "outbox_event"
    __table_args__ = (
        UniqueConstraint("stream", "position"),
        Index("ix_outbox_event_waiting", "id", postgresql_where=text(_WAITING)),
        Index("ix_outbox_event_unplaced", "id", postgresql_where=text("position IS NULL")),
    )

    id: int = Field(default=None, sa_column=Column(BigInteger, Identity(always=True), primary_key=True))
    stream: str = Field(max_length=60)
    position: int | None = Field(default=None, sa_type=BigInteger)
    kind: str = Field(max_length=80)
    entity: str = Field(max_length=40)
    entity_id: UUID
    case_id: UUID | None = Field(default=None, index=True)
    customer_id: UUID | None = None
    partner_id: UUID | None = None
    payload: dict[str, Any] = json_field()
    actor: str = Field(max_length=200)
    actor_role: str = Field(default="", max_length=20)
    occurred_at: datetime = instant()
    handled_at: datetime | None = instant(nullable=True)
    parked_at: datetime | None = instant(nullable=True)
    failures: int = 0
    last_error: str = long_text()


_TABLE: Final = table_of(OutboxEvent)
_GIVEN_LATER: Final = ("id", "position", "handled_at", "parked_at")
_INSERT: Final = _TABLE.insert()
_INSERT_ONE: Final = Often(
    _INSERT.values({each.name: bindparam(each.name) for each in _TABLE.c if each.name not in _GIVEN_LATER})
)
Handler = Callable[[Session, OutboxEvent], None]
Handlers = Mapping[str, Sequence[Handler]]


@dataclass(frozen=True, slots=True)
class News:
    """An event before it is a row."""

    kind: str
    subject: Subject
    payload: dict[str, Any]
    actor: str
    now: datetime
    role: str = ""


def emit(
    session: Session,
    kind: str,
    subject: Subject,
    payload: dict[str, Any],
    *,
    actor: str,
    now: datetime,
    role: str = "",
) -> None:
    """Write an event beside the change it tells of, and ring for the relay.

    `role` is the side the actor stands on (`customer planner partner donor system`).
    """
    emit_all(session, [News(kind, subject, payload, actor, now, role)])


def emit_all(session: Session, news: Sequence[News]) -> None:
    """Write several events in one statement, in their order, and ring for the relay."""
    session.flush()
    if len(news) > _MANY and len({_nulls(each.subject) for each in news}) == 1:
        _copy(session, news)
    elif len(news) == 1:
        _INSERT_ONE.ask(session, _row(news[0]))
    elif news:
        session.connection().execute(_INSERT, [_row(each) for each in news])
    ring(session, RELAY)


def _nulls(subject: Subject) -> tuple[bool, ...]:
    return (subject.case_id is None, subject.customer_id is None, subject.partner_id is None)


def _copy(session: Session, news: Sequence[News]) -> None:
    """The same by COPY; columns that no row has a value for stay null."""
    rows = [{name: value for name, value in _row(each).items() if value is not None} for each in news]
    columns = tuple(rows[0])
    copy_rows(session, OutboxEvent.__tablename__, columns, [_as_text(row, columns) for row in rows])


def _as_text(row: dict[str, Any], columns: Sequence[str]) -> list[str]:
    written = {**row, "payload": json.dumps(row["payload"]), "occurred_at": row["occurred_at"].isoformat()}
    return [str(written[name]) for name in columns]


def _row(news: News) -> dict[str, Any]:
    subject = news.subject
    return {
        "stream": str(subject.partner_id or OPERATOR_STREAM),
        "kind": news.kind,
        "entity": subject.entity,
        "entity_id": subject.entity_id,
        "case_id": subject.case_id,
        "customer_id": subject.customer_id,
        "partner_id": subject.partner_id,
        "payload": news.payload,
        "actor": news.actor,
        "actor_role": news.role,
        "occurred_at": news.now,
        "failures": 0,
        "last_error": "",
    }


def latest_of_case(session: Session, case_id: UUID) -> int:
    """The newest event of a case, by id; 0 when there is none. It grows whenever something has happened."""
    return session.scalar(select(func.max(OutboxEvent.id)).where(OutboxEvent.case_id == case_id)) or 0


def relay(handlers: Handlers, now: datetime) -> int:
    """Place and handle all waiting events, oldest first. Returns how many were handled.

    A failing event is tried again at the next ring and holds back only later events of the same entity;
    after ten failures it is parked with its error for a person to see.
    """
    with unit_of_work() as session:
        if not _is_only_relay(session):
            return 0
        _place(session)
    handled = 0
    failed: set[UUID] = set()
    while batch := _handle_batch(handlers, now, failed):
        handled += batch
    return handled


def _is_only_relay(session: Session) -> bool:
    place = func.hashtext(func.current_schema())  # each sandbox has a feed, so a relay, of its own
    return bool(session.scalar(select(func.pg_try_advisory_xact_lock(_RELAY_LOCK, place))))


def _place(session: Session) -> None:
    """Give committed events their positions, in order of id. Runs under the relay's lock."""
    session.execute(
        text(
            """
            WITH fresh AS (
                SELECT id, stream, row_number() OVER (PARTITION BY stream ORDER BY id) AS place
                FROM outbox_event WHERE position IS NULL
            ), top AS (
                SELECT f.stream, (SELECT coalesce(max(e.position), 0) FROM outbox_event e
                                  WHERE e.stream = f.stream) AS last
                FROM (SELECT DISTINCT stream FROM fresh) f
            )
            UPDATE outbox_event e SET position = top.last + fresh.place
            FROM fresh JOIN top USING (stream) WHERE e.id = fresh.id
            """
        )
    )


def _handle_batch(handlers: Handlers, now: datetime, failed: set[UUID]) -> int:
    """Handle up to a batch; entities in `failed` wait for the next ring. Returns how many went well."""
    done = 0
    with unit_of_work() as session:
        if not _is_only_relay(session):
            return 0
        waiting = session.exec(
            select(OutboxEvent)
            .where(text(_WAITING), col(OutboxEvent.position).is_not(None))
            .where(col(OutboxEvent.entity_id).not_in(failed))
            .order_by(col(OutboxEvent.id))
            .limit(_BATCH)
        ).all()
        for event in waiting:
            if event.entity_id in failed:
                continue
            if _handle(session, event, handlers.get(event.kind, ()), now):
                done += 1
            else:
                failed.add(event.entity_id)
    return done


def _handle(session: Session, event: OutboxEvent, handlers: Sequence[Handler], now: datetime) -> bool:
    try:
        with session.begin_nested():
            for handler in handlers:
                handler(session, event)
    except Exception as broken:  # noqa: BLE001  (whatever one handler raises, the other events must go on)
        event.failures += 1
        event.last_error = f"{type(broken).__name__}: {broken}"[:2000]
        _log.warning("event handler failed", exc_info=True, extra={"kind": event.kind, "event": event.id})
        if event.failures >= _MOST_FAILURES:
            event.parked_at = now
        return False
    event.handled_at = now
    return True
