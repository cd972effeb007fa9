"""The BankID simulator as a child process, and the person with the app."""

from __future__ import annotations

from typing import Any

import httpx

from simulators.child import Child


class BankIdProcess(Child):
    """Started when entered; `orders()` and `act()` are the person's telephone."""

    def __init__(self) -> None:
        super().__init__("simulators.bankid", ["--port", "0"])

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def orders(self) -> dict[str, str]:
        """Open orders and the texts that the app shows."""
        found: dict[str, str] = httpx.get(f"{self.base_url}/control/orders", timeout=10).json()
        return found

    def act(self, order_ref: str, status: str, **more: Any) -> None:
        """The person signs (`complete`) or turns away (`failed`)."""
        url = f"{self.base_url}/control/orders/{order_ref}"
        httpx.put(url, json={"status": status, **more}, timeout=10).raise_for_status()
