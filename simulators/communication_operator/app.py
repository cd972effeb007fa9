"""ON-API 2.6 over HTTP as a communication operator serves it, the portal beside it, and our own controls.

The user name says for which provider a call is made. The operator's own view of a whole port (`/network/…`) is
no part of ON-API: an agreement between a network and the process's machinery, shown to `network` only.
"""

from __future__ import annotations

import asyncio
import hmac
from dataclasses import asdict
from typing import Annotated, Any, Final

from fastapi import Depends, FastAPI, Header, Request, Response
from fastapi.responses import JSONResponse
from fastapi.security import HTTPBasic, HTTPBasicCredentials
from pydantic import BaseModel, ConfigDict

from simulators.communication_operator.network import Access, Network, Refused
from simulators.communication_operator.script import Rule, Script
from simulators.line import Dropped, LineFault

NETWORK: Final = "network"
_BASE: Final = "/onapi/2.6"
_SLOW_SECONDS: Final = 30.0
_basic = HTTPBasic(realm="ON-API")


def _provider(request: Request, credentials: Annotated[HTTPBasicCredentials, Depends(_basic)]) -> str:
    """For whom a call is made. Raises `Refused` (401)."""
    if not hmac.compare_digest(credentials.password.encode(), request.app.state.secret.encode()):
        raise Refused(401, "unknown login")
    return credentials.username


Provider = Annotated[str, Depends(_provider)]


class OrderBody(BaseModel):
    """An order, read strictly."""

    model_config = ConfigDict(extra="forbid")

    operation: str
    accessId: str | None = None  # noqa: N815  (ON-API's own names)
    service: str | None = None
    subscriptionId: str | None = None  # noqa: N815
    forcedTakeover: bool | None = None  # noqa: N815
    spReference: str | None = None  # noqa: N815
    spSubscriptionId: str | None = None  # noqa: N815
    requestedDateTime: str | None = None  # noqa: N815
    characteristics: dict[str, Any] | None = None
    equipment: list[dict[str, str]] | None = None


class AccessBody(BaseModel):
    """An access to lay out, with what stands on it."""

    model_config = ConfigDict(extra="forbid")

    access_id: str
    offered: list[str]
    forcible: bool = True
    state: str = "CONNECTED"
    subscriptions: list[dict[str, Any]] = []


def make(network: Network, secret: str, *, portal_only: bool = False) -> FastAPI:
    """The app around a network. A portal-only operator serves no ON-API at all."""
    app = FastAPI(title="Communication operator simulator", openapi_url=None)

    app.state.secret = secret

    @app.exception_handler(Refused)
    def refused(_: Request, error: Refused) -> Response:
        return JSONResponse({"cause": error.cause}, error.status)

    @app.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ready"}

    if not portal_only:
        _add_questions(app, network)
        _add_orders(app, network)
    _add_portal(app, network)
    _add_controls(app, network)
    return app


def _add_questions(app: FastAPI, network: Network) -> None:
    """Accesses, services, and the network's own view of a port."""

    def listening() -> None:
        if network.script.deaf:
            network.counts["unanswered"] += 1
            raise Refused(503, "come back later")

    asked = [Depends(listening)]

    @app.get(_BASE + "/accesses/{access_id}", dependencies=asked)
    def access(access_id: str, provider: Provider) -> dict[str, Any]:
        del provider
        return {"accessId": access_id, "accessState": network.access(access_id).state}

    @app.get(_BASE + "/services/{access_id}", dependencies=asked)
    def services(access_id: str, provider: Provider) -> dict[str, Any]:
        with network.lock:
            return {"accessId": access_id, "services": network.offers(access_id, provider)}

    @app.get("/network/ports/{access_id}", dependencies=asked)
    def port(access_id: str, provider: Provider) -> dict[str, Any]:
        if provider != NETWORK:
            raise Refused(403, "the network's own view")
        with network.lock:
            network.counts["ports_read"] += 1
            shown = [dict(each) for each in network.access(access_id).subscriptions]
            return {"accessId": access_id, "subscriptions": shown}

    @app.get(_BASE + "/orderevents/", dependencies=asked)
    def events(provider: Provider, since: str = "") -> list[dict[str, Any]]:
        with network.lock:
            network.work()
            mine = [each for each in network.events if each["provider"] == provider]
            ids = [each["event"] for each in mine]
            start = ids.index(since) + 1 if since in ids else 0
            return [{"event": each["event"], "order": each["order"]} for each in mine[start:]]

    @app.get(_BASE + "/orders/", dependencies=asked)
    def orders(provider: Provider, accessId: str = "") -> list[dict[str, Any]]:  # noqa: N803
        with network.lock:
            network.work()
            network.counts["lookups"] += 1
            return [
                each.as_json()
                for each in network.orders.values()
                if each.provider == provider and each.access_id == accessId
            ]


