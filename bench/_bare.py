"""The other side: as little as there can be between a request and its row. No framework, no checks."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from typing import Any, Final
from uuid import UUID

from psycopg.types.json import Jsonb
from psycopg_pool import AsyncConnectionPool

from kernel.ids import new_id

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
_HEADERS: Final = [(b"content-type", b"application/json")]
_READ: Final = "SELECT to_jsonb(o)::text FROM porting_order o WHERE id = %s"
_WRITE: Final = "INSERT INTO case_note (id, case_id, kind, text, facts, by, at) VALUES (%s, %s, 'note', %s, %s, 'bench', now())"
_NOTHING: Final = Jsonb({})


def rows() -> Any:
    """`GET /id` answers one row by its key; `POST /id` with a text writes one, committed when it answers."""
    pool = AsyncConnectionPool(
        os.environ["DATABASE_URL"], min_size=16, max_size=40, open=False, kwargs={"autocommit": True}
    )

    async def app(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _lifespan(pool, receive, send)
            return
        asked = UUID(scope["path"][1:])
        async with pool.connection() as connection:
            if scope["method"] == "GET":
                found = await (await connection.execute(_READ, (asked,), prepare=True)).fetchone()
                body = found[0].encode()
            else:
                text = (await receive())["body"].decode()
                await connection.execute(_WRITE, (new_id(), asked, text, _NOTHING), prepare=True)
                body = b"{}"
        await answer(send, body)

    return app


async def answer(send: Send, body: bytes) -> None:
    headers = [*_HEADERS, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _lifespan(pool: AsyncConnectionPool[Any], receive: Receive, send: Send) -> None:
    while (message := await receive())["type"] != "lifespan.shutdown":
        await pool.open()
        await send({"type": f"{message['type']}.complete"})
    await pool.close()
    await send({"type": "lifespan.shutdown.complete"})
