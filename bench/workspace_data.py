"""Five thousand cases with a million numbers, the same for the same seed, laid up by COPY."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import text

from delivery.domain.plan import anchors, lay_out
from infra.clock import STOCKHOLM, local_date
from infra.copying import copy_rows
from infra.db import get_engine, unit_of_work
from kernel.ids import many_ids
from kernel.workdays import add_workdays

CASES: Final = 5_000
NUMBERS_A_CASE: Final = 200
ORDERS_A_CASE: Final = 5
_AT_ONCE: Final = 100_000
_STATES: Final = ("pending", "confirmed", "rejected", "ported", "cancelled")
_WEIGHTS: Final = (20, 25, 2, 50, 3)
_ORDER_STATE: Final = {
    "pending": "submitted",
    "confirmed": "date_confirmed",
    "rejected": "action_required",
    "ported": "ported",
    "cancelled": "cancelled",
}


def lay_up(now: datetime, *, cases: int = CASES, numbers: int = NUMBERS_A_CASE, seed: int = 7) -> None:
    """Companies, cases with their plans, orders, attempts and numbers."""
    made = _Made(now, cases, numbers, random.Random(seed))
    for table, columns, rows in made.tables():
        ready = list(rows)
        for start in range(0, len(ready), _AT_ONCE):
            with unit_of_work() as session:
                copy_rows(session, table, columns, ready[start : start + _AT_ONCE])
    with get_engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


class _Made:
    def __init__(self, now: datetime, cases: int, numbers: int, dice: random.Random) -> None:
        self.now, self.dice, self.numbers = now, dice, numbers
        self.cases = list(many_ids(cases))
        self.companies = list(many_ids(cases))
        self.days = [add_workdays(now.date(), dice.randint(0, 60)) for _ in self.cases]
        self.orders = [list(many_ids(ORDERS_A_CASE)) for _ in self.cases]
        self.states = [[dice.choices(_STATES, _WEIGHTS)[0] for _ in range(ORDERS_A_CASE)] for _ in self.cases]

    def tables(self) -> Iterator[tuple[str, list[str], Iterable[list[str]]]]:
        at = self.now.isoformat()
        yield (
            "organisation",
            ["id", "kind", "name", "org_number", "created_at"],
            (
                [company, "customer", f"Exempel {n} AB", f"55{n:08d}", at]
                for n, company in enumerate(self.companies)
            ),
        )
        yield ("delivery_case", *self._cases(at))
        # A COPY has no word for what is not there: what is done and what is not go apart.
        columns, rows = self._activities()
        plan = list(rows)
        yield "case_activity", columns, [row for row in plan if row[-1]]
        yield "case_activity", columns[:-1], [row[:-1] for row in plan if not row[-1]]
        yield ("porting_order", *self._orders(at))
        yield ("porting_attempt", *self._attempts(at))
        yield ("porting_number", *self._numbers())

    def _cases(self, at: str) -> tuple[list[str], Iterable[list[str]]]:
        columns = ["id", "reference", "customer_id", "state", "external_reference", "go_live_on", "size"]
        columns += ["main_number", "agreement_address", "sim_address", "options", "sample_seed", "sample"]
        columns += ["version", "created_at"]
        rest = ["", "{}", "{}", "[]", "", "[]", "1", at]
        return columns, (
            [
                case,
                f"VX-M{n}",
                self.companies[n],
                "genomförande",
                "",
                str(self.days[n]),
                str(self.numbers),
                *rest,
            ]
            for n, case in enumerate(self.cases)
        )

    def _activities(self) -> tuple[list[str], Iterable[list[str]]]:
        columns = ["id", "case_id", "key", "phase", "owner", "kind", "position", "gate", "due_on", "done_by"]
        columns += ["waived_reason", "result", "done_at"]
        return columns, self._plan_rows()

    def _plan_rows(self) -> Iterator[list[str]]:
        opened = local_date(self.now) - timedelta(days=30)
        for case, day in zip(self.cases, self.days, strict=True):
            plan = lay_out(frozenset(), anchors(opened, day, None))
            ids = many_ids(len(plan))
            for position, (activity, due_on, _) in enumerate(plan):
                done = activity.phase.value == "förberedelser" or self.dice.random() < 0.3
                what = [activity.key, activity.phase.value, activity.owner.value, activity.kind.value]
                yield [
                    next(ids),
                    case,
                    *what,
                    str(position),
                    str(activity.gate),
                    str(due_on),
                    "",
                    "",
                    "{}",
                    self.now.isoformat() if done else "",
                ]

    def _each_order(self) -> Iterator[tuple[int, int, str, str]]:
        for n, orders in enumerate(self.orders):
            for place, order in enumerate(orders):
                yield n, place, order, self.states[n][place]

    def _orders(self, at: str) -> tuple[list[str], Iterable[list[str]]]:
        columns = ["id", "reference", "customer_id", "case_id", "donor", "first", "last", "count"]
        columns += ["number_type", "is_main", "owner_id", "owner_name", "port_at", "state", "created_at"]
        columns.append("external_reference")
        size = self.numbers // ORDERS_A_CASE
        return columns, (
            [
                order,
                f"PO-M{n}-{place}",
                self.companies[n],
                self.cases[n],
                "TELIA",
                _number(n * self.numbers + place * size),
                _number(n * self.numbers + place * size + size - 1),
                str(size),
                "mobile",
                "false",
                "165599999009",
                "Mät AB",
                datetime.combine(self.days[n], time(10), STOCKHOLM).astimezone(UTC).isoformat(),
                _ORDER_STATE[state],
                at,
                "",
            ]
            for n, place, order, state in self._each_order()
        )

    def _attempts(self, at: str) -> tuple[list[str], Iterable[list[str]]]:
        columns = ["id", "order_id", "case_id", "customer_id", "attempt", "state", "dossier_id"]
        columns += ["idempotency_key", "payload_sha256", "port_at", "due_at", "latest_at", "sends", "checks"]
        columns += ["was_in_doubt", "reasons", "fee_quote_ore", "fee_payer", "fee_reason", "fee_accepted_by"]
        columns += ["gateway", "series_count", "parked_reason", "created_at"]
        rest = ["1", "0", "false", "[]", "0", "customer", "included", "", "clearinghouse", "1", "", at]
        state_of = {"pending": "submitted", "rejected": "rejected", "cancelled": "cancelled"}
        ids = many_ids(len(self.cases) * ORDERS_A_CASE)
        return columns, (
            [
                *(next(ids), order, self.cases[n], self.companies[n], "1", state_of.get(state, "accepted")),
                *(f"VX-M-{n}-{place}", f"key-{n}-{place}", "", at, at, at, *rest),
            ]
            for n, place, order, state in self._each_order()
        )

    def _numbers(self) -> tuple[list[str], Iterable[list[str]]]:
        columns = ["id", "order_id", "case_id", "customer_id", "e164", "state", "reasons"]
        return columns, self._number_rows()

    def _number_rows(self) -> Iterator[list[str]]:
        size = self.numbers // ORDERS_A_CASE
        for n, place, order, state in self._each_order():
            ids = many_ids(size)
            first = n * self.numbers + place * size
            for number in range(first, first + size):
                row: list[Any] = [next(ids), order, self.cases[n], self.companies[n], _number(number), state]
                yield [*row, "[]"]


def _number(place: int) -> str:
    return f"+467{place:08d}"
