"""A partner's receiver, as we need it: something that takes a message and says whether it has it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a status, or none and a word for why. `seconds` is how long it took."""

    status: int | None
    error: str = ""
    seconds: float = 0.0
    retry_after: float | None = None


class Line(Protocol):
    """A connection to one receiver, kept while there is more to say."""

    def post(self, headers: Mapping[str, str], body: bytes) -> Answer:
        """Send one message. Never raises: what went wrong is part of the answer."""
        ...


class Sender(Protocol):
    """Whatever can open lines."""

    def line(self, url: str) -> AbstractContextManager[Line]:
        """A line to the receiver at this address. Nothing is sent, resolved or connected yet."""
        ...
