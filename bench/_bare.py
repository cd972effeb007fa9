"""The other side: a FastAPI route that asks the driver for one row. No session, no checks, no token."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final
from uuid import UUID

from fastapi import FastAPI, Request
from psycopg.types.json import Jsonb
from psycopg_pool import AsyncConnectionPool
from starlette.responses import Response

from kernel.ids import new_id

_READ: Final = "SELECT to_jsonb(o)::text FROM porting_order o WHERE id = %s"
_WRITE: Final = "INSERT INTO case_note (id, case_id, kind, text, facts, by, at) VALUES (%s, %s, 'note', %s, %s, 'bench', now())"
_NOTHING: Final = Jsonb({})
_JSON: Final = "application/json"


def rows() -> FastAPI:
    """`GET /id` answers one row by its key; `POST /id` with a text writes one, committed when it answers."""
    pool = AsyncConnectionPool(
        os.environ["DATABASE_URL"], min_size=16, max_size=40, open=False, kwargs={"autocommit": True}
    )

    @asynccontextmanager
    async def opened(_: FastAPI) -> AsyncIterator[None]:
        async with pool:
            yield

    app = FastAPI(lifespan=opened, telemetry={"tracing": False, "metrics": False, "logs": False})

    async def read(row_id: UUID) -> Response:
        async with pool.connection() as connection:
            found = await (await connection.execute(_READ, (row_id,), prepare=True)).fetchone()
        return Response(found[0] if found else None, media_type=_JSON)

    async def write(row_id: UUID, request: Request) -> Response:
        text = (await request.body()).decode()
        async with pool.connection() as connection:
            await connection.execute(_WRITE, (new_id(), row_id, text, _NOTHING), prepare=True)
        return Response(b"{}", media_type=_JSON)

    app.add_api_route("/{row_id}", read)
    app.add_api_route("/{row_id}", write, methods=["POST"])
    return app
