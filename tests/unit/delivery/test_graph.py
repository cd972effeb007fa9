"""The plan as a graph: a day that slips pushes what waits for it, and go-live when it must."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

import pytest
from typer.testing import CliRunner

from delivery.domain.activities import Anchors
from delivery.domain.options import Option
from delivery.domain.phases import ACTIVITIES
from delivery.domain.plan import lay_out, too_late
from delivery.planning.domain.difference import Difference, RowKind, row_changes
from entrypoints.cli import app
from kernel.workdays import is_workday

ON = Anchors(opened=date(2027, 1, 11), complete_data=date(2027, 1, 12), go_live=date(2027, 2, 23))
EVERYTHING = frozenset(Option)


def days(
    expected: dict[str, date] | None = None, settled: Mapping[str, date | None] | None = None
) -> dict[str, tuple[date, str]]:
    return {
        row.activity.key: (row.due_on, row.pushed_by) for row in lay_out(EVERYTHING, ON, expected, settled)
    }


def test_a_plan_that_is_in_time_lies_on_its_own_rules() -> None:
    laid = lay_out(EVERYTHING, ON)
    assert len(laid) == len(ACTIVITIES)
    assert all(row.due_on == row.activity.due_on(ON) and row.pushed_by == "" for row in laid)
    assert all(is_workday(row.due_on) for row in laid)
    assert too_late(laid, ON.go_live) is None


def test_a_slip_pushes_what_waits_for_it_and_nothing_else() -> None:
    before, after = days(), days({"configuration": date(2027, 2, 15)})
    moved = {key for key in before if before[key] != after[key]}
    assert moved == {"configuration", "integrations", "add_ons"}
    assert after["integrations"] == (date(2027, 2, 15), "configuration")


def test_ports_need_their_ten_working_days_after_the_request() -> None:
    late = {"mandate": date(2027, 2, 16)}
    after = days(late)
    assert after["porting_requested"] == (date(2027, 2, 16), "mandate")
    assert after["numbers_ported"] == (date(2027, 3, 2), "porting_requested")
    blocker = too_late(lay_out(EVERYTHING, ON, late), ON.go_live)
    assert blocker is not None
    assert (blocker.activity.key, blocker.due_on) == ("numbers_ported", date(2027, 3, 2))


def test_what_is_done_holds_nobody_back() -> None:
    late = date(2027, 2, 16)
    assert days({"mandate": late}, {"mandate": late})["porting_requested"] == (date(2027, 2, 9), "")


def test_what_was_done_on_an_earlier_plan_does_not_come_later_with_it() -> None:
    moved = Anchors(opened=ON.opened, complete_data=ON.complete_data, go_live=date(2027, 3, 16))
    done = {"customer_data": date(2027, 1, 12), "invoicing_basics": date(2027, 1, 19)}
    kept = {row.activity.key: row.due_on for row in lay_out(frozenset(), moved, None, done)}
    assert kept["invoicing_structure"] == date(2027, 1, 19), "five days after complete data, as before"
    free = {row.activity.key: row.due_on for row in lay_out(frozenset(), moved)}
    assert free["invoicing_structure"] > kept["invoicing_structure"]


def test_the_difference_names_what_moves_comes_and_leaves() -> None:
    day, other = date(2027, 2, 1), date(2027, 2, 2)
    before = {"customer_data": day, "mandate": day, "training": day}
    after = {"customer_data": (day, ""), "mandate": (other, "customer_data"), "network_ready": (day, "")}
    changes = row_changes(before, after, ["training"])
    assert {(row.key, row.kind) for row in changes} == {
        ("mandate", RowKind.MOVED),
        ("network_ready", RowKind.ADDED),
        ("training", RowKind.REMOVED),
    }


def test_a_digest_names_one_difference_and_not_who_is_told() -> None:
    one = Difference(date(2027, 2, 1), date(2027, 2, 2), told=("Tove",))
    assert one.digest == Difference(date(2027, 2, 1), date(2027, 2, 2)).digest
    assert one.digest != Difference(date(2027, 2, 1), date(2027, 2, 3)).digest


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_command_prints_every_row(language: str) -> None:
    printed = CliRunner().invoke(app, ["delivery", "plan", "--language", language])
    assert printed.exit_code == 0
    assert all(f"| {row.key} |" in printed.stdout for row in ACTIVITIES)


def test_the_command_lays_out_a_day_and_says_when_it_is_not_reached() -> None:
    asked = ["delivery", "plan", "--go-live", "2027-02-23", "--options", "training", "--json"]
    good = CliRunner().invoke(app, asked)
    rows = {row["key"]: row for row in json.loads(good.stdout)}
    assert (good.exit_code, rows["training"]["due_on"]) == (0, "2027-02-18")
    assert "network_ready" not in rows
    late = CliRunner().invoke(app, [*asked, "--complete", "2027-02-15"])
    assert late.exit_code == 1
    assert "numbers_ported" in late.stderr
    assert CliRunner().invoke(app, [*asked[:4], "--options", "teleportation"]).exit_code == 2
