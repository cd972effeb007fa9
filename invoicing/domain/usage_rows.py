"""The traffic file, row by row: `org_number;day;kind;number;quantity` (IN-03, seed 003 7.3.2 and 7.4).

`kind` is an article that counts usage. Quantity is whole text messages or whole minutes of one number on one day.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from invoicing.domain.articles import ARTICLES, Counting
from invoicing.domain.billing import LARGEST_QUANTITY
from kernel.identities import check_identity
from kernel.language import Text
from kernel.numbers import check_number

USAGE_KINDS: Final = tuple(row.key for row in ARTICLES.values() if row.counting is Counting.USAGE)
COLUMNS: Final = ("org_number", "day", "kind", "number", "quantity")
MOST_ROWS: Final = 200_000
_SHOWN: Final = 40
Fault = tuple[int, Text]


@dataclass(frozen=True, slots=True)
class UsageFact:
    """A good row: the customer's organisation number is ten digits, the telephone number E.164."""

    row: int
    org_number: str
    day: date
    kind: str
    number: str
    quantity: int

    @property
    def key(self) -> tuple[str, str, str, date]:
        return (self.org_number, self.kind, self.number, self.day)


def read_usage(content: str, today: date) -> tuple[list[UsageFact], list[Fault]]:
    """The rows of a file and what is wrong by row, as the person sees rows (the heading is row 1). Never raises."""
    rows: list[UsageFact] = []
    wrong: list[Fault] = []
    seen: dict[tuple[str, str, str, date], int] = {}
    for found in _read(content, today):
        if not isinstance(found, UsageFact):
            wrong.append(found)
        elif found.key in seen:
            first = seen[found.key]
            wrong.append(
                _fault(
                    found.row,
                    f"samma nummer, sort och dag som rad {first}",
                    f"same number, kind and day as row {first}",
                )
            )
        else:
            seen[found.key] = found.row
            rows.append(found)
    return rows, wrong


def _read(content: str, today: date) -> Iterator[UsageFact | Fault]:
    heading = content.partition("\n")[0]
    reader = csv.reader(io.StringIO(content), delimiter=";" if ";" in heading else ",")
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        missing = [name for name in COLUMNS if name not in names]
        if missing:
            yield _fault(
                1, f"kolumnerna {', '.join(missing)} saknas", f"the columns {', '.join(missing)} are missing"
            )
            return
        for number, cells in enumerate(reader, start=2):
            if number > MOST_ROWS + 1:
                yield _fault(
                    number, f"fler än {MOST_ROWS} rader; dela filen", f"over {MOST_ROWS} rows; split the file"
                )
                return
            if any(cell.strip() for cell in cells):
                yield _row(number, dict(zip(names, (cell.strip() for cell in cells), strict=False)), today)
    except csv.Error as error:
        yield _fault(reader.line_num, f"går inte att läsa ({error})", f"cannot be read ({error})")


def _row(row: int, cells: dict[str, str], today: date) -> UsageFact | Fault:
    org_number, day, kind, number, quantity = (cells.get(name, "") for name in COLUMNS)
    identity = check_identity(org_number, today=today).identity
    if identity is None:
        return _fault(
            row,
            f"{_short(org_number)} är inget organisationsnummer",
            f"{_short(org_number)} is no organisation number",
        )
    on = _day(day)
    if on is None or on > today:
        return _fault(row, f"{_short(day)} är ingen dag som varit", f"{_short(day)} is no day that has been")
    if kind not in USAGE_KINDS:
        known = ", ".join(USAGE_KINDS)
        return _fault(row, f"sorten ska vara någon av {known}", f"kind is one of {known}")
    checked = check_number(number)
    if not checked.ok or checked.kind != "number" or checked.first is None:
        return _fault(
            row, f"{_short(number)} är inget svenskt nummer", f"{_short(number)} is no Swedish number"
        )
    if not (quantity.isascii() and quantity.isdigit() and 0 < int(quantity[:12]) <= LARGEST_QUANTITY):
        return _fault(
            row,
            f"antalet {_short(quantity)} ska vara ett heltal över noll",
            f"the quantity {_short(quantity)} must be a whole number above zero",
        )
    return UsageFact(row, identity.digits, on, kind, checked.first, int(quantity))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _short(value: str) -> str:
    return value[:_SHOWN] or "–"


def _fault(row: int, sv: str, en: str) -> Fault:
    return row, Text(sv=f"Rad {row}: {sv}.", en=f"Row {row}: {en}.")
