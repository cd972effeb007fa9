"""Where work is done: live, or in a partner's sandbox (PA-03).

A sandbox is a PostgreSQL schema of its own in the same database: all tables of the product, none of its rows.
Whoever works in one has a `search_path` of that schema alone, so the same queries find the sandbox's rows and
no others. `here()` says where; it is set at the edges (a request's token, a worker's task) and nowhere else.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final
from uuid import UUID

from infra.settings import get_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

LIVE: Final = ""
_PREFIX: Final = "sandbox_"
_HERE: ContextVar[str] = ContextVar("sandbox", default=LIVE)
_HEARD: ContextVar[set[str] | None] = ContextVar("bells_heard", default=None)


def sandbox_of(partner_id: UUID) -> str:
    """The name of a partner's sandbox, which is the name of its schema."""
    return f"{_PREFIX}{partner_id.hex}"


def partner_of(place: str) -> UUID:
    """Whose sandbox it is. Raises `ValueError` for any other name."""
    if not place.startswith(_PREFIX):
        raise ValueError(f"{place!r} is no sandbox")
    return UUID(place.removeprefix(_PREFIX))


def refuses_fiction() -> bool:
    """Whether numbers set aside for fiction are refused: in production, save in its sandboxes."""
    return get_settings().is_production and here() == LIVE


def here() -> str:
    """The sandbox that this thread or request works in; `LIVE` when it works in none."""
    return _HERE.get()


@contextmanager
def at(place: str) -> Iterator[None]:
    """Work at a place until the block ends. Threads started inside do not inherit it."""
    token = _HERE.set(place)
    try:
        yield
    finally:
        _HERE.reset(token)


@contextmanager
def hearing() -> Iterator[set[str]]:
    """Collect the tasks that are rung for inside the block, instead of waking a worker."""
    heard: set[str] = set()
    token = _HEARD.set(heard)
    try:
        yield heard
    finally:
        _HEARD.reset(token)


def hear(tasks: list[str]) -> bool:
    """Whether somebody here collects the bells; they are noted then."""
    heard = _HEARD.get()
    if heard is None:
        return False
    heard.update(tasks)
    return True
