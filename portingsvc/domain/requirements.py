"""What a kind of number needs to be ported from an operator: a row for each pair, read off the other tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kernel.numbers import PORTABLE, NumberType
from portingsvc.domain.donors import DONORS, Donor

_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """An operator and a kind of number that can be ported from it. `key` names it: `TELIA-mobile`."""

    donor: Donor
    number_type: NumberType

    @property
    def key(self) -> str:
        """The name of the pair."""
        return f"{self.donor.code}-{self.number_type}"


PAIRS: Final = {
    pair.key: pair
    for pair in sorted(
        (Pair(donor, number_type) for donor in DONORS.values() for number_type in PORTABLE),
        key=lambda pair: pair.key,
    )
}


def no_port_days(donor: Donor, year: int) -> Iterator[date]:
    """The Mondays to Fridays of a year on which an operator does not port: holidays, eves, its own closed days."""
    day = date(year, 1, 1)
    while day.year == year:
        if day.weekday() < _SATURDAY and not donor.calendar.is_workday(day):
            yield day
        day += timedelta(days=1)
