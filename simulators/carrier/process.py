"""The carrier simulator as a child process, with its controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from simulators.child import Child

if TYPE_CHECKING:
    from datetime import datetime


class CarrierProcess(Child):
    """Started when entered; its controls speak to it over HTTP."""

    def __init__(self, *, token: str, clock: str = "system") -> None:
        super().__init__("simulators.carrier", ["--clock", clock, "--port", "0"], {"CARRIER_TOKEN": token})
        self.token = token

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        headers = {"Authorization": f"Bearer {self.token}"}
        response = httpx.request(method, f"{self.base_url}{path}", headers=headers, json=body, timeout=20)
        response.raise_for_status()
        return response.json() if response.content else None

    def say(self, tracking: str, code: str) -> None:
        """Something happens to a parcel."""
        self._call("PUT", f"/v1/control/shipments/{tracking}", {"code": code})

    def set_clock(self, instant: datetime) -> None:
        """Move its virtual clock."""
        self._call("PUT", "/v1/control/clock", {"now": instant.isoformat()})

    def set_broken(self, *, broken: bool) -> None:
        """Answer with errors, or no longer."""
        self._call("PUT", "/v1/control/weather", {"broken": broken})

    def requests(self) -> int:
        """How often it was asked."""
        counted: dict[str, int] = self._call("GET", "/v1/control/requests")
        return counted["requests"]

    def reset(self) -> None:
        """Begin with empty books."""
        self._call("POST", "/v1/control/reset")
