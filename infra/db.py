"""The database: one engine a process, one unit of work a request or task, one place that commits.

`unit_of_work()` is the only commit point of the product (`architecture.md` decision 7). What must happen
after a commit, and may be lost, is a doorbell: `ring()` notes it and the boundary rings it afterwards.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from functools import lru_cache
from select import POLLIN, poll
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

from anyio import CancelScope, CapacityLimiter, to_thread
from fastapi import Depends
from sqlalchemy import Connection, Engine, Enum, MetaData, create_engine, event, func, select
from sqlalchemy.exc import DataError, InvalidatePoolError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft
from sqlalchemy.orm import SessionTransaction
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, SQLModel

from infra.loop_driver import connect
from infra.sandboxes import here
from infra.settings import get_settings
from kernel.errors import CHANGED_MEANWHILE, CHARACTER_NOT_STORABLE, INVALID_INPUT, UNAVAILABLE, DomainError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from contextlib import AbstractContextManager
    from enum import StrEnum

_log = logging.getLogger(__name__)

NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING
metadata: Final[MetaData] = SQLModel.metadata

# An acknowledged commit is on disk before anybody is told: what was said to be stored is stored (NP-08).
_SESSION_OPTIONS: Final = "-c timezone=UTC -c statement_timeout=60000 -c synchronous_commit=on"
_BELLS: Final = "bells"
_PLACE: Final = "place"
# How PostgreSQL calls NUL in JSON and in COPY; the driver, which finds it first elsewhere, has no state to tell.
_NUL: Final = (None, "22P05", "22021")
T = TypeVar("T")


def driver_url(url: str) -> str:
    """The SQLAlchemy form of a `postgresql://` address (psycopg 3)."""
    for prefix in ("postgresql://", "postgres://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


@lru_cache(maxsize=1)
def get_engine() -> Engine:
    """The engine of this process. Its pool is as large as the web server's pool of threads, and ten more."""
    engine = create_engine(
        driver_url(get_settings().database_url.get_secret_value()),
        pool_size=40,
        max_overflow=10,
        hide_parameters=True,  # what people entered stays out of logs, also when a statement fails
        connect_args={"options": _SESSION_OPTIONS, "connect_timeout": 5},
    )
    event.listen(engine, "do_connect", connect)
    event.listen(engine, "checkout", _refuse_dead)
    return engine


def _refuse_dead(connection: Any, *_: object) -> None:
    """A server that has closed an idle connection has said so: nothing else is there to be read on one.

    Asking the socket costs no round trip, as a ping before each use does.
    """
    asked = poll()
    asked.register(connection.fileno(), POLLIN)
    if asked.poll(0):
        raise InvalidatePoolError


@event.listens_for(Session, "after_begin")
def _enter(session: Session, transaction: SessionTransaction, connection: Connection) -> None:
    """Each transaction of a sandbox sees the tables of that sandbox and no others; it ends with the transaction."""
    place = session.info.get(_PLACE)
    if place and not transaction.nested:
        connection.execute(select(func.set_config("search_path", place, True)))


def place_of(session: Session) -> str:
    """The sandbox that a unit of work belongs to; empty for live."""
    return str(session.info.get(_PLACE, ""))


def ring(session: Session, task: str) -> None:
    """Ask that the named task be woken once this unit of work is committed. Losing it only costs a wait."""
    session.info.setdefault(_BELLS, {})[task] = None


@contextmanager
def unit_of_work(on_committed: Callable[[list[str]], None] | None = None) -> Iterator[Session]:
    """One transaction: committed when the block ends well, rolled back otherwise.

    Raises `CHANGED_MEANWHILE` when a row was changed by somebody else since it was read, `INVALID_INPUT` for
    a value that no column can hold (a text far too long), `CHARACTER_NOT_STORABLE` for a NUL character, and
    `UNAVAILABLE` when the database cannot be reached; nothing has been changed in any of these cases.
    """
    with _session(get_engine()) as session:
        yield session
        session.commit()
        bells = list(session.info.pop(_BELLS, {}))
    if bells:
        (on_committed or _ring_all)(bells)


@contextmanager
def reading() -> Iterator[Session]:
    """For one statement that changes nothing: a transaction by itself, without the words that begin and end one.

    Raises as `unit_of_work` does. In a sandbox it is one: which sandbox it is, is told with a transaction.
    """
    if here():
        with unit_of_work() as session:
            yield session
    else:
        with _session(_without_transactions(get_engine())) as session:
            yield session


@lru_cache(maxsize=1)
def _without_transactions(engine: Engine) -> Engine:
    """The same engine and pool, for statements that are each a transaction."""
    return engine.execution_options(isolation_level="AUTOCOMMIT")


@contextmanager
def _session(engine: Engine) -> Iterator[Session]:
    """A session whose errors are told in the product's words; what it has not committed is rolled back."""
    with Session(engine, expire_on_commit=False, info={_PLACE: here()}) as session:
        try:
            yield session
        except StaleDataError as stale:
            session.rollback()
            raise CHANGED_MEANWHILE.error() from stale
        except OperationalError as broken:
            session.rollback()
            if broken.connection_invalidated or "connect" in str(broken.orig).lower():
                raise UNAVAILABLE.error() from broken
            raise
        except DataError as unstorable:
            session.rollback()
            _log.warning("refused by the database", exc_info=True)
            raise refusal_of(unstorable.orig) from unstorable
        except NoConnectionLeft as crowded:
            raise UNAVAILABLE.error() from crowded
        except BaseException:
            session.rollback()
            raise


def refusal_of(unstorable: BaseException | None) -> DomainError:
    """What is said of a value that the database cannot hold."""
    return (CHARACTER_NOT_STORABLE if getattr(unstorable, "sqlstate", "") in _NUL else INVALID_INPUT).error()


def _ring_all(bells: list[str]) -> None:
    from infra.celery_app import ring_now  # noqa: PLC0415  (the Celery app is made from settings on first use)

    ring_now(bells)


async def get_session() -> AsyncIterator[Session]:
    """The unit of work of a web request, committed before the answer is sent.

    Opening one asks nothing of the database, so it needs no thread; nor does ending one that asked nothing.
    """
    work = unit_of_work()
    session = work.__enter__()
    try:
        yield session
    except BaseException as broken:
        await _leave(work, session, broken)
        raise
    await _leave(work, session, None)


async def _leave(
    work: AbstractContextManager[Session], session: Session, broken: BaseException | None
) -> None:
    """End a unit of work. A thread of its own: it must not wait behind those that wait for its connection."""
    reason = (type(broken), broken, broken.__traceback__) if broken else (None, None, None)
    if session.in_transaction() or session.info.get(_BELLS):
        with CancelScope(shield=True):
            await to_thread.run_sync(work.__exit__, *reason, limiter=CapacityLimiter(1))
    else:
        work.__exit__(*reason)


# `scope="function"` makes the commit happen before the response leaves: a client never sees a 200 for
# something that was then not stored.
SessionDep = Annotated[Session, Depends(get_session, scope="function")]


def enum_column(values: type[StrEnum], length: int = 40) -> Any:
    """A column type that stores an enum's *value* as text, so that a database is readable without code."""
    return Enum(
        values,
        native_enum=False,
        create_constraint=False,
        length=length,
        values_callable=lambda cls: [member.value for member in cls],
    )
