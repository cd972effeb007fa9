"""Files as strangers send them, opened by the real child process."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import resource
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from openpyxl import Workbook

from delivery.customer_data.check_file import check_file
from delivery.customer_data.domain.codes import Code
from delivery.customer_data.gateways.limits import Limits
from delivery.customer_data.gateways.read_workbook import read_workbook
from delivery.customer_data.gateways.refusals import FileRefusedError

SAMPLES = Path(__file__).parents[2] / "fixtures" / "samples"
SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(*rows: list[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same archive with one part exchanged."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return buffer.getvalue()


def sheet_xml(cells: str) -> bytes:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'.encode()


GOOD = workbook(["Namn", "E-post"], ["Anna", "anna@exempel.se"])
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "' + "&a;" * 10 + '">]>'


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_samples_show_what_they_must(year: int) -> None:
    expected = json.loads((SAMPLES / f"{year}.expected.json").read_text(encoding="utf-8"))
    result = check_file(SAMPLES / f"{year}.xlsx").as_json()
    assert Counter((e["row"], e["code"]) for e in result["errors"]) == Counter(
        (e["row"], e["code"]) for e in expected["errors"]
    )
    assert {k: result[k] for k in ("users", "groups", "series")} == {
        k: expected[k] for k in ("users", "groups", "series")
    }
    assert result["ok"] is False


HOSTILE = {
    "empty": (b"", "a.xlsx"),
    "empty csv": (b"", "a.csv"),
    "truncated zip": (GOOD[: len(GOOD) // 2], "a.xlsx"),
    "only a zip head": (b"PK\x03\x04", "a.xlsx"),
    "zip of something else": (with_part(GOOD, "xl/workbook.xml", b"not xml"), "a.xlsx"),
    "photo as workbook": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + os.urandom(5_000), "lista.xlsx"),
    "photo as csv": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00\x01\x02" * 500, "lista.csv"),
    "text as workbook": (b"Namn;E-post\n", "lista.xlsx"),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 4_096, "hemlig.xlsx"),
    "no sheet data": (with_part(GOOD, SHEET, b"<worksheet"), "a.xlsx"),
    "xml entities": (with_part(GOOD, SHEET, (BOMB + "<worksheet>&b;</worksheet>").encode()), "a.xlsx"),
}
GREEDY = {
    "last cell": with_part(GOOD, SHEET, sheet_xml(FAR)),
    "last cell, other quotes": with_part(GOOD, SHEET, sheet_xml(FAR.replace('"', "'"))),
    "last cell, other prefix": with_part(
        GOOD,
        SHEET,
        (
            f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c r="XFD1048576"><x:v>1</x:v></x:c>'
            "</x:row></x:sheetData></x:worksheet>"
        ).encode(),
    ),
    "last cell, spaced out": with_part(
        GOOD, SHEET, sheet_xml(FAR.replace('r="XFD', 's="0"' + " " * 300 + 'r="XFD'))
    ),
    "last cell, lower case": with_part(
        GOOD, SHEET, sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>' + FAR.lower())
    ),
    "zip bomb": with_part(GOOD, SHEET, b"<worksheet>" + b" " * 60_000_000),
}


@pytest.mark.parametrize(("data", "name"), HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_read_is_a_finding_and_never_a_crash(data: bytes, name: str) -> None:
    result = check_file(data, name)
    assert not result.ok
    assert {i.code for i in result.errors} <= {Code.FILE_UNREADABLE, Code.HEADER_MISSING}
    assert result.users == ()


@pytest.mark.parametrize("data", GREEDY.values(), ids=GREEDY)
def test_what_asks_for_too_much_is_refused_without_a_burst_of_memory(data: bytes) -> None:
    assert len(data) < 100_000
    result = check_file(data, "a.xlsx")
    assert not result.ok
    assert {i.code for i in result.errors} <= {Code.FILE_TOO_LARGE, Code.FILE_UNREADABLE}
    mebibytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    assert mebibytes < 1024


def test_a_cell_that_is_only_coloured_far_out_is_no_reason_to_refuse() -> None:
    cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>Namn</t></is></c><c r="XFD1" s="0"/></row>'
    (sheet,) = read_workbook(with_part(GOOD, SHEET, sheet_xml(cells)), "a.xlsx")
    assert [list(row.cells) for row in sheet.rows] == [["Namn"]]


def test_a_file_over_the_limit_is_not_even_opened() -> None:
    with pytest.raises(FileRefusedError, match="FILE_TOO_LARGE"):
        read_workbook(GOOD, "a.xlsx", Limits(file_bytes=100))


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(FileRefusedError, match="FILE_TOO_LARGE"):
        read_workbook(GOOD, "a.xlsx", Limits(wall_seconds=0.001))


def test_rows_keep_the_numbers_and_places_that_the_person_sees() -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.title = "Blad 1"
    page["C3"], page["D3"], page["C6"] = "Namn", "E-post", "Anna"
    page.merge_cells("C1:E1")
    page["C1"] = "Titel"
    hidden = book.create_sheet("Gömt")
    hidden["A1"], hidden.sheet_state = "x", "hidden"
    book.create_sheet("Tomt")
    buffer = io.BytesIO()
    book.save(buffer)
    first, empty = read_workbook(buffer.getvalue(), "a.xlsx")
    assert (first.name, empty.name, empty.rows) == ("Blad 1", "Tomt", [])
    assert [(row.number, list(row.cells)) for row in first.rows] == [
        (1, ["", "", "Titel"]),
        (3, ["", "", "Namn", "E-post"]),
        (6, ["", "", "Anna"]),
    ]


def test_every_sort_of_cell_arrives() -> None:
    moment = dt.datetime(2027, 1, 5, 8, 30)  # noqa: DTZ001  (a spreadsheet knows no zone)
    data = workbook(
        [701740605, 1.5, True, moment, moment.date(), moment.time(), dt.timedelta(hours=30), "=1+1"]
    )
    (sheet,) = read_workbook(data, "a.xlsx")
    cells = list(sheet.rows[0].cells)
    assert cells[:6] == [701740605.0, 1.5, True, "2027-01-05 08:30", "2027-01-05", "08:30"]


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def open_document(row: str) -> bytes:
    """The least that is an OpenDocument spreadsheet."""
    content = (
        f'<office:document-content xmlns:office="{OFFICE}office:1.0" xmlns:table="{OFFICE}table:1.0" '
        f'xmlns:text="{OFFICE}text:1.0"><office:body><office:spreadsheet><table:table table:name="Blad">{row}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{OFFICE}manifest:1.0"/>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return buffer.getvalue()


def test_open_document_is_read_with_its_blank_tail() -> None:
    blank = '<table:table-row table:number-rows-repeated="{}"><table:table-cell/></table:table-row>'
    words = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{word}</text:p></table:table-cell>'
        for word in ("Namn", "E-post")
    )
    listed = f"{blank.format(2)}<table:table-row>{words}</table:table-row>{blank.format(1_048_573)}"
    (sheet,) = read_workbook(open_document(listed), "lista.ods")
    assert [(row.number, list(row.cells)) for row in sheet.rows] == [(3, ["Namn", "E-post"])]


@pytest.mark.parametrize(("rows", "columns"), [(1_048_576, 16_384), (99_999_999, 1), (1_048_576, 400)])
def test_open_document_that_repeats_without_end_is_refused(rows: int, columns: int) -> None:
    cell = (
        f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="float" '
        'office:value="1"><text:p>1</text:p></table:table-cell>'
    )
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    result = check_file(open_document(row), "lista.ods")
    assert {i.code for i in result.errors} <= {Code.FILE_TOO_LARGE, Code.FILE_UNREADABLE}
    assert not result.ok


def test_a_csv_sheet_is_named_by_its_file() -> None:
    result = check_file("Namn;E-post\nÅsa;fel\n".encode("cp1252"), "Våra användare.csv")
    assert [(i.sheet, i.row, i.letter, i.code) for i in result.errors] == [
        ("Våra användare", 2, "B", Code.EMAIL_INVALID)
    ]


def test_the_child_knows_no_secret_of_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spy = tmp_path / "spy"
    spy.write_text(f"#!/bin/sh\nenv > {tmp_path}/seen\nexit 3\n", encoding="utf-8")
    spy.chmod(0o700)
    monkeypatch.setenv("VAXLA_SECRET_KEY", "very-secret-indeed")
    monkeypatch.setattr("sys.executable", str(spy))
    with pytest.raises(FileRefusedError):
        read_workbook(GOOD, "a.xlsx")
    assert "very-secret-indeed" not in (tmp_path / "seen").read_text(encoding="utf-8")
