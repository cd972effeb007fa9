"""Sheets are known by their headings, wherever these stand and however they are spelt."""

from __future__ import annotations

import pytest

from delivery.customer_data.domain.check import check_workbook
from delivery.customer_data.domain.codes import Code
from delivery.customer_data.domain.fields import HEADINGS, SPECS, Field, SheetKind, squeeze
from delivery.customer_data.domain.headers import ALIKE, PARTLY, SURE, field_for, propose
from delivery.customer_data.domain.sheets import Cell, Row, Sheet

U, G, S = SheetKind.USERS, SheetKind.GROUPS, SheetKind.SERIES


def sheet(*rows: list[Cell], name: str = "Blad1") -> Sheet:
    return Sheet(name, [Row(n, cells) for n, cells in enumerate(rows, start=1) if any(cells)])


@pytest.mark.parametrize(
    ("heading", "kind", "field"),
    [
        ("Förnamn", U, Field.FIRST_NAME),
        ("FIRST NAME", U, Field.FIRST_NAME),
        ("Namn", U, Field.NAME),
        ("Namn", G, Field.GROUP_NAME),
        ("Mejladress", U, Field.EMAIL),
        ("E-post *", U, Field.EMAIL),
        ("e-mail", U, Field.EMAIL),
        ("Mobil\nnummer", U, Field.MOBILE),
        ("Direktnr", U, Field.LANDLINE),
        ("Landline", U, Field.LANDLINE),
        ("Ankn.", U, Field.EXTENSION),
        ("Abonnemangsform", U, Field.SUBSCRIPTION),
        ("Simkort", U, Field.SIM_TYPE),
        ("Avd", U, Field.DEPARTMENT),
        ("KST", U, Field.COST_CENTRE),
        ("Cost centre", U, Field.COST_CENTRE),
        ("Operatör idag", U, Field.CURRENT_OPERATOR),
        ("Current operator", U, Field.CURRENT_OPERATOR),
        ("Nummer", G, Field.GROUP_NUMBER),
        ("Öppettider", G, Field.OPENING_HOURS),
        ("Members", G, Field.MEMBERS),
        ("Serie", S, Field.SERIES),
        ("Operatör", S, Field.SERIES_OPERATOR),
    ],
)
def test_a_known_heading_is_sure(heading: str, kind: SheetKind, field: Field) -> None:
    assert field_for(heading, kind) == (field, SURE)


@pytest.mark.parametrize(
    ("heading", "field", "certainty"),
    [
        ("Mobilnummer (07x)", Field.MOBILE, PARTLY),
        ("E-post: obligatorisk", Field.EMAIL, PARTLY),
        ("Anknyting", Field.EXTENSION, ALIKE),
        ("Avdelnig", Field.DEPARTMENT, ALIKE),
    ],
)
def test_a_guessed_heading_says_that_it_is_guessed(heading: str, field: Field, certainty: float) -> None:
    assert field_for(heading, SheetKind.USERS) == (field, certainty)


@pytest.mark.parametrize("heading", ["Skonummer", "Kommentar", "x", "Mobil " * 30])
def test_a_stranger_is_no_field(heading: str) -> None:
    assert field_for(heading, SheetKind.USERS) is None


def test_no_word_means_two_things_on_the_same_kind_of_sheet() -> None:
    for kind in SheetKind:
        words = [
            squeeze(word)
            for spec in SPECS.values()
            if spec.kind is kind
            for word in {squeeze(w) for w in (*spec.synonyms, spec.label.sv, spec.label.en)}
        ]
        assert len(words) == len(set(words)) == len(HEADINGS[kind])


def test_headings_are_found_under_titles_and_blank_rows_and_beside_blank_columns() -> None:
    found = propose(
        [sheet(["Lista till växeln"], [], ["", "Person", "", "Telefoni"], ["", "Namn", "", "Mejl", "Mobil"])]
    )
    (mapping,) = found.sheets
    assert (mapping.kind, mapping.header_row) == (U, 4)
    assert mapping.columns == {Field.NAME: 1, Field.EMAIL: 3, Field.MOBILE: 4}


def test_sheets_are_known_by_headings_and_not_by_name_or_order() -> None:
    found = propose(
        [
            sheet(["Serie", "Operatör"], name="Användare"),
            sheet(["Namn", "Nummer", "Medlemmar"], name="Blad7"),
            sheet(["Efternamn", "E-post"], name="Nummerserier"),
            sheet(["Name", "Email"], name="Fler"),
        ]
    )
    assert [m.kind for m in found.sheets] == [S, G, U, U]


def test_headings_too_far_down_are_not_looked_for() -> None:
    blank: list[Cell] = []
    assert propose([sheet(*[blank] * 20, ["Namn", "E-post"])]).sheets == ()


def test_prose_that_happens_to_name_a_field_is_no_list() -> None:
    assert propose([sheet(["Serie", "Skriv första och sista numret", "08-465 004 00–99"])]).sheets == ()


def test_a_list_without_email_is_told_where_its_headings_stand() -> None:
    result = check_workbook([sheet(["Titel"], ["Namn", "Mobil", "Avdelning"], ["Anna Berg", "", "IT"])])
    (issue,) = result.errors
    assert (issue.code, issue.sheet, issue.row) == (Code.HEADER_MISSING, "Blad1", 2)


def test_an_empty_workbook_misses_its_headings() -> None:
    assert [i.code for i in check_workbook([]).errors] == [Code.HEADER_MISSING]


def test_only_unknown_columns_that_hold_something_are_warned_about() -> None:
    result = check_workbook(
        [
            sheet(
                ["Namn", "E-post", "Skostorlek", "Tom"],
                ["Anna", "a@exempel.se", "38", ""],
                ["", "", "", "", "x"],
            )
        ]
    )
    assert [(i.code, i.row, i.letter, i.value) for i in result.warnings] == [
        (Code.HEADER_UNMAPPED, 1, "C", "Skostorlek"),
        (Code.HEADER_UNMAPPED, 1, "E", ""),
    ]
    assert len(result.users) == 1
