"""Any sensible sheet is read, and what is none is told for what it is (CU-02)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import psutil
import pytest
from openpyxl import Workbook

from delivery.customer_data.check_file import check_file
from delivery.customer_data.domain.codes import Code
from delivery.customer_data.domain.records import UserRow
from delivery.customer_data.gateways.limits import Limits
from delivery.customer_data.gateways.read_workbook import read_workbook

from .old_excel import old_workbook

HEADINGS = ["Förnamn", "Efternamn", "E-post", "Mobil"]
ANNA = ["Anna", "Ek", "anna@exempel.se", 701740605]


def saved(fill: Callable[[Workbook], None]) -> bytes:
    book = Workbook()
    fill(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def only_user(data: bytes, name: str) -> UserRow:
    result = check_file(data, name)
    assert result.errors == []
    (user,) = result.users
    return user


def test_an_old_xls_is_read_its_numbers_as_numbers() -> None:
    user = only_user(old_workbook([HEADINGS, ANNA]), "lista.xls")
    assert (user.name, user.mobile, user.row) == ("Anna Ek", "+46701740605", 2)


def test_headings_under_a_merged_title_and_blank_rows_are_found() -> None:
    def fill(book: Workbook) -> None:
        page = book.worksheets[0]
        page["B2"] = "Personallista 2027"
        page.merge_cells("B2:F2")
        for column, (heading, value) in enumerate(zip(HEADINGS, ANNA, strict=True), start=2):
            page.cell(5, column, heading)
            page.cell(7, column, value)

    user = only_user(saved(fill), "lista.xlsx")
    assert (user.row, user.mobile) == (7, "+46701740605")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_text_tables_of_every_usual_sort(encoding: str, separator: str) -> None:
    lines = [separator.join(["First name", "Surname", "E-mail", "Cell phone"])]
    lines += [separator.join(["Åsa", "Ek", "asa@exempel.se", "070-174 06 06"])]
    user = only_user("\r\n".join(lines).encode(encoding), "staff.csv")
    assert (user.name, user.mobile) == ("Åsa Ek", "+46701740606")


PICTURES = {
    "jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x01" * 4_000,
    "png": b"\x89PNG\r\n\x1a\n" + b"\x01" * 4_000,
    "heic": b"\x00\x00\x00\x18ftypheic" + b"\x01" * 4_000,
    "webp": b"RIFF\x00\x10\x00\x00WEBP" + b"\x01" * 4_000,
}


@pytest.mark.parametrize("photo", PICTURES.values(), ids=PICTURES)
@pytest.mark.parametrize("name", ["foto.xlsx", "foto.csv", "foto.jpg"])
def test_a_photo_is_said_to_be_one_whatever_its_name(photo: bytes, name: str) -> None:
    (issue,) = check_file(photo, name).errors
    assert issue.code is Code.FILE_UNREADABLE
    assert "Den är en bild" in issue.text("sv")
    assert "It is a picture" in issue.text("en")


def archive(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("_", "/"), content)
    return buffer.getvalue()


TROUBLES = {
    "nothing": (b"", "a.xlsx", "Den är tom"),
    "pdf": (b"%PDF-1.7 " + b"x" * 900, "a.xlsx", "Den är en PDF"),
    "letter": (archive(word_document=b"<w/>"), "a.xlsx", "innehållet är något annat"),
    "text": (b"Namn;E-post", "a.xlsx", "innehållet är något annat"),
    "locked": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\0" * 4_096,
        "a.xlsx",
        "skyddad med lösenord",
    ),
    "broken": (b"PK\x03\x04 and no more", "a.xlsx", "skadad"),
}


@pytest.mark.parametrize(("data", "name", "words"), TROUBLES.values(), ids=TROUBLES)
def test_an_unreadable_file_is_told_what_it_is(data: bytes, name: str, words: str) -> None:
    (issue,) = check_file(data, name).errors
    assert (issue.code, words in issue.text("sv")) == (Code.FILE_UNREADABLE, True)


def test_two_hundred_thousand_rows_are_too_many_and_said_to_be() -> None:
    lines = "".join(f"Anna;anna.{number}@exempel.se\n" for number in range(200_000))
    (issue,) = check_file(f"Namn;E-post\n{lines}".encode(), "alla.csv").errors
    assert issue.code is Code.FILE_TOO_LARGE
    assert "rad 200 000" in issue.text("sv")


def test_a_bomb_is_told_from_a_long_list() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", b"<workbook/>")
        bomb.writestr("xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 60_000_000)
    (issue,) = check_file(buffer.getvalue(), "a.xlsx").errors
    assert issue.code is Code.FILE_TOO_LARGE
    assert "packar upp" in issue.text("sv")


def test_a_slow_file_is_told_to_be_slow() -> None:
    result = check_file(saved(lambda _: None), "a.xlsx", limits=Limits(wall_seconds=0.001))
    assert "för lång tid" in result.errors[0].text("sv")


def with_formulas(book: Workbook) -> None:
    page = book.worksheets[0]
    page.title = "Våra & era"
    page.append(["Namn", "E-post", "Avdelning"])
    page.append(['=CONCAT("Anna"," Ek")', "anna@exempel.se", "=B2&C2"])
    page.append(["Bo Ek", '=LOWER("BO@EXEMPEL.SE")', "Lager"])


def test_a_formula_without_a_value_is_told_of_at_its_cell() -> None:
    result = check_file(saved(with_formulas), "a.xlsx")
    assert [(i.code, i.row, i.letter) for i in result.warnings] == [
        (Code.FORMULA_UNCALCULATED, 2, "A"),
        (Code.FORMULA_UNCALCULATED, 2, "C"),
        (Code.FORMULA_UNCALCULATED, 3, "B"),
    ]
    assert [(i.code, i.row, i.letter) for i in result.errors] == [
        (Code.NAME_MISSING, 2, "A"),
        (Code.EMAIL_INVALID, 3, "B"),
    ]
    assert '=CONCAT("Anna"," Ek")' in result.warnings[0].text("en")
    assert result.users[0].department is None


def test_a_formula_with_its_value_is_the_value() -> None:
    data = saved(with_formulas)
    sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert "<v></v>" in sheet or "<v />" in sheet or "<v/>" in sheet
    for empty in ("<v></v>", "<v />", "<v/>"):
        sheet = sheet.replace(empty, "<v>anna.b@exempel.se</v>")
    sheet = sheet.replace("<c r=", '<c t="str" r=')
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for part in old.namelist():
            new.writestr(part, sheet if part.endswith("sheet1.xml") else old.read(part))
    (read,) = read_workbook(buffer.getvalue(), "a.xlsx")
    assert "anna.b@exempel.se" in read.rows[1].cells
    assert not any(str(cell).startswith("=") for row in read.rows for cell in row.cells)


def test_many_formulas_are_found_across_the_pieces_that_a_sheet_is_read_in() -> None:
    def fill(book: Workbook) -> None:
        book.worksheets[0].append(["Namn", "E-post"])
        for number in range(30_000):
            book.worksheets[0].append(['="A"&"B"', f"anna.{number}@exempel.se"])

    result = check_file(saved(fill), "a.xlsx")
    rows = {issue.row for issue in result.warnings if issue.code is Code.FORMULA_UNCALCULATED}
    assert rows == set(range(2, 30_002))


def test_a_reading_that_is_stopped_leaves_no_child_behind() -> None:
    class EnoughError(Exception):
        pass

    def stop(rows: int, expected: int) -> None:
        assert expected == 3
        if rows:
            raise EnoughError

    before = {child.pid for child in psutil.Process().children(recursive=True)}
    with pytest.raises(EnoughError):
        read_workbook(saved(with_formulas), "a.xlsx", watch=stop)
    assert {child.pid for child in psutil.Process().children(recursive=True)} <= before
