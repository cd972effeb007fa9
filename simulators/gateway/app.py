"""The clearing house over HTTP (`docs/gateway-protocol.md`)."""

from __future__ import annotations

import asyncio
import hmac
import json
from datetime import UTC, datetime
from typing import Annotated, Any, Final

from fastapi import Depends, FastAPI, Header, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import AwareDatetime, TypeAdapter, ValidationError

from simulators.gateway.exchange import Exchange, Refused
from simulators.gateway.messages import Cancel, Change, ClockSetting, Incoming
from simulators.gateway.messages import Request as PortRequest
from simulators.gateway.script import Script
from simulators.line import Dropped, LineFault

_INCOMING: Final = TypeAdapter[Any](Incoming)
_PROBLEM: Final = "application/problem+json"
_SLOW_SECONDS: Final = 30.0


def make(exchange: Exchange, token: str) -> FastAPI:
    """The app around an exchange. Every route but health asks for the token."""
    app = FastAPI(title="Porting gateway simulator", openapi_url=None)

    def allowed(authorization: Annotated[str, Header()] = "") -> None:
        if not hmac.compare_digest(authorization, f"Bearer {token}"):
            raise Refused(401, "UNAUTHORISED")

    @app.exception_handler(Refused)
    def refused(_: Request, error: Refused) -> Response:
        body = {"type": "about:blank", "status": error.status, "code": error.code, **error.facts}
        return JSONResponse(body, error.status, media_type=_PROBLEM)

    guard = [Depends(allowed)]

    @app.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ready"}

    _add_exchange(app, exchange, guard)
    _add_controls(app, exchange, guard)
    return app


def _add_exchange(app: FastAPI, exchange: Exchange, guard: list[Any]) -> None:
    """What the protocol has: send, look up, receive, acknowledge."""

    def through() -> None:
        if exchange.script.outage:
            raise Refused(503, "UNAVAILABLE")

    open_line = [*guard, Depends(through)]

    @app.post("/v1/messages", dependencies=guard)
    async def send(
        request: Request,
        idempotency_key: Annotated[str, Header(max_length=255)],
        valid_until: Annotated[AwareDatetime | None, Header()] = None,
    ) -> Response:
        if exchange.script.outage:
            return Dropped(request)
        return await _send(exchange, request, idempotency_key, valid_until)

    @app.get("/v1/dossiers/{dossier_id}", dependencies=open_line)
    def look_up(dossier_id: str) -> dict[str, Any]:
        found = exchange.look_up(dossier_id)
        if found is None:
            raise Refused(404, "NOT_FOUND")
        return found

    @app.get("/v1/messages", dependencies=open_line)
    def receive(
        after: Annotated[int, Query(ge=0)] = 0, limit: Annotated[int, Query(ge=1, le=500)] = 100
    ) -> dict[str, Any]:
        items = exchange.messages(after, limit)
        return {
            "items": [each.as_json() for each in items],
            "next_after": items[-1].offset if items else after,
        }

    @app.put("/v1/messages/{message_id}/confirmation", dependencies=guard, status_code=204)
    def confirm(message_id: str) -> None:
        if not exchange.confirm(message_id):
            raise Refused(404, "NOT_FOUND")


def _add_controls(app: FastAPI, exchange: Exchange, guard: list[Any]) -> None:
    """What a test, a demonstration or a curious person may turn and read."""

    @app.get("/v1/statement", dependencies=guard)
    def statement() -> dict[str, Any]:
        return {"items": exchange.books.statement()}

    @app.get("/v1/control/books", dependencies=guard)
    def books() -> dict[str, Any]:
        with exchange.lock:
            return exchange.books.summary()

    @app.get("/v1/control/counts", dependencies=guard)
    def counts() -> dict[str, int]:
        return dict(exchange.books.counts)

    @app.put("/v1/control/clock", dependencies=guard)
    def clock(setting: ClockSetting) -> None:
        exchange.set_clock(setting.now)

    @app.get("/v1/control/newest", dependencies=guard)
    def newest() -> dict[str, int]:
        exchange.messages(0, 1)
        return {"offset": exchange.books.released}

    @app.post("/v1/control/reset", dependencies=guard)
    def reset() -> None:
        exchange.reset()

    @app.put("/v1/control/outage/{on}", dependencies=guard)
    def outage(on: bool) -> None:
        exchange.script.outage = on

    @app.put("/v1/control/script", dependencies=guard)
    def script(script: Script) -> None:
        exchange.set_script(script)


async def _send(exchange: Exchange, request: Request, key: str, valid_until: datetime | None) -> Response:
    raw = await request.body()
    try:
        message = _INCOMING.validate_json(raw)
    except ValidationError as unreadable:
        errors = [
            {"field": ".".join(str(part) for part in each["loc"]), "code": each["type"].upper()}
            for each in unreadable.errors()
        ]
        raise Refused(422, "NOT_UNDERSTOOD", errors=errors) from unreadable
    if isinstance(message, Cancel):
        return JSONResponse(exchange.cancel(message.dossier_id, key), 202)
    if isinstance(message, Change):
        return JSONResponse(exchange.change(message.dossier_id, message.port_at, key), 202)
    return await _take(exchange, request, key, valid_until, (raw, message))


async def _take(
    exchange: Exchange,
    request: Request,
    key: str,
    valid_until: datetime | None,
    sent: tuple[bytes, PortRequest],
) -> Response:
    raw, message = sent
    if valid_until is not None and datetime.now(UTC) > valid_until:
        # Of no effect, so it is not counted as a submission either: the sender asked us not to take it.
        exchange.note_fault(LineFault.STALE)
        return JSONResponse({"code": "TOO_LATE"}, 410, media_type=_PROBLEM)
    exchange.note_arrival()
    exchange.note_key(message.dossier_id, key, raw)
    body = json.loads(raw)
    fault, rule = exchange.fault_for(body)
    if exchange.script.latency_ms:
        await asyncio.sleep(exchange.script.latency_ms / 1000)
    if fault is not LineFault.NONE:
        exchange.note_fault(fault)
    if fault is LineFault.DROP_BEFORE:
        return Dropped(request)
    if fault is LineFault.TOO_MANY:
        return JSONResponse({"code": "TOO_MANY"}, 429, {"Retry-After": "1"}, _PROBLEM)
    if fault is LineFault.UNAVAILABLE:
        return JSONResponse({"code": "UNAVAILABLE"}, 503, media_type=_PROBLEM)
    receipt, replayed = exchange.accept(key, raw, {**body, "attempt": message.attempt}, valid_until)
    return await _answer(
        fault,
        request,
        receipt,
        replayed=replayed,
        reply_after_ms=rule.reply_after_ms or exchange.script.slow_ms,
    )


async def _answer(
    fault: LineFault, request: Request, receipt: dict[str, Any], *, replayed: bool, reply_after_ms: int
) -> Response:
    """Tell the sender, as well as the line lets us. The dossier stands in the books already."""
    if fault is LineFault.DROP_AFTER:
        return Dropped(request)
    if fault is LineFault.HALF_BODY:
        return Dropped(request, b'{"message_id": "')
    if fault is LineFault.SERVER_ERROR:
        return JSONResponse({"code": "INTERNAL"}, 500, media_type=_PROBLEM)
    if fault is LineFault.WRONG_JSON:
        return Response("{this is no json", 202, media_type="application/json")
    if fault is LineFault.SLOW:
        await asyncio.sleep((reply_after_ms / 1000) or _SLOW_SECONDS)
    if replayed:
        return JSONResponse(receipt, 200, {"Idempotent-Replay": "true"})
    return JSONResponse(receipt, 202)
