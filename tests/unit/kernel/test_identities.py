"""Organisation, personal and co-ordination numbers, and SIM cards. The people and companies are invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from kernel.identities import (
    IccidCode,
    Identity,
    IdentityCode,
    IdentityKind,
    OwnerIdForm,
    check_iccid,
    check_identity,
)

TODAY = date(2026, 11, 21)


def with_check_digit(nine: str) -> str:
    return nine + luhn.calc_check_digit(nine)


COMPANY = with_check_digit("559999999")
PERSON = with_check_digit("800215999")
COORDINATED = with_check_digit("800275999")


def found(value: str, today: date | None = None) -> Identity:
    checked = check_identity(value, today=today)
    assert checked.identity is not None, checked.code
    assert checked.code is None
    return checked.identity


@pytest.mark.parametrize(
    "writing",
    [
        COMPANY,
        f"{COMPANY[:6]}-{COMPANY[6:]}",
        f"16{COMPANY}",
        f"16{COMPANY[:6]}-{COMPANY[6:]}",
        f"00{COMPANY}",
        f"SE{COMPANY}01",
        f"se {COMPANY} 01",
        f" {COMPANY[:6]} {COMPANY[6:]} ",
        f"{COMPANY[:6]}–{COMPANY[6:]}",
    ],
)
def test_an_organisation_number_is_read_in_its_writings(writing: str) -> None:
    identity = found(writing)
    assert (identity.kind, identity.digits) == (IdentityKind.ORGANISATION, COMPANY)


def test_a_known_public_example_is_right() -> None:
    """The number in the numbering report: its check digit covers the last ten of twelve only."""
    assert found("165560360793").digits == "5560360793"


def test_a_sole_traders_number_is_a_person() -> None:
    identity = found(f"{PERSON[:6]}-{PERSON[6:]}")
    assert identity.kind is IdentityKind.PERSON
    assert identity.shown() == "800215-****"


def test_a_coordination_number_has_its_day_moved_by_sixty() -> None:
    assert found(COORDINATED).kind is IdentityKind.COORDINATION


def test_an_organisation_is_shown_whole() -> None:
    assert found(COMPANY).shown() == f"{COMPANY[:6]}-{COMPANY[6:]}"


def test_the_donor_form_has_twelve_digits_in_the_donors_spelling() -> None:
    assert found(COMPANY).donor_form() == f"16{COMPANY}"
    assert found(COMPANY).donor_form(OwnerIdForm.ZEROS) == f"00{COMPANY}"
    assert found(f"19{PERSON}").donor_form() == f"19{PERSON}"
    assert found(PERSON).donor_form(OwnerIdForm.ZEROS) == f"00{PERSON}"


@pytest.mark.parametrize(
    ("day", "sign", "century"),
    [
        ("800215", "-", "19"),
        ("050215", "-", "20"),
        ("261121", "-", "20"),
        ("261122", "-", "19"),
        ("200215", "+", "19"),
        ("800215", "+", "18"),
        ("050275", "-", "20"),
    ],
)
def test_the_century_follows_from_the_day_and_the_sign(day: str, sign: str, century: str) -> None:
    ten = with_check_digit(f"{day}999")
    identity = found(f"{day}{sign}{ten[6:]}", TODAY)
    assert identity.century == century
    assert identity.donor_form() == century + ten


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("", IdentityCode.EMPTY),
        (" - ", IdentityCode.EMPTY),
        ("Exempel AB", IdentityCode.NOT_DIGITS),
        ("５５９９９９９９９９", IdentityCode.NOT_DIGITS),
        ("12345", IdentityCode.WRONG_LENGTH),
        (f"77{COMPANY}", IdentityCode.WRONG_LENGTH),
        ("0000000000", IdentityCode.WRONG_CHECK_DIGIT),
        (COMPANY[:9] + str((int(COMPANY[9]) + 1) % 10), IdentityCode.WRONG_CHECK_DIGIT),
        (f"16{PERSON}", IdentityCode.NOT_AN_ORGANISATION),
        (f"19{COMPANY}", IdentityCode.NOT_A_DATE),
        (with_check_digit("801332999"), IdentityCode.NOT_A_DATE),
        (with_check_digit("800230999"), IdentityCode.NOT_A_DATE),
        ("19" + with_check_digit("810229999"), IdentityCode.NOT_A_DATE),
    ],
)
def test_what_is_no_identity_says_why(value: str, code: IdentityCode) -> None:
    checked = check_identity(value)
    assert (checked.identity, checked.code) == (None, code)


@given(st.text() | st.text("0123456789+-SE ", max_size=16))
def test_junk_is_answered(value: str) -> None:
    for today in (None, TODAY):
        checked = check_identity(value, today=today)
        assert (checked.identity is None) != (checked.code is None)
        if checked.identity is not None:
            assert len(checked.identity.donor_form()) == 12
            assert checked.identity.digits[6:] not in checked.identity.shown() or (
                checked.identity.kind is IdentityKind.ORGANISATION
            )


NINETEEN = "894601" + "123456789012"
ICCID = NINETEEN + luhn.calc_check_digit(NINETEEN)


@pytest.mark.parametrize(
    "value", [ICCID, f"{ICCID}7", f"{ICCID}F", " ".join((ICCID[:6], ICCID[6:])), f"{ICCID[:4]}-{ICCID[4:]}"]
)
def test_a_sim_card_has_nineteen_digits_or_a_filler_after_them(value: str) -> None:
    assert check_iccid(value) is None


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("", IccidCode.NOT_DIGITS),
        ("SIM-kort", IccidCode.NOT_DIGITS),
        (ICCID[:-1], IccidCode.WRONG_LENGTH),
        (f"{ICCID}00", IccidCode.WRONG_LENGTH),
        ("19" + ICCID[2:], IccidCode.NOT_A_SIM),
        (ICCID[:-1] + str((int(ICCID[-1]) + 1) % 10), IccidCode.WRONG_CHECK_DIGIT),
    ],
)
def test_what_is_no_sim_card_says_why(value: str, code: IccidCode) -> None:
    assert check_iccid(value) is code
