"""Brief calls on the event loop: code as in a thread, whose waits for the database hold up nobody (ADR 7).

A thread for each call costs more than a brief call does: sixteen at once contend for one interpreter, and each
answer of the database wakes another of them. Here a call runs in a greenlet: where its connection waits for the
database it gives way to the loop, and goes on when the answer is there. Nothing but the database is waited for
so; what reads files, asks other servers or works for long belongs in a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial, wraps
from typing import Any, ParamSpec, TypeVar

from sqlalchemy import QueuePool
from starlette.concurrency import run_in_threadpool

from infra.db import get_engine
from infra.loop_driver import run_on_loop

T = TypeVar("T")
P = ParamSpec("P")


def brief(endpoint: Callable[P, T]) -> Callable[P, Coroutine[Any, Any, T]]:
    """A route's function that asks the database little and waits for nothing else.

    It runs on the event loop while a connection lies ready, and in a thread, which may make one or wait for one, when
    none does or the pool is so busy that it might be gone before it is taken.
    """

    @wraps(endpoint)
    async def called(*args: P.args, **named: P.kwargs) -> T:
        call = partial(endpoint, *args, **named)
        return await (run_on_loop(call) if _connection_lies_ready() else run_in_threadpool(call))

    return called


def _connection_lies_ready() -> bool:
    pool = get_engine().pool
    return isinstance(pool, QueuePool) and pool.checkedin() > 0 and pool.checkedout() < pool.size()
