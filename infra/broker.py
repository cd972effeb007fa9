"""The Redis transport of the doorbells: kombu's own, told to give up fast and to bring nothing back.

A ring is worth nothing a second later (`architecture.md` decision 2), so a request may not wait for Redis to come
back: kombu would by itself try for six seconds. Nor is an unanswered ring put back when the connection is
lost; kombu tries that on a connection that it has already taken apart, and the worker ends of it.
"""

from __future__ import annotations

from typing import Any, Final

from kombu.transport import redis as kombu_redis
from redis.backoff import ConstantBackoff
from redis.retry import Retry

TRANSPORT: Final = "infra.broker:Transport"
PAUSE_SECONDS: Final = 0.05
GIVE_UP_FAST: Final = {"max_retries": 1, "interval_start": 0, "interval_step": PAUSE_SECONDS}
"""How often a send tries to connect. Workers and beats, that live from the broker, try for ever all the same."""


class Channel(kombu_redis.Channel):
    """A channel without restoring, one quick retry per call."""

    do_restore = False

    def _connparams(self, asynchronous: bool = False) -> dict[str, Any]:
        parameters: dict[str, Any] = super()._connparams(asynchronous)  # type: ignore[no-untyped-call]  # kombu has no types
        return {**parameters, "retry": Retry(ConstantBackoff(PAUSE_SECONDS), 1)}


class Transport(kombu_redis.Transport):
    """kombu's Redis transport with the channel above."""

    Channel = Channel
