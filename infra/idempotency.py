"""A client that did not hear our answer may ask again with the same key, and hears the same answer.

The record is written in the transaction of the change itself. A second request with the key waits for the
first to end, then replays its answer; with another body it is refused (PA-02). Records are kept 24 hours by the
machine's clock: the patience of a program does not age by a virtual one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Header
from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlalchemy import Text, UniqueConstraint, bindparam, cast, update
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.exc import OperationalError
from sqlmodel import Field, Session, SQLModel, col, delete, select
from starlette.requests import Request

from infra.columns import id_field, instant, table_of
from infra.often import Often
from kernel.errors import ErrorKind, spec
from kernel.ids import new_id

KEPT: Final = timedelta(hours=24)

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


class _Written(JSONResponse):
    """An answer whose JSON stands written already: it is kept as it is sent."""

    def render(self, content: str) -> bytes:
        return content.encode()


def fingerprint(request: Request, body: Any) -> str:
    """What makes two calls the same: method, address and body."""
    said = body.model_dump_json() if isinstance(body, BaseModel) else repr(jsonable_encoder(body))
    return hashlib.sha256(
        repr((request.method, request.scope["path"], request.scope["query_string"].decode(), said)).encode()
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
        return _Written(_written(body), status, headers)
    try:
        # A second request with the same key waits here, on the unique index, until the first has ended.
        taken = _TAKE.ask(session, _values(client, key, print_, machine_now))
    except OperationalError as slow:
        if getattr(slow.orig, "sqlstate", "") != _WAITED_TOO_LONG:
            raise
        raise KEY_BUSY.error(key=key) from slow
    if not taken:
        return _replay(session, client, key, print_)
    mine: UUID = taken[0][0]
    status, body, headers = run()
    written = _written(body)
    _KEEP.ask(session, {"row_id": mine, "status": status, "body": written, "headers": headers})
    if mine.int % _SWEEP_EVERY == 0:
        session.exec(delete(IdempotencyRecord).where(col(IdempotencyRecord.at) < machine_now - KEPT))
    return _Written(written, status, headers)


def _written(body: Any) -> str:
    if isinstance(body, BaseModel):
        return body.model_dump_json()
    return bytes(JSONResponse(jsonable_encoder(body)).body).decode()


def _values(client: str, key: str, print_: str, now: datetime) -> dict[str, Any]:
    """A record without an answer. `worn` is from when one with the same key is too old to count."""
    return {"id": new_id(), "client": client, "key": key, "print": print_, "at": now, "worn": now - KEPT}


def _replay(session: Session, client: str, key: str, print_: str) -> JSONResponse:
    record = session.exec(
        select(IdempotencyRecord).where(IdempotencyRecord.client == client, IdempotencyRecord.key == key)
    ).one()
    if record.fingerprint != print_:
        raise KEY_REUSED.error(key=key)
    replayed = {**(record.headers or {}), "Idempotent-Replayed": "true"}
    return JSONResponse(record.body, record.status, replayed)


_WAITED_TOO_LONG: Final = "57014"
"""PostgreSQL's word for a statement that reached its time limit (a minute, `infra.db`)."""
_SWEEP_EVERY: Final = 100
"""One call in so many takes away what is older than a day."""
_TABLE: Final = table_of(IdempotencyRecord)
_NEW: Final = insert(_TABLE).values(
    id=bindparam("id"),
    client=bindparam("client"),
    key=bindparam("key"),
    fingerprint=bindparam("print"),
    status=0,
    at=bindparam("at"),
)
_TAKE: Final = Often(
    _NEW.on_conflict_do_update(
        index_elements=["client", "key"],
        set_={
            "id": _NEW.excluded.id,
            "fingerprint": _NEW.excluded.fingerprint,
            "status": 0,
            "at": _NEW.excluded["at"],
        },
        where=_TABLE.c.at < bindparam("worn"),
    ).returning(_TABLE.c.id)
)
_KEEP: Final = Often(
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("row_id"))
    .values(
        status=bindparam("status"),
        body=cast(bindparam("body", type_=Text), JSONB),
        headers=bindparam("headers"),
    )
)
