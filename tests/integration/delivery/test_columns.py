"""Columns that headings do not tell: pointed out by a person, remembered for the customer (CU-02)."""

from __future__ import annotations

from typing import Any

import pytest

from delivery.customer_data.domain.fields import Field, SheetKind
from delivery.customer_data.domain.mapping import SheetChoice
from delivery.customer_data.models import CustomerDataImport
from delivery.customer_data.queries import sheets_of
from delivery.customer_data.usecases import begin_import as beginning
from delivery.customer_data.usecases.correct_columns import correct_columns
from delivery.customer_data.usecases.marked_copy import marked_copy
from delivery.customer_data.usecases.run_imports import run_imports
from delivery.domain.states import DataState
from infra.db import unit_of_work

from .conftest import Delivery, refusal
from .test_imports import machine_now

ODD = b"Vem;Elektronisk adress;Lur;Skonummer\nAnna Ek;anna@exempel.se;070-174 06 05;38\n"
SAID = {0: Field.NAME, 1: Field.EMAIL, 2: Field.MOBILE}


def users(header_row: int = 1, columns: dict[int, Field] | None = None, sheet: str = "folk") -> SheetChoice:
    return SheetChoice(sheet, SheetKind.USERS, header_row, SAID if columns is None else columns)


def send(opened: Delivery, content: bytes = ODD, filename: str = "folk.csv") -> Any:
    from delivery.customer_data.usecases.upload_customer_data import upload_customer_data

    return opened.do(
        opened.customer, upload_customer_data, opened.case_id, filename=filename, content=content
    )


def correct(opened: Delivery, *choices: SheetChoice, number: int = 1) -> Any:
    return opened.do(opened.customer, correct_columns, opened.case_id, number, choices=choices)


def shown(opened: Delivery, number: int) -> list[Any]:
    with unit_of_work() as session:
        return sheets_of(session, opened.customer, opened.case_id, number)


def test_what_a_person_says_is_how_the_file_is_read(opened: Delivery) -> None:
    faulty = send(opened)
    assert [issue["code"] for issue in faulty.issues] == ["HEADER_MISSING"]
    (sheet,) = shown(opened, 1)
    assert (sheet.kind, sheet.header_row) == (None, 1)
    assert [(c.letter, c.heading, c.examples) for c in sheet.columns][1:3] == [
        ("B", "Elektronisk adress", ("anna@exempel.se",)),
        ("C", "Lur", ("070-174 06 05",)),
    ]
    taken = correct(opened, users())
    assert (taken.version.number, taken.version.state, taken.version.issues) == (2, DataState.CLEAN, [])
    (sheet,) = shown(opened, 2)
    assert [column.field for column in sheet.columns] == [Field.NAME, Field.EMAIL, Field.MOBILE, None]


def test_it_is_remembered_for_the_customer_and_for_nobody_else(opened: Delivery) -> None:
    send(opened)
    correct(opened, users())
    later = b"Skonummer;LUR;Elektronisk  adress;Vem\n41;070-174 06 06;bo@exempel.se;Bo Ek\n"
    version = send(opened, later, "nya.csv")
    assert (version.state, version.issues) == (DataState.CLEAN, [])
    opened.open(customer_name="Grannbolaget AB", org_number="559999-9017", contact_email="gun@exempel.se")
    assert send(opened, later).state is DataState.FAULTY


def test_what_is_said_later_holds(opened: Delivery) -> None:
    send(opened)
    correct(opened, users())
    correct(opened, users(columns={**SAID, 2: Field.LANDLINE}), number=2)
    version = send(opened, ODD.replace(b"070-174 06 05", b"08-465 004 00"), "nya.csv")
    assert version.mapping[0]["columns"]["landline"] == 2
    assert "mobile" not in version.mapping[0]["columns"]


