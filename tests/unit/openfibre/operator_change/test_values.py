"""Cells, findings and addresses of the data exchange; what looks personal and what only seems so."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openfibre.operator_change.domain.columns import COLUMNS, DAY_FIELDS, FIELDS, Kind, file_name, headings
from openfibre.operator_change.domain.findings import FINDINGS, Finding, Findings, words
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.domain.values import CHECKS, BadValueError, address_key, looks_personal
from openfibre.operator_change.models import KoRow


@pytest.mark.parametrize(
    "value",
    [
        "19121212-1212",
        "121212-1212",
        "191212121212",
        "1212121212",
        "121272-1219",
        "kund 19121212-1212 portad",
        "tove@exempel.se",
        "070-174 06 05",
        "+46701740605",
        "08-465 004 00",
    ],
)
def test_looks_personal(value: str) -> None:
    assert looks_personal(value)


@pytest.mark.parametrize(
    "value",
    [
        "559999-9009",
        "REF-2027-000123",
        "1234567890",
        "SW-01/0/12",
        "Bredband 100/100",
        "10.20.30.40",
        "aa:bb:cc:dd:ee:ff",
        "a@b",
        "",
    ],
)
def test_only_seems_personal(value: str) -> None:
    assert not looks_personal(value)


@pytest.mark.parametrize(
    ("kind", "given_", "stored"),
    [
        (Kind.POSTCODE, "111 22", "11122"),
        (Kind.YES_NO, "ja", "J"),
        (Kind.YES_NO, "N", "N"),
        (Kind.DAY, "2027-05-03", "2027-05-03"),
        (Kind.DAY, "2027-05-03 00:00", "2027-05-03"),
        (Kind.SEGMENT, "foretag", "FORETAG"),
        (Kind.IMPORTANT, "porttelefoni, Fastighetsstyrning", "FASTIGHETSSTYRNING,PORTTELEFONI"),
        (Kind.APARTMENT, "0001", "0001"),
        (Kind.ACCESS_ID, "AC-1.b", "AC-1.b"),
    ],
)
def test_values_are_kept_in_one_writing(kind: Kind, given_: str, stored: str) -> None:
    assert CHECKS[kind](given_) == stored


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        (Kind.POSTCODE, "01122", "POSTCODE_INVALID"),
        (Kind.APARTMENT, "101", "APARTMENT_INVALID"),
        (Kind.DAY, "3 maj 2027", "DAY_INVALID"),
        (Kind.DAY, "2027-02-30", "DAY_INVALID"),
        (Kind.YES_NO, "kanske", "YES_NO_INVALID"),
        (Kind.SEGMENT, "OFFENTLIG", "VALUE_UNKNOWN"),
        (Kind.IMPORTANT, "Hiss", "VALUE_UNKNOWN"),
        (Kind.MAC, "aa:bb", "MAC_INVALID"),
        (Kind.ACCESS_ID, "x" * 37, "ACCESS_ID_INVALID"),
        (Kind.ACCESS_ID, "AC 1", "ACCESS_ID_INVALID"),
        (Kind.ACCESS_ID, "19121212-1212", "PERSONAL_DATA"),
        (Kind.TEXT, "=1+1", "FORMULA"),
        (Kind.FREE, "@SUM(A1)", "FORMULA"),
    ],
)
def test_values_that_are_not_right_say_why(kind: Kind, value: str, code: str) -> None:
    with pytest.raises(BadValueError) as refused:
        CHECKS[kind](value)
    assert str(refused.value) == code
    assert code in FINDINGS


@given(st.text(max_size=60))
def test_no_text_breaks_a_check(value: str) -> None:
    for check in CHECKS.values():
        with suppress(BadValueError):
            assert isinstance(check(value), str)


def test_addresses_are_compared_without_case_and_spaces() -> None:
    assert address_key("Exempelgatan ", "1", "A") == address_key("exempelgatan", "1", "a")
    assert address_key("Exempelgatan", "1", "") != address_key("Exempelgatan", "", "1")


def test_the_format_and_the_table_have_the_same_columns() -> None:
    assert set(FIELDS) <= set(KoRow.model_fields)
    assert "brytpunkt_on" in DAY_FIELDS
    assert headings(Content.ACCESS)[0] == "access_id_gammalt"
    assert "tl_namn" not in headings(Content.ACCESS)
    assert "kund_namn" in headings(Content.MIGRATION, sensitive=True)
    assert "kund_namn" not in headings(Content.MIGRATION)
    assert file_name(Content.MIGRATION, "csv", sensitive=True) == "ko-migreringsdata-kund-v1.csv"
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)


def test_findings_are_counted_whole_and_kept_in_part() -> None:
    found = Findings()
    found.extend(Finding(row, "postnummer", "POSTCODE_INVALID") for row in range(2, 2002))
    found.add(Finding(2, "uttags_id", "OUTLET_MISSING"))
    assert (len(found.kept), found.counts["POSTCODE_INVALID"], len(found.bad_rows)) == (500, 2000, 2000)
    assert not found.is_clean
    stored = Finding(0, "access_id_gammalt", "OLD_ID_MISSING", {"access": "AC-1"}).stored()
    assert "AC-1" in words(stored, "sv")
    assert "AC-1" in words(stored, "en")
