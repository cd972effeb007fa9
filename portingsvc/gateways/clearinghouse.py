"""The other side of a port, as we need it: whatever speaks this can carry our requests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from portingsvc.domain.outcomes import Submission


class GatewayUnavailable(Exception):  # noqa: N818  (an answer about the gateway: ask again later)
    """The gateway could not be asked, or answered nothing we can read. Nothing is known by it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a look-up found: the dossier is there, in this state."""

    state: str


@dataclass(frozen=True, slots=True)
class Charge:
    """A line of the gateway's statement, in öre."""

    dossier_id: str
    series: int
    amount_ore: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message from the gateway. `position` is its place in the gateway's own order."""

    message_id: str
    position: int
    kind: str
    dossier_id: str
    body: dict[str, Any]


class Clearinghouse(Protocol):
    """A gateway to donors (`docs/gateway-protocol.md`). None of its calls is made inside a transaction."""

    name: str

    def submit(self, key: str, payload: bytes, valid_until: datetime) -> Submission:
        """Send a request once. Never raises: what went wrong is part of the answer.

        After `valid_until` (machine time) the gateway must not take it any more: a sender that was frozen
        must not send what others have by then looked up and sent.
        """
        ...

    def look_up(self, dossier_id: str) -> Found | None:
        """Whether the gateway has a dossier; none is a definite no. Raises `GatewayUnavailable`."""
        ...

    def cancel(self, dossier_id: str, reason: str, key: str) -> None:
        """Wish to cancel; the donor's answer is a message. Raises `GatewayUnavailable`."""
        ...

    def change(self, dossier_id: str, port_at: datetime, key: str) -> None:
        """Wish for another time; the donor's answer is a message. Raises `GatewayUnavailable`."""
        ...

    def messages(self, after: int, limit: int) -> list[Incoming]:
        """Messages after a position, in order. Raises `GatewayUnavailable`."""
        ...

    def confirm(self, message_id: str) -> None:
        """Acknowledge a message that is safely stored. Raises `GatewayUnavailable`."""
        ...

    def statement(self) -> list[Charge]:
        """What it charges us, a line a request; empty where it tells none. Raises `GatewayUnavailable`."""
        ...
