"""Five planted bugs. A harness that does not catch each of them proves nothing (performance-and-reliability 4.4)."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import ModuleType
from typing import Any, Final

from sqlmodel import Session

_RACE_SECONDS: Final = 0.15


def _plant(module: ModuleType, name: str, bug: object) -> None:
    """Put a bug in the place of what the product has."""
    if not hasattr(module, name):
        raise AttributeError(f"{module.__name__} has no {name} any more: the mutant must follow")
    setattr(module, name, bug)


def intent_not_committed() -> None:
    """The claim is rolled back, so nobody knows that a request is on its way."""
    from infra.db import unit_of_work  # noqa: PLC0415
    from portingsvc.usecases import claim_due  # noqa: PLC0415

    @contextmanager
    def forgotten() -> Iterator[Session]:
        with unit_of_work() as session:
            yield session
            session.flush()
            session.expunge_all()
            session.rollback()

    _plant(claim_due, "unit_of_work", forgotten)


def new_key_on_retry() -> None:
    """Every send has a key of its own."""
    from portingsvc.usecases import dispatch_due  # noqa: PLC0415

    honest = dispatch_due._send  # noqa: SLF001

    def careless(gateway: Any, intent: Any) -> Any:
        told, submission = honest(gateway, replace(intent, key=uuid.uuid4().hex))
        return replace(told, key=intent.key), submission

    _plant(dispatch_due, "_send", careless)


def retry_on_time_out() -> None:
    """What is in doubt is simply sent again."""
    from portingsvc.domain import outcomes  # noqa: PLC0415
    from portingsvc.usecases import record_sent  # noqa: PLC0415

    by_outcome = record_sent._RECORD  # noqa: SLF001
    by_outcome[outcomes.Outcome.IN_DOUBT] = by_outcome[outcomes.Outcome.NOT_ACCEPTED]


def no_compare_and_set() -> None:
    """Two may claim one attempt: no lock, no check of the state that it had."""
    from sqlalchemy import update  # noqa: PLC0415
    from sqlalchemy.orm.attributes import set_committed_value  # noqa: PLC0415

    from infra import transitions  # noqa: PLC0415
    from portingsvc import repository  # noqa: PLC0415

    claim = repository.claim_due

    def unlocked(session: Session, *arguments: Any) -> Any:
        honest = session.exec

        def without_lock(statement: Any, **more: Any) -> Any:
            statement._for_update_arg = None  # noqa: SLF001
            return honest(statement, **more)

        session.exec = without_lock  # type: ignore[method-assign]
        try:
            found = claim(session, *arguments)
            time.sleep(_RACE_SECONDS)  # room for the others, so that a short run meets what a long one would
            return found
        finally:
            session.exec = honest  # type: ignore[method-assign]

    def blind(session: Session, entities: Sequence[Any], _before: Any, to: Any) -> None:
        table = type(entities[0])
        ids = [entity.id for entity in entities]
        session.execute(
            update(table).where(table.id.in_(ids)).values(state=to),
            execution_options={"synchronize_session": False},
        )
        for entity in entities:
            set_committed_value(entity, "state", to)

    _plant(repository, "claim_due", unlocked)
    _plant(transitions, "_compare_and_set", blind)


def lease_shorter_than_time_out() -> None:
    """The lease is over while the call still runs; nothing fences the sender and no quiet is kept."""
    from portingsvc.usecases import claim_due, dispatch_due, reconcile_in_doubt, record_sent  # noqa: PLC0415

    _plant(claim_due, "lease_length", lambda: timedelta(milliseconds=20))
    nothing = timedelta(0)
    _plant(record_sent, "quiet_period", lambda: nothing)
    _plant(reconcile_in_doubt, "quiet_period", lambda: nothing)
    honest = dispatch_due._send  # noqa: SLF001

    def unfenced(gateway: Any, intent: Any) -> Any:
        return honest(gateway, replace(intent, lease_until=datetime.now(UTC) + timedelta(hours=1)))

    _plant(dispatch_due, "_send", unfenced)


MUTANTS: Final[dict[str, Callable[[], None]]] = {
    mutant.__name__: mutant
    for mutant in (
        intent_not_committed,
        new_key_on_retry,
        retry_on_time_out,
        no_compare_and_set,
        lease_shorter_than_time_out,
    )
}
