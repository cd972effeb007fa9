"""The documentation package as a file. What customers wrote stays words: no cell of the list computes."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

_COMPUTES: Final = ("=", "+", "-", "@", "\t", "\r")


def as_csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A list that Swedish Excel opens: semicolons, a byte-order mark."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_words(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _words(cell: str) -> str:
    # A telephone number may begin with a plus; it is digits after that and computes nothing worse than itself.
    return f"'{cell}" if cell.startswith(_COMPUTES) and not cell[1:].isdigit() else cell


def as_zip(files: Mapping[str, bytes], at: datetime) -> bytes:
    """The files in one archive, each stamped with the same time, so that the same package is the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, at.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