def test_a_known_heading_may_be_left_out(opened: Delivery) -> None:
    table = "Namn;E-post;Anknytning\nAnna;anna@exempel.se;inte än\n".encode()
    assert [issue["code"] for issue in send(opened, table).issues] == ["EXTENSION_INVALID"]
    taken = correct(opened, users(columns={0: Field.NAME, 1: Field.EMAIL}))
    assert (taken.version.state, taken.version.issues) == (DataState.CLEAN, [])
    assert send(opened, table.replace(b"Anna;", b"Bo;"), "nya.csv").state is DataState.CLEAN


def test_a_sheet_that_is_no_list_is_left_out_until_it_is_one(opened: Delivery) -> None:
    table = b"Namn;E-post\nAnna;anna@exempel.se\n"
    send(opened, table, "gamla.csv")
    taken = correct(opened, SheetChoice("gamla", None, 1, {}))
    assert [issue["code"] for issue in taken.version.issues] == ["HEADER_MISSING"]
    again = table + b"Bo;bo@exempel.se\n"
    assert send(opened, again, "gamla.csv").state is DataState.FAULTY
    correct(opened, users(columns={0: Field.NAME, 1: Field.EMAIL}, sheet="gamla"), number=3)
    assert send(opened, again + b"Cia;cia@exempel.se\n", "gamla.csv").state is DataState.CLEAN


def test_a_list_without_headings_begins_at_the_top(opened: Delivery) -> None:
    send(opened, b"Anna Ek;anna@exempel.se\nBo Ek;bo@exempel.se\n")
    taken = correct(opened, users(header_row=0, columns={0: Field.NAME, 1: Field.EMAIL}))
    assert (taken.version.state, taken.version.counts["users"]) == (DataState.CLEAN, 2)


def test_the_marked_copy_is_of_the_file_as_it_was_read(opened: Delivery) -> None:
    send(opened, ODD.replace(b"anna@exempel.se", b"anna"))
    correct(opened, users())
    from io import BytesIO

    from openpyxl import load_workbook

    with unit_of_work() as session:
        copy = marked_copy(session, opened.customer, opened.case_id, 2, "en")
    page = load_workbook(BytesIO(copy)).worksheets[0]
    assert page["B2"].comment.text.startswith("“anna” is no email address")
    assert page["C2"].comment is None


def test_a_large_file_is_read_again_by_a_worker(opened: Delivery, monkeypatch: pytest.MonkeyPatch) -> None:
    send(opened)
    monkeypatch.setattr(beginning, "DIRECTLY", 0)
    assert isinstance(correct(opened, users()), CustomerDataImport)
    run_imports(machine_now())
    assert opened.view().versions[0].state is DataState.CLEAN


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        (users(header_row=7), "HEADER_ROW_UNKNOWN"),
        (users(header_row=-1), "HEADER_ROW_UNKNOWN"),
        (users(columns={0: Field.NAME}), "USER_COLUMNS_MISSING"),
        (users(columns={0: Field.NAME, 1: Field.EMAIL, 2: Field.EMAIL}), "COLUMN_TWICE"),
        (SheetChoice("folk", SheetKind.GROUPS, 1, {0: Field.GROUP_NAME}), "GROUP_COLUMNS_MISSING"),
        (SheetChoice("folk", SheetKind.SERIES, 1, {0: Field.SERIES_FIRST}), "SERIES_COLUMNS_MISSING"),
    ],
)
def test_what_cannot_be_read_so_is_refused_and_nothing_is_remembered(
    opened: Delivery, choice: SheetChoice, code: str
) -> None:
    send(opened)
    assert refusal(lambda: correct(opened, choice)).code == code
    assert len(opened.view().versions) == 1
    assert send(opened, ODD + b";;;\n", "andra.csv").state is DataState.FAULTY


def test_a_photo_has_no_columns(opened: Delivery) -> None:
    send(opened, b"\xff\xd8\xff\xe0 a photo", "foto.xlsx")
    assert shown(opened, 1) == []
    assert refusal(lambda: correct(opened)).code == "NOTHING_TO_MAP"
