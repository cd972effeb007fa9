"""One deed with many cases: looked at first, then done, case by case.

A preview is the deed itself, undone: what it shows is what would have happened.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.people.usecases.pass_case_on import pass_case_on
from delivery.usecases.add_note import add_note
from delivery.usecases.change_go_live import change_go_live
from delivery.usecases.check_version import check_version
from delivery.workspace.domain.bulk import DEEDS, FIELD_TITLES, MOST_AT_ONCE, Deed
from delivery.workspace.domain.errors import BULK_DETAIL_MISSING, NOTHING_CHOSEN
from delivery.workspace.usecases.remind_customer import remind_customer
from infra.transitions import Cause
from kernel.errors import DomainError


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done with whom. `versions` are the cases as they were shown; empty before they were."""

    deed: Deed
    chosen: tuple[UUID, ...]
    to: UUID | None = None
    day: date | None = None
    reason: str = ""
    versions: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became, or would become, of one case; `refusal` says why not."""

    case_id: UUID
    version: int
    refusal: DomainError | None


def read_order(
    deed: str,
    chosen: Sequence[UUID],
    *,
    to: UUID | None,
    day: date | None,
    reason: str,
    versions: Sequence[int],
) -> Order:
    """An order as a form gives it. Raises `NOTHING_CHOSEN`, `BULK_DETAIL_MISSING` at the field."""
    if not 0 < len(chosen) <= MOST_AT_ONCE:
        raise NOTHING_CHOSEN.error("chosen", most=MOST_AT_ONCE)
    if deed not in set(Deed):
        raise BULK_DETAIL_MISSING.error("do", what=FIELD_TITLES["do"])
    given = {"to": to, "day": day, "reason": reason.strip()}
    missing = next((name for name in DEEDS[Deed(deed)].needs if not given[name]), None)
    if missing is not None:
        raise BULK_DETAIL_MISSING.error(missing, what=FIELD_TITLES[missing])
    seen = tuple(versions) if len(versions) == len(chosen) else (None,) * len(chosen)
    return Order(Deed(deed), tuple(chosen), to, day, reason.strip(), seen)


def preview(session: Session, actor: Actor, order: Order, *, cause: Cause) -> list[Outcome]:
    """What would become of each case. Nothing is changed. Raises `NOT_FOUND`."""
    outcomes = []
    for case_id in order.chosen:
        undone = session.begin_nested()
        version = repository.case(session, actor, case_id).version
        refusal = _try(session, actor, order, case_id, None, cause)
        undone.rollback()
        outcomes.append(Outcome(case_id, version, refusal))
    return outcomes


def carry_out(session: Session, actor: Actor, order: Order, *, cause: Cause) -> list[Outcome]:
    """Do it with each case that lets itself; one that was changed since it was shown is left as it is.

    Raises `NOT_FOUND`.
    """
    outcomes = []
    for case_id, version in zip(order.chosen, order.versions, strict=True):
        refusal = _try(session, actor, order, case_id, version, cause)
        outcomes.append(Outcome(case_id, version or 0, refusal))
    return outcomes


def _try(
    session: Session, actor: Actor, order: Order, case_id: UUID, version: int | None, cause: Cause
) -> DomainError | None:
    try:
        with session.begin_nested():
            _DO[order.deed](session, actor, order, case_id, version, cause.because(order.reason))
            session.flush()
    except DomainError as refusal:
        return refusal
    return None


def _assign(session: Session, actor: Actor, order: Order, case_id: UUID, version: Any, cause: Cause) -> None:
    if order.to is not None:
        pass_case_on(session, actor, case_id, to_id=order.to, version=version, cause=cause)


def _move(session: Session, actor: Actor, order: Order, case_id: UUID, version: Any, cause: Cause) -> None:
    if order.day is not None:
        change_go_live(session, actor, case_id, order.day, version=version, cause=cause)


def _remind(session: Session, actor: Actor, order: Order, case_id: UUID, version: Any, cause: Cause) -> None:
    del order
    remind_customer(session, actor, case_id, version=version, cause=cause)


def _note(session: Session, actor: Actor, order: Order, case_id: UUID, version: Any, cause: Cause) -> None:
    check_version(repository.case(session, actor, case_id, lock=True), version)
    add_note(session, actor, case_id, order.reason, cause=cause)


_DO: Final[dict[Deed, Callable[[Session, Actor, Order, UUID, int | None, Cause], None]]] = {
    Deed.ASSIGN: _assign,
    Deed.MOVE: _move,
    Deed.REMIND: _remind,
    Deed.NOTE: _note,
}
