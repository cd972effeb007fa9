"""Server-sent events: how often a stream looks for news, how many may be open, how it is answered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from infra.http_errors import answer
from kernel.errors import ErrorSpec


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a stream looks for news, and how long it is silent at most, both in seconds."""

    look: float = 1.0
    heartbeat: float = 15.0


class Seats:
    """How many streams are open in this process. Only the event loop touches it, so it needs no lock."""

    def __init__(self, in_all: int = 200, for_one: int = 5) -> None:
        self.in_all, self.for_one = in_all, for_one
        self._taken: Counter[UUID] = Counter()

    def take(self, who: UUID) -> bool:
        """Whether there was a seat left; it is taken then."""
        if self._taken.total() >= self.in_all or self._taken[who] >= self.for_one:
            return False
        self._taken[who] += 1
        return True

    def leave(self, who: UUID) -> None:
        """Give the seat back."""
        self._taken[who] -= 1
        self._taken += Counter()  # forget who has none left

    def taken(self) -> int:
        return self._taken.total()


class EventStream(StreamingResponse):
    """A stream that has a seat while it is open, and answers `full` (429) when there is none left."""

    media_type = "text/event-stream"

    def __init__(
        self,
        content: Any = None,
        status_code: int = 200,
        *,
        who: UUID | None = None,
        seats: Seats | None = None,
        full: ErrorSpec | None = None,
    ) -> None:
        super().__init__(content, status_code, headers={"X-Accel-Buffering": "no"})
        self._who, self._seats, self._full = who, seats, full

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._seats is None or self._full is None:
            raise TypeError("a stream needs seats and what to say when they are taken")
        if self._who is None or not self._seats.take(self._who):
            refusal = self._full.error(most=self._seats.for_one)
            refused = await run_in_threadpool(answer, Request(scope), refusal)
            await refused(scope, receive, send)
            return
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._seats.leave(self._who)
