"""Orders for a chaos run: numbers that never leave the machine, some of them due only in a while."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from accounts.usecases.register_organisation import register_customer
from infra.db import unit_of_work
from infra.transitions import Cause
from kernel.errors import DomainError
from kernel.ids import new_id
from kernel.workdays import add_workdays
from portingsvc import repository
from portingsvc.domain.donors import DONORS
from portingsvc.domain.schedule import next_slot
from portingsvc.usecases.mandates import Signature, make_mandate, sign_mandate
from portingsvc.usecases.plan_orders import OrderItem, plan_orders
from portingsvc.usecases.release_orders import release_orders

_BATCH: Final = 50
OWNER: Final = "165599999009"
_WRONG_OWNER: Final = "165599999017"
_EVERY_TENTH: Final = 10
_SERIES: Final = 5
Series = tuple[str, str]
"""First and last number, E.164; a single number is its own last."""
_LATEST_SECONDS: Final = 6


def series_for(orders: int) -> list[Series]:
    """Mobile numbers, every tenth order a series of five; none adjacent to the next."""
    firsts = range(1_000_000, 1_000_000 + orders * _EVERY_TENTH, _EVERY_TENTH)
    sizes = (_SERIES if n % _EVERY_TENTH == 0 else 1 for n in range(orders))
    return [(f"+4670{first}", f"+4670{first + size - 1}") for first, size in zip(firsts, sizes, strict=True)]


def place_orders(series: list[Series], seed: int) -> None:
    """Place and release every order, a batch at a time, through whatever happens to the database meanwhile."""
    draw = random.Random(f"due:{seed}")  # noqa: S311
    for begin in range(0, len(series), _BATCH):
        batch = series[begin : begin + _BATCH]
        late = [draw.random() * _LATEST_SECONDS if draw.random() < 0.3 else 0.0 for _ in batch]  # noqa: PLR2004
        while not _placed(batch, late):
            time.sleep(0.2)


def _placed(batch: list[Series], late: list[float]) -> bool:
    """One batch in one unit of work. True too when an earlier try had been stored though we were not told."""
    try:
        with unit_of_work() as session:
            if not repository.live_numbers(session, [first for first, _ in batch]):
                _place(session, batch, late)
    except (SQLAlchemyError, DomainError):
        return False
    return True


def _place(session: Session, batch: list[Series], late: list[float]) -> None:
    now = datetime.now(UTC)
    planner = Cause("planner", "Kaos", now)
    case_id = new_id()
    customer = register_customer(session, name="Kaos AB", org_number="5599999009", partner_id=None, now=now)
    mandate = make_mandate(
        session,
        customer_id=customer.id,
        partner_id=None,
        case_id=case_id,
        donor_code="TELIA",
        owner_id="559999-9009",
        owner_name="Kaos AB",
        series=batch,
        cause=planner,
    )
    signer = Cause("customer", "Tove Exempelsson", now)
    sign_mandate(session, mandate.id, Signature("Tove Exempelsson", "127.0.0.1", "chaos"), signer)
    day = add_workdays(now.date(), 25)
    plan_orders(
        session,
        customer_id=customer.id,
        partner_id=None,
        case_id=case_id,
        items=[OrderItem(first, last, "TELIA", _WRONG_OWNER, "Kaos AB") for first, last in batch],
        port_at=next_slot(DONORS["TELIA"], day),
        cause=planner,
    )
    for order, delay in zip(release_orders(session, case_id, planner), late, strict=True):
        attempt = repository.open_attempt(session, order.id)
        if attempt is not None:
            attempt.due_at = now + timedelta(seconds=delay)
