"""A hundred thousand numbers planned for a date, against reading them from the database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Any, Final

from bench._porting import lay_up, product

GOAL: Final = 3.0
NUMBERS: Final = 100_000
ROUNDS: Final = 5


def run() -> dict[str, Any]:
    """Seconds to explain a wanted date for all, over seconds to read number, donor and kind of all."""
    with product():
        from sqlalchemy import text, update

        from infra.db import get_engine, unit_of_work
        from kernel.ids import new_id
        from portingsvc.models import PortingNumber, PortingOrder
        from portingsvc.queries import dates_of_case

        lay_up(NUMBERS)
        case_id, now = new_id(), datetime.now(UTC)
        wanted = now + timedelta(days=40)
        with unit_of_work() as session:
            session.execute(update(PortingOrder).values(case_id=case_id))
            session.execute(update(PortingNumber).values(case_id=case_id))
        reading = text(
            "SELECT n.e164, o.donor, o.number_type FROM porting_number n"
            " JOIN porting_order o ON o.id = n.order_id WHERE n.case_id = :case"
        )
        ours = plain = float("inf")
        with get_engine().connect() as connection:
            connection.exec_driver_sql("ANALYZE")
        for _ in range(ROUNDS):
            start = perf_counter()
            with get_engine().connect() as connection:
                assert len(connection.execute(reading, {"case": case_id}).all()) == NUMBERS
            plain = min(plain, perf_counter() - start)
            start = perf_counter()
            with unit_of_work() as session:
                told = dates_of_case(session, case_id, now, wanted)
            ours = min(ours, perf_counter() - start)
            assert told is not None
            assert sum(each.family.count for each in told.families) == NUMBERS
    ratio = ours / plain
    return {
        "name": "dates",
        "left": round(ours, 3),
        "right": round(plain, 3),
        "ratio": round(ratio, 3),
        "goal": GOAL,
        "ok": ratio <= GOAL,
    }


if __name__ == "__main__":
    print(run())
