"""Workbooks that we hand out: the template, the marked-up copy, the invented company."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from delivery.customer_data.check_file import check_file
from delivery.customer_data.domain.check import check_workbook
from delivery.customer_data.domain.codes import Code, Issue
from delivery.customer_data.domain.headers import propose
from delivery.customer_data.domain.sample_company import FAULTS
from delivery.customer_data.domain.sheets import Row, Sheet
from delivery.customer_data.gateways.read_workbook import read_workbook
from delivery.customer_data.gateways.sample_workbook import make_sample_workbook
from delivery.customer_data.gateways.write_marked import write_marked
from delivery.customer_data.gateways.write_template import write_template
from kernel.language import LANGUAGES, Language


def marked(sheets: list[Sheet], issues: list[Issue], language: Language = "sv") -> Any:
    buffer = io.BytesIO()
    write_marked(sheets, issues, buffer, language)
    return load_workbook(buffer)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_empty_template_is_a_mapped_list_without_faults(language: Language) -> None:
    buffer = io.BytesIO()
    write_template(buffer, language)
    found = propose(read_workbook(buffer.getvalue(), "mall.xlsx"))
    assert [m.kind.value for m in found.sheets] == ["users", "groups", "series"]
    assert all(m.confidence == 1 and m.header_row == 1 for m in found.sheets)
    result = check_file(buffer.getvalue(), "mall.xlsx")
    assert (result.ok, result.issues, result.users) == (True, (), ())


def test_the_template_offers_what_can_be_chosen_and_keeps_zeros() -> None:
    buffer = io.BytesIO()
    write_template(buffer, "sv")
    users = load_workbook(buffer)["Användare"]
    offered = {str(v.sqref): v.formula1 for v in users.data_validations.dataValidation}
    assert offered == {
        "G2:G1000": '"Mobil Bas,Mobil Plus,Fast,Softphone"',
        "H2:H1000": '"SIM,eSIM"',
        "I2:I1000": '"Användare,Telefonist,Funktion,Konferensrum"',
        "M2:M1000": '"Telia,Tele2,Telenor,Tre,Telavox,Annan operatör"',
    }
    refused = {str(v.sqref) for v in users.data_validations.dataValidation if v.showErrorMessage}
    assert refused == {"G2:G1000", "H2:H1000"}
    assert users.column_dimensions["D"].number_format == "@"
    assert "flyttas" in users["D1"].comment.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_invented_company_reads_back_with_just_the_faults_planted(language: Language) -> None:
    assert check_file(make_sample_workbook(60, (), language), "a.xlsx").issues == ()
    spoilt = check_file(make_sample_workbook(60, tuple(FAULTS), language, seed=7), "a.xlsx")
    assert sorted(issue.code for issue in spoilt.issues) == sorted(FAULTS)


def test_a_marked_copy_reads_back_as_what_was_sent() -> None:
    sheets = read_workbook(make_sample_workbook(60, tuple(FAULTS)), "a.xlsx")
    result = check_workbook(sheets)
    buffer = io.BytesIO()
    write_marked(sheets, result.issues, buffer, "sv")
    assert check_file(buffer.getvalue(), "rättad.xlsx").as_json() == result.as_json()


def test_a_bad_cell_is_coloured_and_says_what_to_do() -> None:
    sheets = [Sheet("Blad1", [Row(1, ["Namn", "E-post"]), Row(3, ["Anna", "anna@"])])]
    page = marked(sheets, list(check_workbook(sheets).issues))["Blad1"]
    assert page["B3"].comment.text.startswith("«anna@» är ingen e-postadress")
    assert page["B3"].fill.fgColor.rgb == "FFFFC7CE"
    assert page["A3"].comment is None


def test_a_blank_cell_can_be_marked_too() -> None:
    sheets = [Sheet("Blad1", [Row(1, ["E-post", "Namn"]), Row(2, ["anna@exempel.se"])])]
    page = marked(sheets, list(check_workbook(sheets).issues), "en")["Blad1"]
    assert page["B2"].comment.text.startswith("The name is missing")


@pytest.mark.parametrize(
    "evil", ["=1+1", "+46701740605", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")']
)
def test_nothing_a_stranger_wrote_becomes_a_formula(evil: str) -> None:
    sheets = [Sheet("=1+1", [Row(1, [evil, evil])])]
    page = marked(sheets, [Issue(Code.PHONE_INVALID, "=1+1", 1, 0, value=evil)]).worksheets[0]
    for cell in page[1]:
        assert cell.data_type == "s"
        assert cell.value.strip() == evil.strip()
        assert cell.quotePrefix


def test_strange_names_and_letters_do_not_stop_the_copy() -> None:
    sheets = [Sheet("a/b:c" * 20, [Row(1, ["\x07pling", "x" * 40_000])]), Sheet("A-b-c" * 20, [])]
    assert [len(name) <= 31 for name in marked(sheets, []).sheetnames] == [True, True]


def test_a_filled_in_template_reads_back_as_it_was_filled_in() -> None:
    for language in LANGUAGES:
        buffer = io.BytesIO()
        write_template(buffer, language)
        book = load_workbook(buffer)
        users, groups, series = book.worksheets[1:]
        users.append(
            [
                "Anna",
                "Ek",
                "anna@exempel.se",
                "070-174 06 05",
                "08-465 004 00",
                "0200",
                "Mobil Plus",
                "eSIM",
                "Telefonist",
                "iPhone 15",
                "Ekonomi",
                "0631",
                "Telia",
            ]
        )
        groups.append(["Växel", "08-465 004 99", "mån-fre 08-17", "0200"])
        series.append(["08-465 004 00–99", "Telia"])
        filled = io.BytesIO()
        book.save(filled)
        result = check_file(filled.getvalue(), "ifylld.xlsx")
        assert result.issues == ()
        (user,) = result.users
        assert user[2:] == (
            *("Anna Ek", "Anna", "Ek", "anna@exempel.se", "+46701740605", "+46846500400", None, "0200"),
            *("Mobil Plus", "eSIM", "Telefonist", "iPhone 15", "Ekonomi", "0631", "Telia"),
        )
        assert [member.name for member in result.groups[0].members] == ["Anna Ek"]
        assert result.series[0].count == 100


def test_a_copy_with_very_many_faults_is_coloured_throughout_and_commented_at_first() -> None:
    rows = [Row(1, ["Namn", "E-post"]), *(Row(n, ["Anna", "fel"]) for n in range(2, 2_502))]
    sheets = [Sheet("Blad1", rows)]
    page = marked(sheets, list(check_workbook(sheets).issues))["Blad1"]
    cells = [page.cell(number, 2) for number in range(2, 2_502)]
    assert {cell.fill.fgColor.rgb for cell in cells} == {"FFFFC7CE"}
    assert sum(cell.comment is not None for cell in cells) == 2_000
