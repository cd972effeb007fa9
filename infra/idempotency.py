"""A client that did not hear our answer may ask again with the same key, and hears the same answer.

The record is written in the transaction of the change itself. A second request with the key waits for the
first to end, then replays its answer; with another body it is refused (PA-02). Records are kept 24 hours by the
machine's clock: the patience of a program does not age by a virtual one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Header
from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse
from sqlalchemy import UniqueConstraint, func, literal, text, update
from sqlalchemy import select as select_row
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.exc import OperationalError
from sqlmodel import Field, Session, SQLModel, col, delete, select
from starlette.requests import Request

from infra.columns import id_field, instant
from kernel.errors import ErrorKind, spec
from kernel.ids import new_id

KEPT: Final = timedelta(hours=24)
REPLAYED: Final = "Idempotent-Replayed"
_LONGEST_WAIT_MILLISECONDS: Final = 10_000

IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        description="Your own name for this call. The same key and body get the same answer for 24 hours.",
    ),
]

KEY_REUSED = spec(
    "IDEMPOTENCY_KEY_REUSED",
    ErrorKind.CONFLICT,
    sv="Nyckeln {key} har redan använts för ett annat anrop. Använd en ny nyckel. Inget har ändrats.",
    en="The key {key} has already been used for another call. Use a new key. Nothing has been changed.",
)

KEY_BUSY = spec(
    "IDEMPOTENCY_KEY_BUSY",
    ErrorKind.CONFLICT,
    sv="Ett anrop med nyckeln {key} pågår fortfarande. Vänta en stund och skicka det igen med samma nyckel.",
    en="A call with the key {key} is still under way. Wait a moment and send it again with the same key.",
)


class IdempotencyRecord(SQLModel, table=True):
    """One key of one client, with the answer it got."""

    __tablename__ = "idempotency_record"
    __table_args__ = (UniqueConstraint("client", "key"),)

    id: Any = id_field()
    client: str = Field(max_length=80)
    key: str = Field(max_length=255)
    fingerprint: str = Field(max_length=64)
    status: int = 0
    body: Any = Field(default=None, sa_type=JSONB, nullable=True)
    headers: Any = Field(default=None, sa_type=JSONB, nullable=True)
    at: datetime = instant(index=True)


def fingerprint(request: Request, body: Any) -> str:
    """What makes two calls the same: method, address and body."""
    return hashlib.sha256(
        repr((request.method, request.url.path, request.url.query, jsonable_encoder(body))).encode()
    ).hexdigest()


def once(
    session: Session,
    *,
    client: str,
    key: str | None,
    print_: str,
    machine_now: datetime,
    run: Callable[[], tuple[int, Any, dict[str, str]]],
) -> JSONResponse:
    """Run a change once for a key and answer; replay the answer when it has been run.

    `run` returns status, body and headers. Without a key it simply runs; what it refuses is not kept, so that a
    call can be put right under its key. Raises `IDEMPOTENCY_KEY_REUSED`, `IDEMPOTENCY_KEY_BUSY`.
    """
    if key is None:
        status, body, headers = run()
        return JSONResponse(jsonable_encoder(body), status, headers)
    entry = _Entry(session, client, key, print_, machine_now)
    mine = entry.take()
    if mine is None and (record := entry.found() or entry.wait()) is not None:
        if record.fingerprint != print_:
            raise KEY_REUSED.error(key=key)
        replayed = {**(record.headers or {}), REPLAYED: "true"}
        return JSONResponse(record.body, record.status, replayed)
    status, body, headers = run()
    kept = jsonable_encoder(body)
    session.execute(
        update(IdempotencyRecord)
        .where(col(IdempotencyRecord.id) == (mine or entry.take()))
        .values(status=status, body=kept, headers=headers)
    )
    return JSONResponse(kept, status, headers)


def forget(session: Session, machine_now: datetime) -> None:
    """Drop the answers that have been kept long enough."""
    session.exec(delete(IdempotencyRecord).where(col(IdempotencyRecord.at) < machine_now - KEPT))


@dataclass(frozen=True)
class _Entry:
    """A client's key in the book, guarded by a lock of its own until the transaction ends."""

    session: Session
    client: str
    key: str
    print_: str
    machine_now: datetime

    @property
    def _lock(self) -> int:
        told = f"{self.client}\0{self.key}".encode()
        return int.from_bytes(hashlib.sha256(told).digest()[:8], signed=True)

    def take(self) -> UUID | None:
        """Enter the key. None when it stands there, or while another call is under way with it; never waits."""
        row = select_row(
            literal(new_id()),
            literal(self.client),
            literal(self.key),
            literal(self.print_),
            literal(0),
            literal(self.machine_now),
        ).where(func.pg_try_advisory_xact_lock(self._lock))
        names = ["id", "client", "key", "fingerprint", "status", "at"]
        return self.session.execute(
            insert(IdempotencyRecord)
            .from_select(names, row, include_defaults=False)
            .on_conflict_do_nothing(index_elements=["client", "key"])
            .returning(col(IdempotencyRecord.id))
        ).scalar()

    def found(self) -> IdempotencyRecord | None:
        """What stands there, unless it is too old: then it is dropped."""
        same = (IdempotencyRecord.client == self.client, IdempotencyRecord.key == self.key)
        record = self.session.exec(select(IdempotencyRecord).where(*same)).first()
        if record is not None and record.at < self.machine_now - KEPT:
            self.session.delete(record)
            self.session.flush()
            return None
        return record

    def wait(self) -> IdempotencyRecord | None:
        """Wait for the other call to end, and see what it left. Raises `IDEMPOTENCY_KEY_BUSY` if it is slow."""
        self.session.execute(text(f"SET LOCAL lock_timeout = {_LONGEST_WAIT_MILLISECONDS}"))
        try:
            self.session.execute(select_row(func.pg_advisory_xact_lock(self._lock)))
        except OperationalError as slow:
            raise KEY_BUSY.error(key=self.key) from slow
        self.session.execute(text("SET LOCAL lock_timeout = 0"))
        return self.found()
