"""Text tables in the encodings and with the separators that people's programs use."""

from __future__ import annotations

import pytest

from delivery.customer_data.gateways.csv_text import read_csv
from delivery.customer_data.gateways.refusals import FileRefusedError

TABLE = "Namn;E-post;Medlemmar\nÅsa Ö;asa@exempel.se;200, 201\n;;\nPer;per@exempel.se;\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_common_encoding_is_read(encoding: str, line_end: str) -> None:
    rows = list(read_csv(TABLE.replace("\n", line_end).encode(encoding)))
    assert [(row.number, row.cells[0]) for row in rows] == [(1, "Namn"), (2, "Åsa Ö"), (4, "Per")]
    assert rows[1].cells[2] == "200, 201"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_common_separator_is_found(separator: str) -> None:
    text = TABLE.replace("200, 201", "200").replace(";", separator)
    assert [len(row.cells) for row in read_csv(text.encode())] == [3, 3, 3]


def test_a_line_that_names_the_separator_is_obeyed_and_counted() -> None:
    rows = list(read_csv(b"sep=;\r\na;b,c\r\n"))
    assert [(row.number, list(row.cells)) for row in rows] == [(2, ["a", "b,c"])]


def test_a_line_break_inside_a_cell_makes_no_new_row() -> None:
    rows = list(read_csv(b'Namn;Medlemmar\nA;"200\n201"\nB;202\n'))
    assert [(row.number, row.cells[0]) for row in rows] == [(1, "Namn"), (2, "A"), (3, "B")]


def test_a_number_kept_as_text_for_excel_is_unwrapped() -> None:
    (row,) = read_csv(b'"=""0701740605""";x\n')
    assert row.cells[0] == "0701740605"


@pytest.mark.parametrize(
    "junk", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, b"\x00" * 500, b'"' + b"x" * 200_000]
)
def test_what_is_no_text_table_is_refused(junk: bytes) -> None:
    with pytest.raises(FileRefusedError, match="FILE_UNREADABLE"):
        list(read_csv(junk))
