"""CU-03: what a change after sign-off costs, by when the work that it touches is due."""

from __future__ import annotations

from datetime import date

import pytest

from delivery.changes.domain.requests import KINDS, ChangeKind, cost_of
from delivery.domain.phases import ACTIVITIES

GO_LIVE = date(2027, 3, 2)
DUE = {
    "subscriptions": date(2027, 2, 9),
    "configuration": date(2027, 2, 16),
    "porting_requested": date(2027, 2, 16),
    "sim_delivered": date(2027, 2, 25),
}


@pytest.mark.parametrize(
    ("kind", "today", "days", "day"),
    [
        ("details", date(2027, 3, 1), 0, GO_LIVE),
        ("people", date(2027, 2, 9), 0, GO_LIVE),  # on the day itself there is time
        ("people", date(2027, 2, 10), 1, date(2027, 3, 3)),
        ("people", date(2027, 2, 15), 4, date(2027, 3, 8)),  # a week-end lies between
        ("calls", date(2027, 2, 18), 2, date(2027, 3, 4)),
        ("sims", date(2027, 2, 25), 0, GO_LIVE),
        ("numbers", date(2027, 2, 15), 0, GO_LIVE),
        ("numbers", date(2027, 2, 22), 4, date(2027, 3, 8)),
        ("other", date(2027, 2, 22), None, GO_LIVE),
    ],
)
def test_a_change_costs_the_days_that_its_work_is_late(kind, today, days, day) -> None:
    found = cost_of(
        KINDS[ChangeKind(kind)], today=today, due=DUE, go_live_on=GO_LIVE, earliest_port=date(2027, 3, 1)
    )
    assert (found.days, found.go_live_on) == (days, day)


def test_new_numbers_need_their_donors_lead_however_early_the_plan_is() -> None:
    row = KINDS[ChangeKind.NUMBERS]
    found = cost_of(row, today=date(2027, 2, 10), due=DUE, go_live_on=GO_LIVE, earliest_port=date(2027, 3, 5))
    assert (found.days, found.go_live_on) == (3, date(2027, 3, 5))


def test_every_kind_touches_work_that_every_plan_has() -> None:
    always = {row.key for row in ACTIVITIES if not row.only_with}
    assert {row.touches for row in KINDS.values()} - {""} <= always
    assert set(KINDS) == set(ChangeKind)
