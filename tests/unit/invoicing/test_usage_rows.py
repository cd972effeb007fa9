"""The traffic file is checked row by row (IN-03)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicing.domain.usage_rows import read_usage

TODAY = date(2027, 4, 1)
HEADING = "org_number;day;kind;number;quantity\n"
GOOD = "559999-9009;2027-03-05;sms_app;070-174 06 05;12\n"


def test_a_good_row_is_read() -> None:
    (row,), wrong = read_usage(HEADING + GOOD, TODAY)
    assert wrong == []
    assert (row.org_number, row.day, row.kind, row.number, row.quantity) == (
        "5599999009",
        date(2027, 3, 5),
        "sms_app",
        "+46701740605",
        12,
    )


@pytest.mark.parametrize(
    "bad",
    [
        "559999-9000;2027-03-05;sms_app;070-174 06 05;12",
        "559999-9009;2027-13-05;sms_app;070-174 06 05;12",
        "559999-9009;2027-04-02;sms_app;070-174 06 05;12",
        "559999-9009;2027-03-05;pigeon;070-174 06 05;12",
        "559999-9009;2027-03-05;statistics;070-174 06 05;12",
        "559999-9009;2027-03-05;sms_app;+4791234567;12",
        "559999-9009;2027-03-05;sms_app;070-174 06 05;0",
        "559999-9009;2027-03-05;sms_app;070-174 06 05;-1",
        "559999-9009;2027-03-05;sms_app;070-174 06 05;1,5",
        "559999-9009;2027-03-05;sms_app;070-174 06 05;99999999999999999999",
        "559999-9009;2027-03-05;sms_app;070-174 06 05;٣",
        "559999-9009",
    ],
)
def test_a_bad_row_is_told_by_its_number(bad: str) -> None:
    rows, wrong = read_usage(HEADING + GOOD + "\n" + bad + "\n", TODAY)
    assert len(rows) == 1
    assert [row for row, _ in wrong] == [4], "the heading is row 1, and a blank line is counted"
    assert "4" in wrong[0][1].sv
    assert "4" in wrong[0][1].en


def test_the_same_number_kind_and_day_twice_is_told_on_the_later() -> None:
    rows, wrong = read_usage(HEADING + GOOD + GOOD.replace(";12", ";13"), TODAY)
    assert len(rows) == 1
    assert "rad 2" in wrong[0][1].sv


def test_commas_serve_as_well_and_a_missing_column_is_named() -> None:
    (row,), _ = read_usage((HEADING + GOOD).replace(";", ","), TODAY)
    assert row.quantity == 12
    rows, wrong = read_usage("org_number;day;kind;number\n", TODAY)
    assert rows == []
    assert "quantity" in wrong[0][1].en


@given(st.text(max_size=300))
def test_no_file_breaks_it(junk: str) -> None:
    read_usage(junk, TODAY)
    read_usage(HEADING + junk, TODAY)
