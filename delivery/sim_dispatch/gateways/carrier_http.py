"""A carrier over HTTP/JSON (docs/delivery.md). Its answers are read as if they came from an enemy."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Final

import httpx
from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from delivery.sim_dispatch.gateways.carrier import Carrier, CarrierScan, CarrierUnavailable
from infra.metrics import GATEWAY_CALLS
from infra.settings import get_settings

_LARGEST_ANSWER: Final = 256 * 1024
_OK: Final = (200, 201)
_NOT_FOUND: Final = 404
_TIMEOUT_SECONDS: Final = 5.0


class _Booking(BaseModel):
    tracking: str = Field(min_length=1, max_length=60, pattern=r"^[A-Za-z0-9-]+$")


class _Scan(BaseModel):
    code: Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[a-z_]+$")]
    at: AwareDatetime


class _Scans(BaseModel):
    scans: list[_Scan] = Field(max_length=200)


class HttpCarrier:
    """One pooled client for the process; safe to use from several threads."""

    def __init__(self, base_url: str, token: str) -> None:
        self.name = "carrier"
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=_TIMEOUT_SECONDS,
            follow_redirects=False,
        )

    def close(self) -> None:
        """Close its connections."""
        self._http.close()

    def book(self, reference: str, address: Mapping[str, str]) -> str:
        answer = self._ask("POST", "/v1/shipments", {"reference": reference, "address": dict(address)})
        booking: _Booking = self._read(_Booking, answer)
        return booking.tracking

    def track(self, tracking: str) -> list[CarrierScan]:
        answer = self._ask("GET", f"/v1/shipments/{tracking}")
        if answer.status_code == _NOT_FOUND:
            return []
        found: _Scans = self._read(_Scans, answer)
        return [CarrierScan(place, each.code, each.at) for place, each in enumerate(found.scans, start=1)]

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> httpx.Response:
        headers = {"Idempotency-Key": body["reference"]} if body else {}
        try:
            return self._http.request(method, path, json=body, headers=headers)
        except httpx.HTTPError as lost:
            raise _unavailable(type(lost).__name__) from lost

    @staticmethod
    def _read(shape: type[Any], answer: httpx.Response) -> Any:
        if answer.status_code not in _OK or len(answer.content) > _LARGEST_ANSWER:
            raise _unavailable(f"HTTP {answer.status_code}")
        try:
            return shape.model_validate_json(answer.content)
        except ValidationError as unreadable:
            raise _unavailable("an answer we cannot read") from unreadable


def _unavailable(why: str) -> CarrierUnavailable:
    GATEWAY_CALLS.labels("carrier", "unavailable").inc()
    return CarrierUnavailable(why)


@cache
def carrier() -> Carrier | None:
    """The carrier of this installation; none when none is named, and parcels are followed by hand."""
    settings = get_settings()
    if not settings.carrier_url:
        return None
    return HttpCarrier(settings.carrier_url, settings.carrier_token.get_secret_value())
