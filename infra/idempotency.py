"""A client that did not hear our answer may ask again with the same key, and hears the same answer.

The record is written in the transaction of the change itself. A second request with the key waits for the
first to end, then replays its answer; with another body it is refused (PA-02). Records are kept 24 hours.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Annotated, Any, Final

from fastapi import Header
from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse
from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlmodel import Field, Session, SQLModel, col, delete, select
from starlette.requests import Request

from infra.columns import id_field, instant
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
    now: datetime,
    run: Callable[[], tuple[int, Any, dict[str, str]]],
) -> JSONResponse:
    """Run a change once for a key and answer; replay the answer when it has been run.

    `run` returns status, body and headers. Without a key it simply runs. Raises `IDEMPOTENCY_KEY_REUSED`.
    """
    if key is None:
        status, body, headers = run()
        return JSONResponse(jsonable_encoder(body), status, headers)
    session.exec(delete(IdempotencyRecord).where(col(IdempotencyRecord.at) < now - KEPT))
    # A second request with the same key waits here, on the unique index, until the first has ended.
    mine = session.execute(
        insert(IdempotencyRecord)
        .values(id=new_id(), client=client, key=key, fingerprint=print_, status=0, at=now)
        .on_conflict_do_nothing(index_elements=["client", "key"])
        .returning(col(IdempotencyRecord.id))
    ).scalar()
    record = session.exec(
        select(IdempotencyRecord).where(IdempotencyRecord.client == client, IdempotencyRecord.key == key)
    ).one()
    if mine is None:
        if record.fingerprint != print_:
            raise KEY_REUSED.error(key=key)
        replayed = {**(record.headers or {}), "Idempotent-Replayed": "true"}
        return JSONResponse(record.body, record.status, replayed)
    status, body, headers = run()
    record.status, record.body, record.headers = status, jsonable_encoder(body), headers
    return JSONResponse(record.body, status, headers)