def _add_orders(app: FastAPI, network: Network) -> None:
    """Taking orders, over a line that may be bad."""

    @app.post(_BASE + "/orders/")
    async def place(
        request: Request,
        order: OrderBody,
        provider: Provider,
        idempotency_key: Annotated[str, Header(max_length=255)] = "",
    ) -> Response:
        body = order.model_dump(exclude_none=True)
        fault, rule = network.rule_for(provider, network.access_of(body), body)
        if fault is LineFault.DROP_BEFORE:
            return Dropped(request)
        if fault is LineFault.TOO_MANY:
            return JSONResponse({"cause": "too many"}, 429, {"Retry-After": "1"})
        if fault is LineFault.UNAVAILABLE:
            return JSONResponse({"cause": "come back later"}, 503)
        accepted, is_new = network.accept(provider, idempotency_key, body, rule)
        return await _answer(request, fault, rule, accepted.as_json(), is_new=is_new)


async def _answer(
    request: Request, fault: LineFault, rule: Rule, answer: dict[str, Any], *, is_new: bool
) -> Response:
    """Tell the sender, as well as the line lets us. The order stands in the books already."""
    if fault is LineFault.DROP_AFTER:
        return Dropped(request)
    if fault is LineFault.HALF_BODY:
        return Dropped(request, b'{"orderId": "', 201)
    if fault is LineFault.SERVER_ERROR:
        return JSONResponse({"cause": "internal"}, 500)
    if fault is LineFault.WRONG_JSON:
        return Response("{this is no json", 201, media_type="application/json")
    if fault is LineFault.SLOW:
        await asyncio.sleep((rule.reply_after_ms / 1000) or _SLOW_SECONDS)
    return JSONResponse(answer, 201 if is_new else 200)


def _add_portal(app: FastAPI, network: Network) -> None:
    """What a person sees and does in the operator's portal."""

    @app.get("/portal/ports/{access_id}")
    def look(access_id: str, provider: Provider) -> dict[str, Any]:
        del provider
        with network.lock:
            return {"accessId": access_id, "subscriptions": network.access(access_id).subscriptions}

    @app.post("/portal/orders")
    def place(order: OrderBody, on_behalf_of: str, provider: Provider) -> dict[str, Any]:
        del provider
        body = order.model_dump(exclude_none=True)
        placed, _ = network.accept(on_behalf_of, "", body, Rule())
        network.work()
        return placed.as_json()


def _add_controls(app: FastAPI, network: Network) -> None:
    """What a test, a demonstration or a curious person may turn and read."""
    guard = [Depends(_provider)]

    @app.put("/control/accesses", dependencies=guard)
    def lay_out(access: AccessBody) -> None:
        network.put_access(Access(**access.model_dump()))

    @app.put("/control/script", dependencies=guard)
    def script(script: Script) -> None:
        with network.lock:
            network.script = script
            network._used.clear()  # noqa: SLF001  (the control is part of the network)

    @app.post("/control/reset", dependencies=guard)
    def reset() -> None:
        network.reset()

    @app.get("/control/books", dependencies=guard)
    def books() -> dict[str, Any]:
        with network.lock:
            network.work()
            names = ("orders_received", "accepted", "forced_accepted", "duplicates_received", "lookups")
            return {
                **{name: network.counts[name] for name in names},
                "faults": dict(network.faults),
                "orders": [each.as_json() | {"provider": each.provider} for each in network.orders.values()],
                "ports": {name: asdict(each)["subscriptions"] for name, each in network.accesses.items()},
                "work": list(network.work_log),
            }
