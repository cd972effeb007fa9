"""What may stand in a cell."""

from __future__ import annotations

import time

import pytest

from delivery.customer_data.domain.check_groups import split_members
from delivery.customer_data.domain.fields import squeeze
from delivery.customer_data.domain.sheets import Cell, column_letter, is_blank, text_of
from delivery.customer_data.domain.values import SIM_TYPES, SUBSCRIPTIONS, tidy_email, tidy_extension


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("Anna.Berg@Exempel.SE", "anna.berg@exempel.se"),
        ("anv2024.0@exempel.se", "anv2024.0@exempel.se"),
        ("mailto:anna@exempel.se", "anna@exempel.se"),
        ("anna@räksmörgås.se", "anna@räksmörgås.se"),
        ("anna+vaxel@sub.exempel-bolag.se", "anna+vaxel@sub.exempel-bolag.se"),
        ("o'neil@exempel.se", "o'neil@exempel.se"),
    ],
)
def test_a_sensible_address_is_taken_in_lower_case(written: str, tidy: str) -> None:
    assert tidy_email(written) == tidy


@pytest.mark.parametrize(
    "written",
    [
        "",
        "anna",
        "anna@",
        "@exempel.se",
        "anna berg@exempel.se",
        "anna@exempel",
        "anna@@exempel.se",
        "anna@exempel..se",
        ".anna@exempel.se",
        "anna.@exempel.se",
        "anna@-exempel.se",
        "anna@exempel-.se",
        "anna@exempel.se;per@exempel.se",
        "Anna <anna@exempel.se>",
        "anna@exempel.123",
        f"{'a' * 65}@exempel.se",
        f"a@{'b' * 64}.se",
        f"a@{'b.' * 130}se",
    ],
)
def test_no_mail_reaches_a_crooked_address(written: str) -> None:
    assert tidy_email(written) is None


def test_a_hostile_address_is_judged_at_once() -> None:
    began = time.process_time()
    for hostile in ("a." * 50_000 + "@", "a@" + "a-" * 50_000, "a@" + "a." * 50_000, "." * 100_000):
        assert tidy_email(hostile) is None
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("written", "tidy"), [("200", "200"), ("02", "02"), ("12 34", "1234"), ("123456", "123456")]
)
def test_two_to_six_digits_are_an_extension(written: str, tidy: str) -> None:
    assert tidy_extension(written) == tidy


@pytest.mark.parametrize("written", ["2", "1234567", "20a", "200.5", "2-0", "٢٠٠"])
def test_anything_else_is_none(written: str) -> None:
    assert tidy_extension(written) is None


@pytest.mark.parametrize(
    ("written", "choice"),
    [
        ("mobil bas", "Mobil Bas"),
        ("MOBIL-PLUS", "Mobil Plus"),
        ("Fast telefoni", "Fast"),
        ("soft phone", "Softphone"),
    ],
)
def test_subscriptions_are_known_in_many_spellings(written: str, choice: str) -> None:
    assert SUBSCRIPTIONS.words()[squeeze(written)] == choice


@pytest.mark.parametrize(
    ("written", "choice"),
    [("esim", "eSIM"), ("e-sim", "eSIM"), ("E SIM", "eSIM"), ("sim", "SIM"), ("Simkort", "SIM")],
)
def test_sim_types_are_known_in_many_spellings(written: str, choice: str) -> None:
    assert SIM_TYPES.words()[squeeze(written)] == choice


@pytest.mark.parametrize(
    ("cell", "members"),
    [
        ("200, 201; 202", ["200", "201", "202"]),
        ("Anna  Berg\nper@exempel.se,", ["Anna Berg", "per@exempel.se"]),
        (200.0, ["200"]),
        (200, ["200"]),
        (203.211, ["203", "211"]),
        (None, []),
        ("", []),
    ],
)
def test_members_are_split_as_people_write_them(cell: Cell, members: list[str]) -> None:
    assert split_members(cell) == members


def test_text_is_what_a_person_sees() -> None:
    assert text_of(200.0) == "200"
    assert text_of(" Anna\u00a0 Berg\u200b\n") == "Anna Berg"
    assert text_of(None) == ""
    assert [column_letter(n) for n in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


@pytest.mark.parametrize(
    ("cell", "blank"), [("", True), ("\u00a0 ", True), (None, True), (0, False), ("\u200bx", False)]
)
def test_spaces_alone_are_blank(cell: Cell, *, blank: bool) -> None:
    assert is_blank(cell) is blank
