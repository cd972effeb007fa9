"""The gateway simulator as a child process, with its controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from simulators.child import Child

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


class GatewayProcess(Child):
    """Started when entered; `books()`, `script()` and `set_clock()` speak to it over HTTP."""

    def __init__(
        self,
        *,
        token: str,
        clock: str = "system",
        state_dir: Path | None = None,
        exchange_dir: Path | None = None,
        port: int = 0,
    ) -> None:
        arguments = ["--clock", clock, "--port", str(port)]
        if exchange_dir is not None:
            arguments += ["--exchange-dir", str(exchange_dir)]
        if state_dir is not None:
            arguments += ["--state-dir", str(state_dir)]
        super().__init__("simulators.gateway", arguments, {"GATEWAY_TOKEN": token})
        self.token = token

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        headers = {"Authorization": f"Bearer {self.token}"}
        response = httpx.request(method, f"{self.base_url}{path}", headers=headers, json=body, timeout=20)
        response.raise_for_status()
        return response.json() if response.content else None

    def books(self) -> dict[str, Any]:
        """What the gateway counted."""
        counted: dict[str, Any] = self._call("GET", "/v1/control/books")
        return counted

    def counts(self) -> dict[str, int]:
        """The counts alone, cheap enough to ask often."""
        counted: dict[str, int] = self._call("GET", "/v1/control/counts")
        return counted

    def script(self, rules: list[dict[str, Any]], **more: Any) -> None:
        """Set what donors do."""
        self._call("PUT", "/v1/control/script", {"rules": rules, **more})

    def outage(self, *, on: bool) -> None:
        """Cut the line both ways, or mend it."""
        self._call("PUT", f"/v1/control/outage/{str(on).lower()}")

    def set_clock(self, instant: datetime) -> None:
        """Move its virtual clock."""
        self._call("PUT", "/v1/control/clock", {"now": instant.isoformat()})

    def visible_messages(self) -> int:
        """The offset of the newest message whose time has come."""
        page: dict[str, Any] = self._call("GET", "/v1/control/newest")
        return int(page["offset"])

    def reset(self) -> None:
        """Begin with empty books."""
        self._call("POST", "/v1/control/reset")
