"""Dates and the clock as people in Sweden write them, by Stockholm's time."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from infra.formats import day, moment


def test_a_day_has_its_weekday() -> None:
    assert day(date(2027, 1, 5), "sv") == "tis 5 jan 2027"
    assert day(date(2027, 1, 5), "en") == "Tue 5 Jan 2027"


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        (datetime(2027, 1, 4, 22, 59, tzinfo=UTC), "mån 4 jan 2027 kl. 23.59"),
        (datetime(2027, 1, 4, 23, 0, tzinfo=UTC), "tis 5 jan 2027 kl. 00.00"),
        (datetime(2027, 6, 30, 22, 0, tzinfo=UTC), "tors 1 juli 2027 kl. 00.00"),
        (datetime(2027, 3, 28, 0, 59, tzinfo=UTC), "sön 28 mars 2027 kl. 01.59"),
        (datetime(2027, 3, 28, 1, 0, tzinfo=UTC), "sön 28 mars 2027 kl. 03.00"),
        (datetime(2027, 10, 31, 1, 0, tzinfo=UTC), "sön 31 okt 2027 kl. 02.00"),
    ],
)
def test_a_moment_is_stockholms_summer_time_included(instant: datetime, expected: str) -> None:
    assert moment(instant, "sv") == expected


def test_a_moment_in_english() -> None:
    assert moment(datetime(2027, 1, 5, 9, 0, tzinfo=UTC), "en") == "Tue 5 Jan 2027 at 10:00"


def test_the_day_of_a_moment_is_stockholms() -> None:
    assert day(datetime(2027, 1, 4, 23, 30, tzinfo=UTC), "sv") == "tis 5 jan 2027"
