"""BankID's relying-party API as far as signing needs it, with a control for what the person does in the app."""

from __future__ import annotations

import base64
import threading
import uuid
from dataclasses import dataclass, field
from typing import Annotated, Any, Final

from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

_USER: Final = {"personalNumber": "199001012385", "name": "Tove Exempelsson"}


@dataclass
class _Order:
    text: str
    ip: str
    status: str = "pending"
    hint: str = "outstandingTransaction"
    user: dict[str, str] = field(default_factory=lambda: dict(_USER))


class Sign(BaseModel):
    """What the relying party asks for."""

    endUserIp: str  # noqa: N815  (BankID's own names)
    userVisibleData: Annotated[str, Field(min_length=1, max_length=40_000)]  # noqa: N815
    userVisibleDataFormat: str = ""  # noqa: N815


class Ref(BaseModel):
    """An order."""

    orderRef: str  # noqa: N815


class Act(BaseModel):
    """What the person does in the app: `complete`, `failed` (with a hint) or `pending`."""

    status: str
    hint: str = ""
    user: dict[str, str] | None = None


def make() -> FastAPI:
    """The app, with orders in memory."""
    app = FastAPI(title="BankID simulator", openapi_url=None)
    orders: dict[str, _Order] = {}
    lock = threading.Lock()

    @app.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ready"}

    @app.post("/rp/v6.0/sign")
    def sign(wanted: Sign) -> dict[str, str]:
        ref = str(uuid.uuid4())
        with lock:
            orders[ref] = _Order(base64.b64decode(wanted.userVisibleData).decode(), wanted.endUserIp)
        names = ("autoStartToken", "qrStartToken", "qrStartSecret")
        return {"orderRef": ref, **{name: str(uuid.uuid4()) for name in names}}

    @app.post("/rp/v6.0/collect")
    def collect(wanted: Ref) -> Response:
        with lock:
            order = orders.get(wanted.orderRef)
            if order is None:
                body = {"errorCode": "invalidParameters", "details": "No such order"}
                return JSONResponse(body, 400)
            if order.status != "pending":
                del orders[wanted.orderRef]  # told once, as BankID does
            return JSONResponse(_answer(wanted.orderRef, order))

    @app.post("/rp/v6.0/cancel")
    def cancel(wanted: Ref) -> dict[str, Any]:
        with lock:
            orders.pop(wanted.orderRef, None)
        return {}

    @app.get("/control/orders")
    def listed() -> dict[str, str]:
        with lock:
            return {ref: order.text for ref, order in orders.items()}

    @app.put("/control/orders/{ref}")
    def act(ref: str, deed: Act) -> None:
        with lock:
            order = orders[ref]
            order.status, order.hint = deed.status, deed.hint
            order.user = deed.user or order.user

    return app


def _answer(ref: str, order: _Order) -> dict[str, Any]:
    if order.status != "complete":
        return {"orderRef": ref, "status": order.status, "hintCode": order.hint}
    signature = base64.b64encode(f"signed:{ref}".encode()).decode()
    return {
        "orderRef": ref,
        "status": "complete",
        "completionData": {
            "user": order.user,
            "device": {"ipAddress": order.ip},
            "bankIdIssueDate": "2026-01-01",
            "signature": signature,
            "ocspResponse": "",
        },
    }
