"""Server-sent events: a bounded number of seats, and a refusal in words when there is none left.

A stream holds no database connection while it waits; whoever writes its lines looks for news in a
transaction of its own each time.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import StreamingResponse

from infra.http_errors import answer
from kernel.errors import DomainError

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a stream looks for news, and how long it is silent at most, both in seconds."""

    look: float = 1.0
    heartbeat: float = 15.0


PACE: Final = Pace()


class Seats:
    """How many streams are open in this process. Only the event loop touches it, so it needs no lock."""

    def __init__(self, in_all: int = 200, for_one: int = 5) -> None:
        self.in_all, self.for_one = in_all, for_one
        self._taken: Counter[UUID] = Counter()

    def take(self, holder: UUID) -> bool:
        """Whether there was a seat left; it is taken then."""
        if self._taken.total() >= self.in_all or self._taken[holder] >= self.for_one:
            return False
        self._taken[holder] += 1
        return True

    def leave(self, holder: UUID) -> None:
        """Give the seat back."""
        self._taken[holder] -= 1
        self._taken += Counter()  # forget who has none left

    def taken(self) -> int:
        return self._taken.total()


@dataclass(frozen=True, slots=True)
class Ticket:
    """Whose stream it is, where it sits, and what is said when there is no seat."""

    seats: Seats
    holder: UUID
    full: DomainError


class EventStream(StreamingResponse):
    """A stream that has a seat while it is open, and answers 429 when there is none left."""

    media_type = "text/event-stream"

    def __init__(self, content: Any = None, status_code: int = 200, *, ticket: Ticket | None = None) -> None:
        super().__init__(content, status_code, headers={"X-Accel-Buffering": "no"})
        self._ticket = ticket

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        ticket = self._ticket
        if ticket is None:
            raise RuntimeError("a stream needs a ticket")
        if not ticket.seats.take(ticket.holder):
            refused = await run_in_threadpool(answer, Request(scope), ticket.full)
            await refused(scope, receive, send)
            return
        try:
            await super().__call__(scope, receive, send)
        finally:
            ticket.seats.leave(ticket.holder)
