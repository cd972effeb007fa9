"""How often something may be asked in a window of time, counted for all web processes together.

Windows are fixed: the first call opens one, and it ends its seconds later. Redis counts where one is configured, in
one round trip a call; without Redis, or while it is away, each process counts for itself: a limit guards the
product, so a lost counter must never stop a caller. Time is the machine's.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from math import ceil
from typing import Any, Final, NamedTuple, Protocol

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from infra.settings import get_settings
from kernel.errors import ErrorKind, spec

_log = logging.getLogger(__name__)
_PREFIX: Final = "vaxla:limit:"
_PATIENCE_SECONDS: Final = 0.1
_AWAY_SECONDS: Final = 5.0
_MOST_REMEMBERED: Final = 50_000
# One script is one round trip, and no window is left without its end when a caller dies between two commands.
_COUNT: Final = """
local told = {}
for i, key in ipairs(KEYS) do
  local n = redis.call('INCR', key)
  if n == 1 then redis.call('PEXPIRE', key, ARGV[i]) end
  told[2 * i - 1] = n
  told[2 * i] = redis.call('PTTL', key)
end
return told
"""

RATE_LIMITED = spec(
    "RATE_LIMITED",
    ErrorKind.TOO_MANY,
    sv="För många anrop: högst {quota} på {window} sekunder. Vänta {seconds} sekunder och försök igen.",
    en="Too many calls: at most {quota} in {window} seconds. Wait {seconds} seconds and try again.",
)


class Policy(NamedTuple):
    """At most `quota` calls in `window` seconds. The name stands in the answer's headers."""

    name: str
    quota: int
    window: int = 60


class Standing(NamedTuple):
    """What is left of a policy: `left` calls (below zero when too many were made), a new window in `resets` seconds."""

    policy: Policy
    left: int
    resets: int


class Counter(Protocol):
    """Counts a call in several windows at once; tells how many each has had, and the seconds it has left."""

    def count(self, keys: Sequence[tuple[str, int]]) -> list[tuple[int, float]]: ...


class MemoryCounter:
    """Counts in this process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._windows: dict[str, tuple[float, int]] = {}
        self._lock = threading.Lock()

    def count(self, keys: Sequence[tuple[str, int]]) -> list[tuple[int, float]]:
        now = self._clock()
        with self._lock:
            if len(self._windows) > _MOST_REMEMBERED:
                self._windows = {key: each for key, each in self._windows.items() if each[0] > now}
            return [self._one(key, seconds, now) for key, seconds in keys]

    def _one(self, key: str, seconds: int, now: float) -> tuple[int, float]:
        ends, had = self._windows.get(key, (0.0, 0))
        if ends <= now:
            ends, had = now + seconds, 0
        self._windows[key] = ends, had + 1
        return had + 1, ends - now


class RedisCounter:
    """Counts for every process that shares a Redis; falls back to this process while it is away."""

    def __init__(self, url: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._redis: Any = redis.Redis.from_url(
            url,
            socket_timeout=_PATIENCE_SECONDS,
            socket_connect_timeout=_PATIENCE_SECONDS,
            retry=Retry(NoBackoff(), 1),
        )
        self._script = self._redis.register_script(_COUNT)
        self._alone, self._clock, self._away_until = MemoryCounter(clock), clock, 0.0

    def count(self, keys: Sequence[tuple[str, int]]) -> list[tuple[int, float]]:
        if self._clock() < self._away_until:
            return self._alone.count(keys)
        try:
            told = self._script(
                keys=[_PREFIX + key for key, _ in keys], args=[seconds * 1000 for _, seconds in keys]
            )
        except redis.RedisError:
            _log.warning("Redis does not answer: this process counts calls by itself", exc_info=True)
            self._away_until = self._clock() + _AWAY_SECONDS
            return self._alone.count(keys)
        return [(told[i], told[i + 1] / 1000) for i in range(0, len(told), 2)]


@cache
def counter() -> Counter:
    """The counter of this process, as the settings have it."""
    url = get_settings().redis_url.get_secret_value()
    return RedisCounter(url) if url else MemoryCounter()


def counts_elsewhere() -> bool:
    """Whether counting means waiting for another process: work for a thread."""
    return not get_settings().is_embedded


def spend(whose: str, policies: Sequence[Policy]) -> list[Standing]:
    """Count a call of somebody against each policy, and say how each stands now."""
    told = counter().count([(f"{policy.name}:{whose}", policy.window) for policy in policies])
    return [
        Standing(policy, policy.quota - had, max(1, ceil(left)))
        for policy, (had, left) in zip(policies, told, strict=True)
    ]


def refuse_too_many(standings: Sequence[Standing]) -> None:
    """Raise `RATE_LIMITED` for the policy that takes longest to open again, when one is spent."""
    spent = [each for each in standings if each.left < 0]
    if not spent:
        return
    worst = max(spent, key=lambda each: each.resets)
    facts: dict[str, Any] = {
        "quota": worst.policy.quota,
        "window": worst.policy.window,
        "seconds": worst.resets,
        "violated-policies": [each.policy.name for each in spent],  # the draft's own name
    }
    raise RATE_LIMITED.error(None, **facts)


def headers_of(standings: Sequence[Standing]) -> dict[str, str]:
    """`RateLimit-Policy` and `RateLimit`, in the form of draft-ietf-httpapi-ratelimit-headers-10."""
    return {
        "RateLimit-Policy": _told(tuple(each.policy for each in standings)),
        "RateLimit": ", ".join(
            [f'"{each.policy.name}";r={max(0, each.left)};t={each.resets}' for each in standings]
        ),
    }


@lru_cache
def _told(policies: tuple[Policy, ...]) -> str:
    return ", ".join(f'"{each.name}";q={each.quota};w={each.window}' for each in policies)
