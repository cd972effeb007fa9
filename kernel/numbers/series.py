"""Series as the unit of order and fee, numbers as the unit of state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kernel.numbers.plan import prefix_of, type_of
from kernel.numbers.writing import COUNTRY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PLUS: Final = 1


def expand(first: str, last: str) -> Iterator[str]:
    """Every number from `first` to `last`, both counted (E.164)."""
    return (f"+{value}" for value in range(int(first[_PLUS:]), int(last[_PLUS:]) + 1))


def count(first: str, last: str) -> int:
    """How many numbers a series has."""
    return int(last[_PLUS:]) - int(first[_PLUS:]) + 1


def fold(numbers: Iterable[str]) -> list[tuple[str, str]]:
    """Adjacent numbers of one kind and area folded into series, in order; a lone number is its own."""
    folded: list[tuple[str, str]] = []
    for number in sorted(set(numbers), key=lambda each: (len(each), each)):
        if folded and _adjacent(folded[-1][1], number):
            folded[-1] = (folded[-1][0], number)
        else:
            folded.append((number, number))
    return folded


def _adjacent(before: str, after: str) -> bool:
    return (
        len(before) == len(after)
        and int(after[_PLUS:]) == int(before[_PLUS:]) + 1
        and _family(before) == _family(after)
    )


def _family(number: str) -> tuple[str, str]:
    national = number.removeprefix(COUNTRY)
    return str(type_of(national)), prefix_of(national)


def residue(first: str, last: str, chosen: Iterable[str]) -> list[tuple[str, str]]:
    """What stays behind at the donor when only `chosen` of a series move (NP-01)."""
    leaving = set(chosen)
    return fold(number for number in expand(first, last) if number not in leaving)
