"""What a writing turns out to be: the rules of the contract, with fiction numbers only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.numbers import REMARKS, Code, NumberType, check_number
from kernel.numbers.check import check_plainly

MOBILE = "+46701740605"
STOCKHOLM = "+46846500400"


@pytest.mark.parametrize(
    "writing",
    [
        "0701740605",
        "070-174 06 05",
        "070-1740605",
        "070 174 06 05",
        "070.174.06.05",
        "070/174 06 05",
        "070-174-06-05",
        "070–174–06–05",
        "070\u2011174\u202f06\u200905",
        "(070) 174 06 05",
        "+46701740605",
        "+46 70 174 06 05",
        "+46 (0)70-174 06 05",
        "+46(0)701740605",
        "+46 070 174 06 05",
        "0046701740605",
        "0046 (0)70 174 06 05",
        "46701740605",
        "46(0)70-174 06 05",
        "'0701740605",
        '="0701740605"',
        "tel:+46-70-174-06-05",
        "Tel: 070-174 06 05",
        "Mobil 070-174 06 05",
        "０７０－１７４　０６　０５",
        "＋46 70 174 06 05",
        "٠٧٠١٧٤٠٦٠٥",
        "070-１７４ 06 05",
        "+46 70 ١٧٤ 06 ०५",
        "\ufeff070-174 06 05",
        "\u202a070-174 06 05\u202c",
        "  070-174 06 05.\t",
    ],
)
def test_every_common_writing_of_a_mobile_number_is_read(writing: str) -> None:
    found = check_number(writing)
    assert (found.ok, found.kind, found.first, found.last, found.count) == (True, "number", MOBILE, MOBILE, 1)
    assert (found.type, found.area, found.codes) == (NumberType.MOBILE, None, (Code.FICTION,))
    assert (found.input, found.national) == (writing, "070-174 06 05")


@pytest.mark.parametrize(
    ("writing", "national", "area", "number_type"),
    [
        ("0846500400", "08-465 004 00", "08", "geographic"),
        ("0313900600", "031-390 06 00", "031", "geographic"),
        ("0406280400", "040-628 04 00", "040", "geographic"),
        ("0980319200", "0980-31 92 00", "0980", "geographic"),
        ("020123456", "020-12 34 56", None, "freephone"),
        ("0200123456", "0200-12 34 56", None, "freephone"),
        ("0771123456", "0771-12 34 56", None, "shared_cost"),
        ("0101234567", "010-123 45 67", None, "national"),
    ],
)
def test_a_number_is_written_back_as_swedes_write_it(
    writing: str, national: str, area: str | None, number_type: str
) -> None:
    found = check_number(writing)
    assert (found.national, found.area, found.type, found.ok) == (national, area, number_type, True)
    assert check_number(national).first == found.first


@pytest.mark.parametrize(
    ("writing", "code", "number_type"),
    [
        ("", Code.NOT_A_NUMBER, "unknown"),
        ("vet ej", Code.NOT_A_NUMBER, "unknown"),
        ("+", Code.NOT_A_NUMBER, "unknown"),
        ("070-ABC 06 05", Code.NOT_A_NUMBER, "unknown"),
        ("070-174 06", Code.TOO_SHORT, "mobile"),
        ("070-174 06 05 1", Code.TOO_LONG, "mobile"),
        ("08-46 50", Code.TOO_SHORT, "geographic"),
        ("08-465 004 00 11", Code.TOO_LONG, "geographic"),
        ("0046 91122", Code.TOO_SHORT, "geographic"),
        ("074-123 45 67", Code.INVALID, "unknown"),
        ("0177-12 34 56", Code.INVALID, "geographic"),
        ("0", Code.INVALID, "unknown"),
        ("00", Code.INVALID, "unknown"),
        ("+45 33 12 34 56", Code.FOREIGN, "foreign"),
        ("0047 22 12 34 56", Code.FOREIGN, "foreign"),
        ("+1234567890123456", Code.TOO_LONG, "foreign"),
        ("112", Code.SHORT_CODE, "short"),
        ("113 13", Code.SHORT_CODE, "short"),
        ("114 14", Code.SHORT_CODE, "short"),
        ("116 117", Code.SHORT_CODE, "short"),
        ("1177", Code.SHORT_CODE, "short"),
        ("118 118", Code.SHORT_CODE, "short"),
        ("90 200", Code.SHORT_CODE, "short"),
        ("72 456", Code.SHORT_CODE, "short"),
        ("0710 123 456 78 90", Code.NOT_PORTABLE, "m2m"),
        ("0900-123 45 67", Code.NOT_PORTABLE, "premium"),
        ("075-123 45 67", Code.NOT_PORTABLE, "personal"),
        ("465 004 00", Code.AMBIGUOUS_LOCAL, "unknown"),
        ("8-465 004 00", Code.AMBIGUOUS_LOCAL, "unknown"),
        ("46 500 400", Code.AMBIGUOUS_LOCAL, "unknown"),
    ],
)
def test_a_number_that_cannot_be_ported_says_why(writing: str, code: Code, number_type: str) -> None:
    found = check_number(writing)
    assert (found.ok, found.codes, found.type) == (False, (code,), number_type)


def test_a_foreign_number_is_shown_and_not_written_in_swedish() -> None:
    found = check_number("+45 33 12 34 56").as_json()
    assert (found["kind"], found["first"], found["national"], found["area"]) == (
        "number",
        "+4533123456",
        None,
        None,
    )


def test_nine_digits_that_begin_like_a_mobile_get_their_zero_back() -> None:
    found = check_number("70-174 06 05")
    assert (found.ok, found.first) == (True, MOBILE)
    assert found.codes == (Code.TRUNK_ZERO_RESTORED, Code.FICTION)


@pytest.mark.parametrize("value", [846500400, 846500400.0, "846500400.0", "846500400,0"])
def test_a_numeric_cell_gets_its_zero_back(value: str | float) -> None:
    found = check_number(value)
    assert (found.ok, found.first) == (True, STOCKHOLM)
    assert found.codes == (Code.TRUNK_ZERO_RESTORED, Code.FICTION)


def test_text_from_a_numeric_cell_gets_its_zero_back() -> None:
    assert check_number("846500400", numeric_cell=True).first == STOCKHOLM
    assert check_number("846500400").codes == (Code.AMBIGUOUS_LOCAL,)


def test_a_numeric_cell_with_the_country_code_lost_no_zero() -> None:
    assert check_number(46701740605).codes == (Code.FICTION,)


@pytest.mark.parametrize("value", [112, 118118.0])
def test_a_short_number_is_short_in_a_numeric_cell_too(value: float) -> None:
    assert check_number(value).codes == (Code.SHORT_CODE,)


@pytest.mark.parametrize("value", [1.5, float("nan"), float("inf"), -float("inf"), 1e300, 10**400, -(10**20)])
def test_a_figure_that_is_no_telephone_number_is_not_one(value: float) -> None:
    assert check_number(value).codes == (Code.NOT_A_NUMBER,)


@pytest.mark.parametrize(
    "ending",
    [
        "ankn 12",
        "ankn. 12",
        "ankn12",
        "(ankn 12)",
        "anknytning 12",
        "Anknytning: 12",
        "anv 12",
        "ext 12",
        "ext. 12",
        ", ext 12",
        "extension 12",
        "int 12",
        "x12",
        "#12",
        ";ext=12",
    ],
)
def test_an_extension_is_split_off(ending: str) -> None:
    found = check_number(f"08-465 004 00 {ending}")
    assert (found.ok, found.first, found.extension) == (True, STOCKHOLM, "12")
    assert found.codes == (Code.EXTENSION_SPLIT, Code.FICTION)


@pytest.mark.parametrize(
    "writing", ["070-174 06 05", "08-465 004 00–99", "08-465 003 00–08-465 005 99", "100-serie 08-465 004"]
)
def test_production_refuses_fiction(writing: str) -> None:
    assert check_number(writing).ok
    refused = check_number(writing, production=True)
    assert not refused.ok
    assert Code.FICTION in refused.codes


@pytest.mark.parametrize("writing", ["070-174 06 04", "070-174 07 00", "08-465 005 00", "0980-31 93 00"])
def test_the_neighbours_of_fiction_are_real(writing: str) -> None:
    found = check_number(writing, production=True)
    assert (found.ok, found.codes) == (True, ())


def test_the_object_has_the_shape_of_the_contract() -> None:
    assert check_number("08-465 004 00 ankn 7").as_json() == {
        "input": "08-465 004 00 ankn 7",
        "ok": True,
        "kind": "number",
        "first": STOCKHOLM,
        "last": STOCKHOLM,
        "count": 1,
        "national": "08-465 004 00",
        "type": "geographic",
        "area": "08",
        "extension": "7",
        "codes": ["EXTENSION_SPLIT", "FICTION"],
    }


@given(st.text() | st.text("0123456789+-–/()., xXtilomankserp#;=\u00a0\u2009'", max_size=60))
def test_junk_of_any_kind_is_answered_and_both_paths_agree(text: str) -> None:
    found = check_number(text)
    assert found == check_plainly(text)
    assert found.ok == (found.kind is not None and REMARKS.issuperset(found.codes))
    assert found.as_json()["input"] == text
    assert found.ok <= (found.count > 0)
    assert found.ok >= check_number(text, production=True).ok


@given(st.integers() | st.floats())
def test_figures_of_any_kind_are_answered(value: float) -> None:
    found = check_number(value)
    assert found.ok == (found.kind is not None and REMARKS.issuperset(found.codes))


@pytest.mark.parametrize(
    "seed", ["-1", "tel ", "1/", "ankn 1 ", "0-", "till ", "\u200b", " ", "100-serie ", "46"]
)
@pytest.mark.timeout(60)
def test_a_pasted_megabyte_is_answered_at_once(seed: str) -> None:
    assert not check_number(seed * 500_000).ok


@pytest.mark.parametrize("padding", [" ", "(", "\u00a0", "\t"])
def test_padding_is_read_alike_on_both_paths(padding: str) -> None:
    for writing in (f"{padding * 300}0701740605", f"0701{padding * 300}740605"):
        assert check_number(writing) == check_plainly(writing)
