"""A carrier over HTTP: book a shipment, ask where it is; controls for tests and the curious."""

from __future__ import annotations

import hmac
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Header, HTTPException
from pydantic import AwareDatetime, BaseModel, Field

from simulators.carrier.books import Books


class Booking(BaseModel):
    """A shipment to carry."""

    reference: str = Field(min_length=1, max_length=60)
    address: dict[str, str]


class Saying(BaseModel):
    """Something that happens to a parcel."""

    code: str = Field(min_length=1, max_length=60)


class ClockSetting(BaseModel):
    """Where the virtual clock shall stand."""

    now: AwareDatetime


class Weather(BaseModel):
    """Whether the carrier answers with errors."""

    broken: bool


def make(books: Books, token: str) -> FastAPI:
    """The app around the books. Every route but health asks for the token."""
    app = FastAPI(title="Carrier simulator", openapi_url=None)

    def allowed(authorization: Annotated[str, Header()] = "") -> None:
        if not hmac.compare_digest(authorization.encode(), f"Bearer {token}".encode()):
            raise HTTPException(401)

    def working() -> None:
        if books.broken:
            raise HTTPException(503)

    guard = [Depends(allowed)]
    carried = [*guard, Depends(working)]

    @app.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ready"}

    @app.post("/v1/shipments", dependencies=carried, status_code=201)
    def book(booking: Booking) -> dict[str, str]:
        if not booking.address.get("postcode", "").strip():
            raise HTTPException(422, "an address without a postcode")
        return {"tracking": books.book(booking.reference).tracking}

    @app.get("/v1/shipments/{tracking}", dependencies=carried)
    def track(tracking: str) -> dict[str, Any]:
        found = books.scans(tracking)
        if found is None:
            raise HTTPException(404)
        return {"scans": [{"code": code, "at": at.isoformat()} for code, at in found]}

    _add_controls(app, books, guard)
    return app


def _add_controls(app: FastAPI, books: Books, guard: list[Any]) -> None:
    @app.put("/v1/control/shipments/{tracking}", dependencies=guard)
    def say(tracking: str, saying: Saying) -> None:
        if not books.say(tracking, saying.code):
            raise HTTPException(404)

    @app.put("/v1/control/clock", dependencies=guard)
    def clock(setting: ClockSetting) -> None:
        books.set_clock(setting.now)

    @app.put("/v1/control/weather", dependencies=guard)
    def weather(setting: Weather) -> None:
        books.broken = setting.broken

    @app.get("/v1/control/requests", dependencies=guard)
    def requests() -> dict[str, int]:
        return {"requests": books.requests}

    @app.post("/v1/control/reset", dependencies=guard)
    def reset() -> None:
        books.reset()
