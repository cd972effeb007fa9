"""The communication operator simulator as a child process, with its controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from simulators.child import Child
from simulators.communication_operator.app import NETWORK

if TYPE_CHECKING:
    from pathlib import Path


class CommunicationOperatorProcess(Child):
    """Started when entered; the methods speak to it over HTTP as the network's own staff."""

    def __init__(
        self, *, secret: str, portal_only: bool = False, port: int = 0, state_file: Path | None = None
    ) -> None:
        manner = ["--portal-only"] if portal_only else []
        if state_file is not None:
            manner += ["--state-file", str(state_file)]
        super().__init__(
            "simulators.communication_operator",
            ["--port", str(port), *manner],
            {"COMMUNICATION_OPERATOR_SECRET": secret},
        )
        self.secret = secret

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def call(self, method: str, path: str, body: Any = None, **query: str) -> Any:
        """One call as the network's staff."""
        response = httpx.request(
            method,
            f"{self.base_url}{path}",
            auth=(NETWORK, self.secret),
            json=body,
            params=query,
            timeout=20,
        )
        response.raise_for_status()
        return response.json() if response.content else None

    def books(self) -> dict[str, Any]:
        """What it counted, by its own books."""
        counted: dict[str, Any] = self.call("GET", "/control/books")
        return counted

    def port_rows(self, access_id: str) -> list[dict[str, Any]]:
        """What stands on a port, as its portal shows it."""
        shown: list[dict[str, Any]] = self.call("GET", f"/portal/ports/{access_id}")["subscriptions"]
        return shown

    def lay_out(self, access_id: str, offered: list[str], **more: Any) -> None:
        """Enter an access, or put it back as described."""
        self.call("PUT", "/control/accesses", {"access_id": access_id, "offered": offered, **more})

    def script(self, *rules: dict[str, Any], deaf: bool = False) -> None:
        """Set what goes wrong."""
        self.call("PUT", "/control/script", {"rules": list(rules), "deaf": deaf})

    def reset(self) -> None:
        """Begin with an empty network and empty books."""
        self.call("POST", "/control/reset")
