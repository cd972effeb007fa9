"""The communication operator of a network, as we need it: whatever speaks this can carry our orders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from openfibre.port_unblocking.domain.answers import PlacedOrder, Placement
from openfibre.port_unblocking.domain.availability import Offer
from openfibre.port_unblocking.domain.port import Port


class OperatorUnavailable(Exception):  # noqa: N818  (an answer about the operator: ask again later)
    """The operator could not be asked, or answered nothing we can read. Nothing is known by it."""


class AccessUnknown(Exception):  # noqa: N818  (an answer: there is no such access)
    """The operator has no such access."""


@dataclass(frozen=True, slots=True)
class AccessAnswer:
    """An access as a provider is told of it. `is_migrating`: no orders during a change of operator (KO-byte)."""

    is_migrating: bool
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class OrderNews:
    """One change of an order. `event` is its id in the operator's own append-only list."""

    event: str
    placed: PlacedOrder


class CommunicationOperator(Protocol):
    """A communication operator (docs/port-unblocking.md). None of its calls is made inside a transaction.

    `sp_id` says for which service provider a call is made; `port` is asked as the network itself.
    """

    def access(self, sp_id: str, access_id: str) -> AccessAnswer:
        """Steps 2–3. Raises `AccessUnknown`, `OperatorUnavailable`."""
        ...

    def port(self, access_id: str) -> Port:
        """All that stands on a port, of every provider. Raises `AccessUnknown`, `OperatorUnavailable`."""
        ...

    def place(self, sp_id: str, key: str, payload: bytes) -> Placement:
        """Send an order once. Never raises: what went wrong is part of the answer."""
        ...

    def orders(self, sp_id: str, access_id: str) -> list[PlacedOrder]:
        """Every order of a provider on an access, ended ones too, oldest first. Raises `OperatorUnavailable`."""
        ...

    def news(self, sp_id: str, since: str) -> list[OrderNews]:
        """Changes of a provider's orders after an event, in order. Raises `OperatorUnavailable`."""
        ...
