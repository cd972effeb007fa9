"""Series: every writing of them, what is wrong with one, and sets of numbers as series."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.numbers import Code, check_number, count, expand, fold, format_series, residue

FIRST, LAST = "+46846500400", "+46846500499"


@pytest.mark.parametrize(
    "writing",
    [
        "08-465 004 00–99",
        "08-465 004 00-99",
        "08-46500400-99",
        "0846500400-99",
        "+46 8 465 004 00 - 99",
        "08-465 004 00 — 99",
        "08-465 004 00 − 99",
        "08-465 004 00/99",
        "08-465 004 00 till 99",
        "08-465 004 00 t.o.m. 99",
        "08-465 004 00 tom 99",
        "08-465 004 00 till och med 99",
        "08-465 004 00..99",
        "08-465 004 00 … 99",
        "08-465 004 00–004 99",
        "08-465 004 00 - 08-465 004 99",
        "08-465 004 00/08-465 004 99",
        "0846500400-0846500499",
        "+46846500400–+46846500499",
        "+46 (0)8-465 004 00 - +46 (0)8-465 004 99",
        "08-465 004 00 till 465 004 99",
        "från 08-465 004 00 till 08-465 004 99",
        "Nummerserie: 08-465 004 00–99",
        "100-serie 08-465 004",
        "100-serien 08-465 004",
        "100 serie: 08-465 004",
        "100-nummerserie 08-465 004",
        "100-serie 08-465 004 00",
    ],
)
def test_every_common_writing_of_a_series_is_read(writing: str) -> None:
    found = check_number(writing)
    assert (found.ok, found.kind, found.first, found.last) == (True, "series", FIRST, LAST)
    assert (found.count, found.national, found.area) == (100, "08-465 004 00–99", "08")
    assert found.codes == (Code.FICTION,)


def test_a_slash_after_a_number_opens_a_series_of_two() -> None:
    found = check_number("08-465 004 00/01")
    assert (found.first, found.last, found.count) == (FIRST, "+46846500401", 2)


@pytest.mark.parametrize(
    ("writing", "kind", "first", "last"),
    [
        ("070-174-06-05", "number", "+46701740605", "+46701740605"),
        ("031-390-06-00", "number", "+46313900600", "+46313900600"),
        ("08-465-004-00", "number", FIRST, FIRST),
        ("08-465-004-99", "number", LAST, LAST),
        ("08-465 004-00", "number", FIRST, FIRST),
        ("08-465 004 00-99", "series", FIRST, LAST),
        ("08-465004-99", "series", "+468465004", "+468465099"),
        ("0980-31 92 00-49", "series", "+46980319200", "+46980319249"),
    ],
)
def test_a_hyphen_groups_or_opens_a_series_by_rule(writing: str, kind: str, first: str, last: str) -> None:
    found = check_number(writing)
    assert (found.kind, found.first, found.last) == (kind, first, last)


@pytest.mark.parametrize(
    ("writing", "codes"),
    [
        ("08-465 004 99–00", {Code.SERIES_REVERSED}),
        ("08-465 004 99 - 08-465 004 00", {Code.SERIES_REVERSED}),
        ("08-465 000 00 – 08-465 100 00", {Code.SERIES_TOO_LARGE, Code.FICTION}),
        ("100000-serie 08-46", {Code.SERIES_TOO_LARGE}),
        ("08-465 004 00 – 031-390 06 00", {Code.SERIES_CROSSES_AREA}),
        ("08-465 004 00 – 0980-31 920", {Code.SERIES_CROSSES_AREA}),
        ("070-174 06 05 – 072-174 06 10", {Code.SERIES_CROSSES_AREA}),
        ("08-465 004 00 – 08-465 004", {Code.SERIES_INVALID}),
        ("08-465 004 00 – slut", {Code.SERIES_INVALID}),
        ("08-465 004 00 – 123 456 789 01", {Code.SERIES_INVALID}),
        ("37-serie 08-465 004", {Code.SERIES_INVALID}),
        ("100-serie", {Code.SERIES_INVALID}),
        ("100-serie 465 004", {Code.AMBIGUOUS_LOCAL}),
        ("0900-123 45 00–10", {Code.NOT_PORTABLE}),
    ],
)
def test_a_series_that_cannot_be_says_why(writing: str, codes: set[Code]) -> None:
    found = check_number(writing)
    assert (found.ok, found.kind) == (False, "series")
    assert set(found.codes) == codes


def test_a_series_is_at_most_ten_thousand_numbers() -> None:
    largest = check_number("08-465 000 00 – 08-465 099 99")
    assert (largest.ok, largest.count) == (True, 10_000)
    assert not check_number("08-465 000 00 – 08-466 000 00").ok


def test_a_mobile_series_may_pass_a_hundred_thousand() -> None:
    """070 is what it must stay within; the digits after it mean nothing."""
    found = check_number("070-199 99 95 – 070-200 00 04")
    assert (found.ok, found.count) == (True, 10)


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (FIRST, LAST, "08-465 004 00–99"),
        (FIRST, FIRST, "08-465 004 00"),
        ("+46980319200", "+46980319249", "0980-31 92 00–49"),
        ("+46313900600", "+46313901599", "031-390 06 00–15 99"),
        ("+46701740605", "+46701740699", "070-174 06 05–99"),
    ],
)
def test_a_series_is_written_short_and_read_back(first: str, last: str, written: str) -> None:
    assert format_series(first, last) == written
    found = check_number(written)
    assert (found.first, found.last) == (first, last)


@given(st.integers(0, 9_999), st.integers(0, 9_999))
def test_what_is_written_short_reads_back_the_same(one: int, other: int) -> None:
    first, last = (f"+46846{tail:04d}00" for tail in sorted((one, other)))
    found = check_number(format_series(first, last))
    assert (found.first, found.last) == (first, last)


def test_expanding_gives_every_number_once() -> None:
    numbers = list(expand(FIRST, LAST))
    assert (len(numbers), numbers[0], numbers[-1]) == (100, FIRST, LAST)
    assert count(FIRST, LAST) == 100


@given(st.sets(st.integers(400, 499)))
def test_folding_loses_and_adds_nothing(tails: set[int]) -> None:
    numbers = {f"+46846500{tail}" for tail in tails}
    folded = fold(numbers)
    assert [each for span in folded for each in expand(*span)] == sorted(numbers)
    assert all(int(before[1]) + 1 < int(after[0]) for before, after in itertools.pairwise(folded))


def test_folding_keeps_areas_and_kinds_apart() -> None:
    assert fold(["+46701999999", "+46702000000"]) == [("+46701999999", "+46702000000")]
    assert fold(["+46729999999", "+46730000000"]) == [
        ("+46729999999", "+46729999999"),
        ("+46730000000", "+46730000000"),
    ]


def test_the_residue_is_what_stays_behind() -> None:
    chosen = list(expand("+46846500410", "+46846500419"))
    assert residue(FIRST, LAST, chosen) == [(FIRST, "+46846500409"), ("+46846500420", LAST)]
    assert residue(FIRST, LAST, expand(FIRST, LAST)) == []
