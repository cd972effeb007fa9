"""The workbooks that imports are measured on: invented people, one in each row, none with a fault."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from openpyxl import Workbook

HEADINGS: Final = (
    "Förnamn", "Efternamn", "E-post", "Mobilnummer", "Fast nummer", "Anknytning",
    "Abonnemang", "SIM-typ", "Avdelning", "Kostnadsställe", "Nuvarande operatör", "Telefonmodell",
)  # fmt: skip
_FIRST: Final = ("Anna", "Åke", "Märta", "Örjan", "Ebba", "Nils", "Siv", "Olle")
_LAST: Final = ("Exempelsson", "Provström", "Testberg", "Påhittad", "Mönsterlund")
_SUBSCRIPTIONS: Final = ("Mobil Bas", "Mobil Plus")
_OPERATORS: Final = ("Telia", "Telenor", "Tre")


def row(number: int) -> tuple[str, ...]:
    """A person; mail, mobile, landline and extension differ from everybody else's."""
    first, last = _FIRST[number % len(_FIRST)], _LAST[number % len(_LAST)]
    mobile, fixed = f"{3_000_000 + number * 7:07d}", f"{4_000_000 + number * 3:07d}"
    return (
        first,
        last,
        f"anstalld.{number}@exempel.se",
        f"070-{mobile[:3]} {mobile[3:5]} {mobile[5:]}",
        f"08-{fixed[:3]} {fixed[3:5]} {fixed[5:]}",
        f"{number:06d}",
        _SUBSCRIPTIONS[number % 2],
        ("SIM", "eSIM")[number % 2],
        f"Avdelning {number % 40}",
        f"{600 + number % 50}",
        _OPERATORS[number % 3],
        f"Modell {number % 12}",
    )


def write_people(path: Path, people: int) -> Path:
    """An xlsx of one sheet with that many rows under the headings."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Användare")
    sheet.append(HEADINGS)
    for number in range(people):
        sheet.append(row(number))
    book.save(path)
    return path
